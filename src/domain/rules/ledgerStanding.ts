import { t } from '../../words/t.ts'
import type { LedgerSums } from './ledgerTypes.ts'
import type { Why } from './why.ts'

/** Below this share of its planned minutes, what a provision changed can't be told from what wasn't given. */
export const enoughPercent = 80

/**
 * `notLogged`: it may be enough, but nobody has said what became of some sessions; `none`: nothing was planned yet.
 */
export type LedgerStanding = 'kept' | 'below' | 'notLogged' | 'none'

type Given = Pick<LedgerSums, 'minutesPlanned' | 'minutesKept' | 'minutesCaughtUp' | 'minutesUnlogged'>

/** Minutes of the plan that were given: at their own session, or made up for later. Never more than planned. */
export const minutesDelivered = ({ minutesKept, minutesCaughtUp }: Given): number =>
  minutesKept + minutesCaughtUp

/** Whole per cent of the planned minutes that were given, cut, not rounded; null where nothing was planned yet. */
export const keptPercent = (sums: Given): number | null =>
  sums.minutesPlanned === 0 ? null : Math.floor((minutesDelivered(sums) * 100) / sums.minutesPlanned)

export const standingOf = (sums: Given): LedgerStanding => {
  const { minutesPlanned, minutesUnlogged } = sums
  if (minutesPlanned === 0) return 'none'
  const enough = minutesPlanned * enoughPercent
  const given = minutesDelivered(sums)
  return given * 100 >= enough ? 'kept' : (given + minutesUnlogged) * 100 >= enough ? 'notLogged' : 'below'
}

/** Why a share is marked. */
export const whyStanding = (sums: LedgerSums): Why => ({
  rule: t`At least ${enoughPercent}% of the planned minutes`,
  says: t`Where less than ${enoughPercent}% of what was planned was given, what it changed can’t be relied on. Sessions nobody has logged are not called missed: they count against it only when they could not bring it to ${enoughPercent}% even if all were given.`,
  strength: 'recommended',
  source: t`Practice of evaluating interventions (fidelity: given ÷ planned), here in minutes; Impact counts sessions`,
  inputs: [
    { label: t`Planned`, value: t`${sums.minutesPlanned} minutes, ${sums.planned} sessions` },
    { label: t`Given at their time`, value: t`${sums.minutesKept} minutes` },
    { label: t`Made up for later`, value: t`${sums.minutesCaughtUp} minutes` },
    { label: t`Not logged`, value: t`${sums.minutesUnlogged} minutes, ${sums.unlogged} sessions` },
  ],
})
