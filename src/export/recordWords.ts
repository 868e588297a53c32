import { show } from '../domain/fields.ts'
import { type AnyRecordType, fieldOf, fieldsOf } from '../domain/record.ts'
import { londonDay, writtenDay } from '../domain/rules/day.ts'
import type { StoredRow } from './pupilFile.ts'
import type { GivenRecord } from './redaction.ts'

/** What is given of one list. */
export type GivenList = {
  readonly type: AnyRecordType
  readonly records: readonly GivenRecord[]
  /** How many records of it are kept back whole. */
  readonly keptBack: number
}

export const keptBackWords = 'Kept back'

/** The fields by which a person knows a record, where the first two that are filled would not do. */
const tellingFields: Readonly<Record<string, readonly string[]>> = {
  Pupil: ['forename', 'surname'],
  Outcome: ['text'],
  Need: ['type'],
  Provision: ['name'],
  Allocation: ['provision', 'from'],
  Review: ['type', 'meetingDate'],
  Contributor: ['name', 'role'],
  OutcomeProgress: ['outcome'],
  ProvisionReview: ['allocation'],
  Action: ['what'],
  StaffProfile: ['publishedOn'],
  StaffTarget: ['text'],
  Publication: ['state', 'on'],
  Disclosure: ['did', 'what'],
}
const longest = 80
const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/**
 * What records are called, by their keys, made only from what is given: a title from the whole record could tell what
 * was blacked out.
 */
export const titlesOf = (lists: readonly GivenList[]): ((key: unknown) => string) => {
  const byKey = new Map(
    lists.flatMap(({ type, records }) =>
      records.map(({ record }) => [record.key, { type, record }] as const),
    ),
  )
  const title = (key: unknown, depth: number): string => {
    const found = typeof key === 'string' ? byKey.get(key) : undefined
    if (!found) return ''
    const { type, record } = found
    const wanted = tellingFields[type.name]
    const parts = (
      wanted?.map((name) => [name, fieldOf(type, name)] as const) ??
      fieldsOf(type).filter(([, { kind }]) => kind !== 'key' && kind !== 'yesNo')
    )
      .map(([name, field]) =>
        field.kind === 'key' ? (depth < 3 ? title(record[name], depth + 1) : '') : show(field, record[name]),
      )
      .filter((part) => part !== '')
    return short(parts.slice(0, 2).join(type.name === 'Pupil' ? ' ' : ', '))
  }
  return (key) => title(key, 0)
}

/** One line of a record as it is read: a field's label and its value in words. */
export type Line = { readonly label: string; readonly text: string }

const by = (instant: string | null, name: string | null): string =>
  [instant ? writtenDay(londonDay(new Date(instant))) : '', name ? `by ${name}` : '']
    .filter(Boolean)
    .join(' ')

/** The filled fields of a record in words, what is kept back said as such, then who wrote and changed it and when. */
export const linesOf = (
  type: AnyRecordType,
  { record, withheld }: GivenRecord,
  titleOf: (key: unknown) => string,
): Line[] => [
  ...fieldsOf(type).flatMap(([name, field]): Line[] => {
    const value = record[name]
    if (withheld.includes(name) && (value === null || value === undefined))
      return [{ label: field.label, text: keptBackWords }]
    if (field.kind === 'key') {
      const text = titleOf(value)
      return text === '' || field.to === 'Pupil' ? [] : [{ label: field.label, text }]
    }
    const text = show(field, value)
    return text === '' ? [] : [{ label: field.label, text }]
  }),
  ...kept(record),
]

const kept = (record: StoredRow): Line[] =>
  [
    { label: 'Written', text: by(record.createdAt, record.createdBy) },
    {
      label: 'Last changed',
      text:
        record.modifiedAt === record.createdAt && record.modifiedBy === record.createdBy
          ? ''
          : by(record.modifiedAt, record.modifiedBy),
    },
    { label: 'Archived', text: record.archived ? (record.archivedReason ?? 'Yes') : '' },
  ].filter(({ text }) => text !== '')
