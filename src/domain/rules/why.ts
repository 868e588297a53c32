/**
 * How binding a rule is: `must` is law, `should` is statutory guidance, `local` is a setting of the school or its
 * authority, `recommended` is practice.
 */
export type Strength = 'must' | 'should' | 'local' | 'recommended'

/** Why a date, a sum or a warning is what it is, for anyone to check. */
export type Why = {
  readonly rule: string
  readonly says: string
  readonly strength: Strength
  readonly source: string
  readonly inputs: readonly { readonly label: string; readonly value: string }[]
}
