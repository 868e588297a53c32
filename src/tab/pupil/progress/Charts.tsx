import { t } from '../../../words/t.ts'
import { makeStyles } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import type { Score } from '../../../domain/records/score.ts'
import { mainNumber, showMain } from '../../../domain/rules/scoring.ts'
import { ProgressChart } from '../../../ui/charts/ProgressChart.tsx'

const useStyles = makeStyles({
  all: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 420px), 1fr))',
    gap: '24px',
    maxWidth: '1100px',
  },
})

const units = {
  standardised: t`standardised score`,
  age: t`age equivalent, years:months`,
  percent: t`per cent`,
  points: 'points',
}

/** One picture for each tool: its main number over time, with intervals where they are known. */
export const Charts = ({
  scores,
  tools,
  lines,
}: {
  scores: readonly Stored<Score>[]
  tools: readonly Stored<AssessmentTool>[]
  /** With what their groups have: until when a gain is expected. */
  lines: readonly Stored<Allocation>[]
}) => {
  const styles = useStyles()
  const drawn = tools.flatMap((tool) => {
    const points = scores.flatMap((score) => {
      const value = score.tool === tool.key ? mainNumber(score, tool) : null
      return value === null
        ? []
        : [{ day: score.day, value, ...intervalAround(score, tool), ...labelOf(score) }]
    })
    return points.length === 0 ? [] : [{ tool, points }]
  })
  const target = (tool: Stored<AssessmentTool>) =>
    scores
      .filter((score) => score.tool === tool.key && score.target !== null)
      .toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]?.target ?? null
  return (
    <div className={styles.all}>
      {drawn.map(({ tool, points }) => {
        const aim = target(tool)
        return (
          <ProgressChart
            key={tool.key}
            title={tool.name}
            series={[{ name: tool.name, points }]}
            unit={units[tool.scale]}
            better={tool.better}
            {...(tool.scale === 'age'
              ? { ticks: 'months' as const, show: (value: number) => showMain(value, tool) }
              : {})}
            target={aim === null ? null : { value: aim }}
            expected={expectedOf(tool, scores, lines)}
          />
        )
      })}
    </div>
  )
}

/** Of the newest line that says what gain is expected on this tool: from its first score to its last day. */
const expectedOf = (
  tool: Stored<AssessmentTool>,
  scores: readonly Stored<Score>[],
  lines: readonly Stored<Allocation>[],
) => {
  const found = lines
    .flatMap(({ entryScore, expectedGain, until }) => {
      const entry = scores.find(({ key }) => key === entryScore)
      const value = entry?.tool === tool.key ? mainNumber(entry, tool) : null
      if (!entry || value === null || expectedGain === null || until === null || until <= entry.day) return []
      const end = value + (tool.better === 'lower' ? -expectedGain : expectedGain)
      return [{ from: { day: entry.day, value }, until: { day: until, value: end } }]
    })
    .toSorted((a, b) => (a.from.day < b.from.day ? 1 : -1))
  return found[0] ?? null
}

/** A score's own interval, else the tool's around its standardised score. */
const intervalAround = (score: Score, tool: AssessmentTool) => {
  if (tool.scale !== 'standardised' || score.standardised === null) return {}
  if (score.low !== null && score.high !== null) return { low: score.low, high: score.high }
  return tool.interval === null
    ? {}
    : { low: score.standardised - tool.interval, high: score.standardised + tool.interval }
}
const labelOf = ({ form }: Score) => (form === null ? {} : { label: t`Form ${form}` })
