import { Problem } from '../../domain/problem.ts'
import type { AnyRecordType, RecordOf } from '../../domain/record.ts'
import { Delivery } from '../../domain/records/delivery.ts'
import { Group } from '../../domain/records/group.ts'
import { Slot } from '../../domain/records/slot.ts'
import { TermDate } from '../../domain/records/termDate.ts'
import type { LedgerSources } from '../../domain/rules/ledgerSchool.ts'
import { calendarOf } from '../../domain/rules/schoolCalendar.ts'
import type { Listing, Reading, SchoolRecords } from '../../graph/storeTypes.ts'

/** What the ledger of one pupil is made of beside their record. */
export type PupilLogs = Pick<LedgerSources, 'slots' | 'groups' | 'calendar' | 'deliveries' | 'unreadable'>

const none: Listing<never> = { records: [], unreadable: [] }

/** A school without these lists, or a person who isn't let into the staff site, has no log; nothing else stops. */
const orNothing = async <T>(reading: Promise<Listing<T>>): Promise<Listing<T>> => {
  try {
    return await reading
  } catch (thrown) {
    if (thrown instanceof Problem && ['notSetUp', 'noAccess'].includes(thrown.code)) return none
    throw thrown
  }
}

/** What was logged of these pupils, with the timetable: for reviews, whose other records are read meanwhile. */
export const gatherLogs = async (
  records: Pick<SchoolRecords, 'store'>,
  pupils: readonly string[],
  reading: Reading = {},
): Promise<(pupil: string) => PupilLogs | null> => {
  const all = <R extends AnyRecordType>(type: R): Promise<Listing<RecordOf<R>>> =>
    orNothing(records.store(type).all(reading))
  const [slots, groups, terms, ...logs] = await Promise.all([
    all(Slot),
    all(Group),
    all(TermDate),
    ...pupils.map((pupil) => orNothing(records.store(Delivery).about('pupil', pupil, reading))),
  ])
  const calendar = calendarOf(terms.records)
  return (pupil) => {
    const own = logs[pupils.indexOf(pupil)]
    if (!own || own.records.length + own.unreadable.length === 0) return null
    return {
      slots: slots.records,
      groups: groups.records,
      calendar,
      deliveries: own.records,
      unreadable: own.unreadable.length + slots.unreadable.length,
    }
  }
}
