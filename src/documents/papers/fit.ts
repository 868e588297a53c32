import type { Block, DocumentContent, Run } from '../blocks.ts'
import { type Design, widthOf } from '../design/design.ts'
import { plainDesign } from '../design/plain.ts'

/**
 * How high a document of text stands, near enough to choose a size of type and to warn: letters as wide as those of
 * Calibri, lines and the room between as our styles have them (word/styles.ts). A school's own template may differ.
 */

/** Twentieths of a point, as Word counts. */
const perPoint = 20
/** What a school's header may take beyond the margin, which nothing here can measure. */
const headerRoom = 40

/** The page that there is, in points: how wide and high its text may be. */
type Sheet = {
  readonly width: number
  readonly height: number
  readonly margin: number
  readonly toFooter: number
}
const sheetOf = ({ page, headers }: Pick<Design, 'page' | 'headers'>): Sheet => ({
  width: widthOf(page) / perPoint,
  height: (page.height - page.top - page.bottom) / perPoint - (headers.length > 0 ? headerRoom : 0),
  margin: page.bottom / perPoint,
  toFooter: page.footer / perPoint,
})
const inset = 56.7
const photo = { side: 85.1, gap: 11.3 }
const usual = 11
/** Of the font's own line, and how much of it our text takes. */
const fontLine = 1.2207
const looseLines = 1.15

/** Widths in thousandths of the size of the type. */
const widths: Readonly<Record<number, string>> = {
  226: 'il|ʼ’‘',
  240: 'j ',
  256: '.,:;!()[]-',
  330: 'fr',
  360: 'tI',
  400: 'sz“”"',
  440: 'cvxky',
  480: 'aegFLSJ',
  530: 'bdhnopquETPBRXYKC?0123456789',
  620: 'AVDGHUNZ',
  720: 'wOQ',
  800: 'mM',
  890: 'W—',
}
const letterWidths = new Map(
  Object.entries(widths).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)])),
)
/** Of a letter that isn't above: another script, or a sign. */
const otherWidth = 620
const bold = 1.04

const wide = (words: string, size: number): number =>
  ([...words].reduce((sum, letter) => sum + (letterWidths.get(letter) ?? otherWidth), 0) * size) / 1000

/** Lines that the words take in a column: broken between words, and within one that is too long. */
const linesOf = (words: string, size: number, column: number): number =>
  words.split('\n').reduce((lines, part) => {
    let at = 0
    let more = 1
    for (const word of part.split(' ')) {
      const width = wide(word, size)
      const needed = at === 0 ? width : at + wide(' ', size) + width
      if (needed <= column) at = needed
      else {
        more += (at === 0 ? 0 : 1) + Math.floor(width / column)
        at = width % column
      }
    }
    return lines + more
  }, 0)

const said = (runs: readonly Run[]): string =>
  runs.map((run) => ('bound' in run ? run.bound.text || run.bound.placeholder : run.text)).join('')

type Measure = {
  readonly size: number
  readonly scale: number
  readonly beside: number
  readonly sheet: Sheet
}
const strip = (words: string, size: number, column: number, loose: number) =>
  linesOf(words, size, column) * size * fontLine * loose

const headings = {
  1: { size: 15, before: 16, after: 5 },
  2: { size: 12, before: 10, after: 3 },
  3: { size: 11, before: 8, after: 2 },
} as const
const picture = 34
/** How high a block is, and the room before and after it. */
type Standing = { readonly before: number; readonly height: number; readonly after: number }
/** What no page has room for: nothing here knows how high it is. */
const unknown: Standing = { before: 0, height: Infinity, after: 0 }
const standingOf = (block: Block, { size, scale, beside, sheet }: Measure): Standing => {
  const column = sheet.width - beside
  switch (block.is) {
    case 'title':
      return { before: 0, height: strip(block.text, 20 * scale * bold, column, 1), after: 8 * scale }
    case 'heading': {
      const { size: own, before, after } = headings[block.level]
      const words = strip(block.text, own * scale * bold, column - (block.drawing ? inset : 0), 1)
      return {
        before: before * scale,
        // A picture makes its line as high as itself.
        height: block.drawing ? Math.max(words, picture + own * scale * 0.25) : words,
        after: after * scale,
      }
    }
    case 'paragraph':
      return block.tone === 'note'
        ? {
            before: 4 * scale,
            height: strip(said(block.runs), 10 * scale, column, looseLines),
            after: 6 * scale,
          }
        : {
            before: 0,
            height: strip(said(block.runs), size, column - (block.inset ? inset : 0), looseLines),
            after: 6 * scale,
          }
    case 'list':
      return {
        before: 0,
        height: block.items.reduce(
          (sum, item) =>
            sum + strip(said(item), size, column - (block.inset ? inset + 14.2 : 19.9), looseLines),
          0,
        ),
        after: 6 * scale,
      }
    case 'table':
    case 'ask':
    case 'room':
    case 'pictures':
    case 'pageBreak':
      return unknown
  }
}

/** How much of the page is used: what the estimate doesn't know is more with a school's own fonts and spacing. */
const safety = { ours: 0.975, theirs: 0.9 }

/** Whether a document of headings, paragraphs and lists stands on one page, in our look or the school's. */
export const fits = (content: DocumentContent, hasPhoto: boolean, design?: Design): boolean => {
  const sheet = sheetOf(design ?? plainDesign)
  const size = content.type ?? usual
  const scale = size / usual
  const footer = strip(content.footer, 8.5 * scale, sheet.width, 1) + 5
  const room = sheet.height - Math.max(0, sheet.toFooter + footer - sheet.margin)
  let height = 0
  let after = 0
  for (const block of content.blocks) {
    // The first lines stand beside the photo.
    const beside = hasPhoto && height < photo.side ? photo.side + photo.gap : 0
    const standing = standingOf(block, { size, scale, beside, sheet })
    // Of the room after one block and before the next, Word keeps the larger.
    height += Math.max(standing.before, after) + standing.height
    after = standing.after
  }
  return height <= room * (design ? safety.theirs : safety.ours)
}
