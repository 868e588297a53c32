import { t } from '../../words/t.ts'
import { showCount } from '../../domain/counted.ts'
import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'

/** More rows than a person reads here; the file that can be downloaded has them all. */
const most = 200

const usePreviewStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  tabs: { flexWrap: 'wrap' },
})

/** Row by row what an import would do: a tab for each outcome, open at the first of `order` that any row has. */
export const PreviewRows = <O extends string, R extends { readonly row: number; readonly outcome: O }>({
  rows,
  counts,
  order,
  words,
  show,
  more,
  download,
}: {
  rows: readonly R[]
  counts: Readonly<Record<O, number>>
  order: readonly O[]
  words: Readonly<Record<O, string>>
  /** What stands in the line of a row. */
  show: (row: R) => ReactNode
  /** Where the rows are that aren’t shown, such as `the report has all of them`. */
  more: string
  /** Null where there is nothing to download. */
  download: { readonly words: string; readonly run: () => void } | null
}) => {
  const styles = usePreviewStyles()
  const [chosen, setChosen] = useState<O | null>(null)
  const shown = chosen ?? order.find((outcome) => counts[outcome] > 0) ?? order[0]!
  const own = rows.filter(({ outcome }) => outcome === shown)
  return (
    <section aria-label={t`What the import would do`}>
      <TabList
        className={styles.tabs}
        selectedValue={shown}
        onTabSelect={(_, { value }) => setChosen(value as O)}
      >
        {order.map((outcome) => (
          <Tab key={outcome} value={outcome}>
            {words[outcome]} {showCount(counts[outcome])}
          </Tab>
        ))}
      </TabList>
      {own.length === 0 ? (
        <Text className={styles.quiet} style={{ padding: 12 }}>{t`None`}</Text>
      ) : (
        <ul className={styles.list}>
          {own.slice(0, most).map((row) => (
            <li key={row.row} className={styles.row}>
              {show(row)}
            </li>
          ))}
        </ul>
      )}
      {own.length > most && (
        <Text
          className={styles.quiet}
          style={{ padding: '8px 4px' }}
        >{t`And ${showCount(own.length - most)} more: ${more}.`}</Text>
      )}
      {download && (
        <Button size="small" icon={<ArrowDownloadRegular />} style={{ marginTop: 8 }} onClick={download.run}>
          {download.words}
        </Button>
      )}
    </section>
  )
}
