import { inWords, t } from '../../words/t.ts'
import { addDays, type Day, dayOf, partsOf, showDay, weekdayOf } from './day.ts'
import { academicYearOf } from './schoolYear.ts'
import type { Why } from './why.ts'

export const censuses = { autumn: 'Autumn', spring: 'Spring', summer: 'Summer' } as const
export type Census = keyof typeof censuses
export type CensusDay = {
  readonly census: Census
  readonly day: Day
  readonly why: Why
  /** The key of the school's own row that names the day; null where it is the usual one. */
  readonly named: string | null
}

/** The row of a school that names the day of a census (see CensusSetting). Other rows of that list are passed over. */
export type NamedDay = {
  readonly key: string
  readonly what: string
  readonly day: Day
  readonly source: string
}

const thursday = 4
const nth = ['', '1st', '2nd', '3rd']
const guide = t`Department for Education, Complete the school census`
/** When each census is usually held; a change is a row with a later year. Which Thursday of which month. */
const usual: readonly {
  readonly from: number
  readonly days: Record<Census, readonly [nth: number, month: number]>
}[] = [{ from: 2006, days: { autumn: [1, 10], spring: [3, 1], summer: [3, 5] } }]
const monthNames: Record<number, string> = { 1: t`January`, 5: t`May`, 10: t`October` }
/** The first and last month in which a day can be that of a census: wide enough for any year, too narrow for a slip. */
const months: Record<Census, readonly [first: number, last: number]> = {
  autumn: [9, 12],
  spring: [1, 4],
  summer: [4, 8],
}

/** Whether a day can be the day of a census at all. */
export const dayFitsCensus = (census: Census, day: Day): boolean => {
  const [first, last] = months[census]
  const [, month] = partsOf(day)
  return month >= first && month <= last
}

const nthWeekday = (year: number, month: number, weekday: number, count: number): Day => {
  const first = dayOf(year, month, 1)!
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1))
}

/**
 * The three census days of the academic year that starts in September of `start`: those that the school's own rows
 * name, else the usual ones, as the Department can name another day. Of two rows for one census the newest counts.
 * Source: DfE, Complete the school census.
 */
export const censusDays = (start: number, named: readonly NamedDay[] = []): CensusDay[] => {
  const { days } = usual.findLast(({ from }) => from <= start) ?? usual[0]!
  return (Object.keys(days) as Census[]).map((census) => {
    const [count, month] = days[census]
    const day = nthWeekday(month >= 9 ? start : start + 1, month, thursday, count)
    const usually = t`${showDay(day)}, the ${nth[count] ?? ''} Thursday in ${monthNames[month] ?? ''}`
    const own = named
      .filter(({ what, day: on }) => what === census && academicYearOf(on) === start)
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .at(-1)
    if (own)
      return {
        census,
        day: own.day,
        named: own.key,
        why: {
          rule: t`census day, ${census}`,
          says: t`Your school wrote down that the ${inWords(censuses[census]).toLowerCase()} census is on this day`,
          strength: 'local',
          source: own.source,
          inputs: [
            { label: t`Census day`, value: showDay(own.day) },
            { label: t`Usually`, value: usually },
          ],
        },
      }
    return {
      census,
      day,
      named: null,
      why: {
        rule: t`census day, ${census}`,
        says: t`The ${inWords(censuses[census]).toLowerCase()} census is on the ${nth[count] ?? ''} Thursday in ${monthNames[month] ?? ''}`,
        strength: 'must',
        source: t`${guide}. It can name another day`,
        inputs: [{ label: t`Census day`, value: showDay(day) }],
      },
    }
  })
}
