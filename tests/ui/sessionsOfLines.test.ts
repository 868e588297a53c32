import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Delivery } from '../../src/domain/records/delivery.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { sessionsSteps } from '../../src/domain/rules/analysisSessions.ts'
import { mondayOf } from '../../src/domain/rules/day.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { sessionsByLine } from '../../src/tab/pupil/progress/useSessions.ts'

const keyed = <T>(record: T): T & { key: string } => ({ ...record, key: newKey() })
const calendar = calendarOf([{ kind: 'term', name: 'Autumn', starts: '2026-09-01', ends: '2026-12-18' }])
const pupil = newKey()
const line = keyed(
  blank(Allocation, { pupil, provision: newKey(), from: '2026-09-01', until: '2026-10-02', minutes: 20 }),
)
// Week B on Mondays: with week A beginning on 14 September those of 7 and 21 September, else of 14 and 28.
const slot = keyed(
  blank(Slot, {
    what: 'Reading',
    weekday: 'mon',
    starts: '9:30',
    minutes: 20,
    everyWeeks: 'even',
    from: '2026-09-01',
    allocation: line.key,
  }),
)
const place = keyed(
  blank(SlotPupil, { slot: slot.key, pupil, allocation: line.key, name: 'A name', from: '2026-09-01' }),
)
const log = (day: string) =>
  keyed(
    blank(Delivery, {
      pupil,
      allocation: line.key,
      slot: slot.key,
      day,
      week: mondayOf(day),
      planned: 20,
      minutes: 20,
    }),
  )
const deliveries = [log('2026-09-07'), log('2026-09-21')]
const counted = { weekLetters: null, weekAFrom: '2026-09-14' } as const
const today = '2026-10-05'

test('what was given of a line follows the weeks A and B as the school counts them, in the whole school and for one pupil', () => {
  const lists = { allocations: [line], groups: [], slots: [slot], slotPupils: [place], calendar, counted }
  const steps = sessionsSteps({ ...lists, deliveries, today }, '2026-09-01', today)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const all = { planned: 2, held: 2, attended: 2, unlogged: 0 }
  expect(step.value.get(line.key)).toEqual(all)
  expect(sessionsByLine({ ...lists, log: deliveries } as never, today).get(line.key)).toEqual(all)
})
