import { Contact } from '../domain/records/contact.ts'
import { Need } from '../domain/records/need.ts'
import { Pupil } from '../domain/records/pupil.ts'
import type { SchoolRecords } from '../graph/storeTypes.ts'
import type { Existing } from './existing.ts'

/** What an import is matched against, read afresh. `unreadable` pupils can’t be matched: the person should know. */
export const readExisting = async (
  records: SchoolRecords,
): Promise<Existing & { readonly unreadable: number }> => {
  const [pupils, needs, contacts] = await Promise.all([
    records.store(Pupil).allWithArchived(),
    records.store(Need).all(),
    records.store(Contact).all(),
  ])
  return {
    pupils: pupils.records,
    needs: needs.records,
    contacts: contacts.records,
    unreadable: pupils.unreadable.length,
  }
}
