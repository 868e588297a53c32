import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duties } from '../../src/domain/duties/index.ts'
import { type DutyContext, stateOf } from '../../src/domain/duties/duty.ts'
import { gapsOf, headingsOn } from '../../src/domain/duties/evidence.ts'
import { headingsWithout, sectionStanding } from '../../src/domain/duties/reportSections.ts'
import { policyDue, readingsOf } from '../../src/domain/duties/policies.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { EvaluationHeading } from '../../src/domain/records/evaluationHeading.ts'
import { Evidence } from '../../src/domain/records/evidence.ts'
import { Objective } from '../../src/domain/records/objective.ts'
import { PlanAction } from '../../src/domain/records/planAction.ts'
import { PublishedOn } from '../../src/domain/records/publishedOn.ts'
import { ReportSection } from '../../src/domain/records/reportSection.ts'
import { askingRows, notAsked, readersTyped, staffToAsk, toRead } from '../../src/domain/rules/askReaders.ts'
import { sirCodesOn } from '../../src/domain/rules/sirHeadings.ts'

const today = '2026-11-23'
const key = '01ARZ3NDEKTSV4RRFFQ69G5FAA'
const context = (more: Partial<DutyContext> = {}): DutyContext =>
  ({ today, school: null, nameOf: () => null, chased: () => null, ...more }) as DutyContext
const kept = <T>(record: T, name: string) => ({ ...record, key: name }) as Stored<T>
const duty = (name: string) => duties.find((one) => one.name === name)!
const reading = (type: { readonly name: string }, rows: readonly unknown[]) =>
  context({ rows: (name) => (name === type.name ? (rows as never) : []) })

test('a heading of the SEN information report is red without a text, amber when it is older than the setting, green else', () => {
  const section = (given: Partial<ReportSection>) => blank(ReportSection, { heading: 'kinds', ...given })
  const light = (
    given: Partial<ReportSection>,
    school: { from: string; reportReview: number } | null = null,
  ) => sectionStanding(section(given), 'kinds', school as never, today).light
  expect(sectionStanding(null, 'kinds', null, today)).toMatchObject({
    light: 'missing',
    due: { day: null, why: { strength: 'must', source: expect.stringContaining('Schedule 1') } },
  })
  expect(light({ reviewed: today })).toBe('missing')
  expect(light({ text: 'x' })).toBe('old')
  expect(light({ text: 'x', reviewed: '2025-11-24' })).toBe('fine')
  expect(light({ text: 'x', reviewed: '2025-11-23' })).toBe('old')
  expect(light({ text: 'x', reviewed: '2026-05-01' }, { from: '2026-09-01', reportReview: 6 })).toBe('old')
})

test('a special school is not asked for the mainstream headings; what nobody began is owed once something was', () => {
  const mainstream = sirCodesOn(today, 'primary')
  expect(mainstream).toHaveLength(23)
  expect(sirCodesOn(today, 'special')).toEqual(
    mainstream.filter((code) => code !== 'identify' && code !== 'senco'),
  )
  expect(sirCodesOn('2014-08-31', 'primary')).toEqual([])
  expect(headingsWithout([{ heading: 'kinds' }], null, today)).toHaveLength(22)
  const { owed } = duty('sections')
  expect(owed!([], context())).toEqual([])
  const [one, ...others] = owed!([kept(blank(ReportSection, { heading: 'kinds' }), 'A')] as never, context())
  expect(others).toEqual([])
  expect(one!.what).toContain('22')
})

test('the newest publication of a kind says when the next is due: the report every year, others by the day written down', () => {
  const published = (name: string, given: Partial<PublishedOn>) =>
    kept(blank(PublishedOn, { what: 'report', on: '2025-10-01', ...given }), name)
  const old = published('A', {})
  const newer = published('B', { on: '2026-09-10' })
  const standing = (row: unknown, rows: readonly unknown[]) =>
    duty('website').standing(row as never, reading(PublishedOn, rows))
  expect(stateOf(standing(old, [old]), today)).toBe('overdue')
  expect(standing(old, [old]).due!.day).toBe('2026-10-01')
  expect(standing(old, [old, newer])).toMatchObject({ is: 'done', due: null })
  expect(standing(newer, [old, newer]).due!.day).toBe('2027-09-10')
  const same = [published('A', { on: today }), published('B', { on: today })]
  // Of two on one day exactly one counts.
  expect(same.filter((row) => standing(row, same).due !== null)).toHaveLength(1)
  const policy = published('C', { what: 'policy' })
  expect(standing(policy, [policy]).due).toBeNull()
  expect(standing({ ...policy, againBy: '2026-12-01' }, [policy]).due!.day).toBe('2026-12-01')
})

test('an objective says how far its actions are; it waits to be closed until somebody said how it ended', () => {
  const objective = kept(blank(Objective, { title: 'x', by: '2027-07-20' }), 'O')
  const action = (given: Partial<PlanAction>) => blank(PlanAction, { what: 'y', objective: 'O', ...given })
  const word = (actions: readonly unknown[]) =>
    duty('objectives').standing(objective as never, reading(PlanAction, actions)).word
  expect(word([])).toBe('No action yet')
  expect(word([action({ doneOn: today }), action({ by: '2026-11-01' })])).toBe(
    '1 of 2 actions done, 1 overdue',
  )
  expect(word([action({ doneOn: today }), action({ by: today })])).toBe('1 of 2 actions done')
  const steps = duty('objectives').steps.filter(({ offered }) => offered(objective as never))
  expect(steps.map(({ asks }) => asks)).toEqual(['outcome'])
})

test('a policy is due on the day that was written down, else so many months after its approval', () => {
  const due = (reviewBy: string | null, approvedOn: string | null, every: number | null) =>
    policyDue({ reviewBy, approvedOn, every }).day
  expect(due('2027-01-05', '2026-01-31', 12)).toBe('2027-01-05')
  expect(due(null, '2026-01-31', 1)).toBe('2026-02-28')
  expect(due(null, null, 12)).toBeNull()
})

test('asking to read: each once, by address where there is one; a new version asks anew', () => {
  const row = (name: string, userPrincipalName: string | null, until: string | null = null) => ({
    name,
    userPrincipalName,
    from: null,
    until,
  })
  const staff = staffToAsk(
    [
      row('Ann Lee', 'a.lee@school.test'),
      row('Ann Lee', 'A.Lee@school.test'),
      row('Ann Lee', null),
      row('Bo Kay', null),
      row('Gone', 'gone@school.test', '2026-07-20'),
    ],
    today,
  )
  expect(staff.map(({ name, address }) => [name, address])).toEqual([
    ['Ann Lee', 'a.lee@school.test'],
    ['Bo Kay', null],
  ])
  const policy = { key, name: 'SEND policy', version: '2026', link: null }
  const rows = askingRows(policy, staff, today)
  expect(askingRows(policy, staff, today).map((one) => one.key)).toEqual(rows.map((one) => one.key))
  const asked = rows.map(({ record }) => record)
  expect(notAsked(staff, asked)).toEqual([])
  expect(readingsOf({ ...policy, version: '2027' }, asked).asked).toEqual([])
  expect(askingRows({ ...policy, version: '2027' }, staff, today)[0]!.key).not.toBe(rows[0]!.key)
  expect(toRead(asked, 'A.LEE@school.test')).toHaveLength(1)
  expect(toRead(asked, '')).toEqual([])
  expect(toRead([{ ...asked[0]!, readOn: today }], 'a.lee@school.test')).toEqual([])
})

test('whatever is typed as names, nobody without a name is asked, and nothing is too long to be stored', () => {
  expect(readersTyped('Ann Lee, a.lee@school.test\n\n , x@y\nBo Kay; mornings')).toEqual([
    { name: 'Ann Lee', address: 'a.lee@school.test' },
    { name: 'Bo Kay', address: null },
  ])
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const { name, address } of readersTyped(text)) {
        expect(name.trim()).not.toBe('')
        expect(Math.max(name.length, address?.length ?? 0)).toBeLessThanOrEqual(120)
      }
    }),
  )
})

test('a heading of the self-evaluation names its gaps; headings end and begin with their days', () => {
  const heading = (name: string, given: Partial<EvaluationHeading>) =>
    kept(blank(EvaluationHeading, { title: name, from: '2025-11-10', ...given }), name)
  const all = [
    heading('B', { order: 2 }),
    heading('A', { order: 1 }),
    heading('Ended', { until: '2026-08-31' }),
    heading('Later', { from: '2027-01-01' }),
  ]
  expect(headingsOn(all, today).map(({ title }) => title)).toEqual(['A', 'B'])
  const piece = (given: Partial<Evidence>) =>
    blank(Evidence, { heading: 'A', title: 'x', says: 'strength', asOf: today, ...given })
  expect(gapsOf('A', [], null, today)).toEqual(['nothing'])
  expect(gapsOf('A', [piece({})], null, today)).toEqual(['noBetter'])
  expect(gapsOf('A', [piece({}), piece({ says: 'better' })], null, today)).toEqual([])
  expect(gapsOf('A', [piece({ asOf: '2025-01-01' }), piece({ says: 'better', asOf: null })], null, today)).toEqual(['old']) // prettier-ignore
  expect(gapsOf('B', [piece({ also: 'B' })], null, today)).toEqual(['noBetter'])
})
