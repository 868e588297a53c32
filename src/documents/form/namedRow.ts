import { facts } from './facts.ts'
import type { FormField } from './fields.ts'
import { best, type Phrases, phrasesOf } from './bestFit.ts'
import { columnLabels } from './tableWords.ts'
import { answersList, codeOfOption } from './options.ts'
import type { Mapped } from './propose.ts'
import { mostOutcomes } from './rowFacts.ts'
import { areaColumns, areaWords, roleWords } from './rowWords.ts'
import { weightsOf, wordsOf } from './words.ts'

/** A row is named after somebody or something only where nearly all its words say so. */
const isNamed = 0.75
const isColumn = 0.5

const same = () => 1
const nothing: ReadonlySet<string> = new Set()

const roles = phrasesOf(roleWords)
const areas = phrasesOf(areaWords)

const named = (phrases: Phrases, text: string): string | null => {
  const found = best(phrases, wordsOf(text), nothing, same)
  return found && found.score >= isNamed ? found.id : null
}

const columnsOf = (phrases: Readonly<Record<string, readonly string[]>>) => {
  const [all, weight] = [phrasesOf(phrases), weightsOf(phrases)]
  return (text: string): string | null => {
    const found = best(all, wordsOf(text), nothing, weight)
    return found && found.score >= isColumn ? found.id : null
  }
}

const ofPeople = columnsOf({
  ...columnLabels['people'],
  name: [...columnLabels['people']!['name']!, 'professional', 'name of professional'],
  adviceReceived: [...columnLabels['people']!['adviceReceived']!, 'date of advice', 'date of report'],
  attended: [...columnLabels['people']!['attended']!, 'attending', 'attending meeting'],
})
const ofOutcomes = columnsOf(columnLabels['outcomes']!)
const ofAreas = columnsOf(areaColumns)

const outcomeNumber = /\boutcome\s*(?:no\.?|number|#)?\s*(\d{1,2})\b/i

/** A fact as a field takes it: a box the answer that its own words name. Null where it can’t take it. */
const taken = (fact: string, { takes, option, options }: FormField, asColumn = false): Mapped | null => {
  if (!facts.has(fact)) return null
  if (takes === 'list') return answersList(fact, options ?? []) ? { fact } : null
  if (takes !== 'tick') return { fact }
  // The words of a box in a grid are its column: it stands for yes.
  const code = codeOfOption(fact, asColumn ? null : option)
  return code === null ? null : { fact, code }
}

const ofOutcome = (field: FormField): Mapped | null | undefined => {
  const { label, column, context } = field
  const near = [label, ...context.slice(0, 4)].find((each) => outcomeNumber.test(each))
  const at = near && Number(outcomeNumber.exec(near)![1])
  if (!at || at > mostOutcomes) return undefined
  const asked = label.replace(outcomeNumber, ' ').trim() || column || ''
  const name = asked.replace(/[^\p{L}]/gu, '') === '' ? 'text' : ofOutcomes(asked)
  const whole = name && taken(`outcome.${at}.${name}`, field)
  if (whole) return whole
  // What its boxes or entries say tells more than how they are introduced.
  return field.takes !== 'text'
    ? (['decision', 'rating'].map((each) => taken(`outcome.${at}.${each}`, field)).find(Boolean) ?? null)
    : null
}

const ofPerson = (field: FormField): Mapped | null | undefined => {
  const { label, column, option, takes } = field
  const asColumn = takes === 'tick' && column === undefined
  const asked = column ?? (asColumn ? option : null)
  if (!asked) return undefined
  const role = named(roles, label)
  if (!role) return undefined
  const name = ofPeople(asked)
  if (!name) return asColumn ? undefined : null
  return taken(`person.${role}.${name}`, field, asColumn)
}

const ofArea = (field: FormField): Mapped | null | undefined => {
  const { label, column, context } = field
  const row = named(areas, label)
  const area = row ?? named(areas, context[0] ?? '')
  if (!area || field.takes !== 'text') return undefined
  const asked = row ? (column ?? context[0] ?? '') : label
  const name = ofAreas(asked)
  return name ? taken(`area.${area}.${name}`, field) : null
}

/**
 * What a place takes whose row or block is one of several that a form names beforehand: somebody by what they are, an
 * outcome by its number, an area of need. Null where it is such a row and nothing on record answers its column;
 * undefined where it is none.
 */
export const ofNamedRow = (field: FormField): Mapped | null | undefined => {
  for (const proposeOne of [ofOutcome, ofPerson, ofArea]) {
    const found = proposeOne(field)
    if (found !== undefined) return found
  }
  return undefined
}
