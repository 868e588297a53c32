import { needTypes, yearGroupOrder } from '../../domain/rules/codes.ts'
import { type Column, columns, folded, type Row, sortedRows, usualColumns } from './rows.ts'

/** What the register shows; all of it but the words typed is kept in the address. */
export type Filter = {
  /** Codes of year groups, SEN statuses and needs; empty means all. */
  readonly years: readonly string[]
  readonly statuses: readonly string[]
  readonly needs: readonly string[]
  readonly overdue: boolean
  /** Also pupils without SEN. */
  readonly everyone: boolean
  readonly sort: Column
  readonly down: boolean
  readonly columns: readonly Column[]
}

const isColumn = (word: string): word is Column => Object.hasOwn(columns, word)
const codes = (query: URLSearchParams, name: string, known: readonly string[]) =>
  (query.get(name) ?? '').split('.').filter((code) => known.includes(code))

/** Reads the part of the address after `?`; what it doesn't know is left out. */
export const filterOf = (query: URLSearchParams): Filter => {
  const sort = query.get('sort') ?? ''
  const chosen = (query.get('columns') ?? '').split('.').filter(isColumn)
  return {
    years: codes(query, 'year', yearGroupOrder),
    statuses: codes(query, 'status', ['E', 'K', 'N']),
    needs: codes(query, 'need', Object.keys(needTypes)),
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
  put('status', filter.statuses)
  put('need', filter.needs)
  if (filter.overdue) query.set('review', 'overdue')
  if (filter.everyone) query.set('show', 'everyone')
  if (filter.sort !== 'name') query.set('sort', filter.sort)
  if (filter.down) query.set('order', 'down')
  if (filter.columns.join() !== usualColumns.join()) put('columns', filter.columns.slice(1))
  return query
}

const isLate = (due: Row['due']) => due?.status === 'overdue' || due?.status === 'late'
const has = (chosen: readonly string[], code: string | null) =>
  chosen.length === 0 || (code !== null && chosen.includes(code))

/** The rows that a filter and the words typed leave, in order. Every word must be found somewhere in the row. */
export const shownRows = (rows: readonly Row[], filter: Filter, typed: string): Row[] => {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  const withoutSen = filter.everyone || filter.statuses.includes('N')
  const left = rows.filter(
    ({ pupil, need, due, haystack }) =>
      (withoutSen || pupil.status !== 'N') &&
      has(filter.statuses, pupil.status) &&
      has(filter.years, pupil.yearGroup) &&
      has(filter.needs, need) &&
      (!filter.overdue || isLate(due)) &&
      words.every((word) => haystack.includes(word)),
  )
  return sortedRows(left, filter.sort, filter.down)
}

/** `63 of 412 · 12 EHC plans · 51 SEN support`. */
export const totalsOf = (shown: readonly Row[], rows: readonly Row[]): string => {
  const count = (status: string) => shown.filter(({ pupil }) => pupil.status === status).length
  const plans = count('E')
  const overdue = shown.filter(({ due }) => isLate(due)).length
  return [
    `${shown.length.toLocaleString('en-GB')} of ${rows.length.toLocaleString('en-GB')} pupils`,
    `${plans} EHC ${plans === 1 ? 'plan' : 'plans'}`,
    `${count('K')} SEN support`,
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
  ].join(' · ')
}

export const isFiltered = (filter: Filter, typed: string): boolean =>
  typed.trim() !== '' ||
  filter.overdue ||
  filter.years.length + filter.statuses.length + filter.needs.length > 0
