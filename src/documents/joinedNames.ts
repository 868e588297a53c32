import { t } from '../words/t.ts'

/** `Ann, Ben and Cem`; '' for nobody. */
export const joinedNames = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? '') : t`${all.slice(0, -1).join(', ')} and ${all.at(-1)!}`

/** `keep it, change it or end it`; '' for nothing. */
export const oneOf = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? '') : t`${all.slice(0, -1).join(', ')} or ${all.at(-1)!}`
