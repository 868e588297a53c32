import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import {
  classesIn,
  codeOfClass,
  filterOf,
  isOfPupils,
  queryOf,
  shownRows,
  totalsOf,
} from '../../src/tab/register/filter.ts'
import { usualColumns } from '../../src/tab/register/columns.ts'
import { viewCsv, viewLines } from '../../src/tab/register/outputs.ts'
import { rowsOf } from '../../src/tab/register/rows.ts'
import { kept } from './made.ts'

const today = '2026-03-10'
const pupil = (key: string, given: Partial<Pupil>) => ({
  ...blank(Pupil, { forename: 'A', surname: 'B', dateOfBirth: '2016-05-01', status: 'K', ...given }),
  ...kept(key),
})
const zoe = pupil('1', { forename: 'Zoë', surname: 'Ängström', yearGroup: '10', className: 'Oak' })
const amira = pupil('2', {
  forename: 'Amira',
  surname: 'Khan',
  yearGroup: '4',
  status: 'E',
  planIssued: '2024-09-01',
  lastDecision: '2025-02-01',
})
const ben = pupil('3', {
  forename: 'Benjamin',
  preferredForename: 'Ben',
  surname: 'Khan',
  yearGroup: '2',
  status: 'N',
})
const gone = pupil('4', { surname: 'Left', left: '2026-01-05' })
const needs = [
  blank(Need, { pupil: amira.key, type: 'SLCN', rank: 2 }),
  blank(Need, { pupil: amira.key, type: 'ASD', rank: 1 }),
  blank(Need, { pupil: zoe.key, type: 'SEMH', rank: 1, until: '2025-01-01' }),
]
const rows = rowsOf([zoe, amira, ben, gone], { needs, reviews: [], settings: usualReviewSettings }, today)
const shown = (query: string, typed = '') =>
  shownRows(rows, filterOf(new URLSearchParams(query)), typed).map((row) => row.pupil.forename)

test('the register shows pupils with SEND who are on roll, by surname', () => {
  expect(shown('')).toEqual(['Zoë', 'Amira'])
  expect(shown('show=everyone')).toEqual(['Zoë', 'Amira', 'Benjamin'])
})

test('words find names without their accents, preferred names, classes and needs; all of them must fit', () => {
  expect(shown('', 'angstrom zoe')).toEqual(['Zoë'])
  expect(shown('show=everyone', 'ben')).toEqual(['Benjamin'])
  expect(shown('', 'oak')).toEqual(['Zoë'])
  expect(shown('', 'slcn year 4')).toEqual(['Amira'])
  expect(shown('', 'khan oak')).toEqual([])
})

test('the primary need is the lowest rank that has not ended', () => {
  expect(rows.map(({ need }) => need)).toEqual([null, 'ASD', null])
})

test('filters together narrow down, and choosing “No SEN” shows them without asking for everyone', () => {
  expect(shown('year=4.10')).toEqual(['Zoë', 'Amira'])
  expect(shown('year=4.10&status=E')).toEqual(['Amira'])
  expect(shown('status=N')).toEqual(['Benjamin'])
  expect(shown('review=overdue')).toEqual(['Amira'])
})

test('years sort as children pass through them, and a blank is last whichever way', () => {
  expect(shown('show=everyone&sort=year')).toEqual(['Benjamin', 'Amira', 'Zoë'])
  expect(shown('show=everyone&sort=class')).toEqual(['Zoë', 'Amira', 'Benjamin'])
  expect(shown('show=everyone&sort=class&order=down')).toEqual(['Zoë', 'Amira', 'Benjamin'])
})

test('a filter survives the address, and what is unknown in an address is left out', () => {
  const filter = filterOf(
    new URLSearchParams(
      `year=4&status=E.K&sort=need&order=down&columns=due.adult.year&need=SLCN&has=premium.moves&class=${codeOfClass('Oak')}`,
    ),
  )
  expect(filterOf(queryOf(filter))).toEqual(filter)
  expect(
    queryOf(
      filterOf(new URLSearchParams('year=99&sort=__proto__&columns=x.due.due&has=rich&class=Oak')),
    ).toString(),
  ).toBe('columns=due')
  expect(queryOf({ ...filter, columns: usualColumns }).has('columns')).toBe(false)
})

test('classes stand in the address as codes that say nothing, and marks narrow down to those who have one', () => {
  expect(classesIn(rows)).toEqual([[codeOfClass('Oak'), 'Oak']])
  expect(codeOfClass('Oak')).toMatch(/^[0-9A-Z]{8}$/)
  expect(shown(`class=${codeOfClass('Oak')}`)).toEqual(['Zoë'])
  expect(shown(`class=${codeOfClass('Elm')}`)).toEqual([])
  expect(shown('has=noNeed')).toEqual(['Zoë'])
  expect(shown('has=premium.noNeed')).toEqual(['Zoë'])
})

test('a need of any rank is found, and letters that carry no accent of their own are typed plainly', () => {
  expect(shown('need=SLCN')).toEqual(['Amira'])
  const lodz = rowsOf(
    [pupil('5', { forename: 'Małgorzata', surname: 'O’Søren' })],
    { needs: [], reviews: [], settings: usualReviewSettings },
    today,
  )
  const found = (typed: string) => shownRows(lodz, filterOf(new URLSearchParams()), typed).length
  expect([found('malgorzata'), found("o'soren"), found('Soren MAŁ'), found('malg x')]).toEqual([1, 1, 1, 0])
})

test('an exported view has its columns in their order, and no cell is a formula', () => {
  const sly = rowsOf(
    [pupil('6', { forename: '=1+1', surname: 'B', keyAdult: '@sum' })],
    { needs: [], reviews: [], settings: usualReviewSettings },
    today,
  )
  const csv = viewCsv(sly, ['name', 'adult', 'status'])
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFName,Key adult,SEN status',
    `"'=1+1 B","'@sum",SEN support`,
  ])
})

test('a list with initials leaves out what tells who it is', () => {
  expect(viewLines(rows, ['name', 'upn', 'year', 'born'], 'initials')).toMatchObject({
    head: ['Name', 'Year'],
    lines: [['Z. Ä.', 'Year 10'], ['A. K.', 'Year 4'], expect.anything()],
  })
})

test('the foot counts what is shown out of all on roll', () => {
  expect(totalsOf(shownRows(rows, filterOf(new URLSearchParams()), ''), rows)).toBe(
    '2 of 3 pupils · 1 EHC plan · 1 SEN support · 1 overdue',
  )
})

test('3,000 pupils are sorted and searched', () => {
  const many = rowsOf(
    Array.from({ length: 3_000 }, (_, i) => pupil(String(i), { forename: `P${i}`, surname: `S${i % 700}` })),
    {
      needs: [],
      reviews: [{ ...blank(Review, { pupil: amira.key, type: 'annual', stage: 'planning' }), ...kept('9') }],
      settings: usualReviewSettings,
    },
    today,
  )
  expect(shownRows(many, filterOf(new URLSearchParams('sort=class')), 's69')).not.toHaveLength(0)
})

test('while needs and reviews are read, only what the pupils themselves tell chooses and orders rows', () => {
  const early = rowsOf([amira, ben], null, today)
  expect(early.map(({ need, moves, due }) => [need, moves, due])).toEqual([
    [null, false, null],
    [null, false, null],
  ])
  const alone = (query: string) => isOfPupils(filterOf(new URLSearchParams(query)))
  expect(['', 'year=4&sort=class', 'has=premium'].map(alone)).toEqual([true, true, true])
  expect(['need=SLCN', 'sort=due', 'has=moves', 'has=premium.noNeed', 'review=overdue'].map(alone)).toEqual(
    Array.from({ length: 5 }, () => false),
  )
})
