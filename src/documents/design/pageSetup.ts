import { childOf, type Element } from '../form/tree.ts'
import type { PageSetup } from './design.ts'

/** A4 with margins of 2 cm. */
export const ourPage: PageSetup = {
  width: 11_906,
  height: 16_838,
  landscape: false,
  top: 1_134,
  right: 1_134,
  bottom: 1_134,
  left: 1_134,
  header: 567,
  footer: 567,
  gutter: 0,
  borders: '',
}

/** About 9 cm: below it the tables of minutes can't be read. */
const narrowest = 5_100
const inches = 1_440
const units: Readonly<Record<string, number>> = {
  mm: inches / 25.4,
  cm: inches / 2.54,
  in: inches,
  pt: 20,
  pc: 240,
  pi: 240,
}

/** Twentieths of a point, or a length with its unit as strict documents may have it. */
const twips = (value: string | undefined): number | null => {
  const [, number, unit] = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/.exec(value?.trim() ?? '') ?? []
  if (number === undefined) return null
  return Math.round(Number(number) * (unit ? units[unit]! : 1))
}

const within = (value: string | undefined, least: number, most: number, ours: number): number => {
  const found = twips(value)
  return found !== null && found >= least && found <= most ? found : ours
}

/** The page of a section; what is missing or can't be is ours. `odd`: something was put right. */
export const pageOf = (section: Element | undefined, xml: string): { page: PageSetup; odd: boolean } => {
  const size = childOf(section, 'pgSz')?.attributes ?? {}
  const margins = childOf(section, 'pgMar')?.attributes ?? {}
  const width = within(size['w'], 5_000, 31_680, ourPage.width)
  const height = within(size['h'], 5_000, 31_680, ourPage.height)
  const borders = childOf(section, 'pgBorders')
  const borderXml = borders ? xml.slice(borders.start, borders.end) : ''
  const found: PageSetup = {
    width,
    height,
    landscape: size['orient'] === 'landscape',
    // Below 0 the header may reach into the text, as its author wanted.
    top: within(margins['top'], -20_000, 20_000, ourPage.top),
    bottom: within(margins['bottom'], -20_000, 20_000, ourPage.bottom),
    left: within(margins['left'] ?? margins['start'], 0, 20_000, ourPage.left),
    right: within(margins['right'] ?? margins['end'], 0, 20_000, ourPage.right),
    header: within(margins['header'], 0, 20_000, ourPage.header),
    footer: within(margins['footer'], 0, 20_000, ourPage.footer),
    gutter: within(margins['gutter'], 0, 5_000, 0),
    // Borders drawn from a picture would need its part.
    borders: borderXml.startsWith('<w:') && !/\sr:/.test(borderXml) ? borderXml : '',
  }
  const narrow = found.width - found.left - found.right - found.gutter < narrowest
  const low = found.height - Math.abs(found.top) - Math.abs(found.bottom) < narrowest
  if (!narrow && !low) return { page: found, odd: false }
  const { top, right, bottom, left, gutter } = ourPage
  const page = width - left - right < narrowest || height - top - bottom < narrowest
  return {
    page: page ? ourPage : { ...found, top, right, bottom, left, gutter },
    odd: true,
  }
}
