import { expect, test } from 'vitest'
import { derivedKey } from '../../src/domain/derivedKey.ts'
import { blank, check, type Stored } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Delivery } from '../../src/domain/records/delivery.ts'
import type { Pupil } from '../../src/domain/records/pupil.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { summed } from '../../src/domain/rules/ledger.ts'
import { spokenFor } from '../../src/domain/rules/ledgerLogs.ts'
import {
  isNobodys,
  isToConfirm,
  type LedgerSources,
  schoolLedger,
} from '../../src/domain/rules/ledgerSchool.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

const key = (name: string) => derivedKey('01K00000000000000000000000', name)
const line = (name: string, given: Partial<Allocation>) => ({
  ...blank(Allocation, { pupil: key('amy'), provision: key('offer'), from: '2026-09-07', ...given }),
  key: key(name),
})
const slot = (name: string, given: Partial<Slot>) => ({
  ...blank(Slot, {
    what: 'Visit',
    weekday: 'mon',
    starts: '9:30',
    minutes: 30,
    from: '2026-09-07',
    ...given,
  }),
  key: key(name),
})
const sources: LedgerSources = {
  allocations: [
    line('speech', { role: 'external', staff: 'Jo Lee' }),
    line('reading', { staff: 'Tom Bright' }),
    line('sensory', { sessionsPerWeek: 10, minutes: 10 }),
  ],
  groups: [],
  slots: [
    slot('visit', { allocation: key('speech'), staff: 'Jo Lee' }),
    slot('tom', {
      allocation: key('reading'),
      weekday: 'tue',
      staff: 'Tom Bright',
      userPrincipalName: 'tom@school.example',
    }),
  ],
  pupils: [{ key: key('amy'), surname: 'K', forename: 'Amy', left: null } as Stored<Pupil>],
  calendar: calendarOf([{ kind: 'term', name: 'Autumn', starts: '2026-09-01', ends: '2026-12-18' }]),
  counted: null,
  deliveries: [],
  today: '2026-09-19',
}
const who = { by: 'Sam Senco', userPrincipalName: 'sam@school.example' }

test('what nobody has in their list is the SENCO’s to say, and said once it is logged as planned, to the minute', () => {
  const ledger = schoolLedger(sources, '2026-09-07', '2026-09-18')
  const mine = ledger.entries.filter((entry) => isNobodys(ledger, entry))
  // Two visits, and ten ten minutes a week for two weeks: not the assistant's own.
  expect(mine.filter(({ allocation }) => allocation === key('speech')).length).toBe(2)
  expect(mine.filter(({ allocation }) => allocation === key('sensory')).length).toBe(20)
  expect(mine.length).toBe(22)
  expect(isToConfirm(ledger, ledger.entries)).toBe(false)
  expect(isToConfirm(ledger, mine)).toBe(true)

  const logs = spokenFor(mine, null, who)
  expect(new Set(logs.map((log) => log.key)).size).toBe(22)
  expect(logs.flatMap(({ record }) => check(Delivery, record))).toEqual([])
  expect(logs.find(({ record }) => record.slot !== null)!.record).toMatchObject({
    by: 'Jo Lee',
    userPrincipalName: who.userPrincipalName,
    minutes: 30,
  })
  const deliveries = logs.map(({ key: own, record }) => ({ ...record, key: own }))
  const after = schoolLedger({ ...sources, deliveries }, '2026-09-07', '2026-09-18')
  expect(after.entries.filter((entry) => isNobodys(after, entry))).toEqual([])
  expect(isToConfirm(after, after.entries)).toBe(false)
  expect(summed(after.rows)).toMatchObject({ held: 22, minutesGiven: 260, unlogged: 2, outside: 0 })
})

test('a visit that did not happen is missed, with its reason', () => {
  const ledger = schoolLedger(sources, '2026-09-07', '2026-09-11')
  const visit = ledger.entries.filter(({ slot: time }) => time === key('visit'))
  const [log] = spokenFor(visit, 'staffAbsent', who)
  expect(log!.record).toMatchObject({ minutes: 0, missed: 'staffAbsent', planned: 30, day: '2026-09-07' })
})
