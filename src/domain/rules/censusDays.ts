import { addDays, type Day, dayOf, showDay, weekdayOf } from './day.ts'
import { academicYearOf } from './schoolYear.ts'
import type { Why } from './why.ts'

export const censuses = { autumn: 'Autumn', spring: 'Spring', summer: 'Summer' } as const
export type Census = keyof typeof censuses
export type CensusDay = { readonly census: Census; readonly day: Day; readonly why: Why }

const thursday = 4
const nth = ['', '1st', '2nd', '3rd']
/** When each census is usually held; a change is a row with a later year. Which Thursday of which month. */
const usual: readonly {
  readonly from: number
  readonly days: Record<Census, readonly [nth: number, month: number]>
}[] = [{ from: 2006, days: { autumn: [1, 10], spring: [3, 1], summer: [3, 5] } }]
const monthNames: Record<number, string> = { 1: 'January', 5: 'May', 10: 'October' }

const nthWeekday = (year: number, month: number, weekday: number, count: number): Day => {
  const first = dayOf(year, month, 1)!
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1))
}

/**
 * The three census days of the academic year that starts in September of `start`, as they are usually. The Department
 * for Education can name another day: a school then says so.
 * Source: DfE, Complete the school census.
 */
export const censusDays = (start: number): CensusDay[] => {
  const { days } = usual.findLast(({ from }) => from <= start) ?? usual[0]!
  return (Object.keys(days) as Census[]).map((census) => {
    const [count, month] = days[census]
    const year = month >= 9 ? start : start + 1
    const day = nthWeekday(year, month, thursday, count)
    return {
      census,
      day,
      why: {
        rule: `census day, ${census}`,
        says: `The ${censuses[census].toLowerCase()} census is on the ${nth[count]} Thursday in ${monthNames[month]}`,
        strength: 'must',
        source: 'Department for Education, Complete the school census. It can name another day',
        inputs: [{ label: 'Census day', value: showDay(day) }],
      },
    }
  })
}

/** The next census day from today on, today too; or the last of the year's where none of it is left. */
export const nextCensusDay = (today: Day): CensusDay => {
  const start = academicYearOf(today)
  const all = [...censusDays(start), ...censusDays(start + 1)]
  return all.find(({ day }) => day >= today)!
}
