import { makeStyles } from '@fluentui/react-components'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import type { Outcome } from '../../../domain/rules/analysisGroups.ts'
import { showNumber } from '../../../domain/rules/figure.ts'
import { GroupedBars } from '../../../ui/charts/GroupedBars.tsx'
import { Spots } from '../../../ui/charts/Spots.tsx'
import { valueSummary } from './impactWords.ts'
import { gainUnits, outcomeTable } from './outcomeTable.ts'

const useStyles = makeStyles({ all: { display: 'flex', flexDirection: 'column', gap: '24px' } })

const wholePounds = (pence: number) => `£${Math.round(pence / 100).toLocaleString('en-GB')}`

/** What a pupil’s part in each provision cost beside what it changed, for all that one tool measured. */
export const ValueView = ({
  parts,
  tool,
  safe,
  reading,
  onPaper = false,
}: {
  parts: readonly Outcome[]
  tool: AssessmentTool
  safe: boolean
  reading: boolean
  onPaper?: boolean
}) => {
  const styles = useStyles()
  const unit = gainUnits[tool.scale]
  const shown = parts.filter((part) => !(safe && part.hidden))
  const spots = shown.flatMap(({ name, cost, gain }) =>
    cost.value === null || gain.value === null ? [] : [{ name, x: cost.value, y: gain.value }],
  )
  const summary = valueSummary(parts, tool.name, unit, safe)
  const table = outcomeTable(parts, null, tool, { first: 'Provision', safe, reading })
  const caveat =
    'Compare like with like: the same tool, for pupils with needs alike. A dear provision may be the only one that a child could use.'
  const costed = shown
    .filter(({ costOfGain }) => costOfGain.value !== null)
    .toSorted((a, b) => a.costOfGain.value! - b.costOfGain.value!)
  return (
    <div className={styles.all}>
      <Spots
        title={`Cost and gain, ${tool.name}`}
        summary={summary}
        spots={spots}
        across={{ words: 'Mean cost a pupil', show: wholePounds }}
        up={{
          words: `Mean gain, ${unit}s`,
          show: (value) => showNumber(value, Number.isInteger(value) ? 0 : 1),
        }}
        table={table}
        note={caveat}
        empty={`No provision has both a cost and a gain on ${tool.name} in this period.`}
        open={!onPaper}
        onPaper={onPaper}
      />
      {costed.length > 0 && (
        <GroupedBars
          title={`Cost of one ${unit} of gain, ${tool.name}`}
          summary={summary}
          series={[`Cost a ${unit}`]}
          groups={costed.map(({ name, costOfGain }) => ({
            name,
            bars: [{ value: costOfGain.value! / 100, words: (costOfGain as { shown: string }).shown }],
          }))}
          unit="£"
          table={{
            columns: ['Provision', `Cost a ${unit}`],
            rows: costed.map(({ name, costOfGain }) => ({
              head: name,
              cells: [(costOfGain as { shown: string }).shown],
            })),
          }}
          onPaper={onPaper}
        />
      )}
    </div>
  )
}
