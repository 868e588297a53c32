import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { ListDecision } from '../../src/domain/records/listDecision.ts'
import type { Pupil } from '../../src/domain/records/pupil.ts'
import { reconcile } from '../../src/domain/rules/reconcile.ts'
import { ourRows } from '../../src/domain/rules/reconcileOurs.ts'
import type { Difference, ListRow } from '../../src/domain/rules/reconcileTypes.ts'
import { planFrom, planBytes } from '../../src/jobs/plan.ts'
import { reconcilePlan } from '../../src/jobs/reconcilePlan.ts'
import type { Accepted, Settling } from '../../src/jobs/reconcileSettling.ts'
import { nobody, storedNeed, storedPupil, today, upnNumber } from '../importing/given.ts'
import { kept } from '../ui/made.ts'

const compare = (
  pupils: readonly Stored<Pupil>[],
  mis: readonly ListRow[],
  authority: readonly ListRow[] = [],
) =>
  reconcile(
    { ours: ourRows(pupils, [], [], today), mis, authority },
    { today, given: authority.length > 0 ? ['ours', 'mis', 'authority'] : ['ours', 'mis'], authority: null },
  )
const row = (pupil: Pupil, given: Partial<ListRow> = {}): ListRow => ({
  row: 2, upn: pupil.upn, surname: pupil.surname, forename: pupil.forename, dateOfBirth: pupil.dateOfBirth, ...given,
}) // prettier-ignore
const planned = (
  accepted: readonly Accepted[],
  children: Settling['children'],
  pupils: readonly Stored<Pupil>[],
  more: Partial<Settling> = {},
) =>
  reconcilePlan(accepted, {
    children, existing: { ...nobody, pupils }, periods: [], staff: null, decisions: [], today, title: 'Lists compared',
    ...more,
  }) // prettier-ignore
const proposed = (differences: readonly Difference[]): Accepted[] =>
  differences.map((difference) => ({ difference, fix: difference.proposal }))

test('several fixes of one child are one change, and the plan survives its file', () => {
  const pupil = storedPupil({ upn: upnNumber(1), className: '4B', yearGroup: '4' })
  const { children, differences } = compare([pupil], [row(pupil, { className: '4C', yearGroup: '5' })])
  const { plan, refused } = planned(proposed(differences), children, [pupil])
  expect(refused).toEqual([])
  expect(plan.steps).toEqual([
    {
      row: 1,
      type: 'Pupil',
      key: pupil.key,
      do: 'change',
      changes: { yearGroup: { from: '4', to: '5' }, className: { from: '4B', to: '4C' } },
    },
  ])
  expect(planFrom(planBytes(plan)).steps).toEqual(plan.steps)
})

test('a leaver gets the day, then is archived; without a day it is refused in words', () => {
  const pupil = storedPupil({ upn: upnNumber(1) })
  const { children, differences } = compare([pupil], [row(pupil, { left: '2026-10-20' })])
  const { plan } = planned(proposed(differences), children, [pupil])
  expect(plan.steps).toMatchObject([
    { do: 'change', changes: { left: { from: null, to: '2026-10-20' } } },
    { do: 'archive', reason: 'Left 20 Oct 2026', after: [pupil.key] },
  ])
  const undated: Accepted = { difference: differences[0]!, fix: { is: 'leaver', left: null } }
  expect(planned([undated], children, [pupil])).toMatchObject({
    plan: { steps: [] },
    refused: [{ says: expect.stringMatching(/^Choose the day/) }],
  })
  expect(planned([{ ...undated, left: '2026-10-01' }], children, [pupil]).plan.steps[0]).toMatchObject({
    changes: { left: { to: '2026-10-01' } },
  })
})

test('a new status closes the old one as a period of its own', () => {
  const pupil = storedPupil({ upn: upnNumber(1), status: 'K', statusFrom: '2024-09-01' })
  const { children, differences } = compare([pupil], [row(pupil)], [row(pupil, { planIssued: '2026-09-01' })])
  const { plan } = planned(proposed(differences), children, [pupil])
  expect(plan.steps.map(({ type, do: verb }) => `${type} ${verb}`)).toEqual([
    'StatusPeriod create',
    'Pupil change',
  ])
  expect(plan.steps[0]).toMatchObject({
    record: { status: 'K', from: '2024-09-01', until: '2026-08-31', became: 'E' },
  })
  expect(plan.steps[1]).toMatchObject({
    changes: { status: { to: 'E' }, statusFrom: { to: '2026-09-01' }, planIssued: { to: '2026-09-01' } },
  })
})

test('a joiner comes with needs in their rank, under the key that an import would give them', () => {
  const mis = { row: 2, upn: upnNumber(7), surname: 'New', forename: 'Nia', dateOfBirth: '2018-04-03', status: 'K', need: ['SLCN', 'ASD'] } as ListRow // prettier-ignore
  const { children, differences } = compare([], [mis])
  const one = planned(proposed(differences), children, []).plan
  expect(one.steps).toMatchObject([
    { type: 'Pupil', do: 'create', record: { surname: 'New', status: 'K' } },
    { type: 'Need', record: { type: 'SLCN', rank: 1 }, after: [one.steps[0]!.key] },
    { type: 'Need', record: { type: 'ASD', rank: 2 } },
  ])
  expect(planned(proposed(differences), children, []).plan.steps[0]!.key).toBe(one.steps[0]!.key)
})

test('needs taken from a list keep what is there behind them', () => {
  const pupil = storedPupil({ upn: upnNumber(1), status: 'K' })
  const need = storedNeed({ pupil: pupil.key, type: 'ASD', rank: 1 })
  const { children, differences } = reconcile(
    {
      ours: ourRows([pupil], [need], [], today),
      mis: [row(pupil, { status: 'K', need: ['SLCN'] })],
      authority: [],
    },
    { today, given: ['ours', 'mis'], authority: null },
  )
  const [difference] = differences
  const take = difference!.options.find(({ is }) => is === 'take')!
  const { plan } = planned([{ difference: difference!, fix: take }], children, [pupil], {
    existing: { ...nobody, pupils: [pupil], needs: [need] },
  })
  expect(plan.steps).toMatchObject([
    { type: 'Need', key: need.key, changes: { rank: { from: 1, to: 2 } } },
    { type: 'Need', do: 'create', record: { type: 'SLCN', rank: 1 } },
  ])
})

test('what is kept is kept under its difference, and settled again after it was taken back', () => {
  const pupil = storedPupil({ upn: upnNumber(1) })
  const { children, differences } = compare([pupil], [row(pupil, { dateOfBirth: '2018-01-10' })])
  const accepted: Accepted = { difference: differences[0]!, fix: { is: 'keep' }, reason: 'Certificate seen' }
  const { plan } = planned([accepted], children, [pupil])
  expect(plan.steps).toMatchObject([
    {
      type: 'ListDecision',
      key: differences[0]!.id,
      do: 'create',
      record: { what: 'keep', reason: 'Certificate seen', pupil: pupil.key },
    },
  ])
  const before = {
    ...blank(ListDecision, { what: 'toldMis', about: 'Date of birth', on: '2026-01-01', pupil: pupil.key }),
    ...kept(differences[0]!.id),
    key: differences[0]!.id,
    archived: true,
  }
  expect(
    planned([accepted], children, [pupil], { decisions: [before] }).plan.steps.map(({ do: verb }) => verb),
  ).toEqual(['change', 'restore'])
})
