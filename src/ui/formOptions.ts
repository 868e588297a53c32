import type { Day } from '../domain/rules/day.ts'
import type { KeyOption } from './controls/control.ts'

/** What the key fields of a form may point to, by the field's name. */
export type KeyOptions = Readonly<Record<string, readonly KeyOption[]>>

/** Up to which day the dates of a form may lie, by the field's name. */
export type LatestDays = Readonly<Record<string, Day>>
