import { facts } from './facts.ts'
import type { Form, FormField, FormTable } from './fields.ts'
import { columnLabels, labels, listLabels } from './labels.ts'
import { listFacts } from './listFacts.ts'
import { codeOfOption } from './options.ts'
import { fit, weightsOf, wordsOf } from './words.ts'

/** What one field of a form takes. `code`: which answer a box stands for. */
export type Mapped = { readonly fact: string; readonly code?: string }
/** Which list a table takes, and what stands in each of its columns. */
export type MappedTable = { readonly list: string; readonly columns: Readonly<Record<string, string>> }

export type Mapping = {
  readonly fields: Readonly<Record<string, Mapped>>
  readonly tables: Readonly<Record<string, MappedTable>>
}

/** Below this a label and a fact have too little in common to be put forward. */
const goodEnough = 0.6
const columnGoodEnough = 0.5

type Phrases = readonly (readonly [string, readonly ReadonlySet<string>[]])[]
const phrasesOf = (all: Readonly<Record<string, readonly string[]>>): Phrases =>
  Object.entries(all).map(([id, phrases]) => [id, phrases.map(wordsOf)])

const factPhrases = phrasesOf(labels)
const factWeight = weightsOf(labels)

/** A signature is a person's own; what the office fills in isn't the school's. */
const notOurs = /\b(?:sign(?:ed|ature)|office use|for la use|internal use|reference number|initials)\b/i

const sectionLabel = /^(?:section\s+)?([a-gijk]|h[12])\b(?:[\s:.)-]|$)/i

const sectionOf = ({ label, takes, context }: FormField): Mapped | null => {
  const found = sectionLabel.exec(label)
  if (!found || label.length > 80) return null
  const fact = `section.${found[1]!.toUpperCase()}`
  if (!facts.has(fact)) return null
  if (takes === 'tick') return null
  const column = context[0] ?? ''
  if (/current|existing|now\b/i.test(column)) return { fact: `${fact}.current` }
  if (/propos|change|amend|wording|new/i.test(column)) return { fact: `${fact}.proposed` }
  return null
}

const best = (
  phrases: Phrases,
  label: ReadonlySet<string>,
  context: ReadonlySet<string>,
  weight: (word: string) => number,
  allowed: (id: string) => boolean = () => true,
): { id: string; score: number } | null => {
  let found: { id: string; score: number } | null = null
  for (const [id, all] of phrases) {
    if (!allowed(id)) continue
    for (const phrase of all) {
      const score = fit(phrase, label, context, weight)
      if (score > (found?.score ?? 0)) found = { id, score }
    }
  }
  return found
}

const proposeField = (field: FormField): Mapped | null => {
  if (notOurs.test(field.label) || /^date:?$/i.test(field.label)) return null
  const section = sectionOf(field)
  if (section) return section
  const isTick = field.takes === 'tick'
  if (isTick) {
    const letter = sectionLabel.exec(field.label)
    const fact = letter && `section.${letter[1]!.toUpperCase()}`
    const code = fact && facts.has(fact) && field.option ? sectionCode(field.option) : null
    if (fact && code) return { fact, code }
  }
  const label = wordsOf(field.label)
  const context = wordsOf(field.context.slice(0, 2).join(' '))
  const found = best(factPhrases, label, context, factWeight, (id) =>
    isTick ? codeOfOption(id, field.option) !== null : facts.has(id),
  )
  if (!found || found.score < goodEnough) return null
  if (!isTick) return { fact: found.id }
  return { fact: found.id, code: codeOfOption(found.id, field.option)! }
}

const sectionCode = (option: string) =>
  /^(?:amend(?:ed)?|change[sd]?|yes)\b/i.test(option)
    ? 'amend'
    : /^(?:no\b|unchanged|same|none)/i.test(option)
      ? 'same'
      : null

const columnWeights = new Map(
  Object.entries(columnLabels).map(([list, columns]) => [list, weightsOf(columns)]),
)
const columnPhrases = new Map(
  Object.entries(columnLabels).map(([list, columns]) => [list, phrasesOf(columns)]),
)
const listPhrases = phrasesOf(listLabels)
const listWeight = weightsOf(listLabels)

const proposeTable = (table: FormTable): MappedTable | null => {
  const around = wordsOf(table.context.slice(0, 2).join(' '))
  let found: { mapped: MappedTable; score: number } | null = null
  for (const { id: list } of listFacts) {
    const taken = new Map<string, { column: string; score: number }>()
    for (const { id, label } of table.columns) {
      const each = best(columnPhrases.get(list)!, wordsOf(label), new Set(), columnWeights.get(list)!)
      if (!each || each.score < columnGoodEnough) continue
      const other = taken.get(each.id)
      if (!other || each.score > other.score) taken.set(each.id, { column: id, score: each.score })
    }
    const columns = Object.fromEntries([...taken].map(([name, { column }]) => [column, name]))
    const named = listPhrases.find(([id]) => id === list)![1]
    const heading = Math.max(0, ...named.map((phrase) => fit(phrase, around, new Set(), listWeight)))
    const share = [...taken.values()].reduce((total, { score }) => total + score, 0) / table.columns.length
    const score = share + 0.5 * heading
    if (taken.size > 0 && share + heading >= 0.6 && score > (found?.score ?? 0))
      found = { mapped: { list, columns }, score }
  }
  return found?.mapped ?? null
}

/** Which fact each field and table of a form asks for, as far as its labels tell. A person checks it. */
export const propose = (form: Form): Mapping => ({
  fields: Object.fromEntries(
    form.fields.flatMap((field) => {
      const mapped = proposeField(field)
      return mapped ? [[field.id, mapped]] : []
    }),
  ),
  tables: Object.fromEntries(
    form.tables.flatMap((table) => {
      const mapped = proposeTable(table)
      return mapped ? [[table.id, mapped]] : []
    }),
  ),
})
