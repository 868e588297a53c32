import { best, phrasesOf } from './bestFit.ts'
import { facts } from './facts.ts'
import type { Form, FormField } from './fields.ts'
import { labels } from './labels.ts'
import { ofNamedRow } from './namedRow.ts'
import { answersList, codeOfOption } from './options.ts'
import { proposeTable } from './proposeTable.ts'
import { followUp, subjectOf } from './subject.ts'
import type { Element } from './tree.ts'
import { weightsOf, wordsOf } from './words.ts'

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
const crossGoodEnough = 0.78

const factPhrases = phrasesOf(labels)
const factWeight = weightsOf(labels)

/** A signature is a person's own; what the office fills in isn't the school's. */
const notOurs = /\b(?:sign(?:ed|ature)|office use|for la use|internal use|reference number|initials|panel)\b/i
/** What no record of a school's SEN work holds. */
const notHeld =
  /\b(?:nhs (?:number|no\b)|national insurance|sort code|account number|religion|g\.?p\.? (?:surgery|practice|name)|passport)/i
const ofTheOffice =
  /\b(?:(?:office|official|internal|council|borough|county|authority|la|lea|panel) use|use by the (?:authority|council|la))\b/i

/** `Section B`, `B: needs`, `B Needs`, but not `A plan` or `I like`. */
const sectionLabel =
  /^(?:[Ss][Ee][Cc][Tt][Ii][Oo][Nn]\s+([A-GIJKa-gijk]|[Hh][12])\b|([A-GIJK]|H[12])(?=\s*$|\s*[:.)–-]|\s+[A-Z(]))/

const sectionNamed = (text: string): string | null => {
  const found = sectionLabel.exec(text)
  const fact = found && `section.${(found[1] ?? found[2])!.toUpperCase()}`
  return fact && facts.has(fact) ? fact : null
}

/** What asks for the words of the section that a heading names. */
const asksWords =
  /\b(?:should (?:now )?(?:say|read)|new (?:words|wording|text)|wording|amendments?|propos\w+)\b/i

const sectionOf = ({ label, takes, context }: FormField): Mapped | null => {
  const fact = sectionNamed(label)
  const over = fact ? null : sectionNamed(context[0] ?? '')
  if (over && takes === 'text' && asksWords.test(label))
    return { fact: /\b(?:current|existing|now says)\b/i.test(label) ? `${over}.current` : `${over}.proposed` }
  if (!fact || label.length > 80 || takes === 'tick') return null
  const column = context[0] ?? ''
  if (/current|existing|now\b/i.test(column)) return { fact: `${fact}.current` }
  if (/propos|change|amend|wording|new/i.test(column)) return { fact: `${fact}.proposed` }
  return null
}

const sectionCode = (option: string) =>
  /^(?:nothing|no|none|unchanged|same|stays?|keep|as it is)\b/i.test(option)
    ? 'same'
    : /\b(?:amend|change|alter|update|revise|revision)|^yes\b/i.test(option)
      ? 'amend'
      : null

/** A box of a grid of the plan’s sections, or a letter to tick where a line asks which sections should change. */
const sectionTick = ({ label, option }: FormField): Mapped | null => {
  if (option === null) return null
  const row = sectionNamed(label)
  const code = row && sectionCode(option)
  if (code) return { fact: row, code }
  const letter = option.length <= 60 ? sectionNamed(option) : null
  return letter && /\b(?:sections?|parts?)\b/i.test(label) && sectionCode(label) === 'amend'
    ? { fact: letter, code: 'amend' }
    : null
}

/** The first thing that a long label asks, without what it says about how to answer. */
const mainClause = (label: string): string | null =>
  /^(.{4,}?)(?:[?.]\s+\S|\s*[,;–]\s*(?:with|if|say|including|who|please|giving|stating|for example|e\.g\.)\b)/.exec(
    label,
  )?.[1] ?? null

/** A column that says nothing of its own about what its cells take. */
const neutral =
  /^(?:answers?|details?|responses?|information|comments?|please (?:complete|fill in)|to be completed.*|text|entry|.*\b(?:parent|carer|guardian|mother|father)\b.*)?$/i

/** What a cell asks: its row, and its column where that adds to it. */
const askedBy = ({ label, column }: FormField): string =>
  column === undefined || neutral.test(column) ? label : `${label} ${column}`

const isOfDay = ({ spot }: FormField): boolean =>
  (spot.how === 'gap' && spot.day !== undefined) || (spot.how === 'parts' && spot.of === 'day')

/** Whether a fact is of the kind that a place takes at all: a day, a number, an amount, one of its entries. */
const fitsPlace = (field: FormField, asked: string): ((id: string) => boolean) => {
  const counts =
    /^(?:the )?(?:total )?(?:numbers?|no\.?|how many)\b(?: of)?(?!.*\b(?:upn|unique|reference|dfe)\b)/i.test(
      asked,
    )
  const costs = /[£€$]/.test(asked)
  return (id) => {
    const fact = facts.get(id)
    if (!fact) return false
    if (field.takes === 'tick') return codeOfOption(id, field.option) !== null
    if (field.takes === 'list') return answersList(id, field.options ?? [])
    if (isOfDay(field) && !fact.isDay) return false
    if (counts && !fact.isNumber && !fact.isDay) return /number|upn|telephone/i.test(fact.label)
    return !(costs && fact.codes)
  }
}

const proposeField = (field: FormField, last: Mapped | null): Mapped | null => {
  if (notHeld.test(field.label)) return null
  if (notOurs.test(field.label) || notOurs.test(field.column ?? '') || /^date:?$/i.test(field.label))
    return null
  if ([field.label, ...field.context].some((each) => ofTheOffice.test(each))) return null
  const isTick = field.takes === 'tick'
  const section = isTick ? sectionTick(field) : sectionOf(field)
  if (section) return section
  const row = ofNamedRow(field)
  if (row !== undefined) return row
  const follows = isTick ? undefined : followUp(field.label, last?.fact ?? null)
  if (follows !== undefined) return follows === null ? null : { fact: follows }
  const subject = subjectOf(field)
  const asked = askedBy(field)
  const context = new Set([...wordsOf(field.context.slice(0, 2).join(' ')), ...subject.words])
  const fits = fitsPlace(field, asked)
  const allowed = (id: string) => subject.allows(id) && fits(id)
  const whole = best(factPhrases, wordsOf(asked), context, factWeight, allowed)
  const clause = mainClause(asked)
  const part = clause === null ? null : best(factPhrases, wordsOf(clause), context, factWeight, allowed)
  // What the whole label says goes before what its beginning says.
  const found = whole && whole.score >= goodEnough ? whole : part
  // Two known words of a row and its column are soon found: they have to say more of what is meant.
  if (!found || found.score < (asked === field.label ? goodEnough : crossGoodEnough)) return null
  const fact = subject.named(found.id)
  return isTick ? { fact, code: codeOfOption(fact, field.option)! } : { fact }
}

/** Facts whose answers have words of their own, so that the boxes of a question tell what it asks. */
const choices = Object.keys(labels).filter((id) => {
  const codes = facts.get(id)?.codes
  return codes && !Object.hasOwn(codes, 'true')
})

/** Boxes of one question that are each an answer of one fact, whatever the question is called. */
const byOptions = (fields: readonly FormField[]): Map<string, Mapped> => {
  const found = new Map<string, Mapped>()
  for (let from = 0; from < fields.length;) {
    const { takes, label } = fields[from]!
    let to = from + 1
    while (
      to < fields.length &&
      takes === 'tick' &&
      fields[to]!.takes === 'tick' &&
      fields[to]!.label === label
    )
      to++
    const group = fields.slice(from, to)
    from = to
    if (group.length < 2) continue
    for (const fact of choices) {
      const codes = group.map(({ option }) => (option === null ? null : codeOfOption(fact, option)))
      if (codes.includes(null) || new Set(codes).size < codes.length) continue
      for (const [at, { id }] of group.entries()) found.set(id, { fact, code: codes[at]! })
      break
    }
  }
  return found
}

/** Two gaps of one line don't ask for the same. */
const isAgain = (ofLine: Map<Element, Set<string>>, { spot }: FormField, { fact }: Mapped): boolean => {
  if (spot.how !== 'gap') return false
  const taken = ofLine.get(spot.paragraph) ?? new Set()
  const again = taken.has(fact)
  ofLine.set(spot.paragraph, taken.add(fact))
  return again
}

/** Which fact each field and table of a form asks for, as far as its labels tell. A person checks it. */
export const propose = (form: Form): Mapping => {
  const fields: Record<string, Mapped> = {}
  const grouped = byOptions(form.fields)
  let last: Mapped | null = null
  const ofLine = new Map<Element, Set<string>>()
  for (const field of form.fields) {
    const proposed: Mapped | null = proposeField(field, last) ?? grouped.get(field.id) ?? null
    const mapped: Mapped | null = proposed && isAgain(ofLine, field, proposed) ? null : proposed
    if (mapped) fields[field.id] = mapped
    // A box that stands for neither answer, such as `not applicable`, belongs to the question before it.
    if (mapped || field.takes !== 'tick') last = mapped
  }
  // A form that asks for the postcode by itself wants the address without it.
  const taken = Object.entries(fields)
  if (taken.some(([, { fact }]) => fact === 'pupil.postcode'))
    for (const [id, { fact }] of taken)
      if (fact === 'pupil.address') fields[id] = { fact: 'pupil.addressLines' }
  return {
    fields,
    tables: Object.fromEntries(
      form.tables.flatMap((table) => {
        const mapped = proposeTable(table)
        return mapped ? [[table.id, mapped]] : []
      }),
    ),
  }
}
