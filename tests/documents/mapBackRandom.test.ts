import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Group } from '../../src/domain/records/group.ts'
import { serialOf } from '../../src/domain/rules/day.ts'
import type { Decision } from '../../src/documents/mapBack/plannedWrites.ts'
import { idOf, plannedWrites } from '../../src/documents/mapBack/plannedWrites.ts'
import type { CellRead, TableRead } from '../../src/documents/mapBack/readTable.ts'
import { settledWrites } from '../../src/documents/mapBack/refresh.ts'
import { sheetFields, headingOf } from '../../src/documents/mapBack/sheetFields.ts'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { heads } from '../../src/documents/provisionMap/mapColumns.ts'
import { allocation, provision, pupil, school } from './madeUpSchool.ts'
import { backOf, foundIn, typed, withNew, withRow } from './mapBackBook.ts'

const madeUp = (): MapInput => {
  const pupils = Array.from({ length: 4 }, () => pupil())
  const provisions = Array.from({ length: 2 }, () => provision())
  const group = {
    ...blank(Group, {
      provision: provisions[0]!.key,
      name: 'Autumn',
      from: '2026-09-07',
      minutes: 20,
      sessionsPerWeek: 3,
      weeks: 12,
      role: 'ta',
    }),
    key: newKey(),
  }
  return {
    school: school(),
    schoolName: 'Oakfield Primary School',
    rates: [],
    pupils,
    provisions,
    allocations: pupils.flatMap((one, at) => [
      allocation(
        { pupil: one, provision: provisions[0]! },
        {
          group: group.key,
          minutes: at === 0 ? 30 : null,
          weeks: null,
          sessionsPerWeek: null,
          role: null,
          groupSize: null,
        },
      ),
      allocation(
        { pupil: one, provision: provisions[1]! },
        { until: '2027-03-26', resources: 1250, notes: at === 1 ? '=not a formula' : null },
      ),
    ]),
    groups: [group],
    scope: { is: 'school' },
    today: '2026-11-22',
  }
}

const anyCell: fc.Arbitrary<CellRead['value']> = fc.oneof(
  fc.integer({ min: -5, max: 800 }),
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.constantFrom(
    '',
    ' ',
    '45',
    33.3,
    7.125,
    '£12.50',
    '1,5 h',
    '90 mins',
    '#REF!',
    'Teaching assistant',
    'Yes',
    'lots',
    '03/04/2026',
    '7 Sep 2026',
    '=A1',
    'In full',
    'Element 3: top-up',
  ),
  fc.integer({ min: serialOf('2026-01-01'), max: serialOf('2027-12-31') }),
  fc.boolean(),
  fc.string({ maxLength: 12 }),
)
type Edit =
  | { readonly is: 'type'; readonly row: number; readonly heading: string; readonly value: CellRead['value'] }
  | { readonly is: 'strike' | 'delete' | 'copy'; readonly row: number }
  | { readonly is: 'swap'; readonly row: number; readonly to: number }
  | {
      readonly is: 'add'
      readonly pupil: number
      readonly from: CellRead['value']
      readonly minutes: CellRead['value']
    }
const row = fc.nat(7)
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      is: fc.constant('type' as const),
      row,
      heading: fc.constantFrom(...sheetFields.map(headingOf)),
      value: anyCell,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constantFrom('strike' as const, 'delete' as const, 'copy' as const), row }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('swap' as const), row, to: row }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('add' as const),
      pupil: fc.nat(3),
      from: anyCell,
      minutes: anyCell,
    }),
  },
)

const edited = (table: TableRead, edit: Edit, input: MapInput): TableRead => {
  const at = 'row' in edit ? edit.row % Math.max(1, table.rows.length) : 0
  if (table.rows.length === 0) return table
  switch (edit.is) {
    case 'type':
      return typed(table, at, edit.heading, edit.value)
    case 'strike':
      return withRow(table, at, (one) => ({ ...one, struck: true }))
    case 'delete':
      return { ...table, rows: table.rows.toSpliced(at, 1).map((one, index) => ({ ...one, at: 3 + index })) }
    case 'copy':
      return { ...table, rows: [...table.rows, { ...table.rows[at]!, at: 3 + table.rows.length }] }
    case 'swap': {
      const to = edit.to % table.rows.length
      const rows = table.rows.map((one, index) =>
        index === at
          ? { ...table.rows[to]!, at: one.at }
          : index === to
            ? { ...table.rows[at]!, at: one.at }
            : one,
      )
      return { ...table, rows }
    }
    case 'add': {
      const one = input.pupils[edit.pupil]!
      return withNew(table, {
        Pupil: `${one.surname}, ${one.forename}`,
        Provision: input.provisions[1]!.name,
        [heads.from]: edit.from,
        [heads.minutes]: edit.minutes,
      })
    }
  }
}

const keysOf = (table: TableRead) => {
  const at = table.headers.indexOf('Record key')
  return table.rows.map(({ cells }) => String(cells[at]!.value))
}

test('whatever is done to the sheet, no row of it is lost: each is compared, leaving, refused, doubled or new', () =>
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
      const input = madeUp()
      const back = backOf(input)
      const table = edits.reduce((now, edit) => edited(now, edit, input), back.table)
      const found = foundIn({ ...back, table })
      const keys = keysOf(table)
      const told = new Set<number>([
        ...[...found.compared.values()].map(({ at }) => at),
        ...found.added.map(({ row: at }) => at),
        ...found.refused.map(({ row: at }) => at),
        ...found.doubled.flatMap(({ rows }) => rows.map(({ row: at }) => at)),
      ])
      const leaving = new Set(found.leaving.map(({ key }) => key))
      for (const [index, one] of table.rows.entries()) {
        const isCopy = keys.filter((key) => key === keys[index]).length > 1
        expect(
          told.has(one.at) || leaving.has(keys[index]!) || (one.struck && (isCopy || keys[index] === '')),
        ).toBe(true)
      }
      // And no line that the workbook had is forgotten.
      const seen = new Set([
        ...found.compared.keys(),
        ...leaving,
        ...found.refused.map(({ key }) => key),
        ...found.doubled.map(({ key }) => key),
      ])
      for (const { key } of input.allocations) expect(seen.has(key)).toBe(true)
    }),
    { numRuns: 150 },
  ))

test('cells that nobody touched never differ, whatever else was done to the sheet', () =>
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 10 }), (edits) => {
      const input = madeUp()
      const back = backOf(input)
      const table = edits.reduce((now, edit) => edited(now, edit, input), back.table)
      const found = foundIn({ ...back, table })
      const key = table.headers.indexOf('Record key')
      const before = new Map(back.table.rows.map((one) => [String(one.cells[key]!.value), one]))
      for (const difference of [...found.changes, ...found.newer]) {
        const column = table.headers.indexOf(difference.label)
        expect(found.compared.get(difference.key)!.cells[column]!.value).not.toEqual(
          before.get(difference.key)!.cells[column]!.value,
        )
      }
      expect(found.newer).toEqual([])
    }),
    { numRuns: 150 },
  ))

/** The table and the base as the workbook has them once `writes` are in. */
const written = (
  back: ReturnType<typeof backOf>,
  table: TableRead,
  writes: ReturnType<typeof settledWrites>,
): ReturnType<typeof backOf> => {
  const key = table.headers.indexOf('Record key')
  const keyed = {
    ...table,
    rows: table.rows.map((one) => {
      const made = writes.keys.find(({ row: at }) => at === one.at)
      return made
        ? { ...one, cells: one.cells.map((cell, at) => (at === key ? { value: made.key } : cell)) }
        : one
    }),
  }
  const cells = writes.cells.reduce<TableRead>((now, { key: of, heading, value }) => {
    const at = keysOf(now).indexOf(of)
    return at < 0 ? now : typed(now, at, heading, value ?? '')
  }, keyed)
  const base = new Map([...back.base].map(([of, line]) => [of, new Map(line)]))
  for (const { key: of, field, value } of writes.base)
    base.set(of, (base.get(of) ?? new Map()).set(field, value ?? ''))
  for (const of of writes.forget) base.delete(of)
  return {
    ...back,
    base,
    table: {
      ...cells,
      rows: cells.rows.filter((one) => !writes.remove.includes(String(one.cells[key]!.value))),
    },
  }
}

test('once everything that can be sent was sent, a second look finds nothing of it, and what could not be sent stays', () =>
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 10 }), fc.boolean(), (edits, all) => {
      const input = madeUp()
      const back = backOf(input)
      const table = edits.reduce((now, edit) => edited(now, edit, input), back.table)
      const found = foundIn({ ...back, table })
      const decisions: Decision[] = [
        ...found.changes.flatMap((difference): Decision[] => {
          const { change } = difference
          const value =
            'value' in change ? change.value : 'readings' in change ? change.readings[0]!.value : undefined
          return value === undefined ? [] : [{ is: 'take', difference, value, whom: all ? 'all' : 'own' }]
        }),
        ...found.added.flatMap((one): Decision[] =>
          one.complaints.length === 0 &&
          'one' in one.pupil &&
          'one' in one.provision &&
          one.cells.every(({ change }) => 'value' in change)
            ? [
                {
                  is: 'add',
                  row: one,
                  key: newKey(),
                  pupil: one.pupil.one.key,
                  provision: one.provision.one.key,
                  values: Object.fromEntries(
                    one.cells.map(({ field, change }) => [field, (change as { value: number }).value]),
                  ),
                },
              ]
            : [],
        ),
        ...found.leaving.map((leaving, at): Decision =>
          at % 2 === 0 ? { is: 'archive', leaving } : { is: 'end', leaving, on: '2028-07-20' },
        ),
      ]
      const { writes, complaints } = plannedWrites(decisions, {
        allocations: input.allocations,
        groups: input.groups!,
      })
      const ids = new Set(writes.flatMap(({ settles }) => settles))
      for (const decision of decisions)
        expect(ids.has(idOf(decision)) !== complaints.has(idOf(decision))).toBe(true)
      const now: MapInput = {
        ...input,
        groups: input.groups!.map((one) => {
          const write = writes.find(({ of, key }) => of === 'group' && key === one.key)
          return write?.of === 'group' ? { ...one, ...write.changes } : one
        }),
        allocations: [
          ...input.allocations
            .filter(({ key }) => !writes.some((write) => write.of === 'archive' && write.key === key))
            .map((line) => {
              const write = writes.find(({ of, key }) => of === 'line' && key === line.key)
              return write?.of === 'line' ? { ...line, ...write.changes } : line
            }),
          ...writes.flatMap((write) => (write.of === 'new' ? [{ ...write.record, key: write.key }] : [])),
        ],
      }
      const taken = decisions.filter((decision) => ids.has(idOf(decision)))
      const writesBack = settledWrites(
        { table, facts: back.facts, found: foundIn({ ...back, table, records: now }), records: now, copy: 1 },
        {
          ids,
          made: taken.flatMap((one) =>
            one.is === 'add' ? [{ id: one.row.id, row: one.row.row, says: '', key: one.key }] : [],
          ),
          archived: taken.flatMap((one) => (one.is === 'archive' ? [one.leaving.key] : [])),
          ended: taken.flatMap((one) => (one.is === 'end' ? [{ key: one.leaving.key, until: one.on }] : [])),
        },
      )
      const after = written(back, table, writesBack)
      const second = foundIn({ ...after, records: now })
      const left = new Set(found.changes.filter(({ id }) => !ids.has(id)).map(({ id }) => id))
      expect(second.changes.filter(({ id }) => !left.has(id))).toEqual([])
      expect(second.added.filter(({ id }) => ids.has(id))).toEqual([])
      expect(second.leaving).toEqual([])
    }),
    { numRuns: 150 },
  ))
