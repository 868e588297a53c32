import { t } from '../../words/t.ts'
import { ChartFigure, type ChartFrame } from './ChartFigure.tsx'
import { numberScale, showNumber, type TickKind, widthOf } from './chartScales.ts'
import { Marker, Sample } from './marker.tsx'
import { useChartStyles } from './useChartStyles.ts'

/** One row: a number for each series, null where it is hidden or there is none, and all of them in words. */
export type DotRow = {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly words: string
}

const rowHeight = 46
const [top, bottom] = [4, 40]

/** Several numbers in each row as marks on one scale, each series by its shape: for comparing means, which need no zero. */
export const DotRows = ({
  series,
  rows,
  unit,
  ticks = 'numbers',
  show = showNumber,
  empty,
  ...frame
}: ChartFrame & {
  readonly series: readonly string[]
  readonly rows: readonly DotRow[]
  readonly unit: string
  /** What is counted; ages are in months. */
  readonly ticks?: TickKind
  readonly show?: (value: number) => string
  readonly empty?: string | undefined
}) => (
  <ChartFigure
    {...frame}
    legend={series.map((words, at) => ({ sample: <Sample series={at} line={false} />, words }))}
    empty={
      rows.some(({ values }) => values.some((value) => value !== null))
        ? undefined
        : (empty ?? t`There is nothing to show.`)
    }
  >
    {(width) => <Drawing width={width} series={series} rows={rows} unit={unit} ticks={ticks} show={show} />}
  </ChartFigure>
)

const Drawing = ({
  width,
  series,
  rows,
  unit,
  ticks,
  show,
}: {
  width: number
  series: readonly string[]
  rows: readonly DotRow[]
  unit: string
  ticks: TickKind
  show: (value: number) => string
}) => {
  const styles = useChartStyles()
  const x = numberScale(
    rows.flatMap(({ values }) => values.flatMap((value) => value ?? [])),
    [14, width - 14],
    { ticks: width < 420 ? 4 : 7, of: ticks },
  )
  const foot = top + rows.length * rowHeight
  return (
    <svg width={width} height={foot + bottom} aria-hidden focusable="false" className={styles.svg}>
      {x.ticks.map((tick) => (
        <g key={tick}>
          <line x1={x.at(tick)} x2={x.at(tick)} y1={top} y2={foot} className={styles.grid} />
          <text x={x.at(tick)} y={foot + 14} textAnchor="middle" className={styles.text}>
            {show(tick)}
          </text>
        </g>
      ))}
      <text x={width} y={foot + 32} textAnchor="end" className={styles.text}>
        {unit}
      </text>
      {rows.map(({ name, values, words }, at) => {
        const y = top + at * rowHeight + 32
        const known = values.flatMap((value) => value ?? [])
        const fits = widthOf(name) + widthOf(words) + 24 < width
        return (
          <g key={`${name}${at}`}>
            <text x={0} y={y - 16} className={styles.strong}>
              {name}
            </text>
            {fits && (
              <text x={width} y={y - 16} textAnchor="end" className={styles.text}>
                {words}
              </text>
            )}
            {known.length > 1 && (
              <line
                x1={x.at(Math.min(...known))}
                x2={x.at(Math.max(...known))}
                y1={y}
                y2={y}
                className={styles.axis}
              />
            )}
            {values.map(
              (value, index) =>
                value !== null && (
                  <Marker
                    key={index}
                    series={index}
                    x={x.at(value)}
                    y={y}
                    size={5.5}
                    title={`${name}, ${series[index]}: ${show(value)}`}
                  />
                ),
            )}
            {known.length === 0 && (
              <text x={14} y={y + 4} className={styles.text}>
                {words}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
