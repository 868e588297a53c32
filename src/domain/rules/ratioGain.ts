import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { showAge } from './ageText.ts'
import { type Day, daysBetween, showDay } from './day.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'
import { type Fraction, fraction, rounded } from './fraction.ts'
import { bandOf, type Bands } from './scoreBands.ts'

/** A fraction to so many decimal places, halves away from nothing. */
const toPlaces = (value: Fraction, places: number): number => {
  const scale = 10 ** places
  return rounded(fraction(value.n * BigInt(scale), value.d)) / scale
}

/** Days of a calendar month, as Brooks reckons: a year of 365.25 days in twelve. */
const daysOfMonth = 30.4375
/** Calendar months between two days, to one decimal place. */
export const monthsBetween = (from: Day, to: Day): number =>
  toPlaces(fraction(BigInt(daysBetween(from, to)) * 10_000n, 304_375n), 1)

/** What ratio gains are called. The names are Brooks's; the cut-offs are reported from memory. */
export const ratioBands: Bands = {
  bands: [
    { from: 4, name: 'remarkable' },
    { from: 3, name: 'substantial' },
    { from: 2, name: 'useful' },
    { from: 1.4, name: 'modest' },
    { from: Number.NEGATIVE_INFINITY, name: 'little' },
  ],
  source: t`Greg Brooks, What works for children and young people with literacy difficulties?`,
  confidence: t`The names are his; the cut-offs are reported from memory: check them before you quote them`,
}
const ratioSource = `${ratioBands.source} ${ratioBands.confidence}.`

/** Tests closer together than this say little: an error of measurement looks like months of progress. Ours. */
const shortDays = 42

/**
 * Months of reading or spelling age gained in each calendar month between two tests, to one decimal place: 1.0 keeps pace.
 * Bands are told from the figure as it is shown. Without both ages, or on one day, there is none.
 */
export const ratioGain = (
  startMonths: number | null,
  endMonths: number | null,
  startDay: Day,
  endDay: Day,
): Reckoned<Figure & { readonly gainMonths: number; readonly band: string }> => {
  if (startMonths === null || endMonths === null)
    return noFigure(
      startMonths === null && endMonths === null
        ? t`Neither test has an age equivalent`
        : t`The test at the ${startMonths === null ? 'start' : 'end'} has no exact age equivalent`,
    )
  const wrong = daysWrong(startDay, endDay)
  if (wrong) return noFigure(wrong)
  const days = daysBetween(startDay, endDay)
  const gainMonths = endMonths - startMonths
  const value = toPlaces(fraction(BigInt(gainMonths) * 304_375n, BigInt(days) * 10_000n), 1)
  const band = bandOf(value, ratioBands) ?? 'little'
  const shown = showNumber(value)
  return {
    value,
    gainMonths,
    band,
    shown,
    reading:
      gainMonths < 0
        ? t`The age equivalent fell by ${counted(-gainMonths, 'month')}; 1 keeps pace`
        : t`${shown} months’ progress a month; 1 keeps pace`,
    cautions: days < shortDays ? [t`Only ${days} days lie between the tests: the figure says little`] : [],
    why: because(
      t`Ratio gain`,
      t`${showNumber(gainMonths, 0, true)} months of age equivalent in ${showNumber(monthsBetween(startDay, endDay))} calendar months: ${shown}. Called ${band}.`,
      ratioSource,
      [
        { label: t`At the start`, value: t`${showAge(startMonths)} on ${showDay(startDay)}` },
        { label: t`At the end`, value: t`${showAge(endMonths)} on ${showDay(endDay)}` },
        { label: t`Months between`, value: t`${days} days ÷ ${daysOfMonth}` },
      ],
    ),
  }
}
/** Why two days can't be a start and an end, or null. */
export const daysWrong = (startDay: Day, endDay: Day): string | null =>
  startDay === endDay
    ? t`Both are of ${showDay(startDay)}: a gain needs time between`
    : endDay < startDay
      ? t`The end, ${showDay(endDay)}, is before the start, ${showDay(startDay)}`
      : null
