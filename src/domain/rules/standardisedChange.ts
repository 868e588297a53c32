import { t } from '../../words/t.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'

/** Half the width of a test's confidence interval, at its level in percent. */
export type Interval = { readonly plusMinus: number; readonly level: number }
/** z of the middle so much percent of a normal distribution. */
const zOf: Readonly<Record<number, number>> = { 68: 0.9945, 80: 1.2816, 90: 1.6449, 95: 1.96, 99: 2.5758 }

/**
 * The interval as at least 90 %: one at a lower level is widened as for a normal distribution, one at a higher level is
 * left as the manual has it, which is stricter. Null where the level is none that manuals use.
 */
const atNinety = ({ plusMinus, level }: Interval): number | null =>
  level >= 90 ? plusMinus : zOf[level] === undefined ? null : (plusMinus * zOf[90]!) / zOf[level]

/** How a change stands against the test's interval. `unknown`: no interval is known. */
export type AgainstInterval = 'better' | 'worse' | 'within' | 'unknown'

/**
 * Change of a standardised score (mean 100, SD 15): nothing is keeping pace with others of the same age; more than the
 * test's 90 % interval is a real change. `better`: which way is better.
 */
export const standardisedChange = (
  start: number | null,
  end: number | null,
  interval: Interval | null = null,
  better: 'higher' | 'lower' = 'higher',
): Reckoned<Figure & { readonly against: AgainstInterval }> => {
  if (start === null || end === null)
    return noFigure(
      start === null && end === null
        ? t`Neither test has a standardised score`
        : t`The test at the ${start === null ? 'start' : 'end'} has no standardised score`,
    )
  const change = end - start
  const improved = better === 'lower' ? -change : change
  const width = interval && atNinety(interval)
  const against: AgainstInterval =
    width === null ? 'unknown' : Math.abs(change) <= width ? 'within' : improved > 0 ? 'better' : 'worse'
  const shown = showNumber(change, 0, true)
  return {
    value: change,
    against,
    shown,
    reading: readingOfChange(improved, against, shown),
    cautions:
      width === null ? [t`The test’s confidence interval isn’t known, so chance can’t be told apart`] : [],
    why: because(
      t`Change of standardised score`,
      width === null
        ? t`${end} less ${start} is ${shown}. Nothing would be keeping pace with others of the same age.`
        : t`${end} less ${start} is ${shown}; the interval is ±${showNumber(width)}. Only a change beyond the interval is more than chance.`,
      t`Standardised scores have mean 100 and SD 15; the interval is from the test’s manual`,
      [
        { label: t`At the start`, value: String(start) },
        { label: t`At the end`, value: String(end) },
        {
          label: t`Confidence interval`,
          value: interval ? t`±${interval.plusMinus} at ${interval.level}%` : t`not known`,
        },
      ],
    ),
  }
}
const readingOfChange = (improved: number, against: AgainstInterval, shown: string): string => {
  if (improved === 0) return t`No change: kept pace with others of the same age`
  const way = improved > 0 ? t`gained on` : t`fell back against`
  switch (against) {
    case 'better':
    case 'worse':
      return t`${shown}: ${way} others of the same age, by more than chance`
    case 'within':
      return t`${shown}: within the interval, so it may be chance`
    case 'unknown':
      return t`${shown}: ${way} others of the same age, if it is more than chance`
  }
}
