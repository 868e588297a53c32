import { t } from '../../../words/t.ts'
import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { cellFacts, isCellFact, isLineFact, lineFacts } from '../../../documents/costing/facts.ts'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import type { CostingMapping } from '../../../documents/costing/costingPack.ts'
import type { OpenSheet } from './useCostingSheets.ts'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '820px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'left',
    padding: '6px 12px 6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  scroll: { overflowX: 'auto' },
})

const options = (all: Readonly<Record<string, { readonly label: string }>>) =>
  Object.entries(all).map(([key, { label }]) => ({ key, text: label }))
const forCells = options(cellFacts)
const forLines = options(lineFacts)

/** What goes into which cell and column of an authority's costing sheet, to be put right once. */
export const MapCosting = ({
  sheet: { places, mapping, gone },
  onChange,
}: {
  sheet: OpenSheet
  onChange: (mapping: CostingMapping) => void
}) => {
  const styles = useStyles()
  const setCell = (id: string, fact: string | null) => {
    const { [id]: _, ...others } = mapping.cells
    onChange({ ...mapping, cells: isCellFact(fact) ? { ...others, [id]: fact } : others })
  }
  const setColumn = (id: string, column: number, fact: string | null) => {
    const { [column]: _, ...others } = mapping.rows[id] ?? {}
    onChange({
      ...mapping,
      rows: { ...mapping.rows, [id]: isLineFact(fact) ? { ...others, [column]: fact } : others },
    })
  }
  return (
    <div className={styles.whole}>
      {gone.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`This version of the sheet has no ${gone.join(', ')} any more. Look through what goes where.`}</MessageBarBody>
        </MessageBar>
      )}
      <Text
        className={styles.quiet}
      >{t`Only cells that the authority leaves open are filled. Its formulas and what it has locked are never touched; Excel reckons them anew when the sheet is opened.`}</Text>
      {places.cells.length > 0 && (
        <section aria-label={t`Single cells`}>
          <Text as="h3" weight="semibold" className={styles.title}>{t`Single cells`}</Text>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col" className={`${styles.cell} ${styles.head}`}>{t`In the sheet`}</th>
                  <th scope="col" className={`${styles.cell} ${styles.head}`}>{t`Takes`}</th>
                </tr>
              </thead>
              <tbody>
                {places.cells.map(({ id, label, sheet, ref, named }) => (
                  <tr key={id}>
                    <th scope="row" className={styles.cell}>
                      {label}
                      <Text size={200} block className={styles.quiet}>
                        {[`${sheet}, ${ref}`, named && t`named ${named}`].filter(Boolean).join(' · ')}
                      </Text>
                    </th>
                    <td className={styles.cell}>
                      <TypeAhead
                        label={t`What goes into ${label}, ${ref}`}
                        options={forCells}
                        value={mapping.cells[id] ?? null}
                        required={false}
                        readOnly={false}
                        onChosen={(fact) => setCell(id, fact)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {places.rows.map(({ id, name, sheet, rows, columns }) => (
        <section key={id} aria-label={t`Lines of support in ${name ?? sheet}`}>
          <Text
            as="h3"
            weight="semibold"
            className={styles.title}
          >{t`Lines of support: ${name ?? sheet}`}</Text>
          <Text
            className={styles.quiet}
            block
          >{t`${rows} ${rows === 1 ? t`row` : t`rows`} for a line each.`}</Text>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col" className={`${styles.cell} ${styles.head}`}>{t`Column`}</th>
                  <th scope="col" className={`${styles.cell} ${styles.head}`}>{t`Takes`}</th>
                </tr>
              </thead>
              <tbody>
                {columns.map(({ column, label, shut }) => (
                  <tr key={column}>
                    <th scope="row" className={styles.cell}>
                      {label || t`Without a heading`}
                    </th>
                    <td className={styles.cell}>
                      {shut ? (
                        <Text className={styles.quiet}>{t`The authority’s own formula`}</Text>
                      ) : (
                        <TypeAhead
                          label={t`What goes into the column ${label}`}
                          options={forLines}
                          value={mapping.rows[id]?.[column] ?? null}
                          required={false}
                          readOnly={false}
                          onChosen={(fact) => setColumn(id, column, fact)}
                        />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </div>
  )
}
