import { fieldOf, type AnyRecordType } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Provision } from '../../domain/records/provision.ts'
import { Rate } from '../../domain/records/rate.ts'
import { absolute, type Name, quotedSheet, type Sheet } from '../xlsx/model.ts'
import { levelNames, type MapInput } from './input.ts'
import type { MapNames } from './names.ts'

const choicesOf = (type: AnyRecordType, field: string): readonly string[] =>
  Object.values((fieldOf(type, field) as { choices: Record<string, string> }).choices)

const listsOf = (input: MapInput): Readonly<Record<string, readonly string[]>> => ({
  Levels: Object.values(levelNames(input)),
  Areas: choicesOf(Provision, 'areaOfNeed'),
  Roles: choicesOf(Allocation, 'role'),
  Charges: choicesOf(Allocation, 'charge'),
  Funding: choicesOf(Allocation, 'funding'),
  Bases: choicesOf(Rate, 'basis'),
  Effects: choicesOf(Allocation, 'effect'),
  YesNo: ['Yes', 'No'],
})

/** The hidden sheet behind the drop-downs: some names hold commas, which a list written into a rule can't. */
export const listsSheet = (
  input: MapInput,
  names: MapNames,
  footer: string,
): { readonly sheet: Sheet; readonly names: readonly Name[] } => {
  const all = Object.entries(listsOf(input))
  const longest = Math.max(...all.map(([, values]) => values.length))
  return {
    sheet: {
      id: 'lists',
      name: names.sheets.lists,
      columns: all.map(() => ({ width: 34, style: 'label.text' as const })),
      rows: Array.from({ length: longest }, (_, row) => ({
        cells: all.map(([, values]) => values[row] ?? null),
      })),
      tables: [],
      validations: [],
      highlights: [],
      print: { footer, landscape: true },
      hidden: true,
    },
    names: all.map(([name, values], column) => ({
      name: names.list(name),
      refersTo: `${quotedSheet(names.sheets.lists)}!${absolute({ row: 0, column, rows: values.length, columns: 1 })}`,
      hidden: true as const,
    })),
  }
}
