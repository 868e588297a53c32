import {
  cell,
  empty,
  paragraph,
  row,
  run,
  table,
  tickBox,
} from '../../../src/documents/form/examples/build.ts'

/* Shapes that the shipped examples don't use: held back with the forms that try the mapper. */

const tab = '<w:r><w:tab/></w:r>'

/** A line of labels, each with a dotted or ruled leader behind it. */
export const leaderLine = (leader: 'dot' | 'underscore', ...labels: readonly string[]): string =>
  `<w:p><w:pPr><w:tabs>${labels.map((_, at) => `<w:tab w:val="left" w:leader="${leader}" w:pos="${Math.round((9600 * (at + 1)) / labels.length)}"/>`).join('')}</w:tabs></w:pPr>` +
  `${labels.map((label, at) => run(`${at ? ' ' : ''}${label} `) + tab).join('')}</w:p>`

/** Blanks that Word underlines, as typed with the space bar. */
export const ruled = (letters = 24): string => run('\u00A0'.repeat(letters), { underline: true })

export const ticks = (...options: readonly string[]): string =>
  options
    .map((option, at) => `${tickBox()}${run(` ${option}${at < options.length - 1 ? '    ' : ''}`)}`)
    .join('')

/** A cell with its label on top and room under it. */
export const over = (label: string, width: number, span = 1, inside = '', room = 1): string =>
  cell(
    paragraph(label, { bold: true }) + (inside ? paragraph(inside) : empty.repeat(room)),
    width,
    span > 1 ? { span } : {},
  )

/** A control within a line stands in a paragraph: Word takes none straight in a cell. */
export const inCell = (inside: string, width: number): string =>
  cell(inside.startsWith('<') ? paragraph(inside) : inside, width)

export const question = (asked: string, answer: string): string =>
  row(cell(asked, 4800), inCell(answer, 4838))

/** `rows` empty rows below a row of headings. */
export const grid = (widths: readonly number[], heads: readonly string[], rows: number): string =>
  table(
    widths,
    row(...heads.map((head, at) => cell(head, widths[at]!, { bold: true, shade: 'E2EFD9' }))),
    ...Array.from({ length: rows }, () => row(...widths.map((width) => cell('', width)))),
  )
