import { parse } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Score } from '../../domain/records/score.ts'
import { parseAge } from '../../domain/rules/ageText.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { clean } from '../values.ts'

/** A cell understood as fields of a score, or what was expected instead, in words that follow “expected”. */
export type CellRead = { readonly values: Partial<Score> } | { readonly expected: string }

type NumberField = 'raw' | 'standardised' | 'percentile' | 'low' | 'high' | 'value' | 'target'

/** What lists write where nothing was measured. */
const nothing = /^(-+|–|n\/?a|none|nil|\.)$/i
export const isNothing = (cell: string): boolean => nothing.test(cell)

const numberOf = (name: NumberField, typed: string): number | { readonly expected: string } => {
  const field = fieldOf(Score, name)
  if (field.kind !== 'decimal' && field.kind !== 'wholeNumber') throw new Error(`${name} is no number`)
  const comma = /^-?\d+,\d{1,2}$/.test(typed)
  const bare = name === 'percentile' ? typed.replace(/(st|nd|rd|th)$/i, '') : typed
  const parsed = parse(field, bare.replace(/\s*%$/, ''))
  if (!comma && 'value' in parsed && typeof parsed.value === 'number') return parsed.value
  return {
    expected: comma
      ? `a number with a point, such as ${typed.replace(',', '.')}`
      : field.kind === 'wholeNumber'
        ? `a whole number from ${field.min} to ${field.max}`
        : `a number from ${field.min} to ${field.max}, with at most ${field.places} decimal ${field.places === 1 ? 'place' : 'places'}`,
  }
}

export const readNumber = (name: NumberField, typed: string): CellRead => {
  const found = numberOf(name, typed)
  return typeof found === 'number' ? { values: { [name]: found } } : found
}

/** `7:03`, `7y3m`, `<6:00`, months; what Excel made a time of day of comes as `07:03`. */
export const readAge = (typed: string): CellRead => {
  const read = parseAge(typed)
  if ('complaint' in read) return { expected: read.complaint }
  if (read.age === null) return { values: {} }
  return read.age.months > 360
    ? { expected: 'an age of at most 30 years' }
    : { values: { ageMonths: read.age.months, ageBound: read.age.bound } }
}

/** `79-89`, `79 to 89`, `79 – 89`; `±5` needs the score beside it. */
export const readInterval = (typed: string, standardised: number | null): CellRead => {
  const around = /^(?:±|\+\/-|\+-)\s*(\d+(?:\.\d)?)$/.exec(typed)
  if (around)
    return standardised === null
      ? { expected: 'both ends, such as 79-89, as the row has no standardised score' }
      : { values: { low: standardised - Number(around[1]), high: standardised + Number(around[1]) } }
  const ends = /^[([]?\s*(\d+(?:\.\d)?)\s*(?:-|–|—|to|,|\/)\s*(\d+(?:\.\d)?)\s*[)\]]?$/i.exec(typed)
  if (!ends) return { expected: 'both ends of the interval, such as 79-89' }
  return { values: { low: Number(ends[1]), high: Number(ends[2]) } }
}

const purposes: readonly (readonly [RegExp, NonNullable<Score['purpose']>])[] = [
  [/^(entry|pre|baseline|base line|start|start of support|initial|before|in)$/, 'entry'],
  [/^(exit|post|end|end of support|final|after|out)$/, 'exit'],
  [/^(check|mid|midpoint|interim|check on the way|progress check)$/, 'check'],
  [/^(screen|screening|screener)$/, 'screen'],
  [/^(whole class|wholeclass|class|cohort|termly)$/, 'wholeClass'],
]
export const readPurpose = (typed: string): CellRead => {
  const bare = typed
    .toLowerCase()
    .replace(/[\s-]*(test|score|assessment|measure)$/, '')
    .trim()
  const found = purposes.find(([way]) => way.test(bare))?.[1]
  return found ? { values: { purpose: found } } : { expected: 'entry, check, exit, screening or whole class' }
}

/** The day of a test: not after today, and not before the pupil was born. */
export const readTestDay = (
  typed: string,
  today: Day,
  born: Day | null,
): { day: Day } | { expected: string } => {
  const parsed = parse(fieldOf(Score, 'day'), typed)
  if (!('value' in parsed) || typeof parsed.value !== 'string')
    return { expected: 'a date that the calendar has, day before month, such as 10/03/2026' }
  if (parsed.value > today) return { expected: `a date up to today, ${showDay(today)}` }
  return born !== null && parsed.value <= born
    ? { expected: `a date after the pupil was born, ${showDay(born)}` }
    : { day: parsed.value }
}

/** Text of one line, as much as its field holds. */
export const readText = (name: 'form' | 'testedBy' | 'note', typed: string): CellRead => {
  const parsed = parse(fieldOf(Score, name), typed)
  return 'value' in parsed
    ? { values: { [name]: parsed.value } }
    : { expected: parsed.complaint.charAt(0).toLowerCase() + parsed.complaint.slice(1) }
}
export const cleaned = clean
