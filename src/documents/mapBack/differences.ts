import type { Value } from '../../domain/fields.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { SheetField } from './sheetFields.ts'
import type { Columns } from './columns.ts'
import type { Reading } from './readCell.ts'
import type { RowRead } from './readTable.ts'

type Keyed<T> = T & { readonly key: string }

/** Which side said something else since the workbook was last written; unknown where the workbook does not remember. */
export type Since = 'sheet' | 'record' | 'both' | 'unknown'

/** What would be stored: a value, a choice of readings that a person makes, or why it can't be. */
export type Change =
  | { readonly value: Value }
  | { readonly ask: string; readonly readings: readonly Reading[] }
  | { readonly complaint: string }

/** A field whose value is the group's: a change is for all who are in it, or makes this pupil's line differ. */
export type OfGroup = {
  readonly key: string
  readonly name: string
  readonly pupils: number
  /** The group's own name for the field. */
  readonly field: string
  /** A blank can't be one pupil's own: it means as the group has it. */
  readonly onlyAll: boolean
}

/** One cell that says something else than the record. */
export type CellDifference = {
  /** Record key and field: the same cell keeps it from one reading to the next. */
  readonly id: string
  readonly key: string
  readonly field: SheetField
  readonly at: string
  readonly label: string
  /** `Kaur, Amira: Reading group`. */
  readonly called: string
  readonly pupil: string
  /** As a person reads them; '' is nothing. `then` is null where the workbook does not remember. */
  readonly then: string | null
  readonly record: string
  readonly sheet: string
  readonly since: Since
  readonly change: Change
  readonly group?: OfGroup
  /** A sentence to think about before it is sent; it can be. */
  readonly doubt?: string
}

/** One of several that a name in a cell may mean. */
export type Option = { readonly key: string; readonly words: string }
/** What a cell of a new row names: one, one of several, or a sentence why none. */
export type Named =
  | { readonly one: Option }
  | { readonly several: readonly Option[]; readonly ask: string }
  | { readonly complaint: string }

/** A field of a new row. */
export type NewCell = {
  readonly field: SheetField
  readonly label: string
  readonly at: string
  readonly sheet: string
  readonly change: Change
}

/** A row without a record key: a line that somebody added. */
export type NewRow = {
  readonly id: string
  readonly row: number
  readonly at: string
  readonly called: string
  readonly pupil: Named
  readonly provision: Named
  readonly cells: readonly NewCell[]
  /** Where the row stands that this one was copied from: it still has that one's record key. */
  readonly copyOf?: string
  /** A sentence to think about before it is stored; it can be. */
  readonly doubt?: string
  /** Sentences why it can't be stored as it is, beside what its cells say. */
  readonly complaints: readonly string[]
}

/** A line that was struck out in the sheet or taken out of it: the person says what becomes of it. */
export type Leaving = {
  readonly id: string
  readonly key: string
  readonly why: 'struck' | 'deleted'
  /** Null where the row is gone. */
  readonly at: string | null
  readonly called: string
  readonly pupil: string
  readonly until: Day | null
  readonly from: Day
}

/** A row of which nothing is taken, and why. */
export type RefusedRow = {
  readonly at: string
  readonly row: number
  /** The row's record key, where it has one. */
  readonly key?: string
  readonly why: 'outOfScope' | 'unknownKey' | 'archived' | 'otherPupil' | 'otherProvision' | 'doubled'
  readonly words: string
}

/** The same line stands in several rows; which is it? The others are then new lines. */
export type Doubled = {
  readonly key: string
  /** The sheet row that the person said it is; null while it is open, and nothing of any of them is read or written. */
  readonly said: number | null
  readonly called: string
  readonly rows: readonly { readonly row: number; readonly at: string; readonly says: string }[]
}

export type Refusal =
  | { readonly why: 'noTable'; readonly words: string }
  | { readonly why: 'noKeys'; readonly words: string }
  | { readonly why: 'otherSchool'; readonly words: string }
  /** Taken all the same where the person says so. */
  | { readonly why: 'otherYear'; readonly words: string }

export type FoundInMap = {
  readonly changes: readonly CellDifference[]
  /** The record alone changed: nothing to send, a refresh brings it. */
  readonly newer: readonly CellDifference[]
  readonly added: readonly NewRow[]
  readonly leaving: readonly Leaving[]
  readonly refused: readonly RefusedRow[]
  readonly doubled: readonly Doubled[]
  /** Lines of the scope that the sheet does not show yet. */
  readonly missing: readonly Keyed<Allocation>[]
  readonly notes: readonly string[]
  /** Rows of lines that were read and compared, by record key. */
  readonly compared: ReadonlyMap<string, RowRead>
  /** Of each key that stands in several rows, the row that is the line's and the others, once that is known. */
  readonly copies: ReadonlyMap<string, { readonly own: RowRead; readonly others: readonly RowRead[] }>
  /** Cells that say what the record says where the workbook remembers something else. */
  readonly alike: readonly { readonly key: string; readonly field: SheetField }[]
  readonly columns: Columns
}
export type MapBack = { readonly refusal: Refusal } | FoundInMap
