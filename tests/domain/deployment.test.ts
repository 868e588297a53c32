import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { SupportStaff } from '../../src/domain/records/supportStaff.ts'
import { deployment, deploymentSum } from '../../src/domain/rules/deployment.ts'
import { uncoveredWhile } from '../../src/domain/rules/deploymentCover.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

const from = '2026-09-07'
const day = '2026-11-24'
const member = (name: string, given: Partial<SupportStaff> = {}) => ({
  key: name,
  ...blank(SupportStaff, { name, role: 'ta', hours: 20, from, ...given }),
})
const slot = (key: string, starts: string, minutes: number, given: Partial<Slot> = {}) => ({
  key,
  ...blank(Slot, { what: key, weekday: 'tue', starts, minutes, from, ...given }),
})
const group = (key: string, given: Partial<Group>) => ({
  key,
  ...blank(Group, { provision: 'v', name: key, from, ...given }),
})
const line = (key: string, given: Partial<Allocation>) => ({
  key,
  ...blank(Allocation, { pupil: key, provision: 'v', from, ...given }),
})
const nothing = { staff: [], groups: [], lines: [], slots: [], slotPupils: [] }

test('two people of one name are told apart by their addresses; an accent or a space is no other person', () => {
  const use = deployment(
    {
      ...nothing,
      staff: [
        member('Zoë  Long', { userPrincipalName: 'z1@x' }),
        { ...member('Zoe Long', { userPrincipalName: 'Z2@x' }), key: 'two' },
      ],
      slots: [
        slot('a', '9:00', 30, { staff: 'Zoe Long', userPrincipalName: 'Z1@X' }),
        slot('b', '9:00', 45, { staff: 'Zoe Long', userPrincipalName: 'z2@x' }),
      ],
    },
    day,
  )
  expect(use.map(({ member: one, used }) => [one?.key, used]).toSorted()).toEqual([
    ['Zoë  Long', 30],
    ['two', 45],
  ])
})

test('a group’s time is needed once however many are in it, a line’s by its share, and a fortnightly session counts half', () => {
  const [tom, stranger] = deployment(
    {
      staff: [member('Tom', { hours: 2, supportHours: 1 })],
      groups: [
        group('g', { staff: 'Tom', sessionsPerWeek: 2, minutes: 20, prepMinutes: 5 }),
        // Nobody is in it: it asks for nobody's time.
        group('empty', { staff: 'Tom', sessionsPerWeek: 5, minutes: 60 }),
      ],
      lines: [
        ...['a', 'b', 'c'].map((key) => line(key, { group: 'g', staff: 'Tom', sessionsPerWeek: 2, minutes: 20 })),
        ...['d', 'e'].map((key) => line(key, { staff: 'Ada', sessionsPerWeek: 1, minutes: 30, groupSize: 2 })),
        line('gone', { staff: 'Tom', sessionsPerWeek: 5, minutes: 60, groupSize: 1, until: '2026-10-01' }),
      ],
      slots: [
        slot('s', '9:00', 20, { group: 'g', staff: 'Tom' }),
        slot('t', '10:00', 60, { group: 'g', staff: 'tom', everyWeeks: 'even' }),
        slot('old', '11:00', 60, { staff: 'Tom', until: '2026-10-01' }),
      ],
      slotPupils: [],
    },
    day,
  )
  expect(tom).toMatchObject({ bought: 60, paid: 120, timetabled: 50, preparation: 7.5, used: 57.5, needed: 50, over: 0 })
  // Who is not in the list is shown with what is asked of them, and nothing bought.
  expect(stranger).toMatchObject({ member: null, name: 'Ada', bought: null, needed: 30, over: 0 })
  expect(deploymentSum([tom!, stranger!])).toMatchObject({ bought: 60, needed: 80, unknown: 1 })
}) // prettier-ignore

test('cover: sessions of school days and their own weeks, free is who has nothing then, same role first', () => {
  const calendar = calendarOf([
    { kind: 'term', name: 'Autumn', starts: '2026-09-02', ends: '2026-12-18' },
    { kind: 'inset', name: 'Training', starts: '2026-12-01', ends: '2026-12-01' },
  ])
  const all = {
    ...nothing,
    staff: [member('Tom'), member('Ada', { role: 'hlta' }), member('Bo'), member('Cy', { until: '2026-11-01' })],
    slots: [
      slot('s', '9:00', 30, { staff: 'Tom', role: 'ta' }),
      slot('t', '10:00', 30, { staff: 'Tom', role: 'ta', everyWeeks: 'odd' }),
      // Ends as it begins: free.
      slot('u', '8:30', 30, { staff: 'Ada' }),
      slot('v', '10:15', 30, { staff: 'Bo' }),
    ],
    slotPupils: [
      { key: 'x', ...blank(SlotPupil, { slot: 's', pupil: 'p', allocation: 'l', name: 'P', from }) },
    ],
  }
  const found = uncoveredWhile(
    (on) => deployment(all, on),
    new Set(['Tom']),
    { from: '2026-11-24', until: '2026-12-08' },
    calendar,
    (on) => (on === '2026-11-24' ? 'odd' : 'even'),
  )
  expect(found.map(({ day: on, block, free }) => [on, block.slot.key, free.map(({ name }) => name)])).toEqual([
    ['2026-11-24', 's', ['Bo', 'Ada']],
    ['2026-11-24', 't', ['Ada']],
    ['2026-12-08', 's', ['Bo', 'Ada']],
  ])
  expect(found[0]!.block.pupils).toEqual(['p'])
}) // prettier-ignore
