import { t } from '../../words/t.ts'
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { figureKinds, type FigureKind, type FigurePart } from '../../domain/rules/trustFigures.ts'
import {
  shareGiven,
  showFigure,
  showTotal,
  totalOf,
  whyOfFigure,
  whyOfTotal,
} from '../../domain/rules/trustTotals.ts'
import { showDay } from '../../domain/rules/day.ts'
import { useTableStyles } from '../../ui/tableStyles.ts'
import { Why } from '../../ui/Why.tsx'
import type { OfSchool } from './useTrust.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px' },
  scroll: { overflowX: 'auto', flexGrow: 0, minHeight: 0, width: 'fit-content', maxWidth: '100%' },
  table: { tableLayout: 'auto', width: 'auto' },
  // Stays while the schools of a large trust pass by.
  words: {
    textAlign: 'left',
    minWidth: '220px',
    whiteSpace: 'normal',
    position: 'sticky',
    left: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': { minWidth: '112px', padding: '2px 6px' },
  },
  figure: {
    textAlign: 'right',
    minWidth: '96px',
    maxWidth: '180px',
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 640px)': { minWidth: '64px', padding: '2px 6px' },
  },
  school: { whiteSpace: 'normal', verticalAlign: 'bottom' },
  heading: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const parts: Readonly<Record<FigurePart, string>> = {
  register: t`Register`,
  years: t`By year group`,
  needs: t`By need`,
  reviews: t`Reviews in time`,
  money: t`Money`,
  delivery: t`Support given`,
}

type Sent = Extract<OfSchool, { is: 'sent' }>

/** Nothing but zeros in every school is no row: most schools have few of the year groups. */
const isTold = (kind: FigureKind, sent: readonly Sent[]) =>
  sent.some(({ figures }) => figures.has(kind.id) && figures.get(kind.id) !== 0)

/** Every figure of these schools, a table for each part; beside them the trust's own, of `all` that sent some. */
export const TrustTables = ({
  sent,
  all: every = sent,
}: {
  sent: readonly Sent[]
  all?: readonly Sent[]
}) => {
  const styles = useStyles()
  const table = useTableStyles()
  const all = every.map(({ figures }) => figures)
  const rows = every.map(({ row }) => row)
  const several = every.length > 1
  return Object.entries(parts).map(([part, title]) => {
    const kinds = figureKinds.filter((kind) => kind.part === part && isTold(kind, every))
    if (kinds.length === 0) return null
    const share = part === 'delivery' ? shareGiven(all) : null
    return (
      <section key={part} className={styles.part} aria-label={title}>
        <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
          {title}
        </Text>
        <div className={mergeClasses(table.scroll, styles.scroll)}>
          <table className={mergeClasses(table.table, styles.table)} aria-label={title}>
            <thead>
              <tr>
                <th
                  scope="col"
                  className={mergeClasses(table.cell, styles.words, styles.heading)}
                >{t`Figure`}</th>
                {several && (
                  <th
                    scope="col"
                    className={mergeClasses(table.cell, styles.figure, styles.heading, styles.school)}
                  >
                    {t`All ${every.length} schools`}
                  </th>
                )}
                {sent.map(({ school, row }) => (
                  <th
                    key={school.id}
                    scope="col"
                    className={mergeClasses(table.cell, styles.figure, styles.heading, styles.school)}
                  >
                    {school.name}
                    <br />
                    <span className={styles.quiet}>{showDay(row.on)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {kinds.map((kind) => {
                const total = totalOf(kind.id, all)
                return (
                  <tr key={kind.id}>
                    <th scope="row" className={mergeClasses(table.cell, styles.words)}>
                      {kind.words}
                    </th>
                    {several && (
                      <td className={mergeClasses(table.cell, styles.figure)}>
                        <Why why={whyOfTotal(kind, total, rows)}>{showTotal(kind.unit, total)}</Why>
                      </td>
                    )}
                    {sent.map(({ school, row, figures }) => (
                      <td key={school.id} className={mergeClasses(table.cell, styles.figure)}>
                        {figures.has(kind.id) && (
                          <Why why={whyOfFigure(kind, row)}>
                            {showFigure(kind.unit, figures.get(kind.id)!)}
                          </Why>
                        )}
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
        {share !== null && (
          <Text className={styles.quiet}>
            {t`${share}% of the time planned was given, in the schools that sent both.`}
          </Text>
        )}
      </section>
    )
  })
}
