import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArchiveRegular } from '@fluentui/react-icons'
import { fieldOf, type Stored } from '../../../domain/record.ts'
import { CostingRulebook } from '../../../domain/records/costingRulebook.ts'
import { settingsOn } from '../../../domain/rules/settings.ts'
import { unsaidIn } from '../../../domain/rules/rulebook.ts'
import { useDraft } from '../../../ui/drafts.tsx'
import { HistoryButton } from '../../../ui/history/HistoryButton.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import type { MoneyRecords } from '../../../ui/money/useMoneyRecords.ts'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useArchive } from '../../../ui/useArchive.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Example } from './Example.tsx'

const useStyles = makeStyles({
  beside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 420px)',
    gap: '28px',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  form: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
  unsaid: { margin: 0, paddingLeft: '20px', color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
})

const groups = [
  { fields: ['authority', 'name', 'from', 'source', 'sourced'] },
  { title: t`Year and weeks`, fields: ['yearStarts', 'weeks', 'divisorWeeks'] },
  { title: t`What an hour costs`, fields: ['rates', 'taRate', 'hltaRate', 'teacherRate', 'supervisorRate'] },
  { title: t`Groups`, fields: ['group', 'fullCharge'] },
  {
    title: t`What counts towards the £6,000`,
    fields: [
      'threshold',
      'preparation',
      'countsTa',
      'countsTeacher',
      'countsExternal',
      'countsEquipment',
      'countsSupervision',
      'needsOutcome',
    ],
  },
  { title: t`At most`, fields: ['weeklyHours', 'teacherHours', 'pupilCap'] },
  { title: t`How it is added up`, fields: ['rounding', 'notes'] },
]

/** One authority's rules with what they make of an example beside them, and what holds where they say nothing. */
export const RulebookCard = ({
  book,
  records,
  onCopy,
  onPass,
}: {
  book: Stored<CostingRulebook>
  records: MoneyRecords
  onCopy: () => void
  onPass: () => void
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const draft = useDraft(CostingRulebook, book)
  const { archive, trouble } = useArchive(CostingRulebook)
  const mayWrite = useMayWrite(CostingRulebook)
  const unsaid = unsaidIn(book, settingsOn(records.schools, today))
  return (
    <div className={styles.beside}>
      <div className={styles.form}>
        <RecordForm type={CostingRulebook} record={book} groups={groups} />
        {unsaid.length > 0 && (
          <section aria-label={t`Left open`}>
            <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>{t`Left open`}</Text>
            <ul className={styles.unsaid}>
              {unsaid.map(({ field, holds }) => (
                <li key={field}>
                  {inWords(fieldOf(CostingRulebook, field).label)}: {holds}.
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className={styles.foot}>
          {mayWrite && <Button onClick={onCopy}>{t`Copy as new from a date`}</Button>}
          <Button appearance="subtle" onClick={onPass}>{t`Save for other schools`}</Button>
          <HistoryButton type={CostingRulebook} record={book} />
          {mayWrite && (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArchiveRegular />}
              onClick={() => void archive(book, 'Taken off by hand')}
            >{t`Archive`}</Button>
          )}
        </div>
        {trouble && <TroubleNotice trouble={trouble} />}
      </div>
      <Example draft={draft} stored={book} records={records} />
    </div>
  )
}
