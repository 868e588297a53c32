import { keptPercent, standingOf, whyStanding } from '../../domain/rules/ledgerStanding.ts'
import type { LedgerSums } from '../../domain/rules/ledgerTypes.ts'
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
