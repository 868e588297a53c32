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
export const leftOut: Addresses = () => '(address left out)'

export const markWords: Record<Mark, string> = {
  good: 'As it should be',
  look: 'Worth a look',
  wrong: 'To put right',
  told: 'For information',
  open: 'Not known yet',
}

/** What stood in the way, in IT's words. */
export const inTheWay: Record<ProblemCode, string> = {
  signedOut: 'Nobody is signed in on this page',
  noAccess: 'Access was refused',
  notSetUp: 'It isn’t there',
  gone: 'It isn’t there any more',
  changed: 'Somebody changed it meanwhile',
  refused: 'SharePoint refused it',
  busy: 'Microsoft 365 asked to wait too long',
  newer: 'The lists are of a newer version than this page',
  offline: 'No answer came over the network',
  document: 'The open document stands in the way',
  unsupported: 'This browser or program can’t do it',
  unexpected: 'The answer was not one that is expected',
}

/** The middle one of some numbers, the lower of two. */
export const median = (numbers: readonly number[]): number | null =>
  numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null
