import { show } from '../domain/fields.ts'
import { type AnyRecordType, fieldsOf, type Stored } from '../domain/record.ts'
import { safeCsv } from '../importing/safeCsv.ts'
import type { Loose } from './pupilFile.ts'

/**
 * A list for people: headings in words, dates and money as they are read, what a key points to by its title, each
 * text safe from being taken for a formula. `titleOf` knows the titles of records by key.
 */
export const copyCsv = (
  type: AnyRecordType,
  records: readonly Stored<Loose>[],
  titleOf: (key: string) => string | undefined,
): string => {
  const fields = fieldsOf(type)
  const headings = [
    'Record key',
    ...fields.flatMap(([, field]) =>
      field.kind === 'key' ? [field.label, `${field.label}: key`] : [field.label],
    ),
    'Archived',
    'Reason for archiving',
    'Written on',
    'Written by',
    'Last changed on',
    'Last changed by',
  ]
  const data = records.map((record) => [
    record.key,
    ...fields.flatMap(([name, field]) => {
      const value = record[name]
      return field.kind === 'key'
        ? [typeof value === 'string' ? (titleOf(value) ?? '') : '', value ?? '']
        : [show(field, value)]
    }),
    record.archived ? 'Yes' : 'No',
    record.archivedReason ?? '',
    record.createdAt ?? '',
    record.createdBy ?? '',
    record.modifiedAt ?? '',
    record.modifiedBy ?? '',
  ])
  return safeCsv(headings, data)
}
