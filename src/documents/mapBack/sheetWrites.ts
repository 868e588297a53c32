import { heads } from '../provisionMap/mapColumns.ts'
import type { Plain } from '../xlsx/model.ts'

/** Not a field of a line: the base keeps by it the end that a struck-out row was given. */
export const struckField = 'struck'

/** A row as it was read, by which it is known again where its key stands more than once. `cells` as the headers stood. */
export type RowMark = { readonly row: number; readonly cells: readonly Plain[] }

/** What goes into the map's table and its base. Rows are named by record key: people sort between looking and writing. */
export type SheetWrites = {
  /** What the column of record keys is called now. */
  readonly keyHeading: string
  readonly cells: readonly { readonly key: string; readonly heading: string; readonly value: Plain }[]
  /** Rows that somebody added and that are lines now, by where they stood and what their pupil's cell said. */
  readonly keys: readonly {
    readonly row: number
    readonly says: string
    readonly key: string
    readonly pupilKey: string
  }[]
  readonly add: readonly { readonly values: Readonly<Record<string, Plain>> }[]
  readonly remove: readonly string[]
  /** Of keys that stand in several rows, the one that is the record's; nothing is written where it is not found again. */
  readonly own: ReadonlyMap<string, RowMark>
  /** Copies that are new lines, as the person said: their keys go. */
  readonly unkey: readonly (RowMark & { readonly key: string })[]
  /** What the base says from now on; a key in `forget` is no line of the workbook any more. */
  readonly base: readonly { readonly key: string; readonly field: string; readonly value: Plain }[]
  readonly forget: readonly string[]
}
export const noWrites: SheetWrites = {
  keyHeading: heads.key,
  cells: [],
  keys: [],
  add: [],
  remove: [],
  own: new Map(),
  unkey: [],
  base: [],
  forget: [],
}
