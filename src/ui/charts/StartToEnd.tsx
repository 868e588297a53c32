import { t } from '../../words/t.ts'
import { mergeClasses } from '@fluentui/react-components'
import { ChartFigure, type ChartFrame } from './ChartFigure.tsx'
import { numberScale, showNumber, type TickKind, widthOf } from './chartScales.ts'
import { Marker } from './marker.tsx'
import { areaClass, lineClass, useChartStyles } from './useChartStyles.ts'

/** Where a group began and ended; null where that is hidden or not known, with the word for it. */
export type StartEnd = {
  readonly name: string
  readonly start: number | null
  readonly end: number | null
  readonly without?: string
  readonly strong?: boolean
}

const rowHeight = 44
const [top, bottom] = [18, 26]

/** A row for each group: a hollow mark where it began, a full one where it ended, an arrowed line between. */
export const StartToEnd = ({
  rows,
  unit,
  ticks = 'numbers',
  show = showNumber,
  empty,
  ...frame
}: ChartFrame & {
  readonly rows: readonly StartEnd[]
  readonly unit: string
  /** What is counted; ages are in months. */
  readonly ticks?: TickKind
  /** A value as people read it on this scale. */
  readonly show?: (value: number) => string
  readonly empty?: string | undefined
}) => (
  <ChartFigure
    {...frame}
    legend={[
      { sample: <Mark hollow />, words: t`Mean at the start` },
      { sample: <Mark />, words: t`Mean at the end` },
    ]}
    empty={
      rows.some(({ start, end }) => start !== null && end !== null)
        ? undefined
        : (empty ?? t`Nothing has been measured at both ends yet.`)
    }
  >
    {(width) => <Drawing width={width} rows={rows} unit={unit} ticks={ticks} show={show} />}
  </ChartFigure>
)

const Mark = ({ hollow = false }: { hollow?: boolean }) => (
  <svg width={14} height={14} aria-hidden focusable="false">
    <Marker series={0} x={7} y={7} hollow={hollow} />
  </svg>
)

const Drawing = ({
  width,
  rows,
  unit,
  ticks,
  show,
}: {
  width: number
  rows: readonly StartEnd[]
  unit: string
  ticks: TickKind
  show: (value: number) => string
}) => {
  const styles = useChartStyles()
  const values = rows.flatMap(({ start, end }) => [start ?? [], end ?? []].flat())
  const room = Math.max(...values.map((value) => widthOf(show(value)))) + 10
  const [left, right] = [room, width - room]
  const x = numberScale(values, [left, right], { ticks: width < 420 ? 3 : 6, of: ticks })
  const height = top + rows.length * rowHeight + bottom
  const foot = height - bottom
  return (
    <svg width={width} height={height} aria-hidden focusable="false" className={styles.svg}>
      {x.ticks.map((tick) => (
        <g key={tick}>
          <line x1={x.at(tick)} x2={x.at(tick)} y1={top} y2={foot} className={styles.grid} />
          <text x={x.at(tick)} y={foot + 14} textAnchor="middle" className={styles.text}>
            {show(tick)}
          </text>
        </g>
      ))}
      <text x={width} y={11} textAnchor="end" className={styles.text}>
        {unit}
      </text>
      {rows.map(({ name, start, end, without, strong }, at) => {
        const y = top + at * rowHeight + 30
        return (
          <g key={`${name}${at}`}>
            <text x={0} y={y - 13} className={strong ? styles.strong : styles.text}>
              {name.length * 6.4 > width ? `${name.slice(0, Math.floor(width / 6.6) - 1)}…` : name}
            </text>
            {start === null || end === null ? (
              <text x={left} y={y + 4} className={styles.text}>
                {without ?? t`not measured at both ends`}
              </text>
            ) : (
              <>
                <line
                  x1={x.at(start)}
                  x2={x.at(end)}
                  y1={y}
                  y2={y}
                  strokeWidth={strong ? 3 : 2}
                  className={lineClass(styles, 0)}
                />
                <Marker series={0} x={x.at(start)} y={y} hollow title={t`${name}: start ${show(start)}`} />
                <Marker
                  series={0}
                  x={x.at(end)}
                  y={y}
                  size={strong ? 6 : 5}
                  title={t`${name}: end ${show(end)}`}
                />
                <text
                  x={x.at(start) + (end >= start ? -9 : 9)}
                  y={y + 4}
                  textAnchor={end >= start ? 'end' : 'start'}
                  className={styles.text}
                >
                  {show(start)}
                </text>
                <text
                  x={x.at(end) + (end >= start ? 9 : -9)}
                  y={y + 4}
                  textAnchor={end >= start ? 'start' : 'end'}
                  className={mergeClasses(styles.strong, areaClass(styles, 0))}
                >
                  {show(end)}
                </text>
              </>
            )}
          </g>
        )
      })}
    </svg>
  )
}
