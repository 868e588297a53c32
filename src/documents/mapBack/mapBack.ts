import { show, type Value } from '../../domain/fields.ts'
import { check } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { serialOf, writtenDay } from '../../domain/rules/day.ts'
import { fromGroup, groupSizes } from '../../domain/rules/groupLines.ts'
import { academicYearOf, showAcademicYear } from '../../domain/rules/schoolYear.ts'
import { filledLines, givenLines, listName, type MapInput, mapLines } from '../provisionMap/input.ts'
import { type Base, baseSaid } from './base.ts'
import { fieldOfLine, headingOf, sameText, type SheetField } from './sheetFields.ts'
import { findColumns } from './columns.ts'
import { struckField } from './sheetWrites.ts'
import type {
  CellDifference,
  Change,
  Doubled,
  FoundInMap,
  Leaving,
  MapBack,
  NewRow,
  OfGroup,
  RefusedRow,
  Refusal,
  Since,
} from './differences.ts'
import { isSameSchool, type MapFacts, scopeFrom } from './facts.ts'
import { asLine, newRow } from './newRow.ts'
import { overlapDoubts } from './overlaps.ts'
import { byItsName, pupilsByName } from './people.ts'
import { readCell } from './readCell.ts'
import { addressOf, blankCell, type CellRead, type RowRead, type TableRead } from './readTable.ts'
import { inScope } from '../provisionMap/input.ts'

/** What the person has said already about a workbook that raised a question. */
export type Chosen = {
  /** Another school year's workbook is meant. */
  readonly otherYear?: boolean
  /** Of a line that stands in several rows, the sheet row that it is. */
  readonly rowOf?: ReadonlyMap<string, number>
}
export type MapBackInput = {
  readonly table: TableRead
  /** Null where the workbook does not remember what its cells said. */
  readonly base: Base | null
  readonly facts: MapFacts | null
  /** The records as they are now, whatever part of them the workbook shows. */
  readonly records: Omit<MapInput, 'scope'>
  readonly chosen?: Chosen
}

const refusalOf = ({ facts, records, chosen }: MapBackInput): Refusal | null => {
  if (!facts) return null
  if (!isSameSchool(facts, records.schoolName))
    return {
      why: 'otherSchool',
      words: `This workbook is of ${facts.school}, and the records open here are of ${records.schoolName}. Nothing of it is sent.`,
    }
  if (facts.year !== academicYearOf(records.today) && !chosen?.otherYear)
    return {
      why: 'otherYear',
      words: `This workbook shows the school year ${showAcademicYear(facts.year)} and was made on ${writtenDay(facts.made)}. Today is in ${showAcademicYear(academicYearOf(records.today))}.`,
    }
  return null
}

const text = (cell: CellRead | undefined) => String(cell?.value ?? '').trim()
/** What a cell says, for a person: as it reads where it can be read, else as it stands. */
const shownIn = (field: SheetField, cell: CellRead, change: Change): string =>
  'value' in change ? show(fieldOfLine(field), change.value) : text(cell)

/** The group's own name for what a line leaves to it; null where the group has no such field. */
const groupField = (field: SheetField): string | null =>
  (fromGroup as readonly string[]).includes(field)
    ? field
    : field === 'until'
      ? 'until'
      : field === 'groupSize'
        ? 'size'
        : null

/**
 * What a provision map in a workbook says differently from the records: each cell with its address, what it says, what
 * the record says now and what the workbook said when it was last written, so that it is known who changed it; rows that
 * are new, struck out, gone, pasted twice or not of this map. Nothing is stored here, no row is passed over in silence,
 * and what can't be read or can be read in two ways says so. Formulas, other columns and rows that a filter hides stay
 * as they are.
 */
export const mapBack = (input: MapBackInput): MapBack => {
  const { table, base, facts, records, chosen } = input
  const refusal = refusalOf(input)
  if (refusal) return { refusal }
  const columns = findColumns(table, base)
  if (!columns)
    return {
      refusal: {
        why: 'noKeys',
        words:
          'The hidden column “Record key” is gone from the map’s table, so nobody can tell which row is which line. Undo in Excel until it is back, or insert the map anew.',
      },
    }
  const groups = records.groups ?? []
  const own = new Map(records.allocations.map((line) => [line.key, line]))
  // Who left since the map was made may have lines that were never given: their rows are still compared.
  const filled = new Map([...filledLines(records), ...givenLines(records)].map((line) => [line.key, line]))
  const groupByKey = new Map(groups.map((group) => [group.key, group]))
  const sizes = groupSizes(records.allocations)
  const pupils = new Map(records.pupils.map((pupil) => [pupil.key, pupil]))
  const provisions = new Map(records.provisions.map((provision) => [provision.key, provision]))
  const pupilsNamed = pupilsByName(records.pupils)
  const provisionsNamed = byItsName(records.provisions)
  const scope = scopeFrom(facts?.scope ?? 'school')
  const showed = mapLines({ ...records, scope, ...(facts && { schoolYear: facts.year }) }).lines

  const changes: CellDifference[] = []
  const newer: CellDifference[] = []
  const added: NewRow[] = []
  const leaving: Leaving[] = []
  const refused: RefusedRow[] = []
  const doubled: Doubled[] = []
  const copies = new Map<string, { own: RowRead; others: RowRead[] }>()
  const compared = new Map<string, RowRead>()
  const alike: { key: string; field: SheetField }[] = []
  const days = new Map<string, Partial<Allocation>>()

  const calledOf = (line: Allocation) => {
    const pupil = pupils.get(line.pupil)
    return `${pupil ? listName(pupil) : 'A pupil who is archived'}: ${provisions.get(line.provision)?.name ?? 'archived provision'}`
  }
  const rowAt = (row: RowRead) => addressOf(table, row, Math.max(0, columns.pupil))
  const says = (row: RowRead) =>
    [columns.pupil, columns.provision].flatMap((at) => text(row.cells[at]) || []).join(': ')
  const refuse = (row: RowRead, why: RefusedRow['why'], words: string) =>
    refused.push({
      at: rowAt(row),
      row: row.at,
      key: text(row.cells[columns.key]).toUpperCase(),
      why,
      words,
    })

  const ofGroup = (key: string, field: SheetField, value: Value | undefined): OfGroup | undefined => {
    const line = own.get(key)!
    const group = line.group === null ? undefined : groupByKey.get(line.group)
    const name = groupField(field)
    if (!group || name === null || line[field] !== null) return undefined
    return {
      key: group.key,
      name: group.name,
      pupils: sizes.get(group.key) ?? 1,
      field: name,
      onlyAll: value === null,
    }
  }

  const compareRow = (row: RowRead, key: string): void => {
    compared.set(key, row)
    const line = filled.get(key)!
    const here: { difference: CellDifference; value: Value | undefined }[] = []
    for (const [field, column] of columns.fields) {
      const cell = row.cells[column] ?? blankCell
      const change = readCell(field, cell)
      const record = sameText(line[field])
      const sheet = 'value' in change ? sameText(change.value) : null
      const then = base ? baseSaid(base, key, field) : null
      // A formula that shows what the record says is somebody's own way of writing it.
      const shows =
        cell.formula !== undefined && 'readings' in change && change.readings.length === 1
          ? sameText(change.readings[0]!.value)
          : null
      if (sheet === record || shows === record) {
        if (then && then.same !== record) alike.push({ key, field })
        continue
      }
      const since: Since =
        then === null
          ? 'unknown'
          : sheet !== null && then.same === sheet
            ? 'record'
            : then.same === record
              ? 'sheet'
              : 'both'
      const value = 'value' in change ? change.value : undefined
      const group = ofGroup(key, field, value)
      const difference: CellDifference = {
        id: `${key}.${field}`,
        key,
        field,
        at: addressOf(table, row, column),
        label: headingOf(field),
        called: calledOf(line),
        pupil: line.pupil,
        then: then?.shown ?? null,
        record: show(fieldOfLine(field), line[field]),
        sheet: shownIn(field, cell, change),
        since,
        change,
        ...(group && { group }),
      }
      if (since === 'record') newer.push(difference)
      else here.push({ difference, value })
    }
    // What is right by itself may not go together: an end before the beginning.
    const given = Object.fromEntries(
      here.flatMap(({ difference, value }) => (value === undefined ? [] : [[difference.field, value]])),
    )
    if ('from' in given || 'until' in given) days.set(key, given)
    const wrong = Object.keys(given).length > 0 ? check(Allocation, { ...line, ...given } as Allocation) : []
    for (const { difference } of here) {
      const issue = wrong.find(
        ({ field }) =>
          // Two days that don't go together are wrong in both cells: neither is sent alone.
          field === difference.field || (field === 'until' && difference.field === 'from'),
      )
      changes.push(
        issue && 'value' in difference.change
          ? { ...difference, change: { complaint: issue.message } }
          : difference,
      )
    }
  }

  /** Why nothing of a row is taken although its key is known; null where it may be. */
  const guard = (row: RowRead, key: string): [RefusedRow['why'], string] | null => {
    const line = own.get(key)!
    const pupil = pupils.get(line.pupil)
    const called = calledOf(line)
    if (!pupil) return ['archived', `${called}. The pupil is archived, so nothing of this row is sent.`]
    if (!base?.has(key) && !inScope(scope, pupil, provisions.get(line.provision)))
      return [
        'outOfScope',
        `${called}. This line is not of the part of the school that the workbook shows, so nothing of this row is sent.`,
      ]
    const named = columns.pupil < 0 ? [] : pupilsNamed(text(row.cells[columns.pupil]))
    if (named.length > 0 && !named.some((one) => one.key === line.pupil))
      return [
        'otherPupil',
        `This row names ${listName(named[0]!)} but is the line of ${called}. Was only a part of the columns sorted or pasted? For another pupil, add a row without a record key.`,
      ]
    const other = columns.provision < 0 ? [] : provisionsNamed(text(row.cells[columns.provision]))
    if (other.length > 0 && !other.some((one) => one.key === line.provision))
      return [
        'otherProvision',
        `This row names ${other[0]!.name} but is the line of ${called}. For another provision, add a row without a record key and strike this one out.`,
      ]
    return null
  }

  /** The line was given this end because its row was struck out or gone: that is not asked again. */
  const isSettled = (key: string): boolean => {
    const said = base?.get(key)?.get(struckField)
    const { until } = filled.get(key)!
    return until !== null && Number(said) === serialOf(until)
  }
  const addRow = (row: RowRead, copyOf?: string): void => {
    const named = { pupilsNamed, provisionsNamed, ...(copyOf !== undefined && { copyOf }) }
    added.push(newRow({ table, row, columns, records, scope, ...named }))
  }

  const rowsByKey = new Map<string, RowRead[]>()
  for (const row of table.rows) {
    const key = text(row.cells[columns.key]).toUpperCase()
    const own = [columns.pupil, columns.provision, ...columns.fields.values()]
    if (key === '' && own.every((at) => text(row.cells[at]) === '')) continue
    if (key === '') {
      if (!row.struck) addRow(row)
    } else rowsByKey.set(key, [...(rowsByKey.get(key) ?? []), row])
  }
  const keysIn = [...rowsByKey.keys()]
  if (keysIn.length > 0 && !keysIn.some((key) => own.has(key)) && records.allocations.length > 0)
    return {
      refusal: {
        why: 'otherSchool',
        words: `None of the ${keysIn.length} lines in this workbook is among the records of ${records.schoolName}: it is another school’s, or very old. Nothing of it is sent.`,
      },
    }
  for (const [key, rows] of rowsByKey) {
    if (!own.has(key)) {
      for (const row of rows)
        refuse(
          row,
          base?.has(key) ? 'archived' : 'unknownKey',
          base?.has(key)
            ? `${says(row)}. This line was archived or deleted since the workbook was made, so nothing of this row is sent.`
            : `${says(row)}. No line of this school has this row’s record key. Clear the key to add it as a new line.`,
        )
      continue
    }
    // A copied row keeps the key: the one that still names its pupil and provision is the line, others are new.
    const fitting = rows.filter((row) => guard(row, key) === null)
    const said = chosen?.rowOf?.get(key)
    const original =
      rows.length === 1
        ? rows[0]
        : (rows.find((row) => row.at === said) ?? (fitting.length === 1 ? fitting[0] : undefined))
    if (!original || original.at === said)
      doubled.push({
        key,
        said: original ? original.at : null,
        called: calledOf(own.get(key)!),
        rows: rows.map((row) => ({ row: row.at, at: rowAt(row), says: says(row) })),
      })
    if (!original) continue
    const others = rows.filter((row) => row !== original)
    if (others.length > 0) copies.set(key, { own: original, others })
    for (const row of others) if (!row.struck) addRow(row, rowAt(original))
    const why = guard(original, key)
    if (why) {
      refuse(original, ...why)
      continue
    }
    if (!original.struck) compareRow(original, key)
    else if (!isSettled(key)) leaving.push(leavingOf(key, 'struck', rowAt(original)))
  }
  function leavingOf(key: string, why: Leaving['why'], at: string | null): Leaving {
    const line = filled.get(key)!
    return {
      id: `${key}.row`,
      key,
      why,
      at,
      called: calledOf(line),
      pupil: line.pupil,
      from: line.from,
      until: line.until,
    }
  }
  for (const key of base?.keys() ?? [])
    if (own.has(key) && !rowsByKey.has(key) && pupils.has(own.get(key)!.pupil) && !isSettled(key))
      leaving.push(leavingOf(key, 'deleted', null))
  const doubts = overlapDoubts(
    [...filled.values()],
    days,
    added.flatMap((row) => asLine(row) ?? []),
    (key) => {
      const row = compared.get(key)
      return row ? rowAt(row) : (added.find(({ id }) => id === key)?.at ?? null)
    },
  )
  const doubted = <T extends object>(one: T, key: string): T => {
    const doubt = doubts.get(key)
    return doubt === undefined ? one : { ...one, doubt }
  }
  const found: FoundInMap = {
    changes: changes.map((one) =>
      (one.field === 'from' || one.field === 'until') && 'value' in one.change ? doubted(one, one.key) : one,
    ),
    newer,
    added: added.map((row) => doubted(row, row.id)),
    leaving,
    refused,
    doubled,
    missing: showed.flatMap(({ allocation }) =>
      rowsByKey.has(allocation.key) || base?.has(allocation.key) ? [] : [allocation],
    ),
    notes: [
      ...columns.notes,
      ...(base
        ? []
        : [
            'This workbook does not say what it held when it was made, so nobody can tell which side changed. Look at each line.',
          ]),
    ],
    compared,
    copies,
    alike,
    columns,
  }
  return found
}
