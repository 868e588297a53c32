import type { Contact } from '../domain/records/contact.ts'
import type { Need } from '../domain/records/need.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { Stored } from '../domain/record.ts'
import type { Day } from '../domain/rules/day.ts'
import type { Mapping } from './headings.ts'
import type { ImportTable } from './importFile.ts'
import type { Notice, Reason } from './readRow.ts'

/** One thing that an import changes, as a person reads it. `field` is Pupil's own name, or `need:SLCN`. */
export type Change = {
  readonly field: string
  readonly label: string
  readonly from: string
  readonly to: string
}

export type NewRecord<T> = { readonly key: string; readonly record: T }
export type NeedUpdate = { readonly stored: Stored<Need>; readonly changes: Partial<Need> }

/** Who a row is about, for the screen; a report leaves names out. */
export type Who = { readonly surname: string; readonly forename: string; readonly upn: string | null }

type Common = { readonly row: number; readonly who: Who; readonly notices: readonly Notice[] }
export type NewRow = Common & {
  readonly outcome: 'new'
  readonly pupil: NewRecord<Pupil>
  readonly needs: readonly NewRecord<Need>[]
  readonly contacts: readonly NewRecord<Contact>[]
}
export type ChangedRow = Common & {
  readonly outcome: 'changed'
  readonly stored: Stored<Pupil>
  readonly matchedBy: 'upn' | 'name'
  readonly changes: readonly Change[]
  readonly pupilChanges: Partial<Pupil>
  readonly needs: readonly NewRecord<Need>[]
  readonly needUpdates: readonly NeedUpdate[]
  readonly contacts: readonly NewRecord<Contact>[]
}
export type UnchangedRow = Common & { readonly outcome: 'unchanged'; readonly repeats: number | null }
export type RefusedRow = {
  readonly row: number
  readonly outcome: 'refused'
  readonly who: Who | null
  readonly reasons: readonly Reason[]
  readonly notices: readonly Notice[]
}
export type PlannedRow = NewRow | ChangedRow | UnchangedRow | RefusedRow
export type Outcome = PlannedRow['outcome']

/** What an import would do, row by row; nothing is stored yet. `missing`: labels of columns without which nothing can be. */
export type ImportPlan = {
  readonly table: ImportTable
  readonly mapping: Mapping
  readonly missing: readonly string[]
  readonly rows: readonly PlannedRow[]
  readonly counts: Readonly<Record<Outcome, number>>
  readonly today: Day
  /** Rows that were put together with another of the same pupil, and how many pupils those are. */
  readonly folded: { readonly rows: number; readonly pupils: number }
}
