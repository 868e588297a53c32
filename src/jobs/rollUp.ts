import type { Stored } from '../domain/record.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { School } from '../domain/records/school.ts'
import { type YearGroup, yearGroupOrder, yearNumberOf } from '../domain/rules/codes.ts'
import { type Day, partsOf } from '../domain/rules/day.ts'
import { chronologicalYear } from '../domain/rules/schoolYear.ts'

/** The academic year, named by its start, into which everyone moves: from June on the coming one. */
export const yearToMoveInto = (today: Day): number => {
  const [year, month] = partsOf(today)
  return month >= 6 ? year : year - 1
}

/** Why a pupil is shown but not ticked: somebody who knows the child has to say. */
export type Exception = 'outOfYear' | 'noYear' | 'notFollowed'

export type RollUpRow = {
  readonly pupil: Stored<Pupil>
  /** The year group to come; `leaves` after the school's last; null where nothing can be proposed. */
  readonly to: YearGroup | 'leaves' | null
  readonly exception: Exception | null
}

/** The year group after this one; null after the last, and where no year is followed. */
export const nextOf = (year: YearGroup): YearGroup | null => {
  const next = yearGroupOrder[yearGroupOrder.indexOf(year) + 1]
  return year === 'X' || next === undefined || next === 'X' ? null : next
}
const highest = (years: readonly YearGroup[]): YearGroup | null =>
  years.reduce<YearGroup | null>(
    (last, year) =>
      last === null || yearGroupOrder.indexOf(year) > yearGroupOrder.indexOf(last) ? year : last,
    null,
  )

const usualLast: Partial<Record<School['phase'], YearGroup>> = {
  nursery: 'N2', infant: '2', junior: '6', primary: '6', middle: '8', secondary: '11', allThrough: '13',
} // prettier-ignore

/** The school's last year group: as its phase has it, or higher where somebody is taught there now. */
export const lastYearOf = (phase: School['phase'] | null, pupils: readonly Pupil[]): YearGroup => {
  const now = highest(pupils.flatMap(({ yearGroup }) => (yearGroup && yearGroup !== 'X' ? [yearGroup] : [])))
  const usual = phase ? usualLast[phase] : undefined
  return highest([...(usual ? [usual] : []), ...(now ? [now] : [])]) ?? '6'
}

/** Who is on roll on a day: not archived, not left. */
export const onRoll = (pupils: readonly Stored<Pupil>[], today: Day): Stored<Pupil>[] =>
  pupils.filter(({ archived, left }) => !archived && (!left || left >= today))

/**
 * Where each pupil goes in the academic year that starts in September of `year`. Whoever would then not be in the year
 * group of their age is an exception: out of year group on purpose, or moved up already.
 */
export const rollUpRows = (pupils: readonly Stored<Pupil>[], year: number, last: YearGroup): RollUpRow[] =>
  pupils.map((pupil): RollUpRow => {
    const now = pupil.yearGroup
    if (now === null) return { pupil, to: null, exception: 'noYear' }
    if (now === 'X') return { pupil, to: null, exception: 'notFollowed' }
    const leaves = yearGroupOrder.indexOf(now) >= yearGroupOrder.indexOf(last)
    const next = nextOf(now)
    const usual = chronologicalYear(pupil.dateOfBirth, `${year}-09-01`)
    const asOld = next === null || yearNumberOf(next) === usual
    return { pupil, to: leaves || next === null ? 'leaves' : next, exception: asOld ? null : 'outOfYear' }
  })
