import type { Field } from '../../domain/fields.ts'
import { type AnyRecordType, fieldsOf } from '../../domain/record.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { dayOfReview } from '../reviewPlaces.ts'
import { type Row, shown } from './factRows.ts'

/** Something that the record knows and a form may ask. */
export type Fact = {
  /** `pupil.upn`, `section.F.proposed`: what an authority pack names it by. */
  readonly id: string
  readonly label: string
  /** Codes with what they are called, where a box or a list can stand for one. */
  readonly codes: Readonly<Record<string, string>> | null
  /** The day itself, where it is one: a form with room for ten letters takes 10/03/2026. */
  readonly isDay: boolean
  /** '' where nothing is recorded. `today`: for a review without a meeting day. */
  text(file: ReviewFile, today: string): string
  code(file: ReviewFile, today: string): string | null
  /** The day, where the code is something else: of a day that boxes ask about with yes and no. */
  day?(file: ReviewFile): string | null
  /** Whether it counts or measures something. */
  readonly isNumber?: boolean
}

/** The day that a fact says; null where it says none. */
export const dayOf = (fact: Fact, file: ReviewFile, today: string): string | null =>
  !fact.isDay ? null : fact.day ? fact.day(file) : fact.code(file, today)

const numbers: ReadonlySet<string> = new Set(['wholeNumber', 'decimal', 'money'])

const yesNo = { true: 'Yes', false: 'No' }

const codesOf = (field: Field) =>
  field.kind === 'choice' ? field.choices : field.kind === 'yesNo' ? yesNo : null

/** Every field of a record as a fact: `pupil.upn`. */
export const factsOf = (
  prefix: string,
  type: AnyRecordType,
  rowIn: (file: ReviewFile) => Row,
  leftOut: readonly string[] = [],
): Fact[] =>
  fieldsOf(type)
    .filter(([name, { kind, retired }]) => kind !== 'key' && !retired && !leftOut.includes(name))
    .map(([name, field]) => ({
      id: `${prefix}.${name}`,
      label: field.label,
      codes: codesOf(field),
      isDay: field.kind === 'date',
      isNumber: numbers.has(field.kind),
      text: (file) => shown(type, rowIn(file), name),
      code: (file) => {
        const value = rowIn(file)?.[name] ?? null
        return value === null ? null : String(value)
      },
    }))

export const derived = (
  id: string,
  label: string,
  text: (file: ReviewFile, day: string) => string | null | undefined,
): Fact => ({
  id,
  label,
  codes: null,
  isDay: false,
  text: (file, today) => text(file, dayOfReview(file, today)) ?? '',
  code: () => null,
})

/** Lines below one another, without those that say nothing. */
export const lines = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join('\n')
/** `Health: no change`; nothing where nothing is said. */
export const titled = (title: string, text: string | null | undefined) => (text ? `${title}: ${text}` : null)
