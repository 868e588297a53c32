import { fieldOf } from '../../domain/record.ts'
import { headingFor, type PlacedPart } from '../../domain/rules/minutesLayout.ts'
import { asksFor } from '../../domain/rules/reviewFields.ts'
import { type PartName, partOf } from '../../domain/rules/minutesParts.ts'
import type { Block, Cell, Run } from '../blocks.ts'
import { bind } from '../bind.ts'
import { joinedNames, oneOf } from '../joinedNames.ts'
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
  /** The order of the parts, and what each is called. */
  readonly layout: readonly PlacedPart[]
}
export type Part = (minutes: Minutes) => Block[]

export const text = (words: string): Run => ({ text: words })
export const strong = (words: string): Run => ({ text: words, strong: true })
export const heading = (level: 1 | 2 | 3, words: string, id?: string): Block =>
  id ? { is: 'heading', level, text: words, id } : { is: 'heading', level, text: words }
/** What a part is called here. `ours`: our own heading, where it is not always the same. */
export const titleOf = (
  { layout, name }: Pick<Minutes, 'layout' | 'name'>,
  part: PartName,
  ours: string = partOf(part).heading,
): string => headingFor(layout.find((one) => one.part === part)?.heading ?? ours, name)
/** Whether a part can be read here. */
export const stands = ({ layout }: Pick<Minutes, 'layout'>, part: PartName): boolean =>
  layout.some((one) => one.part === part && !one.out)
/** The heading of a part; its id is the same whatever it is called. */
export const partHeading = (minutes: Minutes, part: PartName, ours?: string): Block =>
  heading(1, titleOf(minutes, part, ours), part)
export const paragraph = (...runs: Run[]): Block => ({ is: 'paragraph', runs })
export const note = (words: string): Block => ({ is: 'paragraph', runs: [text(words)], tone: 'note' })
export const cell = (...runs: Run[]): Cell => ({ runs })

/** For the middle of a sentence: a first capital that begins no abbreviation goes small. */
export const lower = (words: string): string => words.replace(/^[A-Z](?![A-Z])/, (c) => c.toLowerCase())

export { joinedNames, oneOf }

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
  where(minutes, field, () => [heading(2, title), paragraph(bind(minutes.review, field, placeholder))])

/** A part that is left out of a finished document when it has nothing in it. */
export const unlessEmpty = (minutes: Minutes, fields: readonly string[], blocks: () => Block[]): Block[] =>
  minutes.open || says(minutes, ...fields) ? blocks() : []

/** The review's answer in the line of its label. */
export const line = (minutes: Minutes, label: string, field: string, placeholder?: string): Block[] =>
  where(minutes, field, () => [paragraph(strong(`${label}: `), bind(minutes.review, field, placeholder))])

/** Asked for where this review asks it, and shown wherever it was answered. */
const where = (minutes: Minutes, field: string, blocks: () => Block[]): Block[] =>
  (minutes.open && asksFor(field, minutes.file, minutes.day)) || says(minutes, field) ? blocks() : []

export const minutesOf = (
  file: ReviewFile,
  day: string,
  name: string,
  open: boolean,
  layout: readonly PlacedPart[],
): Minutes => ({
  file,
  day,
  name,
  open,
  layout,
  review: reviewPlace(file),
})
