import { otherRules, outcomeRules } from './outcomeRules.ts'
import { provisionRules } from './provisionRules.ts'
import type { WordingRule } from './rule.ts'

/** Every rule about wording, with the days from which it holds. */
export const wordingRules: readonly WordingRule[] = [...provisionRules, ...outcomeRules, ...otherRules]

/** The rule with this id; none where a later version of the app no longer has it. */
export const wordingRuleOf = (id: string): WordingRule | undefined =>
  wordingRules.find((rule) => rule.id === id)
