import { all, attr, kid, kids, val } from '../dom.ts'
import { styleOf } from '../styles.ts'
import type { WordFile } from '../wordFile.ts'

type Level = { format: string; text: string; start: number }

const letters = (number: number): string => String.fromCharCode(96 + (((number - 1) % 26) + 1))
const romans: readonly [number, string][] = [
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const roman = (number: number): string => {
  let rest = number
  return romans.reduce((text, [size, sign]) => {
    const times = Math.floor(rest / size)
    rest -= times * size
    return text + sign.repeat(times)
  }, '')
}

const shown = (format: string, number: number): string => {
  if (format === 'lowerLetter') return letters(number)
  if (format === 'upperLetter') return letters(number).toUpperCase()
  if (format === 'lowerRoman') return roman(number)
  if (format === 'upperRoman') return roman(number).toUpperCase()
  return String(number)
}

const levelsOf = (word: WordFile, numId: string): Level[] => {
  const path = word.file.related(word.main, 'numbering')
  if (!path || !word.file.has(path)) return []
  const root = word.file.tree(path).documentElement
  const num = kids(root, 'num').find((each) => attr(each, 'numId') === numId)
  const abstract = kids(root, 'abstractNum').find(
    (each) => attr(each, 'abstractNumId') === val(num, 'abstractNumId'),
  )
  return (abstract ? kids(abstract, 'lvl') : []).map((level) => ({
    format: val(level, 'numFmt') ?? 'decimal',
    text: val(level, 'lvlText') ?? '%1.',
    start: Number(val(level, 'start') ?? 1),
  }))
}

const numberingOf = (word: WordFile, paragraph: Element): Element | undefined => {
  const properties = kid(paragraph, 'pPr')
  const own = properties && kid(properties, 'numPr')
  if (own) return own
  const style = styleOf(word, val(properties, 'pStyle'))
  const look = style && kid(style, 'pPr')
  return look && kid(look, 'numPr')
}

export type ListLabel = { text: string; depth: number }

const shownBefore = new WeakMap<WordFile, Map<Element, ListLabel>>()

/** The same map as the last time while nothing in it is different, so that what is drawn from it can stay. */
export const listLabels = (word: WordFile): Map<Element, ListLabel> => {
  const now = countedLabels(word)
  const before = shownBefore.get(word)
  const same =
    before?.size === now.size &&
    [...now].every(([element, { text, depth }]) => {
      const known = before.get(element)
      return known?.text === text && known.depth === depth
    })
  if (before && same) return before
  shownBefore.set(word, now)
  return now
}

/** The bullet or number that each paragraph of a list shows, counted through the document. */
const countedLabels = (word: WordFile): Map<Element, ListLabel> => {
  const labels = new Map<Element, ListLabel>()
  const counts = new Map<string, number[]>()
  const known = new Map<string, Level[]>()
  for (const paragraph of all(word.body, 'p')) {
    const numbering = numberingOf(word, paragraph)
    const numId = numbering && val(numbering, 'numId')
    if (!numId || numId === '0') continue
    const levels = known.get(numId) ?? levelsOf(word, numId)
    known.set(numId, levels)
    const depth = Number(val(numbering, 'ilvl') ?? 0)
    const level = levels[depth]
    if (!level) continue
    const count = (counts.get(numId) ?? []).slice(0, depth + 1)
    count[depth] = (count[depth] ?? level.start - 1) + 1
    counts.set(numId, count)
    const text =
      level.format === 'bullet'
        ? '•'
        : level.text.replace(/%(\d)/g, (_, at: string) =>
            shown(levels[Number(at) - 1]?.format ?? 'decimal', count[Number(at) - 1] ?? 1),
          )
    labels.set(paragraph, { text, depth })
  }
  return labels
}
