import {
  type Census,
  type CensusDay,
  censusDays,
  censuses,
  type NamedDay,
} from '../../domain/rules/censusDays.ts'
import { type Day, isDay } from '../../domain/rules/day.ts'
import { academicYearOf } from '../../domain/rules/schoolYear.ts'

/** Which census is looked at: one of this school year's, or what it would be on any other day. */
export type Asked = { readonly census: Census; readonly day: Day }

/** The three of the school year of a day, and those of the next once all of them are past. */
export const daysAround = (today: Day, named: readonly NamedDay[]): CensusDay[] => {
  const year = academicYearOf(today)
  const own = censusDays(year, named)
  return own.every(({ day }) => day < today) ? [...own, ...censusDays(year + 1, named)] : own
}

/** Reads the part of the address after `?`: the next census where it says nothing that is known. */
export const askedOf = (query: URLSearchParams, today: Day, named: readonly NamedDay[]): Asked => {
  const days = daysAround(today, named)
  const next = days.find(({ day }) => day >= today) ?? days.at(-1)!
  const census = Object.keys(censuses).find((name) => name === query.get('census')) as Census | undefined
  const day = query.get('day')
  const usual = census ? (days.findLast((each) => each.census === census) ?? next) : next
  return { census: census ?? next.census, day: isDay(day) ? day : usual.day }
}

export const queryOf = ({ census, day }: Asked): URLSearchParams => new URLSearchParams({ census, day })
