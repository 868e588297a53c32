import { mergeClasses } from '@fluentui/react-components'
import { areaClass, dashes, lineClass, useChartStyles } from './useChartStyles.ts'

const shapes: readonly ((size: number) => string)[] = [
  (r) => `M${-r},0A${r},${r} 0 1 0 ${r},0A${r},${r} 0 1 0 ${-r},0Z`,
  (r) => `M${-r * 0.9},${-r * 0.9}H${r * 0.9}V${r * 0.9}H${-r * 0.9}Z`,
  (r) => `M0,${-r * 1.2}L${r * 1.15},${r * 0.9}H${-r * 1.15}Z`,
  (r) => `M0,${-r * 1.3}L${r * 1.3},0L0,${r * 1.3}L${-r * 1.3},0Z`,
]

/** The shape of a series: circle, square, triangle or diamond; hollow where it is a beginning. */
export const Marker = ({
  series,
  x,
  y,
  size = 4.5,
  hollow = false,
  title,
}: {
  series: number
  x: number
  y: number
  size?: number
  hollow?: boolean
  title?: string
}) => {
  const styles = useChartStyles()
  return (
    <path
      d={shapes[series % shapes.length]!(size)}
      transform={`translate(${x},${y})`}
      strokeWidth={1.5}
      className={mergeClasses(lineClass(styles, series), hollow ? styles.hollow : areaClass(styles, series))}
    >
      {title && <title>{title}</title>}
    </path>
  )
}

/** What a series looks like, beside its name. */
export const Sample = ({ series, line = true }: { series: number; line?: boolean }) => {
  const styles = useChartStyles()
  return (
    <svg width={28} height={14} aria-hidden focusable="false">
      {line && (
        <line
          x1={0}
          x2={28}
          y1={7}
          y2={7}
          strokeWidth={2}
          strokeDasharray={dashes[series % dashes.length]}
          className={lineClass(styles, series)}
        />
      )}
      <Marker series={series} x={14} y={7} />
    </svg>
  )
}
