import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { type ImportPlan, planCsv, type PlannedRow, sayNotice, sayReason } from '../../importing/index.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { useServices } from '../../ui/services.tsx'

type Outcome = PlannedRow['outcome']
const words: Record<Outcome, string> = {
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  refused: 'Refused',
}
/** More rows than a person reads here; the report has them all. */
const most = 200

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  was: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  tabs: { flexWrap: 'wrap' },
})

/** Bytes of a report that a spreadsheet opens. */
export const csvBytes = (text: string) => new TextEncoder().encode(text)

/** Row by row what the import would do, the refused first where there are any. */
export const Preview = ({ plan, name }: { plan: ImportPlan; name: string }) => {
  const styles = useStyles()
  const { download } = useServices()
  const { counts } = plan
  const order: readonly Outcome[] = ['refused', 'new', 'changed', 'unchanged']
  const [chosen, setChosen] = useState<Outcome | null>(null)
  const shown = chosen ?? order.find((outcome) => counts[outcome] > 0) ?? 'new'
  const rows = plan.rows.filter(({ outcome }) => outcome === shown)
  return (
    <section aria-label="What the import would do">
      <TabList
        className={styles.tabs}
        selectedValue={shown}
        onTabSelect={(_, { value }) => setChosen(value as Outcome)}
      >
        {order.map((outcome) => (
          <Tab key={outcome} value={outcome}>
            {words[outcome]} {counts[outcome].toLocaleString('en-GB')}
          </Tab>
        ))}
      </TabList>
      {rows.length === 0 ? (
        <Text className={styles.quiet} style={{ padding: 12 }}>
          None
        </Text>
      ) : (
        <ul className={styles.list}>
          {rows.slice(0, most).map((row) => (
            <PreviewRow key={row.row} row={row} />
          ))}
        </ul>
      )}
      {rows.length > most && (
        <Text className={styles.quiet} style={{ padding: '8px 4px' }}>
          And {(rows.length - most).toLocaleString('en-GB')} more: the report has all of them.
        </Text>
      )}
      {counts.refused > 0 && (
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          style={{ marginTop: 8 }}
          onClick={() =>
            download(`Before ${name.replace(/\.[^.]*$/, '')}.csv`, csvBytes(planCsv(plan.rows)), 'text/csv')
          }
        >
          Download this list
        </Button>
      )}
    </section>
  )
}

const PreviewRow = ({ row }: { row: PlannedRow }) => {
  const styles = useStyles()
  return (
    <li className={styles.row}>
      <Text weight="semibold">Row {row.row}</Text>{' '}
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
              {to || 'blank'}
            </Personal>
          </Text>
        ))}
      {row.notices.map((notice) => (
        <Text key={sayNotice(notice)} size={200} className={styles.quiet}>
          {sayNotice(notice)}
        </Text>
      ))}
    </li>
  )
}
