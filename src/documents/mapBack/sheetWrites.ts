import type { Plain } from '../xlsx/model.ts'

/** Not a field of a line: the base keeps by it the end that a struck-out row was given. */
export const struckField = 'struck'

/** What goes into the map's table and its base. Rows are named by record key: people sort between looking and writing. */
export type SheetWrites = {
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
  /** What the base says from now on; a key in `forget` is no line of the workbook any more. */
  readonly base: readonly { readonly key: string; readonly field: string; readonly value: Plain }[]
  readonly forget: readonly string[]
}
export const noWrites: SheetWrites = { cells: [], keys: [], add: [], remove: [], base: [], forget: [] }
