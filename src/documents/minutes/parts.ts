import { fieldOf } from '../../domain/record.ts'
import type { Block, Cell, Run } from '../blocks.ts'
import { bind } from '../bind.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { type Place, reviewPlace } from '../reviewPlaces.ts'

/** What every part of the minutes knows. */
export type Minutes = {
  readonly file: ReviewFile
  /** The day of the meeting, or today while none is set. */
  readonly day: string
  /** What the pupil is called. */
  readonly name: string
  /** The report is not sent yet: there is room to write everywhere. */
  readonly open: boolean
  readonly review: Place
}
export type Part = (minutes: Minutes) => Block[]

export const text = (words: string): Run => ({ text: words })
export const strong = (words: string): Run => ({ text: words, strong: true })
export const heading = (level: 1 | 2 | 3, words: string, id?: string): Block =>
  id ? { is: 'heading', level, text: words, id } : { is: 'heading', level, text: words }
export const paragraph = (...runs: Run[]): Block => ({ is: 'paragraph', runs })
export const note = (words: string): Block => ({ is: 'paragraph', runs: [text(words)], tone: 'note' })
export const cell = (...runs: Run[]): Cell => ({ runs })

/** For the middle of a sentence: a first capital that begins no abbreviation goes small. */
export const lower = (words: string): string => words.replace(/^[A-Z](?![A-Z])/, (c) => c.toLowerCase())

/** `Ann, Ben and Cem`; '' for nobody. */
export const joinedNames = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`

/** Label and answer, one a row; rows without an answer are left out. */
export const facts = (
  summary: string,
  head: readonly [string, string],
  rows: readonly (readonly [string, readonly Run[] | string | null])[],
): Block => ({
  is: 'table',
  summary,
  head,
  widths: [1, 2.4],
  rowHeadings: true,
  together: true,
  rows: rows.flatMap(([label, answer]) =>
    answer === null || answer === '' || answer.length === 0
      ? []
      : [[cell(text(label)), { runs: typeof answer === 'string' ? [text(answer)] : answer }]],
  ),
})

const filled = (place: Place, field: string): boolean => {
  const value = place.record?.[field]
  return value !== null && value !== undefined
}
/** Whether the review says anything in these fields. */
export const says = (minutes: Minutes, ...fields: string[]): boolean =>
  fields.some((field) => filled(minutes.review, field))

/** A sub-heading and what the review says under it. A finished document leaves out what nobody filled in. */
export const answer = (
  minutes: Minutes,
  field: string,
  placeholder: string,
  title: string = fieldOf(minutes.review.type, field).label,
): Block[] =>
  minutes.open || says(minutes, field)
    ? [heading(2, title), paragraph(bind(minutes.review, field, placeholder))]
    : []

/** A part that is left out of a finished document when it has nothing in it. */
export const unlessEmpty = (minutes: Minutes, fields: readonly string[], blocks: () => Block[]): Block[] =>
  minutes.open || says(minutes, ...fields) ? blocks() : []

export const minutesOf = (file: ReviewFile, day: string, name: string, open: boolean): Minutes => ({
  file,
  day,
  name,
  open,
  review: reviewPlace(file),
})
