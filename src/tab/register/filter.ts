import { t } from '../../words/t.ts'
import { counted, showCount } from '../../domain/counted.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import { searchWords } from '../../domain/folded.ts'
import { needTypes, senStatuses, yearGroupOrder } from '../../domain/rules/codes.ts'
import { type Column, isColumn, sortedRows, usualColumns } from './columns.ts'
import type { Row } from './rows.ts'

/** What a pupil is or has, by which the register is narrowed down: those who have one of the chosen. */
export const marks = {
  premium: { words: 'Pupil premium', has: ({ pupil }: Row) => pupil.pupilPremium === true },
  looked: { words: 'Looked after', has: ({ pupil }: Row) => pupil.lookedAfter === true },
  unit: { words: 'In a unit or resourced provision', has: ({ pupil }: Row) => pupil.unit !== null },
  disability: { words: 'Disabled', has: ({ pupil }: Row) => pupil.disability === true },
  moves: { words: 'Moves this year', has: ({ moves }: Row) => moves },
  noNeed: { words: 'No need recorded', has: ({ pupil, need }: Row) => pupil.status !== 'N' && need === null },
} as const
export type Mark = keyof typeof marks

/** What the register shows; all of it but the words typed is kept in the address. */
export type Filter = {
  /** Codes of year groups, classes, SEN statuses, needs and marks; empty means all. */
  readonly years: readonly string[]
  readonly classes: readonly string[]
  readonly statuses: readonly string[]
  readonly needs: readonly string[]
  readonly marks: readonly Mark[]
  readonly overdue: boolean
  /** Also pupils without SEN. */
  readonly everyone: boolean
  readonly sort: Column
  readonly down: boolean
  readonly columns: readonly Column[]
}

/** The code of a class in an address: the same for everybody; a name that a person typed is never in one. */
export const codeOfClass = (name: string): string => {
  const code = known.get(name) ?? derivedKey('class', name).slice(-8)
  known.set(name, code)
  return code
}
// A school has few classes and many pupils.
const known = new Map<string, string>()

const listed = (query: URLSearchParams, name: string) => (query.get(name) ?? '').split('.').filter(Boolean)
const codes = (query: URLSearchParams, name: string, known: readonly string[]) =>
  listed(query, name).filter((code) => known.includes(code))

/** Reads the part of the address after `?`; what it doesn't know is left out. */
export const filterOf = (query: URLSearchParams): Filter => {
  const sort = query.get('sort') ?? ''
  const chosen = [...new Set(listed(query, 'columns').filter(isColumn))]
  return {
    years: codes(query, 'year', yearGroupOrder),
    classes: listed(query, 'class').filter((code) => /^[0-9A-Z]{8}$/.test(code)),
    statuses: codes(query, 'status', Object.keys(senStatuses)),
    needs: codes(query, 'need', Object.keys(needTypes)),
    marks: codes(query, 'has', Object.keys(marks)) as Mark[],
    overdue: query.get('review') === 'overdue',
    everyone: query.get('show') === 'everyone',
    sort: isColumn(sort) ? sort : 'name',
    down: query.get('order') === 'down',
    columns: chosen.length > 0 ? ['name', ...chosen.filter((column) => column !== 'name')] : usualColumns,
  }
}

/** The address part of a filter; what is usual is not written. */
export const queryOf = (filter: Filter): URLSearchParams => {
  const query = new URLSearchParams()
  const put = (name: string, values: readonly string[]) => {
    if (values.length > 0) query.set(name, values.join('.'))
  }
  put('year', filter.years)
  put('class', filter.classes)
  put('status', filter.statuses)
  put('need', filter.needs)
  put('has', filter.marks)
  if (filter.overdue) query.set('review', 'overdue')
  if (filter.everyone) query.set('show', 'everyone')
  if (filter.sort !== 'name') query.set('sort', filter.sort)
  if (filter.down) query.set('order', 'down')
  if (filter.columns.join() !== usualColumns.join()) put('columns', filter.columns.slice(1))
  return query
}

/** The same with nothing narrowed down: order and columns stay. */
export const unfiltered = (filter: Filter): Filter => ({
  ...filter,
  years: [],
  classes: [],
  statuses: [],
  needs: [],
  marks: [],
  overdue: false,
})

/** Whether rows can be chosen and put in order by the pupils’ own facts, without needs, reviews and settings. */
export const isOfPupils = ({ needs, marks: chosen, overdue, sort }: Filter): boolean =>
  needs.length === 0 &&
  !overdue &&
  !chosen.includes('moves') &&
  !chosen.includes('noNeed') &&
  !(['need', 'needs', 'due', 'moves'] as Column[]).includes(sort)

const isLate = (due: Row['due']) => due?.status === 'overdue' || due?.status === 'late'
const has = (chosen: readonly string[], code: string | null) =>
  chosen.length === 0 || (code !== null && chosen.includes(code))

/** The rows that a filter and the words typed leave, in order. Every word must be found somewhere in the row. */
export const shownRows = (rows: readonly Row[], filter: Filter, typed: string): Row[] => {
  const words = searchWords(typed)
  const withoutSen = filter.everyone || filter.statuses.includes('N')
  const classes = new Set(filter.classes)
  const left = rows.filter(
    (row) =>
      (withoutSen || row.pupil.status !== 'N') &&
      has(filter.statuses, row.pupil.status) &&
      has(filter.years, row.pupil.yearGroup) &&
      (classes.size === 0 ||
        (row.pupil.className !== null && classes.has(codeOfClass(row.pupil.className)))) &&
      (filter.needs.length === 0 || filter.needs.some((need) => (row.needs as string[]).includes(need))) &&
      (filter.marks.length === 0 || filter.marks.some((mark) => marks[mark].has(row))) &&
      (!filter.overdue || isLate(row.due)) &&
      words.every((word) => row.haystack.includes(word)),
  )
  return sortedRows(left, filter.sort, filter.down)
}

/** The classes of some rows, by code and name. */
export const classesIn = (rows: readonly Row[]): [code: string, name: string][] =>
  [...new Set(rows.flatMap(({ pupil }) => pupil.className ?? []))]
    .toSorted((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
    .map((name) => [codeOfClass(name), name])

/** `63 of 412 pupils · 12 EHC plans · 51 SEN support`. */
export const totalsOf = (shown: readonly Row[], rows: readonly Row[]): string => {
  const count = (status: string) => shown.filter(({ pupil }) => pupil.status === status).length
  const plans = count('E')
  const overdue = shown.filter(({ due }) => isLate(due)).length
  return [
    t`${showCount(shown.length)} of ${showCount(rows.length)} pupils`,
    counted(plans, 'EHC plan'),
    t`${count('K')} SEN support`,
    ...(overdue > 0 ? [t`${overdue} overdue`] : []),
  ].join(' · ')
}

export const isFiltered = (filter: Filter, typed: string): boolean =>
  typed.trim() !== '' || queryOf(filter).toString() !== queryOf(unfiltered(filter)).toString()
