import { keptPercent, standingOf, whyStanding } from '../../domain/rules/ledgerStanding.ts'
import type { LedgerSums } from '../../domain/rules/ledgerTypes.ts'
import { reasonWords } from '../../domain/rules/ledgerWords.ts'
import { StatusMark } from '../StatusMark.tsx'
import { Why } from '../Why.tsx'

/** How a share stands, in a word; what is on the way to four fifths or past it needs none. */
export const StandingMark = ({ sums }: { sums: LedgerSums }) => {
  const standing = standingOf(sums)
  if (standing === 'below') return <StatusMark status="late" word="Below 80%" />
  if (standing === 'notLogged') return <StatusMark status="unknown" word="Log missing" />
  if (standing === 'none') return <StatusMark status="unknown" word="Nothing yet" />
  return <StatusMark status="done" word="Given" />
}

/** `87%`, with what it is made of. */
export const Share = ({ sums }: { sums: LedgerSums }) => {
  const percent = keptPercent(sums)
  return percent === null ? null : <Why why={whyStanding(sums)}>{`${percent}%`}</Why>
}

/** `3 staff absent · 1 made up for · 2 not logged` */
export const missedWords = (sums: LedgerSums): string =>
  [
    reasonWords(sums),
    sums.catchUp > 0 && `${sums.catchUp} made up for`,
    sums.unlogged > 0 && `${sums.unlogged} not logged`,
    sums.outside > 0 && `${sums.outside} outside the timetable`,
  ]
    .filter(Boolean)
    .join(' · ')
