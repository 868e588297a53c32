import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { openBook } from '../../src/documents/costing/book.ts'
import { costingOf, costingText, goneFrom, proposedCosting } from '../../src/documents/costing/costingPack.ts'
import type { CostingGiven, CostingLine } from '../../src/documents/costing/facts.ts'
import { fillCosting } from '../../src/documents/costing/fillCosting.ts'
import { costingPlaces } from '../../src/documents/costing/places.ts'
import { readXlsx } from '../../src/importing/readXlsx.ts'
import { harrowdale, westmoor, workbook } from './costing/sheets.ts'

const line = (name: string, given: Partial<Allocation>): CostingLine => ({
  allocation: blank(Allocation, {
    pupil: 'P',
    provision: 'V',
    from: '2026-09-07',
    sessionsPerWeek: 3,
    minutes: 20,
    weeks: 12,
    groupSize: 4,
    role: 'ta',
    ...given,
  }),
  provision: blank(Provision, { name, level: 'targeted', areaOfNeed: 'cognition', line: 'ta' }),
  outcome: undefined,
})
const given = (lines: readonly CostingLine[]): CostingGiven => ({
  pupil: blank(Pupil, {
    surname: 'O’Neill & Sons',
    forename: 'Zoë',
    dateOfBirth: '2016-02-29',
    upn: 'B801200005001',
    status: 'E',
  }),
  schoolName: 'Oakfield <Primary>',
  school: undefined,
  rates: [blank(Rate, { role: 'ta', from: '2026-04-01', basis: 'weeklyHour', amount: 65_360, weeks: 38 })],
  lines,
  today: '2026-11-20',
})
const filled = (bytes: Uint8Array, lines: readonly CostingLine[]) => {
  const book = openBook(bytes)
  return fillCosting(book, proposedCosting(costingPlaces(book)), given(lines))
}
const shown = (bytes: Uint8Array, sheet = 0) => {
  const read = readXlsx(bytes)
  if (read.kind !== 'workbook') throw new Error(read.why)
  return read.sheets[sheet]!.rows.map(({ cells }) => cells)
}
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
const formulasIn = (bytes: Uint8Array) =>
  Object.entries(partsOf(bytes)).flatMap(([name, text]) =>
    [...text.matchAll(/<f>([^<]*)<\/f>/g)].map(([, f]) => `${name} ${f}`),
  )

describe('a locked costing sheet', () => {
  test('its places are told by what the protection leaves open, its rows by their headings', () => {
    const places = costingPlaces(openBook(westmoor()))
    expect(places.cells.map(({ ref, label }) => [ref, label])).toEqual([
      ['B3', 'Pupil’s name'],
      ['E3', 'Date of birth'],
      ['B4', 'UPN'],
    ])
    expect(places.rows).toMatchObject([{ first: 7, rows: 6 }])
    const mapping = proposedCosting(places)
    expect(mapping.cells).toEqual({
      'Costed map!B3': 'name',
      'Costed map!E3': 'dateOfBirth',
      'Costed map!B4': 'upn',
    })
    expect(Object.values(mapping.rows)[0]).toEqual({
      0: 'provision', 1: 'role', 2: 'sessions', 3: 'minutes', 4: 'weeks', 5: 'group', 6: 'rate',
    }) // prettier-ignore
  })

  test('is filled without touching a formula or a locked cell; everything else stays byte for byte', () => {
    const empty = westmoor()
    const {
      bytes,
      written,
      blank: gaps,
      notInList,
      left,
    } = filled(empty, [line('Phonics, small <group>', {}), line('Check-in', { role: 'senco', groupSize: 1 })])
    expect({ written, gaps, left }).toEqual({ written: 15, gaps: [], left: 0 })
    // The authority's list knows a TA, and no SENCO: that is told, nothing is put there.
    expect(notInList).toEqual([{ at: 'Costed map!B9', label: 'Delivered by', answer: 'SENCO' }])
    expect(formulasIn(bytes)).toEqual(formulasIn(empty))
    const [before, after] = [partsOf(empty), partsOf(bytes)]
    for (const name of Object.keys(before))
      if (!['xl/worksheets/sheet1.xml', 'xl/workbook.xml'].includes(name))
        expect(after[name], name).toBe(before[name])
    expect(after['xl/workbook.xml']).toContain('fullCalcOnLoad="1"')
    expect(after['xl/worksheets/sheet1.xml']).toContain('<sheetProtection sheet="1" objects="1"/>')
    const rows = shown(bytes)
    expect(rows.find((row) => row[0] === 'Pupil’s name:')?.slice(0, 5)).toEqual([
      'Pupil’s name:',
      'Zoë O’Neill & Sons',
      '',
      'Date of birth',
      '2016-02-29',
    ])
    expect(rows.find((row) => row[0] === 'Phonics, small <group>')?.slice(0, 7)).toEqual([
      'Phonics, small <group>',
      'TA',
      '3',
      '20',
      '12',
      '4',
      '17.2',
    ])
  })

  test('what finds no row is counted, and an example that stands in a row stays', () => {
    const lines = Array.from({ length: 9 }, (_, i) => line(`Line ${i}`, {}))
    expect(filled(westmoor(6), lines).left).toBe(3)
    const withExample = filled(westmoor(6), lines.slice(0, 1)).bytes
    const again = filled(withExample, lines.slice(1, 3))
    const names = shown(again.bytes).map((row) => row[0])
    expect(names.filter((name) => name?.startsWith('Line'))).toEqual(['Line 0', 'Line 1', 'Line 2'])
  })
})

test('a sheet without protection goes by the authority’s own names and tables, where no cell stands yet too', () => {
  const empty = harrowdale()
  const book = openBook(empty)
  const places = costingPlaces(book)
  expect(places.cells.map(({ id, named }) => [id, named])).toEqual([
    ['Front!C5', 'PupilName'],
    ['Front!C6', 'SchoolName'],
  ])
  const { bytes, left } = filled(empty, [line('Phonics', {}), line('Maths', { from: '2026-10-05' })])
  expect(left).toBe(0)
  expect(formulasIn(bytes)).toEqual(formulasIn(empty))
  expect(shown(bytes, 1).flat().filter(Boolean)).toEqual([
    'Front page',
    'Zoë O’Neill & Sons',
    'Oakfield <Primary>',
  ])
  expect(shown(bytes, 0)[1]?.slice(0, 5)).toEqual(['Phonics', '1', '12', '4', '7 Sep 2026'])
})

test('a pack keeps what goes where, refuses nonsense, and says what a newer sheet has no more', () => {
  const mapping = proposedCosting(costingPlaces(openBook(westmoor())))
  expect(costingOf({ mapping: costingText(mapping) })).toMatchObject(mapping)
  for (const broken of [
    '',
    '[]',
    '{"kind":"costing sheet"}',
    costingText(mapping).replace('"name"', '"nonsense"'),
  ])
    expect(costingOf({ mapping: broken })).toBeNull()
  expect(goneFrom(mapping, costingPlaces(openBook(harrowdale())))).toHaveLength(4)
})

test.each([
  ['no archive', new Uint8Array([1, 2, 3])],
  ['an archive without a workbook', workbook([]).slice(0, 40)],
])('%s is refused in words', (_, bytes) => {
  expect(() => openBook(bytes)).toThrow(
    expect.objectContaining({ trouble: { code: 'unsupported', what: 'Reading this costing sheet' } }),
  )
})
