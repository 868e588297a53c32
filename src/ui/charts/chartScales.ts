import { localeNow } from '../../words/locale.ts'
import { t } from '../../words/t.ts'
import { scaleLinear } from '@visx/scale'
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  earliest,
  latest,
  partsOf,
} from '../../domain/rules/day.ts'

const months = [
  t`Jan`,
  t`Feb`,
  t`Mar`,
  t`Apr`,
  t`May`,
  t`Jun`,
  t`Jul`,
  t`Aug`,
  t`Sep`,
  t`Oct`,
  t`Nov`,
  t`Dec`,
]

/** How wide these words are in a chart, about: pixels. */
export const widthOf = (words: string): number => Math.ceil(words.length * 6.4)

/** Firsts of months between two days, evenly, no more than so many; the year is said where it is new. */
export const monthTicks = (from: Day, until: Day, most: number): { day: Day; words: string }[] => {
  const first = `${addMonths(addDays(from, -1), 1).slice(0, 7)}-01`
  const all: Day[] = []
  for (let day = first; day <= until; day = addMonths(day, 1)) all.push(day)
  const step = [1, 2, 3, 4, 6, 12, 24, 48].find((size) => all.length / size <= most) ?? 96
  let year = 0
  return all
    .filter((_, at) => at % step === 0)
    .map((day) => {
      const [y, month] = partsOf(day)
      const words = y === year ? months[month - 1]! : `${months[month - 1]} ${y}`
      year = y
      return { day, words }
    })
}

/** Days along the bottom, with a little room at both ends. */
export const dayScale = (days: readonly Day[], left: number, right: number) => {
  const first = earliest(...(days as [Day]))
  const last = latest(...(days as [Day]))
  const room = Math.max(7, Math.round(daysBetween(first, last) * 0.04))
  const [from, until] = [addDays(first, -room), addDays(last, room)]
  const scale = scaleLinear<number>({ domain: [0, daysBetween(from, until)], range: [left, right] })
  return { from, until, at: (day: Day): number => scale(daysBetween(from, day)) }
}

/** What a scale counts: round numbers of ages in months are parts of years. */
export type TickKind = 'numbers' | 'months'
const monthSteps = [1, 2, 3, 6, 12, 24, 36]

/** Numbers, from a little below the least to a little above the most, at round figures. */
export const numberScale = (
  values: readonly number[],
  range: readonly [number, number],
  { fromZero = false, ticks = 5, of = 'numbers' }: { fromZero?: boolean; ticks?: number; of?: TickKind } = {},
) => {
  let [low, high] = [Math.min(...values), Math.max(...values)]
  if (fromZero) [low, high] = [Math.min(0, low), Math.max(0, high)]
  if (low === high) [low, high] = fromZero ? [low, low + 1] : [low - 1, high + 1]
  if (of === 'months') {
    const step = monthSteps.find((size) => (high - low) / size <= ticks) ?? 60
    const [first, last] = [Math.floor(low / step), Math.ceil(high / step)]
    const scale = scaleLinear<number>({ domain: [first * step, last * step], range: [...range] })
    const all = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
    return { at: (value: number): number => scale(value), ticks: all }
  }
  const scale = scaleLinear<number>({ domain: [low, high], range: [...range], nice: ticks })
  // Of whole numbers, such as points, no part is ever measured.
  const whole = values.every((value) => Number.isInteger(value))
  const all = scale.ticks(ticks)
  return {
    at: (value: number): number => scale(value),
    ticks: whole ? all.filter((tick) => Number.isInteger(tick)) : all,
  }
}

/** `1,204.5`: no more than so many places, no needless zeros. */
export const showNumber = (value: number, places = 1): string =>
  value.toLocaleString(localeNow(), { maximumFractionDigits: places }).replace('-', '−')
