import { t } from '../../words/t.ts'
import { showDay } from '../../domain/rules/day.ts'
import { showNumber } from './chartScales.ts'
import { LineOverTime } from './LineOverTime.tsx'
import type { ProgressProps } from './ProgressChart.tsx'
import { orderedSeries, progressSummary, progressTable } from './progressWords.ts'

const expectedWords = (
  { until }: NonNullable<ProgressProps['expected']>,
  show: (value: number) => string,
): string => t`Expected: ${show(until.value)} by ${showDay(until.day)}`

/** `ProgressChart` as it is drawn, loaded when one is shown. */
export const DrawnProgress = ({
  title,
  series,
  unit,
  show = showNumber,
  ticks = 'numbers',
  target = null,
  expected = null,
  better = 'higher',
  note,
  empty,
  level,
  onPaper,
}: ProgressProps) => (
  <LineOverTime
    title={title}
    summary={[
      progressSummary(series, unit, target, better, show),
      ...(expected ? [`${expectedWords(expected, show)}.`] : []),
    ].join(' ')}
    table={progressTable(series, unit, show)}
    series={orderedSeries(series)}
    show={show}
    ticks={ticks}
    unit={better === 'lower' ? t`${unit} (lower is better)` : unit}
    target={
      target && {
        value: target.value,
        words: t`Target: ${show(target.value)}${target.by ? t` by ${showDay(target.by)}` : ''}`,
      }
    }
    expected={
      expected && {
        ...expected,
        words: expectedWords(expected, show),
      }
    }
    note={note}
    empty={empty}
    {...(level ? { level } : {})}
    {...(onPaper ? { onPaper } : {})}
  />
)
