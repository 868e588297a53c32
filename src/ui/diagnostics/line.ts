import { t } from '../../words/t.ts'
import type { ProblemCode } from '../../domain/problem.ts'

/** As it should be; worth a look; has to be put right; only told; not known yet. */
export type Mark = 'good' | 'look' | 'wrong' | 'told' | 'open'

/** One line of the checks: what was looked at, what was found, and what IT does where it is not as it should be. */
export type Line = {
  readonly id: string
  readonly what: string
  readonly result: string
  readonly mark: Mark
  readonly todo?: string
}
export type LineGroup = { readonly title: string; readonly lines: readonly Line[] }

/** An address of the school's as it is shown, or left out. */
export type Addresses = (address: string) => string
export const shown: Addresses = (address) => address
export const leftOut: Addresses = () => t`(address left out)`

export const markWords: Record<Mark, string> = {
  good: t`As it should be`,
  look: t`Worth a look`,
  wrong: t`To put right`,
  told: t`For information`,
  open: t`Not known yet`,
}

/** What stood in the way, in IT's words. */
export const inTheWay: Record<ProblemCode, string> = {
  signedOut: t`Nobody is signed in on this page`,
  noAccess: t`Access was refused`,
  notSetUp: t`It isn’t there`,
  gone: t`It isn’t there any more`,
  changed: t`Somebody changed it meanwhile`,
  refused: t`SharePoint refused it`,
  busy: t`Microsoft 365 asked to wait too long`,
  newer: t`The lists are of a newer version than this page`,
  offline: t`No answer came over the network`,
  document: t`The open document stands in the way`,
  unsupported: t`This browser or program can’t do it`,
  unexpected: t`The answer was not one that is expected`,
}

/** The middle one of some numbers, the lower of two. */
export const median = (numbers: readonly number[]): number | null =>
  numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null
