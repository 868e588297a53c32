import type { Day } from './day.ts'
import type { Strength } from './why.ts'

/** How long: calendar days, school days, months, or up to a day of the year ('02-15'). */
export type Span =
  | { readonly days: number }
  | { readonly schoolDays: number }
  | { readonly months: number }
  | { readonly before: string }

/** A limit as it stands from a day on. A change of law is one more row under the same limit. */
export type LimitRow = {
  readonly from: Day
  readonly span: Span
  readonly strength: Strength
  /** `{0}` is where the length goes. */
  readonly says: string
  readonly source: string
  /** Who says so where the child is taught elsewhere than at a school (rule R17). */
  readonly elsewhere?: string
}

export type Limit = {
  /** The rule, as this project numbers them. */
  readonly rule: string
  /** Which way an authority or a school may go beyond it; left out where it may not. */
  readonly tighter?: 'more' | 'fewer'
  readonly rows: readonly [LimitRow, ...LimitRow[]]
}

/** Names of laws and judgments: cited as they stand in the law of England, whatever language is spoken. */
export const regulations = 'SEND Regulations 2014'
export const devon = 'R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)'
export const code = 'SEND Code of Practice'
export const act = 'Children and Families Act 2014'
/** When the Act, the Regulations and the Code began. */
export const began = '2014-09-01'

/** A row of law, from when the Act began. */
export const must = (span: Span, says: string, source: string, elsewhere?: string): LimitRow => ({
  from: began,
  span,
  strength: 'must',
  says,
  source,
  ...(elsewhere === undefined ? {} : { elsewhere }),
})
