import { inWords, t } from '../../../words/t.ts'
import type { ReactNode } from 'react'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { Score } from '../../../domain/records/score.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { because, showNumber } from '../../../domain/rules/figure.ts'
import { percentileOf, showPercentile } from '../../../domain/rules/percentile.ts'
import { bandOf, bandsOf } from '../../../domain/rules/scoreBands.ts'
import { outOfRange, showAgeOf, showMain } from '../../../domain/rules/scoring.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'

/** The columns of scores, in order; one that no score fills is left out. */
export const columns = [
  { name: 'day', words: 'Day' },
  { name: 'tool', words: 'Tool' },
  { name: 'form', words: 'Form' },
  { name: 'raw', words: 'Raw' },
  { name: 'standardised', words: 'Standardised' },
  { name: 'interval', words: 'Interval' },
  { name: 'percentile', words: 'Percentile' },
  { name: 'age', words: 'Age equivalent' },
  { name: 'value', words: 'Points or %' },
  { name: 'target', words: 'Target' },
  { name: 'purpose', words: 'Taken as' },
  { name: 'testedBy', words: 'Tested by' },
  { name: 'beware', words: 'Look at' },
] as const
export type Column = (typeof columns)[number]['name']

const plain = (value: number | null): string | null =>
  value === null ? null : String(value).replace('-', '−')

/** A score as its row shows it; null where there is nothing. */
export const cellsOf = (score: Score, tool: AssessmentTool | undefined): Record<Column, ReactNode> => {
  const outside = tool ? outOfRange(score, tool) : null
  return {
    day: showDay(score.day),
    tool: tool?.name ?? t`No longer kept`,
    form: score.form,
    raw: plain(score.raw),
    standardised:
      score.standardised === null ? null : <Standardised score={score.standardised} tool={tool} />,
    interval:
      score.low === null || score.high === null
        ? null
        : t`${showNumber(score.low, 0)} to ${showNumber(score.high, 0)}`,
    percentile:
      score.percentile === null && score.standardised === null ? null : <Percentile score={score} />,
    age: showAgeOf(score) || null,
    value: score.value === null ? null : `${plain(score.value)}${tool?.scale === 'percent' ? '%' : ''}`,
    target:
      score.target !== null && tool?.scale === 'age' ? showMain(score.target, tool) : plain(score.target),
    purpose: score.purpose && inWords(Score.fields.purpose.choices[score.purpose]),
    testedBy: score.testedBy,
    beware: outside && <StatusMark status="dueSoon" word={outside} />,
  }
}

const Standardised = ({ score, tool }: { score: number; tool: AssessmentTool | undefined }) => {
  const bands = bandsOf(tool ?? { bands: null, source: null })
  const name = bandOf(score, bands)
  return (
    <Why
      why={because(
        t`Band of a standardised score`,
        t`${score} is called ${name ?? 'nothing'}.`,
        `${bands.source}. ${bands.confidence}.`,
        [{ label: t`Bands`, value: bands.bands.map((band) => t`${band.name} from ${band.from}`).join(', ') }],
      )}
    >
      {score}
      {name && ` ${name}`}
    </Why>
  )
}

const Percentile = ({ score: { percentile, standardised } }: { score: Score }) => {
  if (percentile !== null) return showPercentile(percentile)
  if (standardised === null) return null
  const reckoned = percentileOf(standardised)
  return (
    <Why
      why={because(
        t`Percentile from a standardised score`,
        t`Of 100 of the same age, about ${showNumber(reckoned)} score below ${standardised}. The test itself gave no percentile.`,
        t`A normal distribution with mean 100 and SD 15`,
        [{ label: t`Standardised score`, value: String(standardised) }],
      )}
    >
      {showPercentile(reckoned)}
    </Why>
  )
}
