import { senStatuses } from '../../domain/rules/codes.ts'
import type { ReturnRow } from '../../domain/rules/census.ts'
import { safeCsv } from '../../importing/safeCsv.ts'

const headings = [
  'UPN',
  'Surname',
  'Forename',
  'Date of birth',
  'Year group',
  'SEN provision',
  'SEN type rank 1',
  'SEN type rank 2',
  'SEN unit member',
  'Resourced provision',
] as const
const yes = (value: boolean) => (value ? 'Y' : 'N')

/** What a census would return, in its own codes, a pupil a line: for the data manager to hold against the MIS. */
export const censusLines = (rows: readonly ReturnRow[]): string[][] =>
  rows.map(({ pupil, status, types, unit, resourced }) => [
    pupil.upn ?? '',
    pupil.surname,
    pupil.forename,
    pupil.dateOfBirth,
    pupil.yearGroup ?? '',
    status ?? '',
    types[0] ?? '',
    types[1] ?? '',
    yes(unit),
    yes(resourced),
  ])

export const censusCsv = (rows: readonly ReturnRow[]): string => safeCsv(headings, censusLines(rows))

/** `EHC plan 12, SEN support 51, No SEN 349`. */
export const countWords = (counts: Readonly<Record<keyof typeof senStatuses | 'unknown', number>>): string =>
  [
    ...(Object.keys(senStatuses) as (keyof typeof senStatuses)[]).map(
      (status) => `${senStatuses[status]} ${counts[status].toLocaleString('en-GB')}`,
    ),
    ...(counts.unknown > 0 ? [`not known ${counts.unknown}`] : []),
  ].join(', ')
