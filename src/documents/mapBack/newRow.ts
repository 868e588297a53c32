import { check } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import type { Provision } from '../../domain/records/provision.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { show, type Value } from '../../domain/fields.ts'
import { fieldOf, blank } from '../../domain/record.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import { inScope, listName, type MapInput, type Scope } from '../provisionMap/input.ts'
import { heads } from '../provisionMap/mapColumns.ts'
import { fieldOfLine, headingOf } from './sheetFields.ts'
import type { Columns } from './columns.ts'
import type { Named, NewCell, NewRow } from './differences.ts'
import { readCell } from './readCell.ts'
import { addressOf, blankCell, type RowRead, type TableRead } from './readTable.ts'
import { Pupil as PupilType } from '../../domain/records/pupil.ts'

type Keyed<T> = T & { readonly key: string }

/** Which record a name means: one, several to choose from, or a sentence. */
const named = <T extends { readonly key: string }>(
  found: readonly T[],
  typed: string,
  heading: string,
  words: (one: T) => string,
  none: string,
): Named => {
  if (typed === '') return { complaint: `${heading} is needed for a new line` }
  const [one] = found
  if (!one) return { complaint: none }
  return found.length === 1
    ? { one: { key: one.key, words: words(one) } }
    : {
        ask: `${found.length} are called “${typed}”. Which is it?`,
        several: found.map((each) => ({ key: each.key, words: words(each) })),
      }
}

const pupilWords = (pupil: Pupil): string =>
  [
    listName(pupil),
    show(fieldOf(PupilType, 'yearGroup'), pupil.yearGroup),
    pupil.dateOfBirth && `born ${writtenDay(pupil.dateOfBirth)}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** A row that somebody added: whom and what it names, and each of its cells read. */
export const newRow = ({
  table,
  row,
  columns,
  records,
  scope,
  pupilsNamed,
  provisionsNamed,
  copyOf,
}: {
  table: TableRead
  row: RowRead
  columns: Columns
  records: Omit<MapInput, 'scope'>
  scope: Scope
  pupilsNamed: (name: string) => readonly Keyed<Pupil>[]
  provisionsNamed: (name: string) => readonly Keyed<Provision>[]
  copyOf?: string
}): NewRow => {
  const typed = (at: number) => String(row.cells[at]?.value ?? '').trim()
  const [pupilName, provisionName] = [typed(columns.pupil), typed(columns.provision)]
  const everyone = pupilsNamed(pupilName)
  const within = everyone.filter((pupil) => scope.is === 'level' || inScope(scope, pupil, undefined))
  const pupil = named(
    within,
    pupilName,
    heads.pupil,
    pupilWords,
    everyone.length > 0
      ? `${pupilName} is not of the part of the school that this workbook shows`
      : `No pupil here is called “${pupilName}”. Write the name as the map does: Surname, Forename`,
  )
  const offered = provisionsNamed(provisionName)
  const ofLevel = offered.filter(({ level }) => scope.is !== 'level' || level === scope.level)
  const provision = named(
    ofLevel,
    provisionName,
    heads.provision,
    ({ name, level }) => `${name} · ${level}`,
    offered.length > 0
      ? `${provisionName} is not of the level that this workbook shows`
      : `No provision is called “${provisionName}”. Add it to the catalogue in Teams first`,
  )
  const cells: NewCell[] = [...columns.fields].flatMap(([field, column]) => {
    const cell = row.cells[column] ?? blankCell
    const change = readCell(field, cell)
    if ('value' in change && change.value === null) return []
    return [
      {
        field,
        label: headingOf(field),
        at: addressOf(table, row, column),
        sheet: 'value' in change ? show(fieldOfLine(field), change.value) : String(cell.value),
        change,
      },
    ]
  })
  const values = Object.fromEntries(
    cells.flatMap(({ field, change }) => ('value' in change ? [[field, change.value as Value]] : [])),
  )
  const from = values['from']
  const twin =
    'one' in pupil &&
    'one' in provision &&
    records.allocations.some(
      (line) => line.pupil === pupil.one.key && line.provision === provision.one.key && line.from === from,
    )
  const whole = blank(Allocation, values)
  // The whole is checked with keys that only have the right shape: whom it names is said above.
  const shape = '0'.repeat(26)
  const wrong = cells.every(({ change }) => 'value' in change)
    ? check(Allocation, { ...whole, pupil: shape, provision: shape })
    : []
  return {
    id: `row ${row.at + 1}`,
    row: row.at,
    at: addressOf(table, row, Math.max(0, columns.pupil)),
    called: [pupilName, provisionName].filter(Boolean).join(': ') || `Row ${row.at + 1}`,
    pupil,
    provision,
    cells,
    ...(copyOf !== undefined && { copyOf }),
    complaints: [
      ...wrong.map(({ message }) => message),
      ...(twin
        ? [
            'The records have this line already: same pupil, provision and first day. Refresh brings it if it is not in the sheet',
          ]
        : []),
    ],
  }
}

/** A new row as the line that it would be, named by its id; null while its pupil, provision or first day is open. */
export const asLine = ({ id, pupil, provision, cells }: NewRow): Keyed<Allocation> | null => {
  const values = Object.fromEntries(
    cells.flatMap(({ field, change }) => ('value' in change ? [[field, change.value as Value]] : [])),
  )
  return 'one' in pupil && 'one' in provision && typeof values['from'] === 'string'
    ? { ...blank(Allocation, { ...values, pupil: pupil.one.key, provision: provision.one.key }), key: id }
    : null
}
