import { t } from '../../words/t.ts'
import type { Outcome } from './outcomeOf.ts'

/** What is said of how it came out: each part of it may be unknown, or hidden from readers outside. */
type Told = {
  readonly begins: string
  /** Whether anybody has a start and an end. */
  readonly measured: boolean
  readonly small: boolean
  readonly effect: Outcome['effect']
  readonly fidelity: Outcome['fidelity']
}
/** How it came out, in words that suggest and don’t judge. */
export const wordsOf = ({ begins, measured, small, effect, fidelity: given }: Told): string => {
  if (!measured) return begins
  const size = small ? t`Small group, no control group.` : t`No control group.`
  const shown = effect.value === null ? '' : t` Effect size ${effect.shown}, indicative.`
  const doubt =
    given.value !== null && !given.reliable
      ? ' Less than 80% of what was planned was held, so this says little.'
      : ''
  return `${begins} ${size}${shown}${doubt}`
}
/** `5 of 6 met; 1 missing.` */
export const metWords = ({ met, n, missing }: { met: number; n: number; missing: number | null }): string =>
  t`${met} of ${n} met${missing !== null && missing > 0 ? t`; ${missing} missing` : ''}.`
