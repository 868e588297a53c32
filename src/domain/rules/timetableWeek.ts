import { t } from '../../words/t.ts'
import type { School } from '../records/school.ts'
import type { Slot } from '../records/slot.ts'
import { addDays, type Day, daysBetween, mondayOf, showDay } from './day.ts'
import { isSchoolDay, knowsYear, type SchoolCalendar, termsOf } from './schoolCalendar.ts'
import { academicYearOf } from './schoolYear.ts'
import type { Why } from './why.ts'

/** Week A is `odd`, week B is `even`, as a Slot says it. */
export type WeekLetter = Exclude<NonNullable<Slot['everyWeeks']>, 'every'>
/** How a school counts its weeks A and B. */
export type WeekCount = Pick<School, 'weekLetters' | 'weekAFrom'>

const isSchoolWeek = (calendar: SchoolCalendar, monday: Day): boolean =>
  [0, 1, 2, 3, 4].some((later) => isSchoolDay(calendar, addDays(monday, later)))

/** The Monday of the first week with pupils in school, from a day on. */
const firstSchoolWeek = (calendar: SchoolCalendar, from: Day): Day => {
  let monday = mondayOf(from)
  for (let left = 12; left > 0 && !isSchoolWeek(calendar, monday); left -= 1) monday = addDays(monday, 7)
  return monday
}

/** School weeks after the one Monday up to the other; below 0 where the other is earlier. */
const schoolWeeksBetween = (calendar: SchoolCalendar, from: Day, to: Day): number => {
  const step = to < from ? -7 : 7
  let weeks = 0
  for (let monday = from; monday !== to;) {
    monday = addDays(monday, step)
    if (isSchoolWeek(calendar, monday)) weeks += Math.sign(step)
  }
  return weeks
}

/** The Monday of a week A from which a day's week is counted. */
const anchorFor = (calendar: SchoolCalendar, day: Day, { weekLetters, weekAFrom }: WeekCount): Day => {
  const year = academicYearOf(day)
  const terms = termsOf(calendar, year)
  if (weekLetters === 'term') {
    const term = terms.findLast(({ starts }) => mondayOf(starts) <= mondayOf(day))
    if (term) return firstSchoolWeek(calendar, term.starts)
  }
  if (weekAFrom && academicYearOf(weekAFrom) === year) return firstSchoolWeek(calendar, weekAFrom)
  return firstSchoolWeek(calendar, terms[0]?.starts ?? `${year}-09-01`)
}

const letterOn = (calendar: SchoolCalendar, monday: Day, counted: WeekCount): WeekLetter | null => {
  if (!isSchoolWeek(calendar, monday)) return null
  // The year of a week is that of its Friday: the first of September may fall in its middle.
  const anchor = anchorFor(calendar, addDays(monday, 4), counted)
  const weeks =
    counted.weekLetters === 'calendar'
      ? daysBetween(anchor, monday) / 7
      : schoolWeeksBetween(calendar, anchor, monday)
  return weeks % 2 === 0 ? 'odd' : 'even'
}

/**
 * Tells of any day whether its week is A (`odd`) or B (`even`), counted as the school's settings say: in turn through
 * the year with holidays left out (usual), in turn from each term's first week, or every other week of the calendar.
 * Null in a week without school. Each week is counted once, however often it is asked for.
 */
export const weekLetters = (
  calendar: SchoolCalendar,
  counted: WeekCount | null | undefined,
): ((day: Day) => WeekLetter | null) => {
  const known = new Map<Day, WeekLetter | null>()
  const count = counted ?? { weekLetters: null, weekAFrom: null }
  return (day) => {
    const monday = mondayOf(day)
    const found = known.get(monday)
    if (found !== undefined) return found
    const letter = letterOn(calendar, monday, count)
    known.set(monday, letter)
    return letter
  }
}

/** Whether a time in the week is held in the week of a letter; every week where it says nothing. */
export const heldIn = (slot: Pick<Slot, 'everyWeeks'>, letter: WeekLetter | null): boolean =>
  slot.everyWeeks === null || slot.everyWeeks === 'every' || slot.everyWeeks === letter

/** How the letter of a week comes about, for the screen that shows it. */
export const whyWeekLetter = (
  calendar: SchoolCalendar,
  day: Day,
  counted: WeekCount | null | undefined,
): Why => {
  const way = counted?.weekLetters ?? 'year'
  const says = {
    year: t`School weeks are A and B in turn through the school year; a week without pupils in school is left out.`,
    term: t`Each term begins with a week A; after that school weeks are B and A in turn.`,
    calendar: t`Every other week of the calendar is week A, holidays counted too.`,
  }[way]
  const anchor = anchorFor(calendar, day, counted ?? { weekLetters: null, weekAFrom: null })
  return {
    rule: t`Weeks A and B`,
    says: knowsYear(calendar, day)
      ? says
      : t`${says} No terms are recorded for this year, so this is an estimate.`,
    strength: 'local',
    source: t`School settings: Weeks A and B`,
    inputs: [{ label: t`A week A begins`, value: showDay(anchor) }],
  }
}
