import { useMemo } from 'react'
import { grouped } from '../../../domain/grouped.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Slot } from '../../../domain/records/slot.ts'
import { addDays, type Day } from '../../../domain/rules/day.ts'
import { heldIn, weekLetters } from '../../../domain/rules/timetableWeek.ts'
import type { TimetableRecords } from './useTimetable.ts'
import type { useFacts } from './useFacts.ts'
import { fits } from './weekFilter.ts'

/** A time of one week: how many of the timetable it meets, and how many pupils come. */
export type Entry = { readonly slot: Stored<Slot>; readonly clashes: number; readonly coming: number }

/** One week of the timetable: its letter, who comes to what, and the times that fit what was chosen. */
export const useWeek = (
  { slots, calendar, settings }: TimetableRecords,
  { coming, clashes }: Pick<ReturnType<typeof useFacts>, 'coming' | 'clashes'>,
  monday: Day,
  filter: string | null,
) => {
  const letterOf = useMemo(() => weekLetters(calendar, settings), [calendar, settings])
  const letter = letterOf(monday)
  const friday = addDays(monday, 4)
  const runs = (from: Day, until: Day | null) => from <= friday && (until === null || until >= monday)
  const comes = grouped(
    coming.filter(({ from, until }) => runs(from, until)),
    ({ slot }) => slot,
  )
  const pupilsIn = (slot: string) => (comes.get(slot) ?? []).map(({ pupil }) => pupil)
  const entries = slots
    .filter((slot) => runs(slot.from, slot.until) && heldIn(slot, letter))
    .filter((slot) => fits(slot, filter, pupilsIn(slot.key)))
    .map((slot): Entry => ({
      slot,
      clashes: clashes.filter((clash) => clash.slots.includes(slot.key)).length,
      coming: pupilsIn(slot.key).length,
    }))
  return { letter, friday, comes, pupilsIn, entries }
}
