import { type BookHighlight, type Look } from './book.ts'
import { argb, head, ns, safe } from './writeXml.ts'

/** Gives each different text a number, in the order in which they come. */
class Numbered {
  readonly all: string[]
  readonly #known: Map<string, number>
  constructor(first: readonly string[]) {
    this.all = [...first]
    this.#known = new Map(first.map((text, at) => [text, at]))
  }
  of(text: string): number {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    this.#known.set(text, this.all.length)
    return this.all.push(text) - 1
  }
  list(name: string): string {
    return `<${name} count="${this.all.length}">${this.all.join('')}</${name}>`
  }
}

/** The styles of a workbook as they are met: each different one once. */
export class Styles {
  readonly #fonts = new Numbered(['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'])
  readonly #fills = new Numbered([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ])
  readonly #borders = new Numbered(['<border><left/><right/><top/><bottom/><diagonal/></border>'])
  readonly #formats = new Numbered([])
  readonly #looks = new Map<Look, number>()
  readonly #xfs = new Numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'])
  readonly dxfs = new Numbered([])

  of(look: Look): number {
    const known = this.#looks.get(look) ?? this.#xfs.of(this.#xf(look))
    this.#looks.set(look, known)
    return known
  }
  #xf(look: Look): string {
    const font = `<font>${look.bold ? '<b/>' : ''}${look.italic ? '<i/>' : ''}${look.strike ? '<strike/>' : ''}${look.underline ? '<u/>' : ''}<sz val="${look.size ?? 11}"/>${look.colour ? `<color rgb="${argb(look.colour)}"/>` : ''}<name val="${safe(look.font ?? 'Calibri')}"/><family val="2"/></font>`
    const fill = look.fill
      ? this.#fills.of(
          `<fill><patternFill patternType="solid"><fgColor rgb="${argb(look.fill)}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0
    const side = (name: 'left' | 'right' | 'top' | 'bottom') =>
      look[name] ? `<${name} style="thin"><color rgb="${argb(look[name])}"/></${name}>` : `<${name}/>`
    const border = this.#borders.of(
      `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`,
    )
    const known: Record<string, number> = { General: 0, '0': 1, '0.00': 2, '#,##0': 3, '0%': 9, '@': 49 }
    const format = known[look.format] ?? 164 + this.#formats.of(look.format)
    const across =
      look.across && look.across !== 'General' ? ` horizontal="${look.across.toLowerCase()}"` : ''
    const down = look.down && look.down !== 'Bottom' ? ` vertical="${look.down.toLowerCase()}"` : ''
    const alignment = `<alignment${across}${down}${look.wrap ? ' wrapText="1"' : ''}${look.indent ? ` indent="${look.indent}"` : ''}/>`
    return `<xf numFmtId="${format}" fontId="${this.#fonts.of(font)}" fillId="${fill}" borderId="${border}" xfId="0"${look.quote ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
  }
  dxf({ colour, fill, bold }: BookHighlight): number {
    return this.dxfs.of(
      `<dxf><font>${bold ? '<b/>' : ''}${colour ? `<color rgb="${argb(colour)}"/>` : ''}</font>${fill ? `<fill><patternFill><bgColor rgb="${argb(fill)}"/></patternFill></fill>` : ''}</dxf>`,
    )
  }
  xml(): string {
    const formats = this.#formats.all.map(
      (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${safe(code)}"/>`,
    )
    return `${head}<styleSheet xmlns="${ns}">${formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : ''}${this.#fonts.list('fonts')}${this.#fills.list('fills')}${this.#borders.list('borders')}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${this.#xfs.list('cellXfs')}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${this.dxfs.list('dxfs')}</styleSheet>`
  }
}
