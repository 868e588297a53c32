import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, check } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StatusPeriod } from '../../src/domain/records/statusPeriod.ts'
import { addDays, type Day } from '../../src/domain/rules/day.ts'
import { type Beginning, beginningWrites, untoldFirst } from '../../src/domain/rules/firstStatus.ts'
import { finishingChange, type StatusChange, statusChange } from '../../src/domain/rules/statusChange.ts'
import { begunChange, historyTroubles, type Status, statusOn } from '../../src/domain/rules/statusHistory.ts'

const today = '2026-11-22'
const born = '2016-05-01'
type Child = Pupil & { readonly key: string }
type Row = StatusPeriod & { readonly key: string }
const child = (given: Partial<Pupil>): Child => ({
  ...blank(Pupil, { forename: 'A', surname: 'B', dateOfBirth: born, status: 'N', ...given }),
  key: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
})
const changeTo = (status: Status, from: Day, more: Partial<StatusChange> = {}): StatusChange => ({
  status,
  from,
  why: null,
  decidedBy: null,
  parentTold: from,
  ...more,
})
const period = (key: string, given: Partial<StatusPeriod>): Row => ({
  ...blank(StatusPeriod, { pupil: '01ARZ3NDEKTSV4RRFFQ69G5FAV', status: 'N', until: '2025-01-01', ...given }),
  key,
})
/** Writes as a store does: a row of a key is there once. */
const put = (rows: readonly Row[], { key, record }: { key: string; record: StatusPeriod }): Row[] => [
  ...rows.filter((row) => row.key !== key),
  { ...record, key },
]
const done = (pupil: Child, rows: readonly Row[], change: StatusChange) => {
  const writes = statusChange(pupil, rows, change, today)
  if (!('period' in writes)) throw new Error(writes.says)
  return { pupil: { ...pupil, ...writes.changes }, rows: put(rows, writes.period), writes }
}

const statuses = ['E', 'K', 'N'] as const
/** Changes in the order of their days, each to another status, from well before today. */
const changes = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 400 }), to: fc.integer({ min: 1, max: 2 }) }), {
    maxLength: 6,
  })
  .map((steps) => {
    let [day, status] = ['2019-09-01', 'N' as Status]
    return steps.map(({ gap, to }) => {
      day = addDays(day, gap)
      status = statuses[(statuses.indexOf(status) + to) % 3]!
      return changeTo(status, day)
    })
  })
  .filter((all) => all.every(({ from }) => from <= today))

test('after any changes the status of any day is that of the last change before it, and nothing overlaps or is missing', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: -900, max: 3_000 }), (all, offset) => {
      let [pupil, rows] = [child({}), [] as Row[]]
      for (const change of all) ({ pupil, rows } = done(pupil, rows, change))
      const day = addDays('2019-09-01', offset)
      const expected = all.findLast(({ from }) => from <= day)?.status ?? 'N'
      expect(statusOn(pupil, rows, day)).toMatchObject({ is: 'one', status: expected })
      expect(historyTroubles(pupil, rows, today)).toEqual([])
      for (const row of rows) expect(check(StatusPeriod, row)).toEqual([])
    }),
  )
})

test('a page that dies between the two writes leaves a change that can be finished, done again, or taken back', () => {
  fc.assert(
    fc.property(
      changes.filter((all) => all.length > 0),
      (all) => {
        let [pupil, rows] = [child({}), [] as Row[]]
        for (const change of all.slice(0, -1)) ({ pupil, rows } = done(pupil, rows, change))
        const last = all.at(-1)!
        const whole = done(pupil, rows, last)
        const begun = begunChange(pupil, whole.rows)
        expect(begun).toMatchObject({ key: whole.writes.period.key, became: last.status })
        // Until then every day still has the status that it had.
        for (const day of [addDays(last.from, -1), last.from, today])
          expect({ ...statusOn(pupil, whole.rows, day), from: null }).toEqual({
            ...statusOn(pupil, rows, day),
            from: null,
          })
        expect({ ...pupil, ...finishingChange(begun!) }).toMatchObject({
          status: whole.pupil.status,
          statusFrom: whole.pupil.statusFrom,
        })
        // The same again, even with another day, makes no second row.
        const earlier = addDays(last.from, -1)
        for (const from of [
          last.from,
          ...(pupil.statusFrom === null || earlier > pupil.statusFrom ? [earlier] : []),
        ])
          expect(done(pupil, whole.rows, { ...last, from }).rows).toHaveLength(whole.rows.length)
      },
    ),
  )
})

test('a change keeps the day on which it took effect and the day on which it was written down', () => {
  const { rows, pupil } = done(
    child({ status: 'K', statusFrom: '2024-09-04' }),
    [],
    changeTo('E', '2026-03-10', { why: 'The plan was issued' }),
  )
  expect(rows).toMatchObject([
    { status: 'K', from: '2024-09-04', until: '2026-03-09', became: 'E', recordedOn: today },
  ])
  expect(pupil).toMatchObject({ status: 'E', statusFrom: '2026-03-10', planIssued: '2026-03-10' })
})

test('a first plan’s date is not written over by a second plan', () => {
  const { pupil } = done(child({ planIssued: '2022-01-01' }), [], changeTo('E', '2026-03-10'))
  expect(pupil.planIssued).toBe('2022-01-01')
})

test('a change is refused where it can’t be, and says why', () => {
  const pupil = child({ status: 'K', statusFrom: '2025-09-04' })
  const refused = (change: StatusChange) => statusChange(pupil, [], change, today)
  expect(refused(changeTo('K', '2026-01-01'))).toMatchObject({ field: 'status' })
  expect(refused(changeTo('E', '2026-11-23'))).toMatchObject({ field: 'from' })
  expect(refused(changeTo('E', '2025-09-04'))).toMatchObject({
    says: 'SEN support began on 4 Sep 2025: choose a later day, or put that day right first.',
  })
  expect(refused(changeTo('E', '2026-01-01', { parentTold: '2026-12-01' }))).toMatchObject({
    field: 'parentTold',
  })
  expect(statusChange(child({}), [], changeTo('K', '2016-05-01'), today)).toMatchObject({ field: 'from' })
})

test('a first day that was cleared since never writes over an older period', () => {
  const once = done(child({}), [], changeTo('K', '2024-01-01'))
  const back = done(once.pupil, once.rows, changeTo('N', '2025-01-01'))
  const cleared = { ...back.pupil, statusFrom: null }
  const again = done(cleared, back.rows, changeTo('K', '2026-01-01'))
  expect(again.rows).toHaveLength(3)
  expect(statusOn(again.pupil, again.rows, '2023-01-01')).toMatchObject({ status: 'N' })
  expect(statusOn(again.pupil, again.rows, '2025-06-01')).toMatchObject({ status: 'N' })
})

test('overlaps, gaps, a beginning still to come and a parent not told are complained about in words', () => {
  const present = { status: 'K', statusFrom: '2025-09-01' } as const
  const troubles = (rows: Row[], pupil: { status: Status; statusFrom: Day | null } = present) =>
    historyTroubles(pupil, rows, today).map(({ is, says }) => `${is}: ${says}`)
  expect(troubles([period('1', { until: '2025-09-10' })])).toEqual([
    'overlap: No SEN until 10 Sep 2025 and SEN support from 1 Sep 2025 overlap: a pupil has one status on each day. Put one of the days right.',
  ])
  expect(troubles([period('1', { until: '2025-07-20' })])).toEqual([
    'gap: Nothing is known between No SEN until 20 Jul 2025 and SEN support from 1 Sep 2025. Put one of the days right, or add what is missing.',
  ])
  expect(troubles([], { status: 'E', statusFrom: '2026-12-01' })[0]).toMatch(
    /^future: EHC plan .* 1 Dec 2026/,
  )
  expect(troubles([period('1', { until: '2025-08-31', became: 'K' })])[0]).toMatch(/^parent/)
  expect(troubles([period('1', { until: '2025-08-31', became: 'K', parentTold: '2025-09-02' })])).toEqual([])
})

test('a day before anything is known, and a day with two statuses, say so', () => {
  const rows = [period('1', { status: 'N', from: '2024-09-01', until: '2025-09-10' })]
  const present = { status: 'K', statusFrom: '2025-09-01' } as const
  expect(statusOn(present, rows, '2024-01-01')).toEqual({ is: 'none' })
  expect(statusOn(present, rows, '2025-09-05')).toEqual({ is: 'several', statuses: ['N', 'K'] })
  expect(statusOn({ status: 'N', statusFrom: null }, [], '1999-01-01')).toMatchObject({ status: 'N' })
})

const beginning = (given: Partial<Beginning> = {}): Beginning => ({
  from: '2024-09-04',
  why: 'Came with a support plan.',
  decidedBy: 'Jo Lee',
  parentTold: '2024-09-06',
  ...given,
})
/** Does the writes as the screen does. */
const told = (pupil: Child, rows: readonly Row[], given: Beginning) => {
  const writes = beginningWrites(pupil, rows, given, today)
  if (!('period' in writes)) throw new Error(writes.says)
  const { first } = writes
  const after = put(rows, writes.period)
  return {
    pupil: first && first.key === null ? { ...pupil, statusFrom: first.from } : pupil,
    rows: after.map((row) => (first && row.key === first.key ? { ...row, from: first.from } : row)),
    writes,
  }
}

test('the first status is completed with its day and reason, and no day before it gets a status that nobody recorded', () => {
  for (const statusFrom of [null, '2024-09-04', '2024-11-01']) {
    const one = child({ status: 'K', statusFrom })
    expect(untoldFirst(one, [])).toMatchObject({ status: 'K', from: statusFrom })
    const { pupil, rows, writes } = told(one, [], beginning())
    expect(writes.period.record).toMatchObject({ status: 'U', until: '2024-09-03', became: 'K', why: 'Came with a support plan.' }) // prettier-ignore
    expect(check(StatusPeriod, writes.period.record).filter(({ field }) => field !== 'pupil')).toEqual([])
    expect(pupil.statusFrom).toBe('2024-09-04')
    expect(statusOn(pupil, rows, '2024-09-03')).toEqual({ is: 'none' })
    expect(statusOn(pupil, rows, '2024-09-04')).toEqual({ is: 'one', status: 'K', from: '2024-09-04' })
    expect(historyTroubles(pupil, rows, today)).toEqual([])
    expect(begunChange(pupil, rows)).toBeNull()
    expect(untoldFirst(pupil, rows)).toBeNull()
    // A page that died before the first day was written: the same days all the same.
    if (statusFrom === null) expect(statusOn(one, rows, '2024-09-04')).toMatchObject({ from: '2024-09-04' })
    // The status changes later as any does.
    const later = done(pupil, rows, changeTo('E', '2025-03-01'))
    expect(statusOn(later.pupil, later.rows, '2025-02-28')).toMatchObject({ status: 'K', from: '2024-09-04' })
    expect(historyTroubles(later.pupil, later.rows, today)).toEqual([])
  }
})

test('where earlier statuses are on record the first of them is completed', () => {
  const one = child({ status: 'E', statusFrom: '2025-03-01' })
  const support = period('p', { status: 'K', until: '2025-02-28', became: 'E' })
  expect(untoldFirst(one, [support])).toMatchObject({ status: 'K', key: 'p' })
  const { pupil, rows, writes } = told(one, [support], beginning())
  expect(writes.first).toEqual({ key: 'p', from: '2024-09-04' })
  expect(pupil.statusFrom).toBe('2025-03-01')
  expect(statusOn(pupil, rows, '2024-09-04')).toMatchObject({ status: 'K', from: '2024-09-04' })
  expect(statusOn(pupil, rows, '2024-09-03')).toEqual({ is: 'none' })
  expect(historyTroubles(pupil, rows, today)).toEqual([])
  const moved = rows.map((row) => (row.status === 'U' ? { ...row, until: '2024-08-31' } : row))
  expect(historyTroubles(pupil, moved, today)).toMatchObject([{ is: 'gap', says: expect.stringMatching(/^SEN support began on 4 Sep 2024/) }]) // prettier-ignore
})

test('no SEN begins with nothing, and a beginning lies between birth and the end of that status', () => {
  expect(untoldFirst(child({ status: 'N' }), [])).toBeNull()
  const one = child({ status: 'E', statusFrom: '2025-03-01' })
  const support = period('p', { status: 'K', until: '2025-02-28', became: 'E' })
  const refused = (given: Partial<Beginning>) => beginningWrites(one, [support], beginning(given), today)
  expect(refused({ from: '2025-03-01' })).toMatchObject({
    field: 'from',
    says: expect.stringMatching(/ended on 28 Feb 2025/),
  })
  expect(refused({ from: born })).toMatchObject({ field: 'from' })
  expect(refused({ parentTold: '2026-11-23' })).toMatchObject({ field: 'parentTold' })
  expect(beginningWrites(child({ status: 'K' }), [], beginning({ from: '2026-11-23' }), today)).toMatchObject({ field: 'from' }) // prettier-ignore
})
