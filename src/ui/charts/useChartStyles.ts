import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'

const forced = '@media (forced-colors: active)'
const line = (colour: string) => ({ stroke: colour, [forced]: { stroke: 'CanvasText' } })
const area = (colour: string) => ({ fill: colour, [forced]: { fill: 'CanvasText' } })

/** Words are read over a line that they lie upon. */
const halo = {
  paintOrder: 'stroke',
  stroke: tokens.colorNeutralBackground1,
  strokeWidth: '4px',
  strokeLinejoin: 'round',
} as const

/**
 * Fluent’s own colours, so that a chart follows the theme; where the system forces its colours, its own. No chart
 * tells anything by colour alone: shapes, dashes, patterns and words say it too.
 */
export const useChartStyles = makeStyles({
  svg: { display: 'block', maxWidth: '100%', overflow: 'visible', '@media print': { breakInside: 'avoid' } },
  text: {
    ...typographyStyles.caption1,
    ...halo,
    fill: tokens.colorNeutralForeground2,
    [forced]: { fill: 'CanvasText', stroke: 'Canvas' },
  },
  strong: {
    ...typographyStyles.caption1Strong,
    ...halo,
    fill: tokens.colorNeutralForeground1,
    [forced]: { fill: 'CanvasText', stroke: 'Canvas' },
  },
  grid: { strokeWidth: '1px', ...line(tokens.colorNeutralStroke2), [forced]: { stroke: 'GrayText' } },
  axis: { strokeWidth: '1px', ...line(tokens.colorNeutralStrokeAccessible) },
  target: { strokeWidth: '2px', strokeDasharray: '2 4', ...line(tokens.colorNeutralForeground1) },
  expected: { strokeWidth: '1.5px', strokeDasharray: '8 4', ...line(tokens.colorNeutralForeground3) },
  hollow: { fill: tokens.colorNeutralBackground1, [forced]: { fill: 'Canvas' } },
  line0: line(tokens.colorBrandForeground1),
  line1: line(tokens.colorPaletteBerryBorderActive),
  line2: line(tokens.colorPaletteTealBorderActive),
  line3: line(tokens.colorPaletteDarkOrangeForeground1),
  area0: area(tokens.colorBrandForeground1),
  area1: area(tokens.colorPaletteBerryBorderActive),
  area2: area(tokens.colorPaletteTealBorderActive),
  area3: area(tokens.colorPaletteDarkOrangeForeground1),
})

export type ChartStyles = ReturnType<typeof useChartStyles>
export const lineClass = (styles: ChartStyles, series: number): string =>
  [styles.line0, styles.line1, styles.line2, styles.line3][series % 4]!
export const areaClass = (styles: ChartStyles, series: number): string =>
  [styles.area0, styles.area1, styles.area2, styles.area3][series % 4]!

/** How the line of each series is broken: the first is whole. */
export const dashes = ['none', '6 3', '2 3', '10 3 2 3'] as const
