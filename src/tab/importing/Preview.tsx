import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ImportPlan, planCsv, type PlannedRow, sayNotice, sayReason } from '../../importing/index.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { useServices } from '../../ui/services.tsx'
import { PreviewRows } from './PreviewRows.tsx'

type Outcome = PlannedRow['outcome']
const words: Record<Outcome, string> = {
  new: t`New`,
  changed: t`Changed`,
  unchanged: t`Unchanged`,
  refused: t`Refused`,
}
const order: readonly Outcome[] = ['refused', 'new', 'changed', 'unchanged']

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  was: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
})

/** Bytes of a report that a spreadsheet opens. */
export const csvBytes = (text: string) => new TextEncoder().encode(text)

/** Row by row what the import would do, the refused first where there are any. */
export const Preview = ({ plan, name }: { plan: ImportPlan; name: string }) => {
  const { download } = useServices()
  return (
    <PreviewRows
      rows={plan.rows}
      counts={plan.counts}
      order={order}
      words={words}
      show={(row) => <PreviewRow row={row} />}
      more={t`the report has all of them`}
      download={
        plan.counts.refused > 0
          ? {
              words: t`Download this list`,
              run: () =>
                download(
                  t`Before ${name.replace(/\.[^.]*$/, '')}.csv`,
                  csvBytes(planCsv(plan.rows)),
                  'text/csv',
                ),
            }
          : null
      }
    />
  )
}

const PreviewRow = ({ row }: { row: PlannedRow }) => {
  const styles = useStyles()
  return (
    <>
      <Text weight="semibold">{t`Row ${row.row}`}</Text>{' '}
      {row.who && (
        <Personal>
          {row.who.forename} {row.who.surname}
        </Personal>
      )}
      {row.outcome === 'refused' &&
        row.reasons.map((reason) => (
          <Text key={sayReason(reason)} block>
            {sayReason(reason)}
          </Text>
        ))}
      {row.outcome === 'changed' &&
        row.changes.map(({ field, label, from, to }) => (
          <Text key={field} block>
            {label}:{' '}
            <Personal>
              {from && <span className={styles.was}>{from}</span>} {from && '→ '}
              {to || t`blank`}
            </Personal>
          </Text>
        ))}
      {row.notices.map((notice) => (
        <Text key={sayNotice(notice)} size={200} className={styles.quiet}>
          {sayNotice(notice)}
        </Text>
      ))}
    </>
  )
}
