import { parse } from '../domain/fields.ts'
import { Need } from '../domain/records/need.ts'
import { type Day, showDay } from '../domain/rules/day.ts'
import type { FileNeed } from './importFile.ts'
import type { DraftNeed, Notice, Reason } from './readRow.ts'
import { readNeeds } from './values.ts'

/** `1`, `1st`, `Primary`; null where it says nothing of a rank. */
const rankIn = (cell: string): number | null => {
  const words = ['primary', 'secondary', 'tertiary'].findIndex((word) => cell.toLowerCase().startsWith(word))
  const number = words >= 0 ? words + 1 : Number(/^\d{1,2}(?=\D*$)/.exec(cell)?.[0] ?? NaN)
  return Number.isInteger(number) && number > 0 ? number : null
}

const listed = (numbers: readonly number[]) =>
  numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`

const dayIn = (cell: string, column: string, row: number, reasons: Reason[]): Day | null => {
  if (cell === '') return null
  const parsed = parse(Need.fields.from, cell)
  if ('value' in parsed) return parsed.value as Day
  reasons.push({
    column,
    found: `${cell.slice(0, 40)} in row ${row}`,
    expected: 'a date that the calendar has, such as 10/03/2015',
  })
  return null
}

/**
 * The needs of a pupil who has a row for each, in the order of their ranks; where a file ranks two alike, or not all of
 * them, in the order of its rows. A need that has ended is left out with a notice. What can't be read goes to `reasons`.
 */
export const needsOfRows = (
  all: readonly FileNeed[],
  headings: { readonly type: string; readonly rank: string; readonly from: string; readonly until: string },
  today: Day,
  reasons: Reason[],
  notices: Notice[],
): DraftNeed[] => {
  const read = all.flatMap((need) => {
    if (need.type === '') return []
    const until = dayIn(need.until, headings.until, need.row, reasons)
    const from = dayIn(need.from, headings.from, need.row, reasons)
    const types = readNeeds(need.type)
    if (!('value' in types)) {
      reasons.push({
        column: headings.type,
        found: all.length > 1 ? `${need.type.slice(0, 50)} in row ${need.row}` : need.type.slice(0, 60),
        expected: types.expected,
      })
      return []
    }
    if (need.rank !== '' && rankIn(need.rank) === null)
      reasons.push({
        column: headings.rank,
        found: `${need.rank.slice(0, 40)} in row ${need.row}`,
        expected: 'a rank such as 1 or 2',
      })
    if (until !== null && until < today) {
      notices.push({
        column: headings.type,
        message: `${types.value.join(', ')} ended on ${showDay(until)} and is left out`,
      })
      return []
    }
    return types.value.map((type) => ({ type, from, rank: rankIn(need.rank) ?? 100 }))
  })
  const sorted = read.toSorted((a, b) => a.rank - b.rank)
  const once = sorted.filter(({ type }, at) => sorted.findIndex((other) => other.type === type) === at)
  const rows = all.map(({ row }) => row)
  if (rows.length > 1)
    notices.push({
      column: '',
      message: `Rows ${listed(rows)} are one pupil${once.length > 0 ? ` with needs in this order: ${once.map(({ type }) => type).join(', ')}` : ''}`,
    })
  const ranks = once.map(({ rank }) => rank)
  const inOrder = ranks.every((rank, at) => rank === at + 1)
  if (!inOrder && ranks.some((rank) => rank < 100))
    notices.push({ column: headings.rank, message: 'The ranks have gaps or repeats; they are counted anew' })
  return once.map(({ type, from }, at) => ({ type, rank: at + 1, from }))
}
