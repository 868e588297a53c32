import { addDays, type Day, daysBetween, weekdayOf } from './day.ts'
import { type Block, type StaffUse, weekdays } from './deployment.ts'
import { isSchoolDay, type SchoolCalendar } from './schoolCalendar.ts'
import { heldIn, type WeekLetter } from './timetableWeek.ts'

/** A session that nobody gives because somebody is away, and who has nothing in the timetable then. */
export type Uncovered = {
  readonly day: Day
  readonly away: string
  readonly block: Block
  /** First those of the same role with most time left of what is bought. */
  readonly free: readonly StaffUse[]
}

const overlaps = (a: Block, b: Block) => a.starts < b.ends && b.starts < a.ends

/** The sessions of one member of staff on a day: none in a holiday, and those of the other week left out. */
const blocksOn = (
  { week }: Pick<StaffUse, 'week'>,
  day: Day,
  letter: WeekLetter | null,
): readonly Block[] => {
  const weekday = weekdays[weekdayOf(day) - 1]
  return weekday ? week[weekday].filter(({ slot }) => heldIn(slot, letter)) : []
}

const left = ({ bought, used }: StaffUse) => (bought === null ? 0 : bought - used)

/**
 * What is uncovered while people are away, day by day, school days only. `useOn` is the deployment of a day; `away` are
 * names as it has them. Who is not in the list of staff is never proposed.
 */
export const uncoveredWhile = (
  useOn: (day: Day) => readonly StaffUse[],
  away: ReadonlySet<string>,
  days: { readonly from: Day; readonly until: Day },
  calendar: SchoolCalendar,
  letterOf: (day: Day) => WeekLetter | null,
): Uncovered[] => {
  const count = Math.max(0, daysBetween(days.from, days.until) + 1)
  return Array.from({ length: count }, (_, i) => addDays(days.from, i))
    .filter((day) => isSchoolDay(calendar, day))
    .flatMap((day) => {
      const use = useOn(day)
      const letter = letterOf(day)
      const there = use.filter(({ member, name }) => member !== null && !away.has(name))
      return use
        .filter(({ name }) => away.has(name))
        .flatMap((one) =>
          blocksOn(one, day, letter).map((block): Uncovered => {
            const role = block.slot.role ?? one.member?.role ?? null
            const free = there
              .filter((other) => !blocksOn(other, day, letter).some((taken) => overlaps(taken, block)))
              .toSorted(
                (a, b) =>
                  Number(b.member?.role === role) - Number(a.member?.role === role) || left(b) - left(a),
              )
            return { day, away: one.name, block, free }
          }),
        )
        .toSorted((a, b) => a.block.starts - b.block.starts)
    })
}
