import { t } from '../../../words/t.ts'
import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { fieldsOf, type Stored } from '../../../domain/record.ts'
import { CostingRulebook } from '../../../domain/records/costingRulebook.ts'
import { fullName } from '../../../domain/records/pupil.ts'
import { moneyYearOf, showMoneyYear } from '../../../domain/rules/annualise.ts'
import { moneyOf } from '../../../domain/rules/elements.ts'
import { rulesOf } from '../../../domain/rules/rulebook.ts'
import { workedExample } from '../../../domain/rules/workedExample.ts'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import type { Draft } from '../../../ui/draft/types.ts'
import { moneyInput, type MoneyRecords, schoolIn } from '../../../ui/money/useMoneyRecords.ts'
import { useServices } from '../../../ui/services.tsx'
import { CountedLines } from '../../../ui/money/CountedLines.tsx'
import { Standing } from '../../../ui/money/Threshold.tsx'

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '14px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    alignSelf: 'start',
    position: 'sticky',
    top: '8px',
    minWidth: 0,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The rules as they stand in the form, what is being typed too. */
const bookOf = (draft: Draft): CostingRulebook =>
  Object.fromEntries(
    fieldsOf(CostingRulebook).map(([name]) => [name, draft.valueOf(name)]),
  ) as unknown as CostingRulebook

/** What the rules beside it make of the guidance's example, of what authorities dispute, or of a pupil's own lines. */
export const Example = ({
  draft,
  stored,
  records,
}: {
  draft: Draft
  stored: Stored<CostingRulebook>
  records: MoneyRecords
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const [which, setWhich] = useState<'usual' | 'disputed' | 'pupil'>('usual')
  const [pupilKey, setPupil] = useState<string | null>(null)
  const typed = bookOf(draft)
  // While the name is being cleared, the rules are still those of the authority that is stored.
  const book = { ...typed, authority: typed.authority || stored.authority }
  const year = moneyYearOf(
    today,
    rulesOf(book, schoolIn(records.schools, moneyYearOf(today, 'apr'), today)).yearStarts,
  )
  const school = schoolIn(records.schools, year, today)
  const input = useMemo(() => moneyInput(records, year, today), [records, year.starts, year.year, today]) // eslint-disable-line react-hooks/exhaustive-deps
  const pupil = records.pupils.find(({ key }) => key === pupilKey)
  const shown =
    which !== 'pupil'
      ? workedExample(book, school, year, which)
      : pupil &&
        moneyOf({
          ...input,
          pupils: [{ ...pupil, localAuthority: book.authority }],
          rulebooks: [{ ...book, from: '1900-01-01' }],
        }).pupils[0]
  const withLines = useMemo(
    () => new Set(records.allocations.map((line) => line.pupil)),
    [records.allocations],
  )
  return (
    <section className={styles.whole} aria-label={t`Worked example`}>
      <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>{t`Worked example`}</Text>
      <Field label={t`What these rules make of`}>
        <Select value={which} onChange={(_, { value }) => setWhich(value as typeof which)}>
          <option value="usual">{t`The four lines of the guidance`}</option>
          <option value="disputed">{t`Lines that authorities treat differently`}</option>
          <option value="pupil">{t`A pupil’s own lines`}</option>
        </Select>
      </Field>
      {which === 'pupil' && (
        <Field label={t`Pupil`}>
          <TypeAhead
            options={records.pupils
              .filter(({ key }) => withLines.has(key))
              .map((one) => ({ key: one.key, text: fullName(one) }))
              .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))}
            value={pupilKey}
            required={false}
            readOnly={false}
            onChosen={setPupil}
          />
        </Field>
      )}
      {shown ? (
        <>
          <CountedLines year={shown} caption={t`What counts under these rules`} />
          <Text size={200} aria-live="polite">
            <Standing year={shown} /> {t`that the school pays`}
          </Text>
          <Text size={200} className={styles.quiet}>
            {which === 'pupil'
              ? t`Support in ${showMoneyYear(year)} at the school’s own rates.`
              : t`£17.20 an hour for a teaching assistant, £42.10 for a teacher, £62.00 for a therapist.${which === 'usual' ? t` Plainly added up, the four come to £3,636.27.` : ''}`}
          </Text>
        </>
      ) : (
        <Text size={200} className={styles.quiet}>
          {pupil ? t`Nothing runs for this pupil in the year.` : t`Choose a pupil who has support.`}
        </Text>
      )}
    </section>
  )
}
