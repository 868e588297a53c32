import { showCount } from '../domain/counted.ts'
import { writtenDay, londonDay } from '../domain/rules/day.ts'
import type { CopyIndex } from './copyIndex.ts'

/** `README.txt` of a copy: what it is, for whoever finds it in ten years. */
export const copyReadme = (index: Omit<CopyIndex, 'files'>): string =>
  [
    `A COPY OF ALL SEND RECORDS OF ${index.school.name.toUpperCase()}`,
    `Made ${writtenDay(londonDay(new Date(index.readUntil)))} by ${index.madeBy} with Goldthread`,
    '',
    'CONFIDENTIAL. This holds health and other special category data about children, as the school records it.',
    'Keep it only where the school keeps such data: encrypted, with named people who may open it, and no longer than',
    'it is needed. Do not send it by email. Unpacked files are not protected by anything.',
    '',
    'What is in it',
    '  data/          every list as JSON, one record a line: all fields, archived or not, who wrote it and when.',
    '                 Goldthread brings these in again; any other program can read them too.',
    '  csv/           the same lists for Excel, with headings in words. To look at, not to bring in.',
    '                 Text that Excel would take for a formula has an apostrophe before it.',
    '  schema.json    what each field means and holds (JSON Schema, draft 2020-12)',
    '  dictionary.md  the same for people',
    '  unreadable.json  rows that somebody changed in SharePoint into something that no field can hold',
    ...(index.versions ? ['  history/       earlier versions of the records that were ever changed'] : []),
    ...(index.documents > 0 ? ['  documents/     the files in the libraries of the school’s sites'] : []),
    '  index.json     how many records each list has, and the SHA-256 of every file, to prove that none was changed',
    '',
    'How many',
    ...index.lists.map(
      ({ list, rows, archived, unreadable }) =>
        `  ${list}: ${showCount(rows)}${archived ? `, ${showCount(archived)} of them archived` : ''}${unreadable ? `; and ${showCount(unreadable)} that can’t be read` : ''}`,
    ),
    `  Documents: ${showCount(index.documents)}`,
    ...(index.leftOut.length > 0
      ? ['', 'NOT IN IT', ...index.leftOut.map(({ what, why }) => `  ${what}: ${why}`)]
      : []),
    '',
    'When it is brought in again, records keep their own keys and all their fields. SharePoint writes anew who made',
    'and changed a row and when; what it was is in data/ and csv/. Earlier versions can’t be brought in.',
    '',
  ].join('\r\n')
