/** How a value is written. */
export const formats = {
  general: 'General',
  text: '@',
  date: 'dd/mm/yyyy',
  whole: '#,##0',
  number: 'General',
  money: '"£"#,##0.00',
  exact: '"£"#,##0.00##',
  percent: '0%',
  time: 'hh:mm',
  hours: '[h]:mm',
  tenth: '0.0',
  hundredth: '0.00',
  /** What formulas find rows by, and nobody reads. */
  key: ';;;',
} as const
export type Format = keyof typeof formats

type Look = {
  readonly bold?: true
  readonly italic?: true
  readonly size?: number
  readonly colour?: string
  readonly fill?: string
  readonly rule?: 'below' | 'above'
  readonly wrap?: true
}

const ink = '1F2937'
const navy = '1F3864'
/** What a cell is for. Colours are RRGGBB; pale, so that paper copies drink no toner. */
const looks = {
  title: { bold: true, size: 16, colour: navy },
  heading: { bold: true, size: 12, colour: navy },
  note: { colour: '595959' },
  prose: { wrap: true },
  label: {},
  header: { bold: true, colour: navy, fill: 'DCE6F1', rule: 'below', wrap: true },
  plain: { rule: 'below', wrap: true },
  input: { fill: 'FFF9DB', rule: 'below', wrap: true },
  calculated: { fill: 'F3F2F1', rule: 'below', wrap: true },
  total: { bold: true, fill: 'F3F2F1', rule: 'above' },
} as const satisfies Record<string, Look>
export type LookName = keyof typeof looks
export type CellStyle = `${LookName}.${Format}`

export const lookOf = (style: CellStyle): Look => looks[style.split('.')[0] as LookName]
export const formatOf = (style: CellStyle): Format => style.split('.')[1] as Format
export const ruleColour = 'BFBFBF'
export const defaultFont = { name: 'Calibri', size: 11, colour: ink } as const

const numeric: readonly Format[] = [
  'date',
  'whole',
  'number',
  'money',
  'exact',
  'percent',
  'time',
  'hours',
  'tenth',
  'hundredth',
]
export const alignOf = (style: CellStyle): 'right' | 'left' =>
  numeric.includes(formatOf(style)) ? 'right' : 'left'

/** Room beside a value in a table, so that a right-aligned number does not touch the words after it. */
export const indentOf = (style: CellStyle): 1 | undefined =>
  lookOf(style).fill || lookOf(style).rule ? 1 : undefined

/** How conditional formats show what needs a look: never by colour alone, the cell's words say it too. */
export const highlights = {
  attention: { colour: '7A4F01', fill: 'FFF4CE', bold: true },
  over: { colour: '8E1B1B', fill: 'FDE7E9', bold: true },
} as const
export type Highlight = keyof typeof highlights
export const highlightOrder = Object.keys(highlights) as Highlight[]
