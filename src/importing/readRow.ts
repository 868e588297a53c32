import { Pupil } from '../domain/records/pupil.ts'
import type { NeedType } from '../domain/rules/codes.ts'
import type { Day } from '../domain/rules/day.ts'
import { isTemporaryUpn } from '../domain/rules/upn.ts'
import { parse } from '../domain/fields.ts'
import { Need } from '../domain/records/need.ts'
import { type Mapping, needRanks, type Target } from './headings.ts'
import type { FileContact, ImportTable, SourceRow } from './importFile.ts'
import { needsOfRows } from './needsOfRows.ts'
import { clean, isUnknownUpn, readNeed, readNeeds, readPupilCell } from './values.ts'
import { type NameParts, splitAtComma, wholeNameExpected } from './wholeName.ts'

/** Why a row is not stored: which column, what stood there, what was expected. `column` is '' for the whole row. */
export type Reason = { readonly column: string; readonly found: string; readonly expected: string }
/** Something to look at in a row that is stored all the same. */
export type Notice = { readonly column: string; readonly message: string }

export type DraftNeed = { readonly type: NeedType; readonly rank: number; readonly from: Day | null }
/** A row understood: only what it says; a blank cell says nothing. */
export type Draft = {
  readonly row: number
  readonly values: Partial<Pupil>
  readonly needs: readonly DraftNeed[]
  readonly contacts: readonly FileContact[]
  readonly reasons: readonly Reason[]
  readonly notices: readonly Notice[]
}

/** Where each mapped column stands, made once for all rows. */
type Column = { readonly target: Target; readonly at: number; readonly heading: string }
export const columnsOf = (table: ImportTable, mapping: Mapping): Column[] =>
  mapping.flatMap((target, at) =>
    target ? [{ target, at, heading: table.headings[at] || `Column ${at + 1}` }] : [],
  )

/** These cells say who the child is, so a report tells only how long they are. */
const personal: ReadonlySet<string> = new Set([
  'surname',
  'forename',
  'fullName',
  'preferredForename',
  'address',
  'socialWorker',
  'keyAdult',
])
const foundIn = (target: Target, cell: string): string => {
  const text = clean(cell)
  if (text === '') return 'nothing'
  return personal.has(target)
    ? `${text.length} characters`
    : text.length > 60
      ? `${text.slice(0, 57)}…`
      : text
}

const isNeed = (target: Target) => /^need(s|Rank|Until|\d+(From)?)$/.test(target)
const required = ['surname', 'forename', 'dateOfBirth'] as const

/** Reads one row by the columns that the person agreed to. */
export const readRow = (source: SourceRow, columns: readonly Column[], width: number, today: Day): Draft => {
  const values: Record<string, unknown> = {}
  const reasons: Reason[] = []
  const notices: Notice[] = []
  const extra = source.cells.slice(width).filter((cell) => cell.trim() !== '').length
  if (extra > 0) {
    reasons.push({
      column: '',
      found: `${source.cells.length} cells`,
      expected: `${width}, one under each heading: a separator inside a text is probably not in quotation marks`,
    })
  }
  for (const { target, at, heading } of columns) {
    const cell = source.cells[at] ?? ''
    if (isNeed(target) || target === 'fullName' || clean(cell) === '') continue
    if (target === 'upn' && isUnknownUpn(cell)) {
      notices.push({
        column: heading,
        message: 'The file says that the UPN is not known; the row is matched by name and date of birth',
      })
      continue
    }
    const read = readPupilCell(target as keyof Pupil & string, cell, today)
    if ('value' in read) values[target] = read.value
    else if (target === 'ethnicity')
      notices.push({
        column: heading,
        message: `“${foundIn(target, cell)}” is not a census code; ethnicity is left as it is`,
      })
    else reasons.push({ column: heading, found: foundIn(target, cell), expected: read.expected })
  }
  nameFrom(source, columns, values, reasons, today)
  for (const field of required) {
    if (values[field] !== undefined) continue
    const column =
      columns.find(({ target }) => target === field) ??
      (field === 'dateOfBirth' ? undefined : columns.find(({ target }) => target === 'fullName'))
    const heading = column?.heading ?? Pupil.fields[field].label
    if (!reasons.some((reason) => reason.column === heading)) {
      reasons.push({ column: heading, found: 'nothing', expected: Pupil.fields[field].label.toLowerCase() })
    }
  }
  if (typeof values['upn'] === 'string' && isTemporaryUpn(values['upn'])) {
    notices.push({
      column: heading(columns, 'upn'),
      message: 'This UPN is temporary: ask the last school or the authority for the permanent one',
    })
  }
  const needs = needsIn(source, columns, today, reasons, notices)
  return {
    row: source.row,
    values: values as Partial<Pupil>,
    needs,
    contacts: source.contacts ?? [],
    reasons,
    notices,
  }
}

/** Surname and forename from the column that holds both, where they have none of their own. */
const nameFrom = (
  source: SourceRow,
  columns: readonly Column[],
  values: Record<string, unknown>,
  reasons: Reason[],
  today: Day,
) => {
  const column = columns.find(({ target }) => target === 'fullName')
  const cell = column ? (source.cells[column.at] ?? '') : ''
  if (!column || clean(cell) === '' || (values['surname'] && values['forename'])) return
  const parts = splitAtComma(cell)
  if (!parts) {
    reasons.push({ column: column.heading, found: foundIn('fullName', cell), expected: wholeNameExpected })
    return
  }
  for (const [field, part] of Object.entries(parts)) {
    if (part === null || values[field] !== undefined) continue
    const read = readPupilCell(field as keyof NameParts, part, today)
    if ('value' in read) values[field] = read.value
    else reasons.push({ column: column.heading, found: foundIn('fullName', cell), expected: read.expected })
  }
}

const heading = (columns: readonly Column[], target: Target) =>
  columns.find((c) => c.target === target)?.heading ?? ''

const needsIn = (
  source: SourceRow,
  columns: readonly Column[],
  today: Day,
  reasons: Reason[],
  notices: Notice[],
): DraftNeed[] => {
  if (source.needs) {
    const type = heading(columns, 'need1') || heading(columns, 'needs')
    const [rank, from, until] = (['needRank', 'need1From', 'needUntil'] as const).map((target) =>
      heading(columns, target),
    ) as [string, string, string]
    return needsOfRows(source.needs, { type, rank, from, until }, today, reasons, notices)
  }
  const cellAt = (target: Target) => {
    const column = columns.find((c) => c.target === target)
    return column ? { cell: source.cells[column.at] ?? '', heading: column.heading } : null
  }
  const found: DraftNeed[] = []
  const add = (type: NeedType, from: Day | null, column: string) => {
    if (found.some((need) => need.type === type))
      notices.push({ column, message: `${type} stands twice in this row and is taken once` })
    else found.push({ type, rank: found.length + 1, from })
  }
  const all = cellAt('needs')
  if (all) {
    const read = readNeeds(all.cell)
    if ('value' in read) for (const type of read.value) add(type, null, all.heading)
    else reasons.push({ column: all.heading, found: foundIn('needs', all.cell), expected: read.expected })
  }
  for (const rank of needRanks) {
    const one = cellAt(`need${rank}`)
    if (!one) continue
    // A single “SEN need” column of some systems holds all of them.
    const read = rank === 1 ? readNeeds(one.cell) : readNeed(one.cell)
    if (!('value' in read)) {
      const { expected } = readNeed(one.cell) as { expected: string }
      reasons.push({ column: one.heading, found: foundIn(`need${rank}`, one.cell), expected })
      continue
    }
    const types = Array.isArray(read.value) ? read.value : read.value ? [read.value] : []
    for (const type of types) add(type, fromOf(cellAt(`need${rank}From`), reasons), one.heading)
  }
  return found
}

const fromOf = (at: { cell: string; heading: string } | null, reasons: Reason[]): Day | null => {
  if (!at || clean(at.cell) === '') return null
  const parsed = parse(Need.fields.from, clean(at.cell))
  if ('value' in parsed) return parsed.value as Day
  reasons.push({
    column: at.heading,
    found: at.cell,
    expected: 'a date that the calendar has, such as 10/03/2015',
  })
  return null
}
