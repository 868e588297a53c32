import type { Form, FormField, FormTable, Room, Spot } from './fields.ts'
import { type Line, linesOf } from './lines.ts'
import type { Element } from './tree.ts'

/** A place of a form as a person points at it: one field, or a column of a table to fill row by row. */
export type Place =
  | { readonly is: 'field'; readonly field: FormField }
  | { readonly is: 'table'; readonly table: FormTable; readonly column: string | null }

/** What Word tells of where somebody clicked; each part of it helps, and no part is trusted alone. */
export type Clicked = {
  /** The paragraph's own text. */
  readonly text: string
  /** Its text in front of the cursor; null where Word did not say. */
  readonly ahead: string | null
  /** The texts of all paragraphs from the first to this one; null where Word did not say. */
  readonly before: readonly string[] | null
  /** Row and cell in the innermost table, from 0; null outside tables, undefined where Word did not say. */
  readonly cell: { readonly row: number; readonly cell: number } | null | undefined
}

/** A place with the characters of its paragraph that belong to it. */
type Held = { readonly place: Place; readonly from: number; readonly to: number }

export type FormMap = {
  readonly lines: readonly Line[]
  readonly held: ReadonlyMap<Element, readonly Held[]>
  /** Where each field and table begins: the index of its first line. */
  readonly startOf: ReadonlyMap<string, number>
}

const climb = (element: Element, name: string): Element | undefined => {
  for (let at: Element | null = element; at; at = at.parent) if (at.name === name) return at
  return undefined
}

const paragraphsIn = (element: Element): Element[] =>
  element.name === 'p' ? [element] : element.children.flatMap(paragraphsIn)

/** An answer that is spread over several places, each of them; else the one. */
const spotsOf = (spot: Spot): readonly Spot[] =>
  'parts' in spot ? (spot.parts as readonly { spot: Spot }[]).flatMap((each) => spotsOf(each.spot)) : [spot]

/** The element of a place that stands in the text: what is there to click. */
const standsAt = (spot: Spot): Element | undefined => {
  if ('mark' in spot) {
    const { mark } = spot
    return 'sdt' in mark ? mark.sdt : 'symbol' in mark ? mark.symbol : mark.last
  }
  if ('room' in spot) return spot.room.at
  return 'paragraph' in spot ? spot.paragraph : undefined
}

/** From where to where a place reaches in its line. */
const reachIn = ({ reach, text }: Line, spot: Spot): { from: number; to: number } => {
  const whole = { from: 0, to: text.length }
  const of = (element: Element | undefined) => (element && reach.get(element)) ?? whole
  const across = ([first, ...others]: readonly Room[]) =>
    first
      ? {
          from: of(first.at).from + first.from,
          to: of((others.at(-1) ?? first).at).from + (others.at(-1) ?? first).to,
        }
      : whole
  if ('rooms' in spot) return across(spot.rooms)
  if ('room' in spot) return across([spot.room])
  if (!('mark' in spot)) return whole
  const { mark } = spot
  if ('sdt' in mark) return of(mark.sdt)
  if ('symbol' in mark) return of(mark.symbol)
  return { from: of(mark.result[0] ?? mark.last).from, to: of(mark.last).from }
}

/** Which paragraphs and characters of a form belong to which of its places. `root`: of its main part. */
export const mapOf = (form: Form, root: Element): FormMap => {
  const lines = linesOf(root)
  const byParagraph = new Map(lines.map((line) => [line.paragraph, line]))
  const held = new Map<Element, Held[]>()
  const startOf = new Map<string, number>()
  const hold = (id: string, place: Place, paragraph: Element, from: number, to: number) => {
    const line = byParagraph.get(paragraph)
    if (!line) return
    if (!startOf.has(id)) startOf.set(id, line.index)
    held.set(paragraph, [...(held.get(paragraph) ?? []), { place, from, to }])
  }
  for (const field of form.fields) {
    const place: Place = { is: 'field', field }
    for (const spot of spotsOf(field.spot)) {
      const at = standsAt(spot)
      const around = at && climb(at, 'p')
      const line = around && byParagraph.get(around)
      if (around && line) {
        const { from, to } = reachIn(line, spot)
        hold(field.id, place, around, from, to)
      } else if (at && !around) for (const each of paragraphsIn(at)) hold(field.id, place, each, 0, Infinity)
    }
  }
  for (const table of form.tables)
    for (const { cells } of table.rows)
      for (const [at, cell] of cells.entries())
        for (const paragraph of paragraphsIn(cell))
          hold(
            table.id,
            { is: 'table', table, column: table.columns[at]?.id ?? null },
            paragraph,
            0,
            Infinity,
          )
  return { lines, held, startOf }
}

/** The letters and figures of a text: what every Word gives alike, whatever it makes of blanks, signs and marks. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')

/** How far ahead the next text may stand: empty grids are long, and something typed may read like a later label. */
const window = 300

/**
 * Where the last of `texts` stands among the lines, going from text to text: Word may count paragraphs that the file
 * doesn't have (the ends of rows) or leave some out.
 */
const alignedTo = (texts: readonly string[], lines: readonly string[]): number => {
  let [lastText, lastLine] = [-1, -1]
  for (const [at, text] of texts.entries()) {
    if (text === '') continue
    for (let line = lastLine + 1; line < Math.min(lines.length, lastLine + 1 + window); line++)
      if (lines[line] === text) {
        ;[lastText, lastLine] = [at, line]
        break
      }
  }
  return lastLine + (texts.length - 1 - lastText)
}

/** Being in another cell than Word said weighs as much as standing so many paragraphs away. */
const otherCell = 60

/** The line that was clicked; null where no paragraph reads so: the document was changed since it was read. */
export const lineAt = ({ lines }: FormMap, clicked: Clicked): Line | null => {
  const texts = lines.map(({ text }) => letters(text))
  const own = letters(clicked.text)
  const expected = clicked.before ? alignedTo(clicked.before.map(letters), texts) : null
  let best: { line: Line; cost: number } | null = null
  for (const [at, line] of lines.entries()) {
    if (texts[at] !== own) continue
    const { cell } = clicked
    const elsewhere =
      cell !== undefined &&
      (cell === null
        ? line.cell !== null
        : line.cell === null || line.cell.row !== cell.row || line.cell.cell !== cell.cell)
    const cost = (expected === null ? 0 : Math.abs(at - expected)) + (elsewhere ? otherCell : 0)
    if (cost < (best?.cost ?? Infinity)) best = { line, cost }
  }
  return best?.line ?? null
}

/** Behind a box stand the words of its answer: a click on them means the box. */
const withOwnWords = (all: readonly Held[], text: string): Held[] =>
  all.map((one, at) => {
    const next = all[at + 1]?.from ?? text.length
    const option = one.place.is === 'field' ? one.place.field.option : null
    const behind = text.slice(one.to, next)
    return option !== null && letters(behind).startsWith(letters(option)) ? { ...one, to: next } : one
  })

/** How far into the line the cursor stands, where Word and the file may differ in signs but not in letters. */
const offsetIn = (text: string, { text: told, ahead }: Clicked): number | null => {
  if (ahead === null) return null
  if (told.length === text.length) return ahead.length
  const wanted = letters(ahead).length
  let [seen, at] = [0, 0]
  while (at < text.length && seen < wanted) seen += letters(text[at++]!).length
  return at
}

/**
 * What takes an answer where somebody clicked: the place whose characters these are, the nearest of its paragraph, or
 * the only one of its cell. Null where nothing there does.
 */
export const placeAt = (map: FormMap, line: Line, clicked: Clicked): Place | null => {
  const all = withOwnWords(map.held.get(line.paragraph) ?? [], line.text)
  const at = offsetIn(line.text, clicked) ?? 0
  let best: { place: Place; away: number } | null = null
  for (const { place, from, to } of all) {
    const away = at < from ? from - at : at > to ? at - to : 0
    if (away < (best?.away ?? Infinity)) best = { place, away }
  }
  if (best || !line.cell) return best?.place ?? null
  const inCell = map.lines
    .filter((one) => one.cell?.element === line.cell?.element)
    .flatMap(({ paragraph }) => map.held.get(paragraph) ?? [])
  return inCell.length === 1 ? inCell[0]!.place : null
}

/** What to look for in Word to show a place there. */
export type Shown = {
  /** All paragraphs of the form, to tell Word's own count by. */
  readonly texts: readonly string[]
  readonly index: number
  /** The characters of the place, and which of those alike in its paragraph it is, from 0; null for all of it. */
  readonly part: { readonly text: string; readonly nth: number } | null
}

/** How Word is told which place to select; null for one that is not in the text, such as in a header. */
export const shownOf = ({ lines, held, startOf }: FormMap, id: string): Shown | null => {
  const index = startOf.get(id)
  const line = index === undefined ? undefined : lines[index]
  if (!line) return null
  const all = held.get(line.paragraph) ?? []
  const own = all.find(({ place }) => (place.is === 'field' ? place.field.id : place.table.id) === id)
  const text = own && all.length > 1 ? line.text.slice(own.from, own.to) : ''
  const texts = lines.map((each) => each.text)
  if (!own || !/^[^\s\uE000-\uF8FF]/.test(text)) return { texts, index: line.index, part: null }
  let nth = 0
  for (
    let at = line.text.indexOf(text);
    at >= 0 && at < own.from;
    at = line.text.indexOf(text, at + text.length)
  )
    nth++
  return { texts, index: line.index, part: { text, nth } }
}

/** Which of Word's own paragraphs is the one that the file counts as `index`; -1 where none reads so. */
export const wordsIndexOf = (own: readonly string[], { texts, index }: Shown): number => {
  const [ours, theirs] = [texts.map(letters), own.map(letters)]
  const expected = alignedTo(ours.slice(0, index + 1), theirs)
  let best = -1
  for (const [at, text] of theirs.entries())
    if (text === ours[index] && (best < 0 || Math.abs(at - expected) < Math.abs(best - expected))) best = at
  return best
}

/** The tree of the main part that a form was found in; null where it has no place there. */
export const rootOf = ({ fields, tables }: Form): Element | null => {
  const inside = [
    ...fields.flatMap(({ spot }) => spotsOf(spot).map(standsAt)),
    ...tables.flatMap(({ rows }) => rows.map(({ row }) => row)),
  ]
  for (const each of inside) {
    const root = each && climb(each, 'document')
    if (root) return root
  }
  return null
}
