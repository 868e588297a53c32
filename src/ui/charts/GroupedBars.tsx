import { t } from '../../words/t.ts'
import { PatternLines } from '@visx/pattern'
import { Bar } from '@visx/shape'
import { useId } from 'react'
import { ChartFigure, type ChartFrame } from './ChartFigure.tsx'
import { numberScale, showNumber, widthOf } from './chartScales.ts'
import { areaClass, lineClass, useChartStyles } from './useChartStyles.ts'

/** A bar for each series in each group; null where the number is hidden or there is none, with the word for it. */
export type BarGroup = {
  readonly name: string
  readonly bars: readonly { readonly value: number | null; readonly words: string }[]
}

const bar = 16
const gap = 4
const [top, bottom] = [4, 24]

/** Bars that lie, so that long names and narrow pages have room; each series has its own pattern and its words. */
export const GroupedBars = ({
  series,
  groups,
  unit,
  empty,
  ...frame
}: ChartFrame & {
  readonly series: readonly string[]
  readonly groups: readonly BarGroup[]
  readonly unit: string
  readonly empty?: string | undefined
}) => {
  const id = useId().replaceAll(/[^\w-]/g, '')
  return (
    <ChartFigure
      {...frame}
      legend={
        series.length > 1
          ? series.map((words, at) => ({
              sample: (
                <svg width={22} height={14} aria-hidden focusable="false">
                  <Patterned id={`${id}sample`} series={at} x={0} y={1} width={22} height={12} />
                </svg>
              ),
              words,
            }))
          : []
      }
      empty={
        groups.some(({ bars }) => bars.some(({ value }) => value !== null))
          ? undefined
          : (empty ?? t`There is nothing to show.`)
      }
    >
      {(width) => <Drawing id={id} width={width} groups={groups} unit={unit} />}
    </ChartFigure>
  )
}

/** The first series is full; the others are hatched, each its own way, within an outline. */
const Patterned = ({
  id,
  series,
  x,
  y,
  width,
  height,
  title,
}: {
  id: string
  series: number
  x: number
  y: number
  width: number
  height: number
  title?: string
}) => {
  const styles = useChartStyles()
  const pattern = `${id}-${series}`
  return (
    <>
      {series > 0 && (
        <PatternLines
          id={pattern}
          width={6}
          height={6}
          strokeWidth={2}
          className={lineClass(styles, series)}
          orientation={[(['diagonal', 'vertical', 'horizontal'] as const)[(series - 1) % 3]!]}
        />
      )}
      <Bar
        x={x + 0.5}
        y={y + 0.5}
        width={Math.max(1, width - 1)}
        height={height - 1}
        strokeWidth={1}
        className={series === 0 ? areaClass(styles, 0) : lineClass(styles, series)}
        {...(series > 0 ? { fill: `url(#${pattern})` } : {})}
      >
        {title && <title>{title}</title>}
      </Bar>
    </>
  )
}

const Drawing = ({
  id,
  width,
  groups,
  unit,
}: {
  id: string
  width: number
  groups: readonly BarGroup[]
  unit: string
}) => {
  const styles = useChartStyles()
  const values = groups.flatMap(({ bars }) => bars.flatMap(({ value }) => value ?? []))
  const room = Math.max(...groups.flatMap(({ bars }) => bars.map(({ words }) => widthOf(words)))) + 8
  const x = numberScale(values, [0, width - room], { fromZero: true, ticks: width < 420 ? 3 : 6 })
  const tall = (count: number) => 20 + count * (bar + gap) + 8
  const tops = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, { bars }) => sum + tall(bars.length), top),
  )
  const foot = groups.reduce((sum, { bars }) => sum + tall(bars.length), top)
  return (
    <svg width={width} height={foot + bottom} aria-hidden focusable="false" className={styles.svg}>
      {x.ticks.map((tick) => (
        <g key={tick}>
          <line x1={x.at(tick)} x2={x.at(tick)} y1={top} y2={foot} className={styles.grid} />
          <text
            x={x.at(tick)}
            y={foot + 14}
            textAnchor={x.at(tick) === 0 ? 'start' : 'middle'}
            className={styles.text}
          >
            {showNumber(tick)}
          </text>
        </g>
      ))}
      <text x={width} y={foot + 14} textAnchor="end" className={styles.text}>
        {room > widthOf(unit) ? unit : ''}
      </text>
      {groups.map(({ name, bars }, group) => (
        <g key={`${name}${group}`}>
          <text x={0} y={tops[group]! + 14} className={styles.strong}>
            {name}
          </text>
          {bars.map(({ value, words }, at) => {
            const y = tops[group]! + 20 + at * (bar + gap)
            const from = x.at(0)
            const end = value === null ? from : x.at(value)
            return (
              <g key={at}>
                {value !== null && (
                  <Patterned
                    id={id}
                    series={at}
                    x={Math.min(from, end)}
                    y={y}
                    width={Math.abs(end - from)}
                    height={bar}
                    title={`${name}: ${words}`}
                  />
                )}
                <text x={Math.max(from, end) + 6} y={y + 12} className={styles.text}>
                  {words}
                </text>
              </g>
            )
          })}
        </g>
      ))}
      <line x1={x.at(0)} x2={x.at(0)} y1={top} y2={foot} className={styles.axis} />
    </svg>
  )
}
