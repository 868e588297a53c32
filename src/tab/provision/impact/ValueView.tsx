import { t } from '../../../words/t.ts'
import { makeStyles } from '@fluentui/react-components'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { counted, showCount } from '../../../domain/counted.ts'
import { hiddenWords } from '../../../domain/rules/analysisHidden.ts'
import { type Reckoned, showNumber } from '../../../domain/rules/figure.ts'
import type { Outcome } from '../../../domain/rules/outcomeOf.ts'
import { gainUnits } from '../../../domain/rules/scoring.ts'
import { GroupedBars } from '../../../ui/charts/GroupedBars.tsx'
import { Spots } from '../../../ui/charts/Spots.tsx'
import { valueSummary } from './impactWords.ts'
import { outcomeTable } from './outcomeTable.ts'

const useStyles = makeStyles({ all: { display: 'flex', flexDirection: 'column', gap: '24px' } })

const wholePounds = (pence: number) => `£${showCount(Math.round(pence / 100))}`

const shownOf = (figure: Reckoned) => (figure.value === null ? '–' : figure.shown)
/** `£31.13 (4 pupils)`: from how few it comes stands beside it. */
const costWords = (figure: Reckoned, measured: number | null) =>
  `${shownOf(figure)}${measured === null ? '' : ` (${counted(measured, 'pupil')})`}`

/** What a pupil’s part in each provision cost beside what it changed, for all that one tool measured. */
export const ValueView = ({
  parts,
  tool,
  outside,
  reading,
  onPaper = false,
}: {
  parts: readonly Outcome[]
  tool: AssessmentTool
  /** For readers outside: whether some provisions have too few pupils to be shown; null for readers inside. */
  outside: { readonly someHidden: boolean } | null
  reading: boolean
  onPaper?: boolean
}) => {
  const styles = useStyles()
  const unit = gainUnits[tool.scale]
  const spots = parts.flatMap(({ name, cost, gain }) =>
    cost.value === null || gain.value === null ? [] : [{ name, x: cost.value, y: gain.value }],
  )
  const summary = valueSummary(parts, tool.name, unit)
  const table = outcomeTable(parts, null, tool, {
    first: t`Provision`,
    rest: outside?.someHidden ? t`Other provision, with few pupils` : null,
    reading,
  })
  const caveat = t`Compare like with like: the same tool, for pupils with needs alike. A dear provision may be the only one that a child could use.`
  const costed = parts
    .filter(({ costOfGain }) => costOfGain.value !== null)
    .toSorted((a, b) => a.costOfGain.value! - b.costOfGain.value!)
  return (
    <div className={styles.all}>
      <Spots
        title={t`Cost and gain, ${tool.name}`}
        summary={summary}
        spots={spots}
        across={{ words: t`Mean cost a pupil`, show: wholePounds }}
        up={{
          words: t`Mean gain, ${unit}s`,
          show: (value) => showNumber(value, Number.isInteger(value) ? 0 : 1),
        }}
        table={table}
        note={caveat}
        empty={
          outside?.someHidden
            ? t`No provision has enough pupils measured with ${tool.name} in this year to show numbers.`
            : t`No provision has both a cost and a gain on ${tool.name} in this period.`
        }
        open={!onPaper}
        onPaper={onPaper}
      />
      {costed.length > 0 && (
        <GroupedBars
          title={t`Cost of one ${unit} of gain, ${tool.name}`}
          summary={t`Lowest first: ${costed.map(({ name, costOfGain, measured }) => `${name} ${costWords(costOfGain, measured)}`).join('; ')}.`}
          series={[t`Cost a ${unit}`]}
          groups={costed.map(({ name, costOfGain, measured }) => ({
            name,
            bars: [{ value: costOfGain.value! / 100, words: costWords(costOfGain, measured) }],
          }))}
          unit="£"
          table={{
            columns: [t`Provision`, t`Cost a ${unit}`, t`Measured`],
            rows: costed.map(({ name, costOfGain, measured }) => ({
              head: name,
              cells: [shownOf(costOfGain), measured === null ? hiddenWords : String(measured)],
            })),
          }}
          onPaper={onPaper}
        />
      )}
    </div>
  )
}
