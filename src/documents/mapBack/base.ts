import { show } from '../../domain/fields.ts'
import { baseHeads } from '../provisionMap/baseSheet.ts'
import { readCell } from './readCell.ts'
import type { CellRead } from './readTable.ts'
import { fieldOfLine, sameText, type SheetField } from './sheetFields.ts'

/** What the cells held when they were last written: by record key, then by field. A pair that is missing was blank. */
export type Base = ReadonlyMap<string, ReadonlyMap<string, CellRead['value']>>

/** The base from its table's rows; null where the headings are not those of the base. */
export const readBase = (
  headers: readonly string[],
  rows: readonly (readonly CellRead['value'][])[],
): Map<string, Map<string, CellRead['value']>> | null => {
  const at = (name: string) => headers.findIndex((one) => one.trim().toLowerCase() === name.toLowerCase())
  const [key, field, value] = [at(baseHeads.key), at(baseHeads.field), at(baseHeads.value)]
  if (key < 0 || field < 0 || value < 0) return null
  const base = new Map<string, Map<string, CellRead['value']>>()
  for (const row of rows) {
    const of = String(row[key] ?? '').trim()
    if (of === '') continue
    const line = base.get(of) ?? new Map<string, CellRead['value']>()
    line.set(String(row[field] ?? ''), row[value] ?? '')
    base.set(of, line)
  }
  return base
}

/** What the base says of a field of a line, as `sameText` has it and as a person reads it; null where it has no such line. */
export const baseSaid = (
  base: Base,
  key: string,
  field: SheetField,
): { readonly same: string; readonly shown: string } | null => {
  const line = base.get(key)
  if (!line) return null
  const held = line.get(field) ?? ''
  if (held === '') return { same: '', shown: '' }
  const read = readCell(field, { value: held })
  // What no longer fits its field is kept as it stands: it differs from whatever fits.
  return 'value' in read
    ? { same: sameText(read.value), shown: show(fieldOfLine(field), read.value) }
    : { same: `\u0000${String(held)}`, shown: String(held) }
}
