import { t } from '../../words/t.ts'
import { ChartFigure, type ChartFrame } from './ChartFigure.tsx'
import { numberScale, showNumber, widthOf } from './chartScales.ts'
import { Marker } from './marker.tsx'
import { useChartStyles } from './useChartStyles.ts'

/** Something with two numbers, such as what it cost and what it changed. */
export type Spot = { readonly name: string; readonly x: number; readonly y: number }
type Axis = { readonly words: string; readonly show?: (value: number) => string }

const height = 320
const [top, bottom] = [22, 44]

/** Spots by two numbers, each with a figure that the list beside it names: words never lie upon each other. */
export const Spots = ({
  spots,
  across,
  up,
  empty,
  ...frame
}: ChartFrame & {
  readonly spots: readonly Spot[]
  readonly across: Axis
  readonly up: Axis
  readonly empty?: string | undefined
}) => (
  <ChartFigure
    {...frame}
    legend={spots.map(({ name }, at) => ({ sample: <Figure at={at} />, words: name }))}
    empty={spots.length === 0 ? (empty ?? t`There is nothing to show.`) : undefined}
  >
    {(width) => <Drawing width={width} spots={spots} across={across} up={up} />}
  </ChartFigure>
)

const Figure = ({ at }: { at: number }) => {
  const styles = useChartStyles()
  return (
    <svg width={20 + widthOf(String(at + 1))} height={16} aria-hidden focusable="false">
      <Marker series={0} x={8} y={8} size={5} />
      <text x={17} y={12} className={styles.strong}>
        {at + 1}
      </text>
    </svg>
  )
}

type Place = { readonly x: number; readonly y: number }
/** Places for figures beside their own marks: the first side on which each lies upon no other figure or mark. */
const apart = (marks: readonly Place[]): Place[] => {
  const taken: Place[] = []
  for (const [at, mark] of marks.entries()) {
    const isFree = ({ x, y }: Place) =>
      !taken.some((one) => Math.abs(one.x - x) < 16 && Math.abs(one.y - y) < 13) &&
      !marks.some((one, i) => i !== at && one.x > x - 8 && one.x < x + 14 && Math.abs(one.y - (y - 4)) < 10)
    const sides = [
      { x: mark.x + 9, y: mark.y - 5 },
      { x: mark.x - 4, y: mark.y - 10 },
      { x: mark.x - 4, y: mark.y + 19 },
      { x: mark.x - 18, y: mark.y + 4 },
    ]
    const place = sides.find(isFree) ?? { ...sides[0]! }
    while (!isFree(place)) place.y -= 6
    taken.push(place)
  }
  return taken
}

const Drawing = ({
  width,
  spots,
  across,
  up,
}: {
  width: number
  spots: readonly Spot[]
  across: Axis
  up: Axis
}) => {
  const styles = useChartStyles()
  const [showX, showY] = [across.show ?? showNumber, up.show ?? showNumber]
  const y = numberScale(
    spots.map((one) => one.y),
    [height - bottom, top],
    { fromZero: true },
  )
  const left = 10 + Math.max(...y.ticks.map((tick) => widthOf(showY(tick))))
  const right = width - 22
  const x = numberScale(
    spots.map((one) => one.x),
    [left, right],
    { fromZero: true, ticks: width < 420 ? 3 : 6 },
  )
  const labels = apart(spots.map((spot) => ({ x: x.at(spot.x), y: y.at(spot.y) })))
  return (
    <svg width={width} height={height} aria-hidden focusable="false" className={styles.svg}>
      <text x={0} y={11} className={styles.text}>
        {up.words}
      </text>
      <text x={width} y={height - 6} textAnchor="end" className={styles.text}>
        {across.words}
      </text>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y.at(tick)} y2={y.at(tick)} className={styles.grid} />
          <text x={left - 6} y={y.at(tick) + 4} textAnchor="end" className={styles.text}>
            {showY(tick)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick) => (
        <text key={tick} x={x.at(tick)} y={height - bottom + 16} textAnchor="middle" className={styles.text}>
          {showX(tick)}
        </text>
      ))}
      <line x1={left} x2={right} y1={y.at(0)} y2={y.at(0)} className={styles.axis} />
      <line x1={left} x2={left} y1={top} y2={height - bottom} className={styles.axis} />
      {spots.map((spot, at) => (
        <g key={`${spot.name}${at}`}>
          <Marker
            series={0}
            x={x.at(spot.x)}
            y={y.at(spot.y)}
            size={5.5}
            title={`${spot.name}: ${showX(spot.x)}, ${showY(spot.y)}`}
          />
          <text x={labels[at]!.x} y={labels[at]!.y} className={styles.strong}>
            {at + 1}
          </text>
        </g>
      ))}
    </svg>
  )
}
