import { derivedKey } from '../derivedKey.ts'
import { blank, type Stored } from '../record.ts'
import type { School } from '../records/school.ts'
import { StaffDay } from '../records/staffDay.ts'
import type { TermDate } from '../records/termDate.ts'
import type { Day } from './day.ts'
import { academicYearOf } from './schoolYear.ts'
import { calendarOf, type SchoolCalendar } from './schoolCalendar.ts'
import type { WeekCount } from './timetableWeek.ts'

type Keyed<T> = T & { readonly key: string }

const copied = ['kind', 'name', 'starts', 'ends', 'weekLetters', 'weekAFrom', 'of'] as const

/**
 * What staff should see of the school's days: its terms and days off of this school year and the years beside it. Days
 * on which only the SENCO holds no meeting are left out.
 */
export const staffDaysWanted = (
  terms: readonly Keyed<TermDate>[],
  school: (Keyed<School> & WeekCount) | null,
  today: Day,
): { readonly key: string; readonly record: StaffDay }[] => {
  const year = academicYearOf(today)
  const days = terms
    .filter(({ kind, ends }) => kind !== 'busy' && Math.abs(academicYearOf(ends) - year) <= 1)
    .map(({ key, kind, name, starts, ends }) => ({
      key: derivedKey(key, 'staff'),
      record: blank(StaffDay, { kind: kind as StaffDay['kind'], name, starts, ends, of: key }),
    }))
  if (!school || (!school.weekLetters && !school.weekAFrom)) return days
  const { weekLetters, weekAFrom } = school
  const weeks = blank(StaffDay, {
    kind: 'weeks',
    starts: school.from,
    ends: `${year + 1}-08-31`,
    weekLetters,
    weekAFrom,
  })
  return [...days, { key: derivedKey(school.key, 'weeks'), record: weeks }]
}

export type StaffDaysBehind = {
  readonly toAdd: readonly { readonly key: string; readonly record: StaffDay }[]
  readonly toChange: readonly { readonly stored: Stored<StaffDay>; readonly changes: Partial<StaffDay> }[]
  readonly toRemove: readonly Stored<StaffDay>[]
}

/**
 * By what the days that staff see differ from those of the school; all empty when they are the same. `unread`: keys of
 * the school's days that can't be read, null where not even the key can be: what staff see of them stays.
 */
export const staffDaysBehind = (
  wanted: readonly { readonly key: string; readonly record: StaffDay }[],
  shown: readonly Stored<StaffDay>[],
  unread: readonly (string | null)[] = [],
): StaffDaysBehind => {
  const byKey = new Map(shown.map((row) => [row.key, row]))
  const keys = new Set(wanted.map(({ key }) => key))
  return {
    toAdd: wanted.filter(({ key }) => !byKey.has(key)),
    toChange: wanted.flatMap(({ key, record }) => {
      const stored = byKey.get(key)
      const differ = copied.filter((field) => stored && stored[field] !== record[field])
      return stored && differ.length > 0
        ? [{ stored, changes: Object.fromEntries(differ.map((field) => [field, record[field]])) }]
        : []
    }),
    toRemove: shown.filter(({ key, of }) => !keys.has(key) && !unread.includes(null) && !unread.includes(of)),
  }
}

export const isBehind = ({ toAdd, toChange, toRemove }: StaffDaysBehind): boolean =>
  toAdd.length + toChange.length + toRemove.length > 0

/** The school's days from what staff are shown of them, and how its weeks A and B are counted. */
export const calendarForStaff = (
  rows: readonly StaffDay[],
): { readonly calendar: SchoolCalendar; readonly counted: WeekCount | null } => ({
  calendar: calendarOf(rows.flatMap(({ kind, ...row }) => (kind === 'weeks' ? [] : [{ ...row, kind }]))),
  counted: rows.find(({ kind }) => kind === 'weeks') ?? null,
})
