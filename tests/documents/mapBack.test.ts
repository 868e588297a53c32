import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Group } from '../../src/domain/records/group.ts'
import { serialOf } from '../../src/domain/rules/day.ts'
import { mapBack } from '../../src/documents/mapBack/mapBack.ts'
import { settledWrites } from '../../src/documents/mapBack/refresh.ts'
import { plannedWrites } from '../../src/documents/mapBack/plannedWrites.ts'
import { findTable, headingRow } from '../../src/documents/mapBack/findTable.ts'
import { factsText, readFacts } from '../../src/documents/mapBack/facts.ts'
import { heads } from '../../src/documents/provisionMap/mapColumns.ts'
import { listName, type MapInput } from '../../src/documents/provisionMap/input.ts'
import { allocation, provision, pupil, school, workedExample } from './madeUpSchool.ts'
import { backOf, foundIn, typed, withNew, withRow } from './mapBackBook.ts'

const nothing = {
  changes: [],
  newer: [],
  added: [],
  leaving: [],
  refused: [],
  doubled: [],
  missing: [],
  notes: [],
}
const changed = (input: MapInput, key: string, changes: object): MapInput => ({
  ...input,
  allocations: input.allocations.map((line) => (line.key === key ? { ...line, ...changes } : line)),
})
const first = (back: ReturnType<typeof backOf>) =>
  String(back.table.rows[0]!.cells[back.table.headers.indexOf('Record key')]!.value)

test('a workbook that nobody touched says nothing, whatever was left blank in it', () => {
  expect(foundIn(backOf(workedExample()))).toMatchObject(nothing)
})

test('of each cell it is known which side changed: the sheet, the record, both alike, or both differently', () => {
  const input = workedExample()
  const back = backOf(input)
  const key = first(back)
  const line = input.allocations.find((one) => one.key === key)!
  const sheet = typed(typed(back.table, 0, heads.minutes, 45), 0, heads.weeks, 20)
  const records = changed(input, key, { weeks: 10, sessionsPerWeek: 4, prepMinutes: 5 })
  const both = typed(typed(sheet, 0, heads.prep, 5), 0, heads.notes, 'Goes well')
  const found = foundIn({ ...back, table: both, records })
  expect(
    found.changes.map(({ field, since, then, record, sheet: says, at }) => [
      field,
      since,
      then,
      record,
      says,
      at,
    ]),
  ).toEqual([
    ['minutes', 'sheet', String(line.minutes), String(line.minutes), '45', 'J4'],
    ['weeks', 'both', String(line.weeks), '10', '20', 'K4'],
    ['notes', 'sheet', '', '', 'Goes well', expect.stringMatching(/^[A-Z]+4$/)],
  ])
  expect(found.newer.map(({ field, record }) => [field, record])).toEqual([['sessionsPerWeek', '4']])
})

test('a workbook that remembers nothing tells of every difference and takes no side', () => {
  const back = backOf(workedExample())
  const found = foundIn({ ...back, base: null, table: typed(back.table, 1, heads.minutes, 45) })
  expect(found.changes).toMatchObject([{ field: 'minutes', since: 'unknown', then: null }])
  expect(found.notes).toEqual([expect.stringContaining('does not say what it held')])
})

test('each thing that can’t be read is named by its cell, and the rest of the row is read all the same', () => {
  const back = backOf(workedExample())
  let { table } = back
  table = typed(table, 0, heads.minutes, 'lots')
  table = typed(table, 0, heads.resources, '£12.50')
  table = typed(table, 1, heads.minutes, '1,5 h')
  table = typed(table, 1, heads.notes, 'Kaur', '=A5')
  table = typed(table, 2, heads.from, 'after Easter')
  const found = foundIn({ ...back, table })
  expect(found.changes.map(({ at, change }) => [at, Object.keys(change)[0]])).toEqual([
    ['J4', 'complaint'],
    ['Q4', 'value'],
    ['J5', 'ask'],
    [expect.stringMatching(/5$/), 'ask'],
    ['G6', 'complaint'],
  ])
})

test('what was asked and answered is not asked again: the cell says the answer, a formula stays', () => {
  const input = workedExample()
  const back = backOf(input)
  const table = typed(typed(back.table, 0, heads.minutes, '1,5 h'), 0, heads.notes, 'Kaur', '=A5')
  const asked = foundIn({ ...back, table }).changes
  expect(asked.map(({ field, change }) => [field, 'ask' in change])).toEqual([
    ['minutes', true],
    ['notes', true],
  ])
  const records = changed(input, first(back), { minutes: 90, notes: 'Kaur' })
  const { cells, base } = settledWrites(
    { table, facts: back.facts, found: foundIn({ ...back, table, records }), records, copy: 1 },
    { ids: new Set(asked.map(({ id }) => id)), made: [], archived: [], ended: [] },
  )
  expect(cells).toEqual([{ key: first(back), heading: heads.minutes, value: 90 }])
  expect(base.map(({ field, value }) => [field, value]).toSorted()).toEqual([
    ['minutes', 90],
    ['notes', 'Kaur'],
  ])
})

test('an end before the beginning is refused in whichever of the two cells was changed', () => {
  const back = backOf(workedExample())
  const until = typed(back.table, 0, heads.until, serialOf('2026-01-01'))
  expect(foundIn({ ...back, table: until }).changes).toMatchObject([
    { field: 'until', change: { complaint: 'Until is before from' } },
  ])
  const input = workedExample()
  const ends = { ...input, allocations: input.allocations.map((line) => ({ ...line, until: '2026-12-18' })) }
  const own = backOf(ends)
  const from = typed(own.table, 0, heads.from, serialOf('2027-01-04'))
  expect(foundIn({ ...own, table: from }).changes).toMatchObject([
    { field: 'from', change: { complaint: 'Until is before from' } },
  ])
})

test('columns that were moved are found, as are headings of somebody’s own, and what is gone is told', () => {
  const back = backOf(workedExample())
  const turned = {
    ...back.table,
    headers: [...back.table.headers, 'My own'].toReversed(),
    rows: back.table.rows.map((row) => ({ ...row, cells: [...row.cells, { value: 'x' }].toReversed() })),
  }
  expect(foundIn({ ...back, table: typed(turned, 0, heads.minutes, 45) })).toMatchObject({
    changes: [{ field: 'minutes', sheet: '45' }],
    notes: [],
  })
  const called = (from: string, to: string) => ({
    ...back.table,
    headers: back.table.headers.map((head) => (head === from ? to : head)),
  })
  const renamed = foundIn({ ...back, table: typed(called(heads.weeks, 'How long'), 0, 'How long', 9) })
  expect(renamed.changes).toMatchObject([{ field: 'weeks', sheet: '9' }])
  expect(renamed.notes).toEqual([
    'The column “Weeks” is called “How long” now and was found by what is in it.',
  ])
  const at = back.table.headers.indexOf(heads.weeks)
  const without = {
    ...back.table,
    headers: back.table.headers.toSpliced(at, 1),
    rows: back.table.rows.map((row) => ({ ...row, cells: row.cells.toSpliced(at, 1) })),
  }
  expect(foundIn({ ...back, table: without })).toMatchObject({
    ...nothing,
    notes: ['The column “Weeks” is not in the table any more, so nothing of it is read.'],
  })
  expect(foundIn({ ...back, table: called('Record key', 'do not touch') }).changes).toEqual([])
  const key = back.table.headers.indexOf('Record key')
  const keyless = {
    ...back.table,
    headers: back.table.headers.toSpliced(key, 1),
    rows: back.table.rows.map((row) => ({ ...row, cells: row.cells.toSpliced(key, 1) })),
  }
  expect(mapBack({ ...back, table: keyless })).toMatchObject({ refusal: { why: 'noKeys' } })
})

test('a workbook of another school year is told and read only when that is meant; another school’s never is', () => {
  const back = backOf({ ...workedExample(), today: '2025-11-22' })
  const now = workedExample()
  expect(mapBack({ ...back, records: now })).toMatchObject({
    refusal: { why: 'otherYear', words: expect.stringContaining('2025/26 and was made on 22 Nov 2025') },
  })
  const own = backOf(now)
  const year = { ...own, facts: { ...own.facts!, year: 2025 } }
  expect(mapBack(year)).toMatchObject({ refusal: { why: 'otherYear' } })
  expect(foundIn({ ...year, chosen: { otherYear: true } }).changes).toEqual([])
  expect(mapBack({ ...own, records: { ...now, schoolName: 'Northmoor Academy' } })).toMatchObject({
    refusal: { why: 'otherSchool', words: expect.stringContaining('is of Oakfield Primary School') },
  })
  // Its name says nothing, its lines do.
  const other = {
    ...now,
    allocations: [allocation({ pupil: now.pupils[0]!, provision: now.provisions[0]! })],
  }
  expect(mapBack({ ...own, records: other })).toMatchObject({ refusal: { why: 'otherSchool' } })
})

test('facts survive the name that keeps them, whatever the school is called', () => {
  const facts = { school: "St Mary's & “Ālice” = 100% !", scope: 'year/4', made: '2026-11-22', year: 2026 }
  expect(readFacts(`=${factsText(facts)}`)).toEqual(facts)
  const long = factsText({ ...facts, school: 'Ā!'.repeat(200) })
  expect(long.length).toBeLessThan(255)
  expect(readFacts(long)).toMatchObject({ scope: 'year/4', year: 2026 })
  expect(readFacts("='Totals'!$A$1")).toBeNull()
})

test('a row of a pupil whom the workbook does not show is refused, one that was exported is not', () => {
  const input = workedExample()
  const [amira, leo] = input.pupils
  const back = backOf({ ...input, scope: { is: 'pupil', pupil: amira!.key } })
  const whole = backOf(input)
  const foreign = whole.table.rows.find((row) => String(row.cells[0]!.value) === listName(leo!))!
  const table = { ...back.table, rows: [...back.table.rows, { ...foreign, at: 40 }] }
  const found = foundIn({ ...back, table })
  expect(found.changes).toEqual([])
  expect(found.refused).toMatchObject([{ why: 'outOfScope', at: 'A41' }])
  const added = withNew(back.table, {
    Pupil: listName(leo!),
    Provision: input.provisions[0]!.name,
    From: serialOf('2026-11-02'),
  })
  expect(foundIn({ ...back, table: added }).added[0]!.pupil).toMatchObject({
    complaint: expect.stringContaining('not of the part of the school'),
  })
})

test('keys that nobody knows, lines archived since and rows whose pupil or provision no longer fits are refused', () => {
  const input = workedExample()
  const back = backOf(input)
  const key = first(back)
  const strange = typed(back.table, 0, 'Record key', newKey())
  const found = foundIn({ ...back, table: strange })
  expect(found.refused).toMatchObject([{ why: 'unknownKey', at: 'A4' }])
  expect(found.leaving).toMatchObject([{ why: 'deleted', key }])
  const archived = { ...input, allocations: input.allocations.filter((line) => line.key !== key) }
  expect(foundIn({ ...back, records: archived }).refused).toMatchObject([{ why: 'archived', at: 'A4' }])
  // Only the names were sorted: half of a table sorted puts one child's line beside another's name.
  const names = back.table.rows.map((row) => row.cells[0]!).toReversed()
  const sorted = {
    ...back.table,
    rows: back.table.rows.map((row, at) => ({ ...row, cells: [names[at]!, ...row.cells.slice(1)] })),
  }
  const half = foundIn({ ...back, table: typed(sorted, 0, heads.minutes, 45) })
  expect(half.changes).toEqual([])
  expect(half.refused[0]).toMatchObject({
    why: 'otherPupil',
    words: expect.stringContaining('sorted or pasted'),
  })
  const other = typed(back.table, 0, 'Provision', 'Nurture room')
  expect(foundIn({ ...back, table: other }).refused).toMatchObject([{ why: 'otherProvision' }])
})

test('a row that was copied keeps the key: naming another pupil it is a new line, else it is asked which is which', () => {
  const input = workedExample()
  const back = backOf(input)
  const copy = (
    change: (cells: (typeof back.table.rows)[0]['cells']) => (typeof back.table.rows)[0]['cells'],
  ) => ({
    ...back.table,
    rows: [...back.table.rows, { at: 20, struck: false, cells: change(back.table.rows[0]!.cells) }],
  })
  const forAnother = copy((cells) =>
    cells.map((cell, at) => (back.table.headers[at] === 'Pupil' ? { value: 'Amira KAUR' } : cell)),
  )
  const isAmira = String(back.table.rows[0]!.cells[0]!.value).startsWith('Kaur')
  const found = foundIn({ ...back, table: forAnother })
  if (isAmira) expect(found.doubled).toHaveLength(1)
  else expect(found.added).toMatchObject([{ pupil: { one: { words: expect.stringContaining('Kaur') } } }])
  const twice = foundIn({ ...back, table: copy((cells) => cells) })
  expect(twice.doubled).toMatchObject([{ rows: [{ at: 'A4' }, { at: 'A21' }] }])
  expect(twice.changes).toEqual([])
  const rowOf = new Map([[twice.doubled[0]!.key, 3]])
  const settled = foundIn({ ...back, table: copy((cells) => cells), chosen: { rowOf } })
  expect(settled.doubled).toMatchObject([{ said: 3 }])
  expect(settled.added).toMatchObject([
    { at: 'A21', complaints: [expect.stringContaining('have this line already')] },
  ])
})

test('a struck-out row and one that is gone are lines that leave; nothing else of them is read', () => {
  const back = backOf(workedExample())
  const struck = withRow(typed(back.table, 0, heads.minutes, 'x'), 0, (row) => ({ ...row, struck: true }))
  const table = { ...struck, rows: struck.rows.filter((_, at) => at !== 3) }
  const found = foundIn({ ...back, table })
  expect(found.changes).toEqual([])
  expect(found.leaving).toMatchObject([
    { why: 'struck', at: 'A4' },
    { why: 'deleted', at: null },
  ])
})

test('a new row is read with all it says; a pupil of a name that two bear is asked, one of none is told', () => {
  const input = workedExample()
  const twins = [
    pupil({ surname: 'Lee', forename: 'Sam', yearGroup: '1' }),
    pupil({ surname: 'Lee', forename: 'Sam', yearGroup: '5' }),
  ]
  const back = backOf({ ...input, pupils: [...input.pupils, ...twins] })
  const row = {
    Provision: 'nurture ROOM',
    From: '7 Sep 2026',
    [heads.minutes]: '1 h',
    [heads.funding]: 'nobody',
  }
  const [one] = foundIn({ ...back, table: withNew(back.table, { ...row, Pupil: 'Sam Lee' }) }).added
  expect(one).toMatchObject({
    at: 'A12',
    pupil: {
      several: [{ words: expect.stringContaining('Year 1') }, { words: expect.stringContaining('Year 5') }],
    },
    provision: { one: { words: expect.stringContaining('Nurture room') } },
    complaints: [],
  })
  expect(one!.cells.map(({ field, at, change }) => [field, at, Object.keys(change)[0]])).toEqual([
    ['from', 'G12', 'value'],
    ['minutes', 'J12', 'value'],
    ['funding', expect.stringMatching(/12$/), 'complaint'],
  ])
  const [none] = foundIn({ ...back, table: withNew(back.table, { ...row, Pupil: 'Nobody Known' }) }).added
  expect(none!.pupil).toMatchObject({
    complaint: expect.stringContaining('No pupil here is called “Nobody Known”'),
  })
  const [dateless] = foundIn({
    ...back,
    table: withNew(back.table, { Pupil: 'Kaur, Amira', Provision: 'Nurture room' }),
  }).added
  expect(dateless!.cells).toMatchObject([{ field: 'from', change: { complaint: 'From is needed' } }])
  // A row of nothing is no line.
  expect(foundIn({ ...back, table: withNew(back.table, { [heads.cost]: '' }) }).added).toEqual([])
})

const grouped = () => {
  const [a, b] = [pupil(), pupil()]
  const reading = provision({ name: 'Reading group' })
  const group = {
    ...blank(Group, {
      provision: reading.key,
      name: 'Year 4 reading',
      from: '2026-09-07',
      minutes: 20,
      sessionsPerWeek: 3,
      weeks: 12,
      role: 'ta',
    }),
    key: newKey(),
  }
  const empty = {
    minutes: null,
    sessionsPerWeek: null,
    weeks: null,
    role: null,
    groupSize: null,
    group: group.key,
  }
  const input: MapInput = {
    school: school(),
    schoolName: 'Oakfield Primary School',
    rates: [],
    pupils: [a, b],
    provisions: [reading],
    allocations: [
      allocation({ pupil: a, provision: reading }, empty),
      allocation({ pupil: b, provision: reading }, { ...empty, minutes: 30 }),
    ],
    groups: [group],
    scope: { is: 'school' },
    today: '2026-11-22',
  }
  return { input, group }
}

test('what a line has from its group asks whom a change is for; a value of its own is its own', () => {
  const { input, group } = grouped()
  const back = backOf(input)
  expect(foundIn(back).changes).toEqual([])
  const table = typed(typed(typed(back.table, 0, heads.minutes, 25), 1, heads.minutes, 35), 0, heads.group, 5)
  const { changes } = foundIn({ ...back, table })
  expect(changes.map(({ field, group: of }) => [field, of?.field, of?.pupils, of?.onlyAll])).toEqual([
    ['minutes', 'minutes', 2, false],
    ['groupSize', 'size', 2, false],
    ['minutes', undefined, undefined, undefined],
  ])
  const take = (at: number, whom: 'all' | 'own') => ({
    is: 'take' as const,
    difference: changes[at]!,
    value: (changes[at]!.change as { value: number }).value,
    whom,
  })
  const records = { allocations: input.allocations, groups: input.groups! }
  expect(plannedWrites([take(0, 'all'), take(1, 'all')], records).writes).toMatchObject([
    { of: 'group', key: group.key, changes: { minutes: 25, size: 5 } },
  ])
  expect(plannedWrites([take(0, 'own')], records).writes).toMatchObject([
    { of: 'line', key: input.allocations[0]!.key, changes: { minutes: 25 } },
  ])
  // Blank means as the group has it, so it can only be said for all.
  const emptied = foundIn({ ...back, table: typed(back.table, 0, heads.minutes, '') }).changes
  expect(emptied[0]!.group).toMatchObject({ onlyAll: true })
})

test('two rows that say different things for one group stop each other, and nothing of the group is sent', () => {
  const { input } = grouped()
  const both = { ...input, allocations: input.allocations.map((line) => ({ ...line, minutes: null })) }
  const back = backOf(both)
  const { changes } = foundIn({
    ...back,
    table: typed(typed(typed(back.table, 0, heads.minutes, 25), 1, heads.minutes, 35), 1, heads.group, 5),
  })
  expect(changes).toHaveLength(3)
  const planned = plannedWrites(
    changes.map((difference) => ({
      is: 'take' as const,
      difference,
      value: (difference.change as { value: number }).value,
      whom: 'all' as const,
    })),
    { allocations: both.allocations, groups: both.groups! },
  )
  expect(planned.writes).toEqual([])
  expect([...planned.complaints.values()]).toEqual([
    expect.stringContaining('different things'),
    expect.stringContaining('different things'),
    expect.stringContaining('different things'),
  ])
})

test('a table that was renamed is found by its headings, one that was turned into cells by our mark, else it is said', () => {
  const { table } = backOf(workedExample())
  const seen = { name: 'Table7', sheet: 'My map', headers: table.headers }
  const map = { table: 'ProvisionMap', sheet: 'My map' }
  expect(findTable([{ ...seen, name: 'ProvisionMap' }], map)).toEqual({
    is: 'found',
    name: 'ProvisionMap',
    note: null,
  })
  expect(findTable([seen, { name: 'Other', sheet: 'x', headers: ['a', 'Pupil'] }], map)).toMatchObject({
    is: 'found',
    name: 'Table7',
    note: expect.stringContaining('called “Table7” now'),
  })
  const twoElsewhere = [
    { ...seen, sheet: 'a' },
    { ...seen, name: 'Table8', sheet: 'b' },
  ]
  expect(findTable(twoElsewhere, map)).toMatchObject({
    is: 'none',
    words: expect.stringContaining('Table7, Table8'),
  })
  expect(findTable([], map)).toEqual({ is: 'cells', sheet: 'My map' })
  expect(findTable([], { ...map, sheet: null })).toMatchObject({ is: 'none' })
  expect(headingRow([['Provision map: Oakfield'], [], [...table.headers], ['Kaur']])).toBe(2)
  expect(headingRow([['a'], ['b']])).toBe(-1)
})
