import { t } from '../../../words/t.ts'
import { makeStyles } from '@fluentui/react-components'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import {
  type Dimension,
  dimensions,
  type Side,
  sides,
  type Subgroup,
  type TermResult,
} from '../../../domain/rules/analysisSubgroups.ts'
import { showNumber } from '../../../domain/rules/figure.ts'
import { showMain } from '../../../domain/rules/scoring.ts'
import { DotRows } from '../../../ui/charts/DotRows.tsx'
import { LineOverTime } from '../../../ui/charts/LineOverTime.tsx'
import type { ChartTable } from '../../../ui/charts/chartTypes.ts'
import { cellWords, sendSummary, subgroupSummary } from './impactWords.ts'
import { scaleWords } from './outcomeTable.ts'

const useStyles = makeStyles({ all: { display: 'flex', flexDirection: 'column', gap: '24px' } })
const both: readonly Side[] = ['send', 'none']

/** The middle of a term, for its place on a line. */
const middleOf = (key: string): string =>
  `${key.slice(0, 4)}-${{ '1': '02-15', '2': '06-01', '3': '11-01' }[key.slice(5)] ?? '06-01'}`

const tableOf = (
  first: string,
  rows: readonly { name: string; cells: Subgroup['cells'] }[],
  show: (value: number) => string,
): ChartTable => ({
  columns: [
    first,
    ...(Object.keys(sides) as Side[]).flatMap((side) => [t`${sides[side]}: pupils`, t`${sides[side]}: mean`]),
  ],
  rows: rows.map(({ name, cells }) => ({
    head: name,
    cells: (Object.keys(sides) as Side[]).flatMap((side) => {
      const { n, mean } = cells[side]
      return n === null ? ['hidden', 'hidden'] : [String(n), mean === null ? '–' : show(mean)]
    }),
  })),
})

/** Pupils with SEND beside those without, over time, and both in their subgroups in one term. */
export const SendView = ({
  results,
  tool,
  dimension,
  term,
  fewest,
  onPaper = false,
}: {
  results: readonly TermResult[]
  tool: AssessmentTool
  dimension: Dimension
  term: TermResult
  /** Fewer pupils than this are hidden, whoever reads. */
  fewest: number
  onPaper?: boolean
}) => {
  const styles = useStyles()
  const by = dimensions[dimension].words
  const parts = term.parts[dimension]
  const show = (value: number) =>
    tool.scale === 'age' ? showMain(value, tool) : showNumber(value, Number.isInteger(value) ? 0 : 1)
  // One side alone has nothing beside it: of statuses each is on its own line.
  const series = dimension === 'status' ? [t`Mean`] : both.map((side) => sides[side])
  const hiding = t`Numbers of fewer than ${fewest} pupils are hidden, and as many beside them as it takes that nobody can work them out.`
  return (
    <div className={styles.all}>
      <LineOverTime
        title={t`SEND and no SEND by term, ${tool.name}`}
        summary={sendSummary(results, tool.name, show)}
        series={both.map((side) => ({
          name: sides[side],
          points: results.flatMap(({ term: { key }, whole }) => {
            const { mean, n } = whole.cells[side]
            return mean === null ? [] : [{ day: middleOf(key), value: mean, label: t`${n ?? ''} pupils` }]
          }),
        }))}
        unit={t`Mean ${scaleWords[tool.scale]}`}
        ticks={tool.scale === 'age' ? 'months' : 'numbers'}
        show={show}
        along={results.map(({ term: { key, words } }) => ({ day: middleOf(key), words }))}
        table={tableOf(
          t`Term`,
          results.map(({ term: { words }, whole }) => ({ name: words, cells: whole.cells })),
          show,
        )}
        note={t`Each pupil’s last score of a term. Who has SEND is as recorded today, so the same pupils stay in the same line. ${hiding}`}
        empty={t`No term has scores of ${tool.name} for enough pupils.`}
        onPaper={onPaper}
      />
      <DotRows
        title={`${by}, ${term.term.words}`}
        summary={subgroupSummary(
          term,
          parts,
          t`${by}: mean ${scaleWords[tool.scale]} on ${tool.name}`,
          both,
          show,
        )}
        series={series}
        rows={parts.map(({ name, cells }) =>
          dimension === 'status'
            ? { name, values: [cells.all.mean], words: cellWords(cells.all, show) }
            : {
                name,
                values: both.map((side) => cells[side].mean),
                words: both.map((side) => `${sides[side]} ${cellWords(cells[side], show)}`).join(' · '),
              },
        )}
        unit={t`Mean ${scaleWords[tool.scale]}`}
        ticks={tool.scale === 'age' ? 'months' : 'numbers'}
        show={show}
        table={tableOf(by, [...parts, term.whole], show)}
        note={hiding}
        empty={t`Every number of this kind is too small to show.`}
        open={!onPaper}
        onPaper={onPaper}
      />
    </div>
  )
}
