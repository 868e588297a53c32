import {
  alignOf,
  defaultFont,
  formatOf,
  formats,
  highlightOrder,
  highlights,
  indentOf,
  lookOf,
  ruleColour,
  type CellStyle,
} from './styles.ts'
import { declaration, element, main } from './xml.ts'

/** A style in use; `quoted` cells keep text that starts like a formula as text even when somebody edits them. */
export type UsedStyle = { readonly style: CellStyle; readonly quoted: boolean }

/** Formats that Excel knows by number; ours start at 164. */
const builtIn: Record<string, number> = { General: 0, '0%': 9, '#,##0': 3, '@': 49 }

const numbered = (list: string[]) => (part: string) => {
  const at = list.indexOf(part)
  return at >= 0 ? at : list.push(part) - 1
}
const counted = (name: string, parts: readonly string[]) =>
  element(name, { count: parts.length }, parts.join(''))
const colour = (rgb: string) => element('color', { rgb: `FF${rgb}` })
const solid = (rgb: string) =>
  element(
    'fill',
    {},
    element(
      'patternFill',
      { patternType: 'solid' },
      element('fgColor', { rgb: `FF${rgb}` }) + element('bgColor', { indexed: 64 }),
    ),
  )

const fontXml = (look: { bold?: true; italic?: true; size?: number; colour?: string }) =>
  element(
    'font',
    {},
    (look.bold ? '<b/>' : '') +
      (look.italic ? '<i/>' : '') +
      element('sz', { val: look.size ?? defaultFont.size }) +
      colour(look.colour ?? defaultFont.colour) +
      element('name', { val: defaultFont.name }) +
      element('family', { val: 2 }),
  )

const side = (name: string, drawn: boolean) =>
  drawn ? element(name, { style: 'thin' }, colour(ruleColour)) : `<${name}/>`
const borderXml = (rule: 'below' | 'above' | undefined) =>
  element(
    'border',
    {},
    `<left/><right/>${side('top', rule === 'above')}${side('bottom', rule === 'below')}<diagonal/>`,
  )

const dxf = (name: (typeof highlightOrder)[number]) => {
  const { colour: rgb, fill } = highlights[name]
  return element(
    'dxf',
    {},
    element('font', {}, `<b/>${colour(rgb)}`) +
      element('fill', {}, element('patternFill', {}, element('bgColor', { rgb: `FF${fill}` }))),
  )
}

/** `styles.xml` for the styles in use, numbered from 1; 0 is the look of a cell that says nothing. */
export const stylesXml = (used: readonly UsedStyle[]): string => {
  const fonts: string[] = [fontXml({})]
  const fills: string[] = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]
  const borders: string[] = [borderXml(undefined)]
  const codes: string[] = []
  const [font, fill, border, code] = [numbered(fonts), numbered(fills), numbered(borders), numbered(codes)]
  const plainXf = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  const xfs = used.map(({ style, quoted }) => {
    const look = lookOf(style)
    const written = formats[formatOf(style)]
    return element(
      'xf',
      {
        numFmtId: builtIn[written] ?? 164 + code(written),
        fontId: font(fontXml(look)),
        fillId: look.fill ? fill(solid(look.fill)) : 0,
        borderId: border(borderXml(look.rule)),
        xfId: 0,
        quotePrefix: quoted || undefined,
        applyNumberFormat: true,
        applyFont: true,
        applyFill: true,
        applyBorder: true,
        applyAlignment: true,
      },
      element('alignment', {
        horizontal: alignOf(style),
        vertical: 'top',
        wrapText: look.wrap,
        indent: indentOf(style),
      }),
    )
  })
  return (
    declaration +
    element(
      'styleSheet',
      { xmlns: main },
      (codes.length > 0
        ? counted(
            'numFmts',
            codes.map((formatCode, at) => element('numFmt', { numFmtId: 164 + at, formatCode })),
          )
        : '') +
        counted('fonts', fonts) +
        counted('fills', fills) +
        counted('borders', borders) +
        counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
        counted('cellXfs', [plainXf, ...xfs]) +
        counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
        counted('dxfs', highlightOrder.map(dxf)) +
        element('tableStyles', { count: 0, defaultTableStyle: 'TableStyleLight1' }),
    )
  )
}
