import { Problem } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { StatusPeriod } from '../domain/records/statusPeriod.ts'
import type { StatusWrites } from '../domain/rules/statusChange.ts'
import type { SchoolRecords } from '../graph/storeTypes.ts'

/** Stores a period under its settled key, whether it is new, was begun before, or was archived by an undo. */
export const putPeriod = async (
  records: SchoolRecords,
  { key, record }: StatusWrites['period'],
): Promise<Stored<StatusPeriod>> => {
  const store = records.store(StatusPeriod)
  const made = await store.create(record, key)
  const here = made.archived ? await store.restore(made) : made
  const changes = Object.fromEntries(
    Object.entries(record).filter(([field, value]) => here[field as keyof StatusPeriod] !== value),
  )
  return Object.keys(changes).length > 0 ? store.update(here, changes) : here
}

/** What a change of status left: both rows as they are now, and how to take it back. */
export type ChangedStatus = {
  readonly pupil: Stored<Pupil>
  readonly period: Stored<StatusPeriod>
  undo(): Promise<{ readonly pupil: Stored<Pupil>; readonly period: Stored<StatusPeriod> }>
}

/**
 * Changes a pupil's status: first the period that ends, then the pupil. Whatever breaks in between loses nothing, and
 * the same change again makes no second period. Problems as the store has them.
 */
export const changeStatus = async (
  records: SchoolRecords,
  before: Stored<Pupil>,
  { period, changes }: StatusWrites,
): Promise<ChangedStatus> => {
  const closed = await putPeriod(records, period)
  const pupil = await records.store(Pupil).update(before, changes)
  return {
    pupil,
    period: closed,
    undo: async () => {
      const { status, statusFrom, planIssued } = before
      const back = await records.store(Pupil).update(pupil, { status, statusFrom, planIssued })
      return { pupil: back, period: await records.store(StatusPeriod).archive(closed, 'Change taken back') }
    },
  }
}

/** Takes a change back that was begun and not finished: the period goes, the pupil was never changed. */
export const takeBackBegun = async (
  records: SchoolRecords,
  begun: Stored<StatusPeriod>,
): Promise<Stored<StatusPeriod>> => {
  if (begun.archived) throw new Problem({ code: 'gone' }, 'A begun change is gone already')
  return records.store(StatusPeriod).archive(begun, 'Change taken back')
}
