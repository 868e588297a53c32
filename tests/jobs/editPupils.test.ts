import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Job } from '../../src/domain/records/job.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StatusPeriod } from '../../src/domain/records/statusPeriod.ts'
import type { StatusChange } from '../../src/domain/rules/statusChange.ts'
import { editPlan, editRows, isChanged } from '../../src/jobs/editPupils.ts'
import { planBytes, planFrom } from '../../src/jobs/plan.ts'
import { undoPlan } from '../../src/jobs/undo.ts'

const today = '2026-11-22'
const kept = {
  id: '1',
  etag: '1',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
}
const keyOf = (n: number) => `01ARZ3NDEKTSV4RRFFQ69G5F${String(n).padStart(2, '0')}`
const pupil = (n: number, given: Partial<Pupil>): Stored<Pupil> => ({
  ...blank(Pupil, { forename: 'A', surname: 'B', dateOfBirth: '2016-05-01', status: 'N', ...given }),
  ...kept,
  key: keyOf(n),
})
const toSupport: StatusChange = {
  status: 'K',
  from: '2026-11-02',
  why: null,
  decidedBy: null,
  parentTold: null,
}

test('the preview says who changes, who is so already, and who can’t be changed and why', () => {
  const pupils = [
    pupil(1, { className: 'Oak' }),
    pupil(2, { className: 'Elm', status: 'K', statusFrom: '2025-09-01' }),
    pupil(3, { status: 'E', statusFrom: '2026-11-10' }),
    pupil(4, { className: 'Elm', admitted: '2026-12-01', left: '2026-11-01' }),
  ]
  const rows = editRows(pupils, [], { fields: { className: 'Elm' }, status: toSupport }, today)
  expect(rows.map(isChanged)).toEqual([true, false, false, false])
  expect(rows[0]!.changes).toEqual({
    className: { from: 'Oak', to: 'Elm' },
    status: { from: 'N', to: 'K' },
    statusFrom: { from: null, to: '2026-11-02' },
  })
  expect(rows[1]).toMatchObject({ refused: null, changes: {} })
  expect(rows[2]!.refused).toMatch(/EHC plan began on 10 Nov 2026/)
  expect(rows[3]!.refused).toBe('The leaving date is before the admission date')
})

test('all closed periods are written before any pupil, who waits for theirs; undone, the pupils come first', () => {
  const pupils = [pupil(1, {}), pupil(2, {}), pupil(3, {})]
  const rows = editRows(pupils, [], { fields: {}, status: toSupport }, today)
  const plan = planFrom(planBytes(editPlan(rows, [], 'SEN status: 3 pupils')))
  expect(plan.steps.map(({ type, do: verb }) => `${verb} ${type}`)).toEqual([
    ...Array<string>(3).fill('create StatusPeriod'),
    ...Array<string>(3).fill('change Pupil'),
  ])
  for (const step of plan.steps.slice(3))
    expect(plan.steps.slice(0, 3).map(({ key }) => key)).toEqual(expect.arrayContaining([...step.after!]))
  const undone = undoPlan(
    blank(Job, { title: 'x', kind: 'edit', state: 'finished', total: 6 }),
    plan,
    plan.steps.map(() => ({ outcome: 'stored' })),
  )
  expect(undone.steps.map(({ type, do: verb }) => `${verb} ${type}`)).toEqual([
    ...Array<string>(3).fill('change Pupil'),
    ...Array<string>(3).fill('archive StatusPeriod'),
  ])
})

test('a change that was undone and is made again brings its period back instead of making another', () => {
  const one = pupil(1, {})
  const [first] = editRows([one], [], { fields: {}, status: toSupport }, today)
  const left: Stored<StatusPeriod> = {
    ...first!.period!.record,
    ...kept,
    key: first!.period!.key,
    archived: true,
    archivedReason: 'Undone',
  }
  const again = editRows([one], [left], { fields: {}, status: { ...toSupport, from: '2026-10-05' } }, today)
  expect(editPlan(again, [left], 'x').steps).toMatchObject([
    { type: 'StatusPeriod', do: 'change', archivedToo: true, changes: { until: { to: '2026-10-04' } } },
    { type: 'StatusPeriod', do: 'restore' },
    { type: 'Pupil', do: 'change' },
  ])
})
