import { type BookHighlight, type Look, lookWith, plainLook } from './book.ts'
import { kid, kids } from './xmlParts.ts'

/** Excel's own number formats, by number, as far as schools meet them. */
const builtIn: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  49: '@',
}
/** The theme's first colours, as Office's own theme has them. */
const theme = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
]

const colourOf = (element: Element | undefined): string | undefined => {
  const rgb = element?.getAttribute('rgb')
  if (rgb) return `#${rgb.slice(-6).toUpperCase()}`
  const number = element?.getAttribute('theme')
  return number ? theme[Number(number)] : undefined
}
const on = (element: Element | undefined) =>
  element !== undefined && !['0', 'false'].includes(element.getAttribute('val') ?? '')
const capital = <T extends string>(word: string | null): T | undefined =>
  word ? ((word.charAt(0).toUpperCase() + word.slice(1)) as T) : undefined

const fontOf = (font: Element | undefined): Partial<Look> => {
  const colour = colourOf(kid(font, 'color'))
  const size = Number(kid(font, 'sz')?.getAttribute('val') ?? 11)
  const name = kid(font, 'name')?.getAttribute('val')
  return {
    ...(on(kid(font, 'b')) && { bold: true }),
    ...(on(kid(font, 'i')) && { italic: true }),
    ...(kid(font, 'u') && { underline: true }),
    ...(on(kid(font, 'strike')) && { strike: true }),
    ...(size !== 11 && { size }),
    ...(name && name !== 'Calibri' && { font: name }),
    ...(colour && colour !== '#000000' && { colour }),
  }
}
const fillOf = (fill: Element | undefined): Partial<Look> => {
  const pattern = kid(fill, 'patternFill')
  const colour =
    pattern?.getAttribute('patternType') === 'solid' ? colourOf(kid(pattern, 'fgColor')) : undefined
  return colour ? { fill: colour } : {}
}
const bordersOf = (border: Element | undefined): Partial<Look> =>
  Object.fromEntries(
    (['top', 'bottom', 'left', 'right'] as const).flatMap((side) => {
      const drawn = kid(border, side)
      return drawn?.getAttribute('style') ? [[side, colourOf(kid(drawn, 'color')) ?? '#000000']] : []
    }),
  )

export type ReadStyles = {
  readonly looks: readonly Look[]
  readonly dxfs: readonly Omit<BookHighlight, 'box' | 'formula'>[]
}

/** What each style number of the file looks like, and each highlight of its conditional formats. */
export const readLooks = (root: Element): ReadStyles => {
  const own = new Map(
    kids(kid(root, 'numFmts'), 'numFmt').map((each) => [
      Number(each.getAttribute('numFmtId')),
      each.getAttribute('formatCode') ?? '',
    ]),
  )
  const fonts = kids(kid(root, 'fonts'), 'font').map(fontOf)
  const fills = kids(kid(root, 'fills'), 'fill').map(fillOf)
  const borders = kids(kid(root, 'borders'), 'border').map(bordersOf)
  const looks = kids(kid(root, 'cellXfs'), 'xf').map((xf) => {
    const number = (name: string) => Number(xf.getAttribute(name) ?? 0)
    const alignment = kid(xf, 'alignment')
    const across = capital<NonNullable<Look['across']>>(alignment?.getAttribute('horizontal') ?? null)
    const down = capital<NonNullable<Look['down']>>(alignment?.getAttribute('vertical') ?? null)
    const indent = Number(alignment?.getAttribute('indent') ?? 0)
    return lookWith(plainLook, {
      format: own.get(number('numFmtId')) ?? builtIn[number('numFmtId')] ?? 'General',
      ...fonts[number('fontId')],
      ...fills[number('fillId')],
      ...borders[number('borderId')],
      ...(across && { across }),
      ...(down && { down }),
      ...(indent > 0 && { indent }),
      ...(alignment?.getAttribute('wrapText') === '1' && { wrap: true }),
      ...(xf.getAttribute('quotePrefix') === '1' && { quote: true }),
    })
  })
  const dxfs = kids(kid(root, 'dxfs'), 'dxf').map((dxf) => {
    const fill = colourOf(kid(kid(kid(dxf, 'fill'), 'patternFill'), 'bgColor'))
    const { colour, bold } = fontOf(kid(dxf, 'font'))
    return { ...(fill && { fill }), ...(colour && { colour }), ...(bold && { bold }) }
  })
  return { looks, dxfs }
}
