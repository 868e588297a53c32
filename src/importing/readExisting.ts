import { Contact } from '../domain/records/contact.ts'
import { Need } from '../domain/records/need.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { School } from '../domain/records/school.ts'
import type { SchoolRecords } from '../graph/storeTypes.ts'
import type { Existing } from './existing.ts'

/** What an import is matched against, read afresh. */
export const readExisting = async (records: SchoolRecords): Promise<Existing> => {
  const [pupils, needs, contacts, schools] = await Promise.all([
    records.store(Pupil).allWithArchived(),
    records.store(Need).allWithArchived(),
    records.store(Contact).allWithArchived(),
    records.store(School).allWithArchived(),
  ])
  const inUse = <T extends { readonly archived: boolean }>(all: readonly T[]) =>
    all.filter(({ archived }) => !archived)
  // The school's oldest settings: whoever imports at the same time finds the same.
  const salt = schools.records.map(({ key }) => key).toSorted()[0]
  return {
    pupils: pupils.records,
    needs: inUse(needs.records),
    contacts: inUse(contacts.records),
    unreadable: pupils.unreadable,
    taken: new Set([...needs.records, ...contacts.records].map(({ key }) => key)),
    ...(salt ? { salt } : {}),
  }
}
