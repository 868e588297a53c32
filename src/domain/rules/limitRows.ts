import { assessmentLimits } from './assessmentLimits.ts'
import { cycleLimits } from './cycleLimits.ts'
import type { Limit } from './lawRow.ts'
import { reviewLimits } from './reviewLimits.ts'
import { transferLimits } from './transferLimits.ts'

/** Every limit that a date of this product rests on, with its rows from the oldest to the newest. */
export const limits = {
  ...reviewLimits,
  ...cycleLimits,
  ...assessmentLimits,
  ...transferLimits,
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/** Those that an authority or a school may tighten. */
export type LocalLimitName = {
  [N in LimitName]: (typeof limits)[N] extends { tighter: string } ? N : never
}[LimitName]
