import { t } from '../../words/t.ts'
import { keptPercent, standingOf, whyStanding } from '../../domain/rules/ledgerStanding.ts'
import type { LedgerSums } from '../../domain/rules/ledgerTypes.ts'
import { StatusMark } from '../StatusMark.tsx'
import { Why } from '../Why.tsx'

/** How a share stands, in a word. `toConfirm`: nobody logs it by themselves; the SENCO says whether it was given. */
export const StandingMark = ({ sums, toConfirm = false }: { sums: LedgerSums; toConfirm?: boolean }) => {
  const standing = standingOf(sums)
  if (standing === 'below') return <StatusMark status="late" word="Below 80%" />
  if (standing === 'notLogged')
    return <StatusMark status="unknown" word={toConfirm ? t`To confirm` : t`Log missing`} />
  if (standing === 'none') return <StatusMark status="unknown" word={t`Nothing yet`} />
  return <StatusMark status="done" word={t`Given`} />
}

/** `87%`, with what it is made of. */
export const Share = ({ sums }: { sums: LedgerSums }) => {
  const percent = keptPercent(sums)
  return percent === null ? null : <Why why={whyStanding(sums)}>{`${percent}%`}</Why>
}
