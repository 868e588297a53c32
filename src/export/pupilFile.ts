import { Problem } from '../domain/problem.ts'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import { Contact } from '../domain/records/contact.ts'
import { recordTypes } from '../domain/records/index.ts'
import { Provision } from '../domain/records/provision.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { School } from '../domain/records/school.ts'
import { Withholding } from '../domain/records/withholding.ts'
import { belongingsOf, belongingTypes, isFileOf } from '../domain/rules/belongings.ts'
import type { Files, Reading, SchoolRecords } from '../graph/storeTypes.ts'
import { documentsIn, type FoundDocument } from './copyDocuments.ts'

export type Loose = Readonly<Record<string, unknown>>
export type StoredRow = Stored<Loose>
export type ListOfPupil = { readonly type: AnyRecordType; readonly records: readonly StoredRow[] }

/** Everything that the school's lists hold about one pupil, archived rows too. */
export type PupilFile = {
  readonly pupil: Stored<Pupil>
  /** In the order of the record types: the pupil's own row first. */
  readonly lists: readonly ListOfPupil[]
  readonly schools: readonly Stored<School>[]
  /** All pupils of the school, to find others in what is written about this one. */
  readonly everyone: readonly Stored<Pupil>[]
  readonly contacts: readonly Stored<Contact>[]
  /** Files of the library that are about this pupil by the key in their names. */
  readonly documents: readonly FoundDocument[]
  /** Rows that belong here, or may, and can't be read: they are in no package. */
  readonly unreadable: readonly { readonly list: string; readonly rows: number }[]
  /** Lists, and the library, that this person can't read. */
  readonly leftOut: readonly string[]
}

/** What was decided on other requests is no part of the pupil's record; it would tell what was kept back. */
const notGiven: readonly AnyRecordType[] = [Withholding]

const order = new Map(recordTypes.map(({ name }, at) => [name, at]))

/**
 * Reads one pupil's whole record. Problem `gone` where the school has no such pupil; other Problems as the store has
 * them. A list that this person may not read is named, not passed over.
 */
export const gatherPupil = async (
  records: SchoolRecords,
  files: Files | null,
  pupilKey: string,
  reading: Reading = {},
): Promise<PupilFile> => {
  const types = belongingTypes().map(({ type }) => type)
  const rows: Record<string, readonly StoredRow[]> = {}
  const unreadable: { list: string; rows: number }[] = []
  const leftOut: string[] = []
  const read = async (type: AnyRecordType): Promise<readonly StoredRow[]> => {
    if (type.guard && !(await records.readsAll(type))) {
      leftOut.push(type.list)
      return []
    }
    const listing = await records
      .store(type)
      .allWithArchived(reading)
      .catch((thrown: unknown) => {
        if (!(thrown instanceof Problem) || !['noAccess', 'notSetUp'].includes(thrown.code)) throw thrown
        leftOut.push(type.list)
        return { records: [], unreadable: [] }
      })
    const maybe = listing.unreadable.filter(({ rest }) => rest['pupil'] === pupilKey || rest['pupil'] == null)
    if (maybe.length > 0) unreadable.push({ list: type.list, rows: maybe.length })
    return listing.records as unknown as readonly StoredRow[]
  }
  for (const type of types) rows[type.name] = await read(type)
  const pupil = rows[Pupil.name]?.find(({ key }) => key === pupilKey) as Stored<Pupil> | undefined
  if (!pupil) throw new Problem({ code: 'gone' }, 'There is no pupil with this key')
  const lists = belongingsOf(pupilKey, rows).filter(({ type }) => !notGiven.includes(type))
  const provisions = await provisionsOf(await read(Provision), lists)
  const all = [...lists, ...provisions]
    .map(({ type, records: some }) => ({ type, records: some.toSorted((a, b) => (a.key < b.key ? -1 : 1)) }))
    .toSorted((a, b) => order.get(a.type.name)! - order.get(b.type.name)!)
  const keys = all.flatMap(({ records: some }) => some.map(({ key }) => key))
  return {
    pupil,
    lists: all,
    schools: (await read(School)) as unknown as Stored<School>[],
    everyone: rows[Pupil.name] as unknown as Stored<Pupil>[],
    contacts: (all.find(({ type }) => type === (Contact as AnyRecordType))?.records ??
      []) as unknown as Stored<Contact>[],
    documents: files ? await documentsOf(files, keys, leftOut) : [],
    unreadable,
    leftOut,
  }
}

/** What the pupil has had, described once for the school: a part of what is told about the pupil. */
const provisionsOf = async (
  provisions: readonly StoredRow[],
  lists: readonly ListOfPupil[],
): Promise<ListOfPupil[]> => {
  const named = new Set(lists.flatMap(({ records }) => records.map((record) => record['provision'])))
  const records = provisions.filter(({ key }) => named.has(key))
  return records.length > 0 ? [{ type: Provision, records }] : []
}

const documentsOf = async (
  files: Files,
  keys: readonly string[],
  leftOut: string[],
): Promise<FoundDocument[]> => {
  const all = await documentsIn(files, 'senco').catch((thrown: unknown) => {
    if (!(thrown instanceof Problem) || !['noAccess', 'gone'].includes(thrown.code)) throw thrown
    if (thrown.code === 'noAccess') leftOut.push('Documents of the SENCO’s site')
    return []
  })
  return all.filter(({ path }) => isFileOf(path.split('/').at(-1)!, keys))
}
