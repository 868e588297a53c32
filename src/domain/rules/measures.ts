import { showAge } from './ageText.ts'
import { type Day, daysBetween, showDay } from './day.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'
import { type Fraction, fraction, over, rounded } from './fraction.ts'
import { showMoney } from './money.ts'
import { shareBelow } from './normal.ts'
import { bandOf, type Bands } from './scoreBands.ts'

/** A fraction to so many decimal places, halves away from nothing. */
const toPlaces = (value: Fraction, places: number): number => {
  const scale = 10 ** places
  return rounded(fraction(value.n * BigInt(scale), value.d)) / scale
}

/** Days of a calendar month, as Brooks reckons: a year of 365.25 days in twelve. */
export const daysOfMonth = 30.4375
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
  source: 'Greg Brooks, What works for children and young people with literacy difficulties?',
  confidence: 'The names are his; the cut-offs are reported from memory: check them before you quote them',
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
        ? 'Neither test has an age equivalent'
        : `The test at the ${startMonths === null ? 'start' : 'end'} has no exact age equivalent`,
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
        ? `The age equivalent fell by ${months(-gainMonths)}; 1 keeps pace`
        : `${shown} months’ progress a month; 1 keeps pace`,
    cautions: days < shortDays ? [`Only ${days} days lie between the tests: the figure says little`] : [],
    why: because(
      'Ratio gain',
      `${showNumber(gainMonths, 0, true)} months of age equivalent in ${showNumber(monthsBetween(startDay, endDay))} calendar months: ${shown}. Called ${band}.`,
      ratioSource,
      [
        { label: 'At the start', value: `${showAge(startMonths)} on ${showDay(startDay)}` },
        { label: 'At the end', value: `${showAge(endMonths)} on ${showDay(endDay)}` },
        { label: 'Months between', value: `${days} days ÷ ${daysOfMonth}` },
      ],
    ),
  }
}
const months = (count: number) => `${count} ${count === 1 ? 'month' : 'months'}`
/** Why two days can't be a start and an end, or null. */
export const daysWrong = (startDay: Day, endDay: Day): string | null =>
  startDay === endDay
    ? `Both are of ${showDay(startDay)}: a gain needs time between`
    : endDay < startDay
      ? `The end, ${showDay(endDay)}, is before the start, ${showDay(startDay)}`
      : null

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
        ? 'Neither test has a standardised score'
        : `The test at the ${start === null ? 'start' : 'end'} has no standardised score`,
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
      width === null ? ['The test’s confidence interval isn’t known, so chance can’t be told apart'] : [],
    why: because(
      'Change of standardised score',
      width === null
        ? `${end} less ${start} is ${shown}. Nothing would be keeping pace with others of the same age.`
        : `${end} less ${start} is ${shown}; the interval is ±${showNumber(width)}. Only a change beyond the interval is more than chance.`,
      'Standardised scores have mean 100 and SD 15; the interval is from the test’s manual',
      [
        { label: 'At the start', value: String(start) },
        { label: 'At the end', value: String(end) },
        {
          label: 'Confidence interval',
          value: interval ? `±${interval.plusMinus} at ${interval.level}%` : 'not known',
        },
      ],
    ),
  }
}
const readingOfChange = (improved: number, against: AgainstInterval, shown: string): string => {
  if (improved === 0) return 'No change: kept pace with others of the same age'
  const way = improved > 0 ? 'gained on' : 'fell back against'
  switch (against) {
    case 'better':
    case 'worse':
      return `${shown}: ${way} others of the same age, by more than chance`
    case 'within':
      return `${shown}: within the interval, so it may be chance`
    case 'unknown':
      return `${shown}: ${way} others of the same age, if it is more than chance`
  }
}

/** How many of 100 of the same age score below this standardised score (mean 100, SD 15), to one decimal place: 84 is 14.3. */
export const percentileOf = (standardised: number): number =>
  Math.round(shareBelow((standardised - 100) / 15) * 1000) / 10

/** `14th`, `1st`, `below 1st`, `above 99th`. */
export const showPercentile = (percentile: number): string => {
  if (percentile < 1) return 'below 1st'
  if (percentile > 99) return 'above 99th'
  const whole = Math.round(percentile)
  const end = whole % 100 >= 11 && whole % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][whole % 10] ?? 'th')
  return `${whole}${end}`
}

/** One pupil at the start and at the end. */
export type Pair = { readonly start: number; readonly end: number }

/** Sizes of effects. Source: Cohen 1988. */
export const effectBands: Bands = {
  bands: [
    { from: 0.8, name: 'large' },
    { from: 0.5, name: 'medium' },
    { from: 0.2, name: 'small' },
    { from: -0.2, name: 'next to none' },
    { from: Number.NEGATIVE_INFINITY, name: 'the wrong way' },
  ],
  source: 'Cohen, Statistical power analysis for the behavioral sciences, 1988',
  confidence: 'Rules of thumb; effects of teaching are often smaller and still worth having',
}
/** Fewer pupils than this, and one of them can turn the figure. */
export const fewest = 8

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
/** Sample standard deviation (n − 1). Of fewer than two values there is none: NaN. */
export const deviation = (values: readonly number[]): number => {
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}
// No minus before nothing; a half that binary floats put a hair below goes up.
const twoPlaces = (value: number) => Math.round(value * 100 + Math.sign(value) * 1e-9) / 100 || 0

export type Effect = Figure & {
  readonly n: number
  readonly means: Pair
  readonly deviations: Pair
  readonly size: string
  /** To stand beside the figure wherever it is shown. */
  readonly label: string
}

/**
 * Cohen's d of a group before and after: the change of the means over the root of the mean variance, or over 15 for
 * standardised scores (`sd15`), which is more cautious. Above nothing is better, whichever way the tool counts.
 */
export const effectSize = (
  pairs: readonly Pair[],
  { sd15 = false, better = 'higher' }: { readonly sd15?: boolean; readonly better?: 'higher' | 'lower' } = {},
): Reckoned<Effect> => {
  const n = pairs.length
  if (n < 2) return noFigure('An effect size needs at least two pupils with a start and an end')
  const starts = pairs.map(({ start }) => start)
  const ends = pairs.map(({ end }) => end)
  const means = { start: mean(starts), end: mean(ends) }
  const deviations = { start: deviation(starts), end: deviation(ends) }
  const spread = sd15 ? 15 : Math.sqrt((deviations.start ** 2 + deviations.end ** 2) / 2)
  if (spread === 0)
    return noFigure(
      'All scores at the start are the same, and all at the end: there is no spread to measure by',
    )
  const value = twoPlaces(((better === 'lower' ? -1 : 1) * (means.end - means.start)) / spread)
  const size = bandOf(value, effectBands) ?? 'the wrong way'
  const label = `indicative, no control group${n < fewest ? `; fewer than ${fewest}` : ''}`
  const shown = showNumber(value, 2)
  return {
    value,
    n,
    means,
    deviations,
    size,
    label,
    shown,
    reading: `${shown}, ${size}: ${n} pupils, ${label}`,
    cautions: [
      'There was no control group: pupils also grow without the support',
      ...(n < fewest ? [`Only ${n} pupils: one of them can turn the figure`] : []),
    ],
    why: because(
      'Effect size (Cohen’s d)',
      `Means ${showNumber(means.start, 2)} and ${showNumber(means.end, 2)}, divided by ${sd15 ? '15, the spread of standardised scores' : `${showNumber(spread, 2)}, the spread of these scores`}.`,
      `${effectBands.source}. ${effectBands.confidence}.`,
      [
        { label: 'Pupils with a start and an end', value: String(n) },
        {
          label: 'SD at the start and at the end',
          value: `${showNumber(deviations.start, 2)} and ${showNumber(deviations.end, 2)}`,
        },
        ...(better === 'lower' ? [{ label: 'Better is', value: 'lower' }] : []),
      ],
    ),
  }
}

/** Where a goal ended: −2 much less than expected to 2 much more, or null where nobody has looked yet. */
export type Rated = { readonly weight: number | null; readonly reached: -2 | -1 | 0 | 1 | 2 | null }

/**
 * Goals together as one T score: 50 is as expected, 10 is one SD. Goals that nobody rated are counted apart.
 * Source: Kiresuk and Sherman 1968; T = 50 + 10Σwx ÷ √(0.7Σw² + 0.3(Σw)²).
 */
export const goalAttainment = (
  goals: readonly Rated[],
): Reckoned<Figure & { readonly rated: number; readonly unrated: number }> => {
  const rated = goals.filter((goal) => goal.reached !== null)
  if (rated.length === 0)
    return noFigure(goals.length === 0 ? 'No goal is written' : 'No goal has been looked at yet')
  const weights = rated.map(({ weight }) => weight ?? 1)
  const total = weights.reduce((sum, w) => sum + w, 0)
  const squares = weights.reduce((sum, w) => sum + w * w, 0)
  const weighted = rated.reduce((sum, { reached }, i) => sum + weights[i]! * reached!, 0)
  const away = (10 * weighted) / Math.sqrt(0.7 * squares + 0.3 * total ** 2)
  const value = 50 + (Math.sign(away) * Math.round(Math.abs(away) * 10)) / 10
  const unrated = goals.length - rated.length
  const shown = showNumber(value)
  return {
    value,
    rated: rated.length,
    unrated,
    shown,
    reading:
      value === 50 ? 'As expected' : value > 50 ? 'More than expected (50)' : 'Less than expected (50)',
    cautions: unrated > 0 ? [`${unrated} of ${goals.length} goals not looked at yet`] : [],
    why: because(
      'Goal attainment (T score)',
      `50 + 10 × ${weighted} ÷ √(0.7 × ${squares} + 0.3 × ${total}²) = ${shown}. 50 is as expected.`,
      'Kiresuk and Sherman, Goal attainment scaling, 1968',
      [
        { label: 'Goals looked at', value: `${rated.length} of ${goals.length}` },
        {
          label: 'Steps reached',
          value: rated.map(({ reached }) => showNumber(reached!, 0, true)).join(', '),
        },
        { label: 'Weights', value: weights.join(', ') },
      ],
    ),
  }
}

/**
 * How many of those whose end is known met what was expected. `null` is not known: counted apart, never as not met.
 */
export const percentMet = (
  all: readonly (boolean | null)[],
  of = 'pupils',
): Reckoned<Figure & { readonly met: number; readonly n: number; readonly missing: number }> => {
  const known = all.filter((met) => met !== null)
  const missing = all.length - known.length
  if (known.length === 0)
    return noFigure(
      all.length === 0 ? `No ${of} to count` : `None of ${all.length} ${of} has a result at the end yet`,
    )
  const met = known.filter((one) => one).length
  const value = Math.round((met * 100) / known.length)
  return {
    value,
    met,
    n: known.length,
    missing,
    shown: `${value}%`,
    reading: `${met} of ${known.length} ${of} met it${missing > 0 ? `; ${missing} without a result` : ''}`,
    cautions: [
      ...(missing > 0 ? [`${missing} of ${all.length} ${of} have no result at the end`] : []),
      ...(known.length < 5 ? [`Only ${known.length} ${of}: one is ${Math.round(100 / known.length)}%`] : []),
    ],
    why: because(
      'Percentage that met it',
      `${met} ÷ ${known.length} = ${value}%. Those without a result at the end are left out of the sum and named beside it.`,
      'Usual practice',
      [
        { label: 'Met', value: String(met) },
        { label: 'With a result at the end', value: String(known.length) },
        { label: 'Without', value: String(missing) },
      ],
    ),
  }
}

/** Below this share of planned sessions, what scores say of a support says little. Ours. */
export const leastFidelity = 80

/**
 * How far support was given as planned: sessions held of those planned, and those that the pupil was at of those held,
 * in whole percent. More held than planned, such as after catching up, is more than 100.
 */
export const fidelity = (
  held: number,
  planned: number,
  attended: number | null = null,
): Reckoned<Figure & { readonly attendedPercent: number | null; readonly reliable: boolean }> => {
  if (planned <= 0) return noFigure('No sessions were planned')
  const value = Math.round((held * 100) / planned)
  const attendedPercent = attended === null || held <= 0 ? null : Math.round((attended * 100) / held)
  // Judged on the sessions themselves: 79.6 % is shown as 80 % and still too few.
  const enough = (part: number, of: number) => part * 100 >= leastFidelity * of
  const reliable = enough(held, planned) && (attendedPercent === null || enough(attended!, held))
  return {
    value,
    attendedPercent,
    reliable,
    shown: `${value}%`,
    reading: `${held} of ${planned} planned sessions held${attendedPercent === null ? '' : `; there for ${attended} of them`}`,
    cautions: reliable
      ? []
      : [`Less than ${leastFidelity}% was given as planned: what the scores say of it is unreliable`],
    why: because(
      'Given as planned',
      `${held} held ÷ ${planned} planned = ${value}%${attendedPercent === null ? '' : `; ${attended} attended ÷ ${held} held = ${attendedPercent}%`}.`,
      `Goldthread’s own rule: below ${leastFidelity}%, impact is unreliable`,
      [],
    ),
  }
}

/**
 * What one unit of gain cost, in whole pence: a pupil's cost over the gain. Only for comparing like with like.
 */
export const costPerGain = (pencePerPupil: number, gain: number, unit: string): Reckoned<Figure> => {
  // Gains have at most two decimal places, scores having no more.
  const hundredths = Math.round(gain * 100)
  if (!(hundredths > 0)) return noFigure('There is no gain to set the cost against')
  const value = rounded(over(fraction(BigInt(pencePerPupil)), fraction(BigInt(hundredths), 100n)))
  return {
    value,
    shown: showMoney(value),
    reading: `${showMoney(value)} for each ${unit}`,
    cautions: ['Compare only support with the same measure, for pupils with needs alike'],
    why: because(
      'Cost of a unit of gain',
      `${showMoney(pencePerPupil)} ÷ ${hundredths / 100} = ${showMoney(value)} for each ${unit}.`,
      'Cost of the line by the school’s own rates; gain between its two scores',
      [
        { label: 'Cost for the pupil', value: showMoney(pencePerPupil) },
        { label: 'Gain', value: String(hundredths / 100) },
      ],
    ),
  }
}
