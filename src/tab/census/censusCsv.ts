import { inWords, t } from '../../words/t.ts'
import { showCount } from '../../domain/counted.ts'
import { senStatuses } from '../../domain/rules/codes.ts'
import type { ReturnRow } from '../../domain/rules/census.ts'
import type { Census } from '../../domain/rules/censusDays.ts'
import { safeCsv } from '../../importing/safeCsv.ts'

const headings = [
  'UPN',
  'Surname',
  'Forename',
  'Date of birth',
  'NC year actual',
  'SEN provision',
  'SEN type rank 1',
  'SEN type rank 2',
  'SEN unit member',
  'Resourced provision',
  'Top-up funding',
] as const
const yes = (value: boolean) => (value ? 'Y' : 'N')

/**
 * What a census would return, in its own codes, a pupil a line: for the data manager to hold against the MIS. What is
 * asked for in spring only is blank in the others.
 */
export const censusLines = (rows: readonly ReturnRow[], census: Census): string[][] =>
  rows.map(({ pupil, status, types, unit, resourced, topUp }) => [
    pupil.upn ?? '',
    pupil.surname,
    pupil.forename,
    pupil.dateOfBirth,
    pupil.yearGroup ?? '',
    status ?? '',
    types[0] ?? '',
    types[1] ?? '',
    ...[unit, resourced, topUp].map((holds) => (census === 'spring' ? yes(holds) : '')),
  ])

export const censusCsv = (rows: readonly ReturnRow[], census: Census): string =>
  safeCsv(headings, censusLines(rows, census))

/** `EHC plan 12, SEN support 51, No SEN 349`. */
export const countWords = (counts: Readonly<Record<keyof typeof senStatuses | 'unknown', number>>): string =>
  [
    ...(Object.keys(senStatuses) as (keyof typeof senStatuses)[]).map(
      (status) => `${inWords(senStatuses[status])} ${showCount(counts[status])}`,
    ),
    ...(counts.unknown > 0 ? [t`not known ${counts.unknown}`] : []),
  ].join(', ')
