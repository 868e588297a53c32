import type { Stored } from '../domain/record.ts'
import type { ClassTeacher } from '../domain/records/classTeacher.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { School } from '../domain/records/school.ts'
import { type YearGroup, yearGroupOrder, yearNumberOf } from '../domain/rules/codes.ts'
import { type Day, partsOf, showDay } from '../domain/rules/day.ts'
import { chronologicalYear, showAcademicYear } from '../domain/rules/schoolYear.ts'
import { endClassStaff } from './classStaffPlan.ts'
import type { FieldChange, Plan, Step } from './plan.ts'

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

const nextOf = (year: YearGroup): YearGroup | null => {
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

/** A class as it is now in one year group, and what it might be called next year; '' where nobody can guess. */
export type ClassMove = {
  readonly className: string
  readonly yearGroup: YearGroup
  readonly pupils: number
  readonly suggested: string
}
export const classMoveKey = (className: string, yearGroup: YearGroup): string => `${yearGroup} ${className}`

/** Every class of those who move up, in the order of years, with a suggestion. */
export const classMoves = (rows: readonly RollUpRow[]): ClassMove[] => {
  const byYear = new Map<YearGroup, Map<string, number>>()
  for (const { pupil: { yearGroup, className } } of rows) {
    if (!yearGroup || !className) continue
    const classes = byYear.get(yearGroup) ?? new Map<string, number>()
    classes.set(className, (classes.get(className) ?? 0) + 1)
    byYear.set(yearGroup, classes)
  } // prettier-ignore
  const moving = new Set(
    rows.flatMap(({ pupil, to }) => (to && to !== 'leaves' && pupil.yearGroup ? [pupil.yearGroup] : [])),
  )
  return yearGroupOrder
    .filter((year) => moving.has(year))
    .flatMap((yearGroup) =>
      [...(byYear.get(yearGroup) ?? [])]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([className, pupils]) => ({
          className,
          yearGroup,
          pupils,
          suggested: suggestion(className, yearGroup, byYear),
        })),
    )
}

/** The classes that the year above has now: what a class of this year may well be called next year. */
export const classesAbove = (rows: readonly RollUpRow[], year: YearGroup): string[] => {
  const next = nextOf(year)
  const names = rows.flatMap(({ pupil }) =>
    pupil.yearGroup === next && pupil.className ? [pupil.className] : [],
  )
  return [...new Set(names)].toSorted()
}

const suggestion = (
  className: string,
  year: YearGroup,
  byYear: ReadonlyMap<YearGroup, ReadonlyMap<string, number>>,
): string => {
  const next = nextOf(year)
  if (next === null) return ''
  // 4A becomes 5A, “Year 4 Oak” becomes “Year 5 Oak”, RB becomes 1B.
  const numbered = /^\d+$/.test(year)
    ? className.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`), next)
    : year === 'R'
      ? className.replace(/^(?:R|YR|Reception)(?=\s|[A-Z]?$)/i, next)
      : className
  if (numbered !== className) return numbered
  const there = [...(byYear.get(next) ?? new Map<string, number>()).keys()]
  if (there.includes(className)) return className
  const fewer = there.filter((name) => !byYear.get(nextOf(next) ?? 'X')?.has(name))
  return fewer.length === 1 ? fewer[0]! : there.length === 1 ? there[0]! : ''
}

export type RollUpChoice = {
  readonly year: number
  /** Keys of the pupils who are ticked. */
  readonly ticked: ReadonlySet<string>
  /** By `classMoveKey`: what the class is called next year, '' for none yet. What is not in here stays as it is. */
  readonly classes: Readonly<Record<string, string>>
  readonly leavingDay: Day
  readonly archiveLeavers: boolean
  /** Who is put down for classes and ends with the school year, on `leavingDay`; nobody where it is left out. */
  readonly endStaff?: readonly Stored<ClassTeacher>[]
}

export const leaversReason = (day: Day): string => `Left ${showDay(day)}`

/** Everyone who is ticked moves up; who was in the last year gets a leaving date, and is archived where that is wished. */
export const rollUpPlan = (rows: readonly RollUpRow[], choice: RollUpChoice): Plan => {
  const going = rows.filter(({ pupil, to }) => to !== null && choice.ticked.has(pupil.key))
  const steps = going.flatMap(({ pupil, to }, row): Step[] => {
    const changes: Record<string, FieldChange> = {}
    if (to === 'leaves') {
      if (pupil.left === null) changes['left'] = { from: null, to: choice.leavingDay }
    } else {
      changes['yearGroup'] = { from: pupil.yearGroup, to }
      const className =
        pupil.className && pupil.yearGroup && choice.classes[classMoveKey(pupil.className, pupil.yearGroup)]
      if (typeof className === 'string' && className !== pupil.className)
        changes['className'] = { from: pupil.className, to: className.trim() || null }
    }
    return Object.keys(changes).length > 0
      ? [{ row: row + 1, type: 'Pupil', key: pupil.key, do: 'change', changes }]
      : []
  })
  const archived = going.flatMap(({ pupil, to }, row): Step[] =>
    to === 'leaves' && choice.archiveLeavers
      ? [
          {
            row: row + 1,
            type: 'Pupil',
            key: pupil.key,
            after: [pupil.key],
            do: 'archive',
            reason: leaversReason(pupil.left ?? choice.leavingDay),
          },
        ]
      : [],
  )
  const ended = endClassStaff(choice.endStaff ?? [], choice.leavingDay, going.length)
  return {
    kind: 'rollUp',
    title: `Everyone up a year, ${showAcademicYear(choice.year)}`,
    steps: [...steps, ...archived, ...ended],
  }
}
