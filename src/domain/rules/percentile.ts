import { t } from '../../words/t.ts'
import { shareBelow } from './normal.ts'

/** How many of 100 of the same age score below this standardised score (mean 100, SD 15), to one decimal place: 84 is 14.3. */
export const percentileOf = (standardised: number): number =>
  Math.round(shareBelow((standardised - 100) / 15) * 1000) / 10

/** `14th`, `1st`, `below 1st`, `above 99th`. */
export const showPercentile = (percentile: number): string => {
  if (percentile < 1) return t`below 1st`
  if (percentile > 99) return t`above 99th`
  const whole = Math.round(percentile)
  const end = whole % 100 >= 11 && whole % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][whole % 10] ?? 'th')
  return `${whole}${end}`
}
