import { t } from '../../words/t.ts'
import { mergeClasses } from '@fluentui/react-components'
import { LinePath } from '@visx/shape'
import type { Day } from '../../domain/rules/day.ts'
import { showDay } from '../../domain/rules/day.ts'
import { ChartFigure, type ChartFrame } from './ChartFigure.tsx'
import { dayScale, monthTicks, numberScale, showNumber, type TickKind, widthOf } from './chartScales.ts'
import type { ChartSeries } from './chartTypes.ts'
import { Marker, Sample } from './marker.tsx'
import { areaClass, dashes, lineClass, useChartStyles } from './useChartStyles.ts'

type Spot = { readonly day: Day; readonly value: number }
export type LineOverTimeProps = ChartFrame & {
  readonly series: readonly ChartSeries[]
  readonly unit: string
  /** What is counted; ages are in months. */
  readonly ticks?: TickKind
  /** A value as people read it on this scale. */
  readonly show?: (value: number) => string
  /** What stands along the bottom instead of months, such as terms. */
  readonly along?: readonly { readonly day: Day; readonly words: string }[] | undefined
  /** A line right across: what is aimed at. */
  readonly target?: { readonly value: number; readonly words: string } | null | undefined
  /** What was expected, from a day to a day. */
  readonly expected?: { readonly from: Spot; readonly until: Spot; readonly words: string } | null | undefined
  readonly empty?: string | undefined
}

const height = 260
const [top, bottom] = [22, 28]

/** Measurements over time with their intervals, each series with its own shape and dash; target and expected line. */
export const LineOverTime = ({
  series,
  unit,
  ticks = 'numbers',
  show = showNumber,
  along,
  target = null,
  expected = null,
  empty,
  ...frame
}: LineOverTimeProps) => {
  const held = series.filter(({ points }) => points.length > 0)
  const legend = [
    ...(held.length > 1 ? held.map(({ name }, at) => ({ sample: <Sample series={at} />, words: name })) : []),
    ...(target ? [{ sample: <Rule kind="target" />, words: target.words }] : []),
    ...(expected ? [{ sample: <Rule kind="expected" />, words: expected.words }] : []),
  ]
  return (
    <ChartFigure
      {...frame}
      legend={legend}
      empty={held.length === 0 ? (empty ?? t`Nothing has been measured yet.`) : undefined}
    >
      {(width) => (
        <Drawing
          width={width}
          series={held}
          unit={unit}
          ticks={ticks}
          show={show}
          along={along}
          target={target}
          expected={expected}
        />
      )}
    </ChartFigure>
  )
}

const Rule = ({ kind }: { kind: 'target' | 'expected' }) => {
  const styles = useChartStyles()
  return (
    <svg width={28} height={14} aria-hidden focusable="false">
      <line x1={0} x2={28} y1={7} y2={7} className={styles[kind]} />
    </svg>
  )
}

const Drawing = ({
  width,
  series,
  unit,
  ticks,
  show,
  along,
  target,
  expected,
}: Required<
  Pick<LineOverTimeProps, 'series' | 'unit' | 'ticks' | 'show' | 'along' | 'target' | 'expected'>
> & {
  width: number
}) => {
  const styles = useChartStyles()
  const points = series.flatMap((one) => one.points)
  const values = [
    ...points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
    ...(target ? [target.value] : []),
    ...(expected ? [expected.from.value, expected.until.value] : []),
  ]
  const y = numberScale(values, [height - bottom, top], { of: ticks })
  const left = 10 + Math.max(...y.ticks.map((tick) => widthOf(show(tick))))
  const right = width - 12
  const x = dayScale(
    [...points.map(({ day }) => day), ...(expected ? [expected.from.day, expected.until.day] : [])],
    left,
    right,
  )
  return (
    <svg width={width} height={height} aria-hidden focusable="false" className={styles.svg}>
      <text x={0} y={11} className={styles.text}>
        {unit}
      </text>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y.at(tick)} y2={y.at(tick)} className={styles.grid} />
          <text x={left - 6} y={y.at(tick) + 4} textAnchor="end" className={styles.text}>
            {show(tick)}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={height - bottom} y2={height - bottom} className={styles.axis} />
      {(along ?? monthTicks(x.from, x.until, Math.max(2, Math.floor((right - left) / 72)))).map(
        ({ day, words }) => (
          <g key={day}>
            <line
              x1={x.at(day)}
              x2={x.at(day)}
              y1={height - bottom}
              y2={height - bottom + 4}
              className={styles.axis}
            />
            <text
              x={Math.max(widthOf(words) / 2, Math.min(x.at(day), width - widthOf(words) / 2))}
              y={height - 8}
              textAnchor="middle"
              className={styles.text}
            >
              {words}
            </text>
          </g>
        ),
      )}
      {target && (
        <line
          x1={left}
          x2={right}
          y1={y.at(target.value)}
          y2={y.at(target.value)}
          className={styles.target}
        />
      )}
      {expected && (
        <line
          x1={x.at(expected.from.day)}
          y1={y.at(expected.from.value)}
          x2={x.at(expected.until.day)}
          y2={y.at(expected.until.value)}
          className={styles.expected}
        />
      )}
      {series.map(({ name, points: own }, at) => (
        <g key={name}>
          {own.map(
            ({ day, low, high }, index) =>
              low != null &&
              high != null && (
                <Interval
                  key={index}
                  className={lineClass(styles, at)}
                  x={x.at(day)}
                  from={y.at(low)}
                  until={y.at(high)}
                />
              ),
          )}
          <LinePath
            data={[...own]}
            x={({ day }) => x.at(day)}
            y={({ value }) => y.at(value)}
            strokeWidth={2}
            strokeDasharray={dashes[at % dashes.length]}
            className={lineClass(styles, at)}
          />
          {own.map(({ day, value, label }, index) => (
            <Marker
              key={index}
              series={at}
              x={x.at(day)}
              y={y.at(value)}
              title={[showDay(day), `${name}: ${show(value)}`, label].filter(Boolean).join('. ')}
            />
          ))}
          {ends(own).map(({ day, value }, index) => (
            <text
              key={index}
              x={Math.max(left + 8, Math.min(x.at(day), right - 8))}
              y={y.at(value) - 10}
              textAnchor={index === 0 ? 'start' : 'end'}
              className={mergeClasses(styles.strong, areaClass(styles, at))}
            >
              {show(value)}
            </text>
          ))}
        </g>
      ))}
    </svg>
  )
}

/** The first and the last, which carry their numbers; one where there is one. */
const ends = <T,>(all: readonly T[]): T[] => (all.length > 1 ? [all[0]!, all.at(-1)!] : [...all])

const Interval = ({
  x,
  from,
  until,
  className,
}: {
  x: number
  from: number
  until: number
  className: string
}) => (
  <path
    d={`M${x},${from}V${until}M${x - 4},${from}h8M${x - 4},${until}h8`}
    strokeWidth={1.5}
    className={className}
  />
)
