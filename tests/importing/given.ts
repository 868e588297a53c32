import { Contact } from '../../src/domain/records/contact.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { newKey } from '../../src/domain/key.ts'
import { upnCheckLetter } from '../../src/domain/rules/upn.ts'
import {
  checkRows,
  type Existing,
  type ImportTable,
  matchHeadings,
  readFile,
} from '../../src/importing/index.ts'

export const today = '2026-11-20'
export const nobody: Existing = { pupils: [], needs: [], contacts: [] }

/** A right UPN of the authority that no authority is. */
export const upnNumber = (n: number): string => {
  const rest = `999204421${String(n).padStart(3, '0')}`
  return upnCheckLetter(rest) + rest
}

const kept = {
  etag: '"1"',
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
}
export const storedPupil = (given: Partial<Pupil>, archived = false): Stored<Pupil> => ({
  ...blank(Pupil, {
    surname: 'Kershaw',
    forename: 'Amira',
    dateOfBirth: '2018-01-09',
    status: 'N',
    ...given,
  }),
  ...kept,
  key: newKey(),
  id: '1',
  archived,
})
export const storedNeed = (given: Partial<Need>): Stored<Need> => ({
  ...blank(Need, { type: 'SLCN', rank: 1, ...given }),
  ...kept,
  key: newKey(),
  id: '2',
  archived: false,
})
export const storedContact = (given: Partial<Contact>): Stored<Contact> => ({
  ...blank(Contact, given),
  ...kept,
  key: newKey(),
  id: '3',
  archived: false,
})

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The table in a text; fails the test where it is refused. */
export const tableOf = (text: string | Uint8Array): ImportTable => {
  const file = readFile(typeof text === 'string' ? bytesOf(text) : text)
  if (file.kind === 'refused') throw new Error(file.why)
  return file
}
export const planOf = (text: string | Uint8Array, existing: Existing = nobody) => {
  const table = tableOf(text)
  return checkRows(table, matchHeadings(table.headings), existing, today)
}

/** One row of a plan under the usual headings. */
export const rowOf = (cells: string, existing: Existing = nobody, headings = 'UPN,Surname,Forename,DOB') =>
  planOf(`${headings}\n${cells}\n`, existing).rows[0]!

/** Milliseconds of this process's own work, whatever else the machine is doing. */
export const workOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
