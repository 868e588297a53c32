import { expect, test } from 'vitest'
import { copiedYear, newRows, readTermLines } from '../../src/domain/rules/termLines.ts'

const read = (text: string) => {
  const { rows, unread, bankHolidays } = readTermLines(text, 2026)
  return {
    rows: rows.map(({ kind, name, starts, ends }) => [kind, name, starts, ends]),
    unread,
    bankHolidays,
  }
}

test('a council’s list with headings, start and end lines, half-terms, training days and bank holidays is read', () => {
  expect(
    read(`School term and holiday dates 2026 to 2027

Autumn term 2026
• Term starts: Tuesday 1 September 2026
• Half-term: Monday 26 October – Friday 30 October 2026
• Term ends: Friday 18 December

Spring term 2027
Starts Monday 4 January
Half term holiday: 15 to 19 February
Ends Thursday 25th March
Good Friday: 26 March 2027
May Day bank holiday: Monday 3 May 2027

Summer term: Monday 12 April 2027 to Wednesday 21 July 2027
Half term: Monday 31 May to
Friday 4 June
INSET days: 1 September, 4 January and 22 and 23 July`),
  ).toEqual({
    rows: [
      ['term', 'Autumn term', '2026-09-01', '2026-12-18'],
      ['inset', 'INSET days', '2026-09-01', '2026-09-01'],
      ['holiday', 'Half-term', '2026-10-26', '2026-10-30'],
      ['term', 'Spring term', '2027-01-04', '2027-03-25'],
      ['inset', 'INSET days', '2027-01-04', '2027-01-04'],
      ['holiday', 'Half term holiday', '2027-02-15', '2027-02-19'],
      ['term', 'Summer term', '2027-04-12', '2027-07-21'],
      ['holiday', 'Half term', '2027-05-31', '2027-06-04'],
      ['inset', 'INSET days', '2027-07-22', '2027-07-22'],
      ['inset', 'INSET days', '2027-07-23', '2027-07-23'],
    ],
    unread: [],
    bankHolidays: 2,
  })
})

test('tables, numbered terms, and days in figures are read too', () => {
  expect(
    read(`Term 1\t02/09/2026\t23/10/2026
Term 2: 2026-11-02 - 2026-12-18
Christmas holiday 21 Dec 2026 - 1 Jan 2027`).rows,
  ).toEqual([
    ['term', 'Term 1', '2026-09-02', '2026-10-23'],
    ['term', 'Term 2', '2026-11-02', '2026-12-18'],
    ['holiday', 'Christmas holiday', '2026-12-21', '2027-01-01'],
  ])
  expect(read('Autumn term 1 September 2026 23 October 2026 2 November 2026 18 December 2026').rows).toEqual([
    ['term', 'Autumn term', '2026-09-01', '2026-10-23'],
    ['term', 'Autumn term', '2026-11-02', '2026-12-18'],
  ])
  expect(read('Spring: 4 January, half-term 15 February to 19 February, 25 March').rows).toEqual([
    ['term', 'Spring', '2027-01-04', '2027-03-25'],
    ['holiday', 'Spring: half-term', '2027-02-15', '2027-02-19'],
  ])
})

test('what is not understood is told, never guessed', () => {
  expect(read('Governors meet on 12 October 2026').unread).toEqual(['Governors meet on 12 October 2026'])
  expect(read('Term ends 18 December 2026').unread).toHaveLength(1)
  expect(read('Spring term starts 4 January 2027').unread).toEqual([
    'Spring term: begins, but no last day was found',
  ])
  expect(read('Autumn term: 31 September to 18 December').rows).toEqual([])
  expect(read('')).toEqual({ rows: [], unread: [], bankHolidays: 0 })
})

test('last year’s calendar is copied onto the same weekdays, and never begins in August', () => {
  const copied = copiedYear(
    [
      { kind: 'term', name: 'Autumn 2026', starts: '2026-09-02', ends: '2026-12-18' },
      { kind: 'inset', name: null, starts: '2025-09-01', ends: '2025-09-01' },
    ],
    2026,
  )
  expect(copied).toEqual([{ kind: 'term', name: 'Autumn 2027', starts: '2027-09-01', ends: '2027-12-17' }])
  const early = copiedYear([{ kind: 'term', name: null, starts: '2026-09-01', ends: '2026-12-18' }], 2026)
  expect(early[0]).toMatchObject({ starts: '2027-09-01', ends: '2027-12-17' })
})

test('a row that is there already is not added again', () => {
  const row = { kind: 'inset', name: 'Training day', starts: '2026-09-01', ends: '2026-09-01' } as const
  expect(newRows([row, { ...row, kind: 'closure' }, { ...row, name: null }], [])).toHaveLength(2)
  expect(newRows([row], [{ ...row, name: 'INSET' }])).toEqual([])
})
