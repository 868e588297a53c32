import { grouped } from '../domain/grouped.ts'
import { isSaidAlike } from '../words/pluralForms.ts'
import { languageTag, type Translation, wrongPlaces } from '../words/translation.ts'
import { readFile } from './readFile.ts'
import { safeCsv } from './safeCsv.ts'

const translationHeadings = { english: 'English', where: 'Where', other: 'Translation' } as const

/** What a translator's file says, row by row; 'row' is its number as Excel shows it. */
export type TranslationRows = {
  readonly words: Readonly<Record<string, string>>
  /** Rows that can't be taken, each with what to do. */
  readonly wrong: readonly { readonly row: number; readonly english: string; readonly why: string }[]
  /** How many sayings of the papers have no translation yet. */
  readonly empty: number
}

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim()
/** A translator sees no room before and after words: sayings that differ by it alone are one row. */
const sayingsOf = (english: Readonly<Record<string, string>>): Map<string, string[]> =>
  grouped(Object.keys(english), plain)
const withRoom = (english: string, other: string): string =>
  `${/^\s*/.exec(english)![0]}${other}${/\s*$/.exec(english)![0]}`

const isNeeded = (tag: string | null, words: string): boolean => tag === null || !isSaidAlike(tag, words)

/**
 * The file that a translator fills: every fixed saying, where it stands, and what is translated so far. Of what is
 * counted only as many rows as the language has plural forms, where it is known which language it is.
 */
export const translationCsv = (
  english: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
  tag: string | null = null,
): string =>
  safeCsv(
    Object.values(translationHeadings),
    [...sayingsOf(english)]
      .filter(([words, all]) => isNeeded(tag, words) || all.some((one) => known[one]))
      .map(([words, all]) => [words, english[all[0]!]!, known[all.find((one) => known[one])!]?.trim() ?? ''])
      .toSorted(([a = '', whereA = ''], [b = '', whereB = '']) =>
        whereA === whereB ? (a < b ? -1 : 1) : whereA < whereB ? -1 : 1,
      ),
  )

const folded = (heading: string) => heading.trim().toLowerCase()
const own = Object.values(translationHeadings).map(folded)
const knownOf = (headings: readonly string[]): number =>
  headings.filter((heading) => own.includes(folded(heading))).length
/** An apostrophe keeps Excel from taking words for a formula: it is none of the words. */
const cellOf = (cells: readonly string[], column: number): string =>
  (cells[column] ?? '').trim().replace(/^'(?=\s*[=+\-@|%])/, '')

/**
 * A translator's file, .csv or .xlsx, against the sayings that there are. Never throws: another file is refused in a
 * sentence; a row whose English nobody says, or whose places for what differs are lost, is named and left out.
 */
export const readTranslationFile = (
  bytes: Uint8Array,
  english: Readonly<Record<string, string>>,
  tag: string | null = null,
): TranslationRows | { readonly refused: string } => {
  const file = readFile(bytes, { known: knownOf })
  if (file.kind === 'refused') return { refused: file.why }
  const at = (heading: string) => file.headings.findIndex((one) => folded(one) === folded(heading))
  const [from, to] = [at(translationHeadings.english), at(translationHeadings.other)]
  if (from < 0 || to < 0)
    return {
      refused:
        'This file has no columns headed “English” and “Translation”. Download the file for the translator again, and keep its first row.',
    }
  const sayings = sayingsOf(english)
  const taken = new Map<string, string>()
  const wrong: { row: number; english: string; why: string }[] = []
  for (const { row, cells } of file.rows) {
    const [said, other] = [cellOf(cells, from), cellOf(cells, to)]
    if (other === '') continue
    const known = sayings.has(plain(said)) ? plain(said) : null
    const places = known === null ? null : wrongPlaces(known, other)
    if (known === null)
      wrong.push({
        row,
        english: said,
        why: 'No paper says this English now. Leave the first column as it was downloaded',
      })
    else if (places) wrong.push({ row, english: said, why: places })
    else if ((taken.get(known) ?? other) !== other)
      wrong.push({ row, english: said, why: 'It is translated twice, and not the same way. Keep one' })
    else taken.set(known, other)
  }
  const empty = [...sayings.keys()].filter((words) => !taken.has(words) && isNeeded(tag, words)).length
  const words = [...taken].flatMap(([known, other]) =>
    sayings.get(known)!.map((one) => [one, withRoom(one, other)] as const),
  )
  return { words: Object.fromEntries(words), wrong, empty }
}

/** What is wrong with what was said of a translation, or null. */
export const wrongAbout = ({ tag, name, by }: Pick<Translation, 'tag' | 'name' | 'by'>): string | null => {
  if (name.trim() === '') return 'Say which language it is, such as Polish.'
  if (languageTag(tag) === null)
    return `“${tag}” is not the code of another language. Give one such as pl for Polish, ur for Urdu or cy for Welsh.`
  return by.trim() === '' ? 'Say who translated it: each paper names them.' : null
}
