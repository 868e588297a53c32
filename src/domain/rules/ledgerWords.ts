import { inWords, t } from '../../words/t.ts'
import { missedReasons } from '../records/delivery.ts'
import { keptPercent, minutesDelivered } from './ledgerStanding.ts'
import type { LedgerSums, Missed } from './ledgerTypes.ts'

const reasons = Object.keys(missedReasons) as Missed[]

/** `1 h 40 min`, `40 min`, `0 min` */
export const hoursWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return hours === 0 ? t`${rest} min` : rest === 0 ? `${hours} h` : t`${hours} h ${rest} min`
}

/** `3 × staff absent, 1 × trip or event`; '' where nothing was missed. */
export const reasonWords = ({ missed }: Pick<LedgerSums, 'missed'>): string =>
  reasons
    .filter((reason) => missed[reason] > 0)
    .map((reason) => `${missed[reason]} × ${inWords(missedReasons[reason]).toLowerCase()}`)
    .join(', ')

/** What is said beside sums that leave out rows of the log; null where all could be read. */
export const unreadWords = (unreadable: number | 'all'): string | null =>
  unreadable === 0
    ? null
    : unreadable === 'all'
      ? t`The log of sessions couldn’t be read, so nothing of it is counted here.`
      : t`${unreadable} ${unreadable === 1 ? t`row of the log or the timetable can’t be read and isn’t` : t`rows of the log or the timetable can’t be read and aren’t`} counted here: somebody changed ${unreadable === 1 ? 'it' : 'them'} in SharePoint.`

const sessions = (count: number) => `${count} ${count === 1 ? 'session' : 'sessions'}`

/** `3 × staff absent · 1 made up for · 2 not logged` */
export const missedWords = (sums: LedgerSums): string =>
  [
    reasonWords(sums),
    sums.catchUp > 0 && t`${sums.catchUp} made up for`,
    sums.unlogged > 0 && t`${sums.unlogged} not logged`,
    sums.outside > 0 && t`${sums.outside} outside the timetable`,
  ]
    .filter(Boolean)
    .join(' · ')

/**
 * What the log says of a line in one sentence of a review, at most 255 characters: `27 of 31 sessions, 540 of 620
 * minutes (87%); missed: 3 × staff absent, 1 × trip or event; 1 made up for`. Null where nothing was planned or given.
 */
export const deliveredSentence = (sums: LedgerSums): string | null => {
  if (sums.planned === 0)
    return sums.outside > 0 ? t`${sessions(sums.outside)}, ${sums.minutesOutside} minutes` : null
  // Nobody said anything: that is no 0%.
  if (sums.unlogged === sums.planned)
    return [
      t`none of ${sessions(sums.planned)} logged (${sums.minutesPlanned} minutes planned)`,
      sums.outside > 0 && t`${sums.outside} more outside the timetable`,
    ]
      .filter(Boolean)
      .join('; ')
  const missed = reasonWords(sums)
  return [
    t`${sums.held} of ${sessions(sums.planned)}, ${minutesDelivered(sums)} of ${sums.minutesPlanned} minutes (${keptPercent(sums) ?? ''}%)`,
    missed && t`missed: ${missed}`,
    sums.catchUp > 0 && t`${sums.catchUp} made up for`,
    sums.unlogged > 0 && t`${sums.unlogged} not logged`,
    sums.outside > 0 && t`${sums.outside} more outside the timetable`,
  ]
    .filter(Boolean)
    .join('; ')
    .slice(0, 255)
}
