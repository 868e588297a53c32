import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import type { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { groupDoubts, joinDoubts } from '../../src/domain/rules/groupJoin.ts'
import { newVersionOf, nextName, trainedIn } from '../../src/domain/rules/library.ts'
import { timetableClashes } from '../../src/domain/rules/timetableClashes.ts'
import {
  slotPupilKeyOf,
  slotPupilsOf,
  slotPupilWrites,
  takenOff,
} from '../../src/domain/rules/timetablePupils.ts'
import { heldIn, weekLetters } from '../../src/domain/rules/timetableWeek.ts'

const keyed = <T>(key: string, record: T) => ({ ...record, key })
const slot = (key: string, given: Partial<Slot>) =>
  keyed(
    key,
    blank(Slot, {
      what: 'Word group',
      weekday: 'mon',
      starts: '9:00',
      minutes: 30,
      everyWeeks: 'every',
      from: '2026-09-07',
      until: '2027-07-16',
      ...given,
    }),
  )
const line = (key: string, given: Partial<Allocation>) =>
  keyed(key, blank(Allocation, { pupil: 'p1', provision: 'v1', from: '2026-09-07', ...given }))
const group = keyed(
  'g1',
  blank(Group, { provision: 'v1', name: 'Group 1', from: '2026-09-07', until: '2026-12-18' }),
)
const pupil = (key: string, forename: string) =>
  keyed(key, blank(Pupil, { forename, surname: 'Khan', className: 'Oak' }))

const calendar = calendarOf([
  { kind: 'term', name: 'Autumn term', starts: '2026-09-01', ends: '2026-12-18' },
  { kind: 'holiday', name: 'October half-term', starts: '2026-10-26', ends: '2026-10-30' },
  { kind: 'term', name: 'Spring term', starts: '2027-01-04', ends: '2027-03-25' },
])

test('weeks A and B run through the year and leave holidays out, begin anew each term, or follow the calendar', () => {
  const through = weekLetters(calendar, null)
  // 1 September 2026 is a Tuesday: its week is the first.
  expect([through('2026-09-01'), through('2026-09-04'), through('2026-09-07')]).toEqual([
    'odd',
    'odd',
    'even',
  ])
  // 19 October is the eighth week; the ninth follows after the half-term.
  expect([through('2026-10-19'), through('2026-10-28'), through('2026-11-02')]).toEqual(['even', null, 'odd'])
  // 16 weeks with pupils until 18 December, less one of holiday: 15, the last an A.
  expect([through('2026-12-14'), through('2027-01-04')]).toEqual(['odd', 'even'])
  const perTerm = weekLetters(calendar, { weekLetters: 'term', weekAFrom: null })
  expect(perTerm('2027-01-04')).toBe('odd')
  const byCalendar = weekLetters(calendar, { weekLetters: 'calendar', weekAFrom: null })
  expect([byCalendar('2026-10-19'), byCalendar('2026-11-02')]).toEqual(['even', 'even'])
})

test('a school that begins with week B says when a week A begins, and weeks before it are counted back', () => {
  const letters = weekLetters(calendar, { weekLetters: 'year', weekAFrom: '2026-09-09' })
  expect([letters('2026-09-01'), letters('2026-09-07'), letters('2026-09-14')]).toEqual([
    'even',
    'odd',
    'even',
  ])
  expect(heldIn({ everyWeeks: 'even' }, letters('2026-09-07'))).toBe(false)
})

test('the same adult or pupil at overlapping times clashes; next to each other, in other weeks or after the end does not', () => {
  const a = slot('a', { staff: 'Tom Bright', userPrincipalName: 'tom@school' })
  const b = slot('b', { staff: 'T Bright', userPrincipalName: 'TOM@school ', starts: '09:20' })
  expect(timetableClashes([a, b], [])).toEqual([
    { is: 'staff', who: 'Tom Bright', slots: ['a', 'b'], from: '2026-09-07', until: '2027-07-16' },
  ])
  expect(timetableClashes([a, { ...b, starts: '9:30' }], [])).toEqual([])
  expect(timetableClashes([a, { ...b, weekday: 'tue' }], [])).toEqual([])
  expect(
    timetableClashes(
      [
        { ...a, everyWeeks: 'odd' },
        { ...b, everyWeeks: 'even' },
      ],
      [],
    ),
  ).toEqual([])
  expect(timetableClashes([{ ...a, everyWeeks: 'odd' }, b], [])).toHaveLength(1)
  expect(
    timetableClashes(
      [
        { ...a, until: '2026-12-18' },
        { ...b, from: '2027-01-04' },
      ],
      [],
    ),
  ).toEqual([])
  const comes = (slotKey: string, from: string, until: string | null) => ({
    slot: slotKey,
    pupil: 'p',
    from,
    until,
  })
  const others = [
    { ...a, staff: null, userPrincipalName: null },
    { ...b, staff: null, userPrincipalName: null },
  ]
  expect(
    timetableClashes(others, [comes('a', '2026-09-07', '2026-10-23'), comes('b', '2026-11-02', null)]),
  ).toEqual([])
  expect(timetableClashes(others, [comes('a', '2026-09-07', null), comes('b', '2026-11-02', null)])).toEqual([
    { is: 'pupil', who: 'p', slots: ['a', 'b'], from: '2026-11-02', until: '2027-07-16' },
  ])
})

test('clashes are the same whatever the order of the rows, and as a plain comparison of all pairs finds them', () => {
  const times = fc.record({
    weekday: fc.constantFrom('mon' as const, 'tue' as const),
    hour: fc.integer({ min: 9, max: 11 }),
    minute: fc.integer({ min: 0, max: 59 }),
    minutes: fc.integer({ min: 1, max: 120 }),
    everyWeeks: fc.constantFrom('every' as const, 'odd' as const, 'even' as const),
    staff: fc.constantFrom('A', 'B', null),
  })
  fc.assert(
    fc.property(fc.array(times, { maxLength: 12 }), (rows) => {
      const slots = rows.map(({ hour, minute, ...rest }, at) =>
        slot(`s${at}`, { ...rest, starts: `${hour}:${String(minute).padStart(2, '0')}` }),
      )
      const begins = (at: number) => rows[at]!.hour * 60 + rows[at]!.minute
      const plain = rows.flatMap((one, a) =>
        rows.slice(a + 1).flatMap((other, after) => {
          const b = a + 1 + after
          const meets =
            one.weekday === other.weekday &&
            one.staff !== null &&
            one.staff === other.staff &&
            begins(a) < begins(b) + other.minutes &&
            begins(b) < begins(a) + one.minutes &&
            (one.everyWeeks === 'every' ||
              other.everyWeeks === 'every' ||
              one.everyWeeks === other.everyWeeks)
          return meets ? [[`s${a}`, `s${b}`].toSorted().join()] : []
        }),
      )
      const found = (all: typeof slots) =>
        timetableClashes(all, [])
          .map((clash) => clash.slots.toSorted().join())
          .toSorted()
      expect(found(slots)).toEqual(plain.toSorted())
      expect(found(slots.toReversed())).toEqual(plain.toSorted())
    }),
  )
})

const sources = {
  slots: [slot('s1', { group: 'g1' }), slot('s2', { allocation: 'own', weekday: 'tue' })],
  allocations: [
    line('a1', { group: 'g1' }),
    line('a2', { group: 'g1', pupil: 'p2', from: '2026-10-05', until: '2026-11-06' }),
    line('own', { until: null }),
    line('gone', { group: 'g1', pupil: 'left' }),
  ],
  groups: [group],
  pupils: [pupil('p1', 'Amira'), pupil('p2', 'Leo')],
}
const stored = (row: { key: string; record: SlotPupil }, archived = false): Stored<SlotPupil> =>
  ({ ...row.record, key: row.key, archived, id: row.key, etag: '1' }) as Stored<SlotPupil>

test('staff see each pupil on the days that slot, line and group share, and nobody who has left', () => {
  expect(
    slotPupilsOf(sources).map(({ record }) => [record.slot, record.name, record.from, record.until]),
  ).toEqual([
    ['s1', 'Amira Khan', '2026-09-07', '2026-12-18'],
    ['s1', 'Leo Khan', '2026-10-05', '2026-11-06'],
    ['s2', 'Amira Khan', '2026-09-07', '2027-07-16'],
  ])
})

test('what staff see is put right: new names shown, an end given, what is no more emptied first, and then nothing is left to do', () => {
  const today = '2026-11-22'
  const first = slotPupilWrites({ ...sources, shown: [] }, today)
  expect(first.map((write) => write.do)).toEqual(['create', 'create', 'create'])
  const shown = slotPupilsOf(sources).map((row) => stored(row))
  expect(slotPupilWrites({ ...sources, shown }, today)).toEqual([])
  const changed = {
    ...sources,
    allocations: [line('a1', { group: 'g1', until: '2026-11-20' }), ...sources.allocations.slice(2)],
    pupils: [{ ...pupil('p1', 'Amira'), preferredForename: 'Mimi' }, pupil('p2', 'Leo')],
  }
  const writes = slotPupilWrites({ ...changed, shown }, today)
  expect(writes.map((write) => write.do)).toEqual(['takeOff', 'end', 'change'])
  expect(writes[0]).toMatchObject({ row: { name: 'Leo Khan' }, changes: { name: takenOff, className: null } })
  expect(writes[1]).toMatchObject({ changes: { name: 'Mimi Khan', until: '2026-11-20' } })
  // Back again: the archived row under the same key is brought back, not made anew.
  const back = shown.map((row) =>
    row.name === 'Leo Khan' ? { ...row, name: takenOff, className: null, archived: true } : row,
  )
  expect(slotPupilWrites({ ...sources, shown: back }, today)).toMatchObject([
    {
      do: 'restore',
      row: { key: slotPupilKeyOf('s1', 'a2') },
      changes: { name: 'Leo Khan', className: 'Oak' },
    },
  ])
  // Next year nobody’s name of this year stays on the staff site.
  expect(slotPupilWrites({ ...sources, shown }, '2027-09-01').map((write) => write.do)).toEqual([
    'takeOff',
    'takeOff',
    'takeOff',
  ])
})

test('a line, pupil, group or time that can’t be read takes nobody from what staff see', () => {
  const today = '2026-11-22'
  const shown = slotPupilsOf(sources).map((row) => stored(row))
  const without = (part: Partial<typeof sources>, unread?: (string | null)[]) =>
    slotPupilWrites({ ...sources, ...part, shown, ...(unread && { unread }) }, today).map((write) => write.do)
  const [first, ...lines] = sources.allocations
  expect(without({ allocations: lines })).toContain('takeOff')
  expect(without({ allocations: lines }, [first!.key])).toEqual([])
  expect(without({ allocations: lines }, [null])).toEqual([])
  // Another row that can’t be read keeps nobody’s name who was taken off.
  expect(without({ allocations: lines }, ['other'])).toEqual(['takeOff'])
  expect(
    without(
      { pupils: [] },
      sources.pupils.map(({ key }) => key),
    ),
  ).toEqual([])
  expect(
    without(
      { slots: [] },
      sources.slots.map(({ key }) => key),
    ),
  ).toEqual([])
  // Its last day may be the group’s.
  expect(without({ groups: [] })).toEqual(['end'])
  expect(without({ groups: [] }, ['g1'])).toEqual([])
})

test('what speaks against joining a group is said beside the field, and what can’t be is stopped', () => {
  const join = (from: string | null, until: string | null, lines: ReturnType<typeof line>[] = []) =>
    joinDoubts({ from, until }, group, lines, [group]).map(
      ({ field, stops }) => `${field}${stops ? '!' : '?'}`,
    )
  expect(join('2026-10-05', null)).toEqual([])
  expect(join(null, null)).toEqual(['from!'])
  expect(join('2026-11-02', '2026-10-05')).toEqual(['until!'])
  expect(join('2027-01-04', null)).toEqual(['from!'])
  expect(join('2026-09-01', '2027-01-08')).toEqual(['from?', 'until?'])
  expect(join('2026-10-05', null, [line('x', { group: 'g1', until: '2026-10-05' })])).toEqual(['pupil!'])
  expect(join('2026-10-06', null, [line('x', { group: 'g1', until: '2026-10-05' })])).toEqual([])
  expect(join('2026-10-05', null, [line('x', {})])).toEqual(['pupil?'])
  expect(join('2026-10-05', null, [line('x', { provision: 'v2' })])).toEqual([])
})

test('a group without pupils or with a size that nobody meets says what its cost lacks', () => {
  const whole = { ...group, sessionsPerWeek: 3, minutes: 20, weeks: 12 }
  const said = (one: typeof whole, lines: Allocation[]) =>
    groupDoubts(one, lines, '2026-11-22').map(({ field }) => field)
  expect(said(whole, [])).toEqual(['size'])
  expect(said(whole, [line('a', { group: 'g1' })])).toEqual([])
  expect(said({ ...whole, size: 4 }, [line('a', { group: 'g1' })])).toEqual(['size'])
  expect(said({ ...whole, weeks: null as unknown as number }, [line('a', { group: 'g1' })])).toEqual([
    'sessionsPerWeek',
  ])
})

test('a new version replaces the old under a name of its own, and training is found by the provision’s whole name', () => {
  const old = { name: 'Precision teaching', key: 'v1', level: 'targeted', offered: false } as never
  expect(
    newVersionOf(old, nextName('Precision teaching', ['Precision teaching', 'Precision teaching (2)'])),
  ).toMatchObject({
    name: 'Precision teaching (3)',
    replaces: 'v1',
    offered: true,
  })
  const staff = [
    { name: 'Tom', trained: 'First aid\nPrecision teaching, Jan 2026' },
    { name: 'Ann', trained: 'Precision tools\nTeaching maths' },
    { name: 'Eve', trained: null },
  ]
  expect(trainedIn({ name: 'Precision teaching (3)' }, staff).map(({ name }) => name)).toEqual(['Tom'])
})
