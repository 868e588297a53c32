import { t } from '../../words/t.ts'
import { counted, showCount } from '../counted.ts'
import type { Referral } from '../records/referral.ts'
import { type Day, daysBetween } from '../rules/day.ts'
import { because } from '../rules/figure.ts'
import type { Why } from '../rules/why.ts'

/** How long one service takes, in words: '' where there is nothing to say. */
export type WaitingLine = {
  readonly service: string
  readonly seen: string
  readonly median: string
  readonly longest: string
  readonly waiting: string
  readonly longestNow: string
  readonly why: Why
}

/** The middle of an odd number of days, half way between the two in the middle of an even one. */
const medianOf = (days: readonly number[]): number => {
  const [inOrder, middle] = [days.toSorted((a, b) => a - b), Math.floor(days.length / 2)]
  return days.length % 2 === 1 ? inOrder[middle]! : (inOrder[middle - 1]! + inOrder[middle]!) / 2
}

/**
 * Calendar days from sending to first being seen, by service: how many, the median, the longest, and who still waits.
 * Fewer pupils than `fewest` are hidden, with everything that is reckoned from them.
 */
export const waitingTimes = (
  referrals: readonly Pick<
    Referral,
    'service' | 'sentOn' | 'seenOn' | 'declinedOn' | 'closedOn' | 'reportOn'
  >[],
  today: Day,
  fewest: number,
): readonly WaitingLine[] => {
  const sent = referrals.flatMap((one) => (one.sentOn === null ? [] : [{ ...one, sentOn: one.sentOn }]))
  return [...new Set(sent.map(({ service }) => service))].map((service) => {
    const own = sent.filter((one) => one.service === service)
    const seen = own.flatMap(({ sentOn, seenOn }) => (seenOn === null ? [] : [daysBetween(sentOn, seenOn)]))
    const now = own
      .filter(
        ({ seenOn, declinedOn, closedOn, reportOn }) =>
          seenOn === null && declinedOn === null && closedOn === null && reportOn === null,
      )
      .map(({ sentOn }) => daysBetween(sentOn, today))
    const few = (days: readonly number[]) => days.length > 0 && days.length < fewest
    const count = (days: readonly number[]) => (few(days) ? t`fewer than ${fewest}` : showCount(days.length))
    const figure = (days: readonly number[], of: (all: readonly number[]) => number) =>
      days.length === 0 ? '' : few(days) ? t`hidden` : counted(of(days), 'day')
    const most = (days: readonly number[]) => Math.max(...days)
    return {
      service,
      seen: count(seen),
      median: figure(seen, medianOf) || t`none seen yet`,
      longest: figure(seen, most),
      waiting: count(now),
      longestNow: figure(now, most),
      why: because(
        t`Waiting time`,
        t`Half of the pupils who were seen waited no longer than this from the day on which the referral was sent`,
        t`Referrals of this school`,
        [{ label: t`Pupils who were seen`, value: count(seen) }],
      ),
    }
  })
}
