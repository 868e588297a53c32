import { grouped } from '../grouped.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Slot } from '../records/slot.ts'
import { type Day, latest } from './day.ts'
import type { Deployed, Keyed } from './deploymentPeople.ts'
import { weeksBy } from './endedWeeks.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'

/** The last day at the school of whoever leaves or has left, by the pupil's key. */
export type Leavers = ReadonlyMap<string, Day>

export const leaversOf = (pupils: readonly Keyed<Pick<Pupil, 'left'>>[]): Leavers =>
  new Map(pupils.flatMap(({ key, left }) => (left === null ? [] : [[key, left] as const])))

type OfPupil = { readonly pupil: string; readonly from: Day; readonly until: Day | null }

/** The day on which leaving ends a row of a pupil; null where the row says an end that is no later, or nobody leaves. */
const endsBy = ({ pupil, until }: OfPupil, leavers: Leavers): Day | null => {
  const left = leavers.get(pupil) ?? null
  return left !== null && (until === null || left < until) ? left : null
}

/** Rows of pupils, ended with the pupil's last day at the school; what would begin after it is left out. */
export const untilLeft = <R extends OfPupil>(rows: readonly R[], leavers: Leavers): R[] =>
  rows.flatMap((row) => {
    const until = endsBy(row, leavers)
    return until === null ? [row] : row.from <= until ? [{ ...row, until }] : []
  })

/**
 * Lines of support as they are given: nothing after the pupil's last day, and no more weeks than are given by then,
 * whatever the line says, since support goes to pupils of the school. What was bought or agreed for a line stays as it
 * was entered. Lines come filled from their groups (`filledFromGroups`). The record itself stays open until somebody
 * ends it; Today asks for that.
 */
export const linesUntilLeft = <A extends Allocation>(
  lines: readonly A[],
  leavers: Leavers,
  calendar: SchoolCalendar,
  weeksInYear: number,
): readonly A[] =>
  leavers.size === 0
    ? lines
    : lines.flatMap((line) => {
        const until = endsBy(line, leavers)
        if (until === null) return [line]
        return line.from <= until
          ? [{ ...line, until, weeks: weeksBy(line, until, calendar, weeksInYear) }]
          : []
      })

/**
 * Times in the week, ended with the last day of the last who came, where that is one who leaves. A group in which
 * nobody was ever put keeps its time, and so does one whose lines somebody ended: that time may be for others.
 */
export const slotsUntilLeft = <S extends Pick<Slot, 'allocation' | 'group' | 'until'>>(
  slots: readonly S[],
  lines: readonly Keyed<OfPupil & Pick<Allocation, 'group'>>[],
  leavers: Leavers,
): S[] => {
  const byKey = new Map(lines.map((line) => [line.key, line]))
  const byGroup = grouped(lines, ({ group }) => group)
  return slots.map((slot) => {
    const own = slot.allocation === null ? undefined : byKey.get(slot.allocation)
    const who = slot.allocation !== null ? (own ? [own] : []) : (slot.group && byGroup.get(slot.group)) || []
    const ends = who.map((line) => endsBy(line, leavers) ?? line.until)
    if (ends.length === 0 || ends.includes(null)) return slot
    const until = latest(...(ends as [Day, ...Day[]]))
    const leaves = who.some((line) => endsBy(line, leavers) === until)
    return leaves && (slot.until === null || slot.until > until) ? { ...slot, until } : slot
  })
}

/** All that is reckoned from when the question is who gives what and when, with nothing for pupils who have left. */
export const deployedUntilLeft = <D extends Deployed>(all: D, leavers: Leavers): D => ({
  ...all,
  lines: untilLeft(all.lines, leavers),
  slots: slotsUntilLeft(all.slots, all.lines, leavers),
  slotPupils: untilLeft(all.slotPupils, leavers),
})
