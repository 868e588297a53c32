import type { ReviewFile } from '../reviewFile.ts'
import { unwrapped } from './cells.ts'
import { dayOf, type Fact } from './fact.ts'
import { facts } from './facts.ts'
import { chosen, struck, ticked, written } from './fillField.ts'
import type { Form, FormField, FormTable, Spot, TableRow } from './fields.ts'
import { listFact } from './listFacts.ts'
import { codesOfOption } from './options.ts'
import { mainPart } from './findFields.ts'
import { inFigures } from './parts.ts'
import type { Mapping } from './propose.ts'
import { type Splice, spliced } from './splice.ts'
import type { Element } from './tree.ts'
import { type Change, intoParagraph, splicesOf, type Writer, writerOf } from './writer.ts'

export type FilledForm = {
  /** Each part of the package that has places, with the answers in it. */
  readonly texts: Readonly<Record<string, string>>
  /** Fields whose fact says nothing yet. */
  readonly empty: readonly FormField[]
  /** Texts beyond what the form takes: written whole all the same, so that nothing is lost unseen. */
  readonly tooLong: readonly { readonly field: FormField; readonly length: number; readonly most: number }[]
  /** Fields that offer choices, or take a day alone, none of which is what the record says. */
  readonly noChoice: readonly { readonly field: FormField; readonly said: string }[]
}

const intoCell = (writer: Writer, cell: Element, text: string): Change[] => {
  const paragraph = unwrapped(cell, 'p').at(-1)
  return paragraph && text !== '' ? [intoParagraph(writer, paragraph, text)] : []
}

/** Fills the empty rows, then puts copies of the last one below it for what is left. */
const filledRows = (
  writer: Writer,
  own: readonly TableRow[],
  texts: readonly (readonly string[])[],
): Change[] => {
  const here = own.flatMap(({ cells }, at) =>
    at < texts.length
      ? cells.flatMap((cell, column) => intoCell(writer, cell, texts[at]![column] ?? ''))
      : [],
  )
  const last = own.at(-1)
  if (!last || texts.length <= own.length) return here
  const { start, end } = last.row
  const copies = texts.slice(own.length).map((row) => {
    const inside = splicesOf(
      writer,
      last.cells.flatMap((cell, column) => intoCell(writer, cell, row[column] ?? '')),
    )
    const moved = inside.map(({ from, to, text }): Splice => ({ from: from - start, to: to - start, text }))
    return withoutIds(spliced(writer.xml.slice(start, end), moved))
  })
  return [...here, { from: end, to: end, text: copies.join('') }]
}

/** Word gives each paragraph and row a number of its own: a copy has to do without. */
const withoutIds = (xml: string) => xml.replace(/\s\w+:(?:paraId|textId)="[^"]*"/g, '')

const shortest = 'dd/mm/yyyy'.length

/** What a fact says, a day in figures where the place has no room for its month in letters. */
export const fitting = (fact: Fact, file: ReviewFile, today: string, most: number | null): string => {
  const text = fact.text(file, today)
  const day = most !== null && text.length > most && most >= shortest ? dayOf(fact, file, today) : null
  return day && isOneDay(day) ? inFigures(day) : text
}

const isOneDay = (code: string | null): code is string => code !== null && /^\d{4}-\d\d-\d\d$/.test(code)

/** How many letters a place holds by itself. */
const roomOf = (spot: Spot): number | null =>
  spot.how === 'parts' && spot.of === 'letters' ? spot.parts.length : null

/**
 * Fills a form for one review. Everything in the form stays as it was to the letter, but the places that are filled.
 * Text beyond a field's limit is written whole and told; an answer that none of a field's choices means is left and told.
 * `texts`: the parts of the package that the form was found in, by name.
 */
export const fillForm = (
  texts: Readonly<Record<string, string>>,
  form: Form,
  mapping: Mapping,
  file: ReviewFile,
  today: string,
  limits: Readonly<Record<string, number>> = {},
): FilledForm => {
  const open = new Map(
    Object.entries(texts).map(([name, xml]) => [name, { writer: writerOf(xml), changes: [] as Change[] }]),
  )
  const empty: FormField[] = []
  const tooLong: FilledForm['tooLong'][number][] = []
  const noChoice: FilledForm['noChoice'][number][] = []
  const put = (
    { part, twin, spot }: FormField,
    changesFor: (writer: Writer, spot: Spot) => readonly Change[],
  ): boolean => {
    const at = open.get(part ?? mainPart)
    if (!at) return false
    const own = changesFor(at.writer, spot)
    at.changes.push(...own, ...(twin ? changesFor(at.writer, twin) : []))
    return own.length > 0
  }
  for (const field of form.fields) {
    const mapped = mapping.fields[field.id]
    const fact = mapped && facts.get(mapped.fact)
    if (!fact) continue
    const code = fact.code(file, today)
    if (field.takes === 'tick') {
      if (code === null) empty.push(field)
      else if (field.spot.how === 'word') {
        if (code !== mapped.code) put(field, struck)
      } else if (code === mapped.code) put(field, ticked)
      continue
    }
    const own = roomOf(field.spot)
    const most = limits[field.id] ?? field.most ?? own
    const text = fitting(fact, file, today, most)
    if (text === '') {
      empty.push(field)
      continue
    }
    if (field.takes === 'list') {
      const at = codesOfOption(mapped.fact, field.options ?? []).indexOf(code ?? '')
      if (at < 0) noChoice.push({ field, said: text })
      else put(field, (writer, spot) => chosen(writer, field, spot, at))
      continue
    }
    const known = dayOf(fact, file, today)
    const day = isOneDay(known) ? known : null
    const length = own === null || day ? text.length : text.replace(/[^\p{L}\p{N}]/gu, '').length
    if (most !== null && length > most && !(own !== null && day)) tooLong.push({ field, length, most })
    if (!put(field, (writer, spot) => written(writer, spot, { text, day })))
      noChoice.push({ field, said: text })
  }
  for (const table of form.tables) fillTable(open.get(table.part), table, mapping, file, today)
  return {
    texts: Object.fromEntries(
      [...open].map(([name, { writer, changes }]) => [name, spliced(writer.xml, splicesOf(writer, changes))]),
    ),
    empty,
    tooLong,
    noChoice,
  }
}

const fillTable = (
  at: { readonly writer: Writer; readonly changes: Change[] } | undefined,
  table: FormTable,
  mapping: Mapping,
  file: ReviewFile,
  today: string,
): void => {
  const mapped = mapping.tables[table.id]
  const list = mapped && listFact(mapped.list)
  if (!at || !list) return
  const texts = list
    .rows(file, today)
    .map((row) =>
      table.columns.map(({ id }) =>
        mapped.columns[id] === undefined ? '' : (row[mapped.columns[id]] ?? ''),
      ),
    )
  for (const rows of table.twin ? [table.rows, table.twin] : [table.rows])
    at.changes.push(...filledRows(at.writer, rows, texts))
}
