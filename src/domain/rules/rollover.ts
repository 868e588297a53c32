import type { Pupil } from '../records/pupil.ts'
import { yearNumberOf } from './codes.ts'
import { type Day, partsOf } from './day.ts'
import { chronologicalYear } from './schoolYear.ts'

/** From August, when leavers are known, to October, when the first census counts everybody in their year. */
const months = [8, 9, 10]

/** The move into a new school year that is still to be made. `behind`: pupils still in last year's year group. */
export type RolloverDue = {
  /** The school year, named by its start. */
  readonly year: number
  /** The first day of the school year; after it the move is late. */
  readonly by: Day
  readonly behind: number
  readonly pupils: number
}

/**
 * Whether the school's pupils are still to be moved up a year: in August to October, while most of those on roll stand
 * in the year group of last year's age. Null where nothing is due. Practice, not law; the October census needs it.
 */
export const rolloverDue = (
  pupils: readonly Pick<Pupil, 'dateOfBirth' | 'yearGroup' | 'left'>[],
  today: Day,
): RolloverDue | null => {
  const [year, month] = partsOf(today)
  if (!months.includes(month)) return null
  const by: Day = `${year}-09-01`
  const placed = pupils.flatMap(({ dateOfBirth, yearGroup, left }) => {
    const taught = yearGroup === null ? null : yearNumberOf(yearGroup)
    return taught === null || (left !== null && left < today)
      ? []
      : [taught - chronologicalYear(dateOfBirth, by)]
  })
  const behind = placed.filter((gap) => gap === -1).length
  return behind > placed.length / 2 ? { year, by, behind, pupils: placed.length } : null
}
