import { addDays, type Day, latest as latestOf, mondayOf } from './day.ts'
import type { Standing } from './plannerDays.ts'
import { type FlowDays, type FlowJob, howManyFit, placesFor } from './plannerFlow.ts'
import type { StatedLoad } from './plannerSettings.ts'
import type { NeededLoad, PlanNeed, WeekLoad } from './plannerTypes.ts'

/** A week belongs to the month in which its Thursday lies, as most of its days do. */
export const monthOfWeek = (week: Day): string => addDays(week, 3).slice(0, 7)

/**
 * How many meetings a week holds at most: what was stated for the stretch in which its Thursday lies, of two such the
 * one that begins later, else the usual.
 */
export const capIn = (loads: readonly StatedLoad[], usual: number, week: Day): number => {
  const middle = addDays(week, 3)
  const [stated] = loads
    .filter(({ from, to }) => from <= middle && middle <= to)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return stated?.aWeek ?? usual
}

/** How many of the days lie in each week, by its Monday. */
export const countsByWeek = (days: readonly Day[]): Map<Day, number> => {
  const found = new Map<Day, number>()
  for (const day of days) found.set(mondayOf(day), (found.get(mondayOf(day)) ?? 0) + 1)
  return found
}

/** How many meetings each week has, of those that stand and of those proposed; in order, weeks without any left out. */
export const loadsOf = (
  standing: readonly Standing[],
  bookings: readonly { readonly day: Day }[],
): WeekLoad[] => {
  const before = countsByWeek(standing.map(({ day }) => day))
  const planned = countsByWeek(bookings.map(({ day }) => day))
  return [...new Set([...before.keys(), ...planned.keys()])]
    .toSorted()
    .map((week) => ({ week, standing: before.get(week) ?? 0, planned: planned.get(week) ?? 0 }))
}

/** Room in each week under a cap of its own. */
export const roomUnder = (taken: readonly number[], capOf: (week: number) => number): number[] =>
  taken.map((n, week) => Math.max(0, capOf(week) - n))

/** The fewest a week, the same in all, with which as many fit as with `highest`. */
export const leastCap = (highest: number, all: number, fitting: (cap: number) => number): number => {
  let low = 1
  let high = highest
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fitting(middle) === all) high = middle
    else low = middle + 1
  }
  return low
}

type Asked = {
  readonly needs: readonly PlanNeed[]
  readonly jobs: readonly FlowJob[]
  readonly days: Omit<FlowDays, 'room'> & {
    readonly mondays: readonly Day[]
    readonly each: readonly { readonly day: Day }[]
  }
  /** How many fit where no week has a cap, and the fewest a week, the same in all, with which they do. */
  readonly all: number
  readonly least: number
}

/**
 * The smallest load of each month: lowered step by step from the same in all, the months that fewest reviews wish for
 * first, as long as nothing is late that need not be. In none of them would one fewer do. Rests after each try.
 */
export function* neededSteps({ needs, jobs, days, all, least }: Asked): Generator<undefined, NeededLoad[]> {
  const monthAt = days.mondays.map(monthOfWeek)
  const wished = new Map<string, number>()
  for (const { target, latest, notice } of needs) {
    // Who is late to begin with is wished for nowhere.
    if (latest < notice.day) continue
    const month = monthOfWeek(mondayOf(latestOf(target, notice.day)))
    wished.set(month, (wished.get(month) ?? 0) + 1)
  }
  const end = jobs.reduce((last, job) => (job.first < job.end ? Math.max(last, job.end) : last), 0)
  const touched = new Set(days.week.slice(0, end).map((week) => monthAt[week]!))
  // What is fixed is there already: a load below it would be none that anybody could keep to.
  const fixedIn = (month: string) => Math.max(0, ...days.taken.filter((_, week) => monthAt[week] === month))
  const level = new Map([...touched].map((month) => [month, Math.max(least, fixedIn(month))]))
  const roomWith = (month: string | null, lower: number) =>
    roomUnder(days.taken, (week) => {
      const own = monthAt[week]!
      return own === month ? lower : (level.get(own) ?? 0)
    })
  const order = [...touched].toSorted(
    (a, b) => (wished.get(a) ?? 0) - (wished.get(b) ?? 0) || (a < b ? 1 : -1),
  )
  for (let lower = least - 1; lower >= 0; lower -= 1)
    for (const month of order) {
      if (level.get(month) !== lower + 1 || lower < fixedIn(month)) continue
      yield
      if (howManyFit(jobs, { ...days, room: roomWith(month, lower) }, all) === all) level.set(month, lower)
    }
  const needed: NeededLoad[] = []
  for (const month of [...touched].toSorted()) {
    const aWeek = level.get(month)!
    if (aWeek === 0) continue
    yield
    needed.push({ month, aWeek, fixed: fixedIn(month), less: lessIn(month, aWeek) })
  }
  return needed

  function lessIn(month: string, aWeek: number): NeededLoad['less'] {
    if (aWeek <= Math.max(1, fixedIn(month))) return null
    const places = placesFor(jobs, { ...days, room: roomWith(month, aWeek - 1) })
    const out = jobs.flatMap((job, at) => (places.day[at] === null && job.first < job.end ? [at] : []))
    const late = all - places.day.filter((day) => day !== null).length
    const blocked = out
      .map((job) => places.blockedBy(job))
      .find(({ days: full }) => full.some((day) => monthAt[days.week[day]!] === month))
    if (!blocked) return null
    return {
      late,
      reviews: blocked.jobs.length,
      from: days.each[blocked.days[0]!]!.day,
      to: days.each[blocked.days.at(-1)!]!.day,
    }
  }
}
