import { expect, test } from 'vitest'
import { duties } from '../../src/domain/duties/index.ts'
import { changesOf, type DutyContext, nextSteps, ofPupil, stateOf } from '../../src/domain/duties/duty.ts'
import { servicesFor } from '../../src/domain/duties/localOffer.ts'
import { waitingTimes } from '../../src/domain/duties/waitingTimes.ts'
import { blank, check, fieldOf, type Stored } from '../../src/domain/record.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Referral } from '../../src/domain/records/referral.ts'
import { Service } from '../../src/domain/records/service.ts'
import { isAddress, needTypesIn } from '../../src/domain/rules/serviceWords.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { dutyListNames } from '../../src/domain/rules/todayTypes.ts'

const today = '2026-11-23'
const context: DutyContext = {
  today,
  school: null,
  nameOf: (type) => (type === 'Service' ? 'The clinic' : null),
  chased: () => null,
  calendar: calendarOf([]),
  stage: () => null,
}
const duty = duties.find(({ name }) => name === 'referrals')!
const pupil = '01ARZ3NDEKTSV4RRFFQ69G5FAA'
const row = (given: Partial<Referral>) =>
  ({ ...blank(Referral, { pupil, service: pupil, reason: 'x', ...given }), key: 'R' }) as Stored<Referral>
const standing = (given: Partial<Referral>, more: Partial<DutyContext> = {}) =>
  duty.standing(row(given) as never, { ...context, ...more })

test('each duty is on Today, names fields that are there, and asks all that its record can’t do without', () => {
  const asking = duties.filter(({ asksNothing }) => !asksNothing)
  expect(asking.map(({ name }) => name).toSorted()).toEqual(dutyListNames.toSorted())
  for (const { type, form, steps, name } of duties) {
    expect(recordTypes, name).toContain(type)
    const fields = [...form.fields, ...form.past, ...form.groups.flatMap((group) => group.fields)]
    for (const field of [...fields, ...steps.map((step) => step.field)])
      expect(fieldOf(type, field)).toBeTruthy()
    const shown = new Set(form.groups.flatMap((group) => group.fields))
    // What a person can't see, they can't put right; whose it is stays.
    for (const field of Object.keys(type.fields))
      if (field !== 'pupil') expect([...shown], name).toContain(field)
    const asked = new Set([...form.fields, ...Object.keys(form.given(today))])
    for (const [field, { required }] of Object.entries(type.fields as Record<string, { required?: true }>))
      if (required) expect([...asked], `${name} asks for ${field}`).toContain(field)
  }
  expect(duties.filter(ofPupil).every(({ tells }) => tells !== undefined)).toBe(true)
})

test('a referral is not sent before somebody agreed, and every step leads on to another state', () => {
  const message = check(Referral, blank(Referral, { pupil, service: pupil, reason: 'x', sentOn: today }))
  expect(message).toEqual([{ field: 'sentOn', message: expect.stringContaining('Agreement') }])
  const offered = (given: Partial<Referral>) =>
    nextSteps(duty.steps, row(given) as never).map(({ field }) => field)
  expect(offered({})).toEqual(['consentOn'])
  expect(offered({ consentHow: 'written' })).toContain('sentOn')
  const sent = { consentHow: 'written', sentOn: today } as const
  expect(offered(sent)).toEqual(
    expect.arrayContaining(['acknowledgedOn', 'listedOn', 'seenOn', 'reportOn', 'declinedOn']),
  )
  for (const step of nextSteps(duty.steps, row(sent) as never)) {
    if (step.asks) continue
    const changed = { ...row(sent), ...(changesOf(step, row(sent) as never, today) as Partial<Referral>) }
    expect(check(Referral, changed), step.field).toEqual([])
    expect(standing(changed).word, step.field).not.toBe(standing(sent).word)
  }
  expect(standing({ ...sent, closedOn: today, outcome: 'advice' })).toMatchObject({ is: 'done', due: null })
})

test('whoever was asked is asked again when the setting says, later where they were reminded, on the day that was written down before all', () => {
  const sent = { consentHow: 'written', sentOn: '2026-11-01' } as const
  expect(standing(sent).due).toMatchObject({ day: '2026-11-15', why: { strength: 'recommended' } })
  expect(stateOf(standing(sent), today)).toBe('overdue')
  const own = standing(sent, { school: { from: '2026-09-01', referralReply: 30 } as never })
  expect(own.due).toMatchObject({ day: '2026-12-01', why: { strength: 'local' } })
  const reminded = { key: 'C', on: '2026-11-20', to: null, times: 1, again: '2026-11-27', answered: false }
  expect(standing(sent, { chased: () => reminded }).due?.day).toBe('2026-12-04')
  expect(standing({ ...sent, chaseOn: '2026-12-24' }).due?.day).toBe('2026-12-24')
  expect(standing({ ...sent, listedOn: '2026-11-10' }).due?.day).toBe(addDays('2026-11-10', 84))
  expect(standing({ ...sent, seenOn: '2026-11-10' }).due?.day).toBe(addDays('2026-11-10', 28))
})

test('waiting times: the median of those who were seen, who still waits, and small numbers hidden', () => {
  const one = (sentOn: string, seenOn: string | null) => ({ ...row({ sentOn, seenOn }), service: 'S' })
  const all = [one('2026-01-01', '2026-01-11'), one('2026-01-01', '2026-01-31'), one('2026-11-13', null)]
  expect(waitingTimes(all, today, 1)).toMatchObject([
    { seen: '2', median: '20 days', longest: '30 days', waiting: '1', longestNow: '10 days' },
  ])
  expect(waitingTimes(all, today, 5)).toMatchObject([
    {
      seen: 'fewer than 5',
      median: 'hidden',
      longest: 'hidden',
      waiting: 'fewer than 5',
      longestNow: 'hidden',
    },
  ])
  expect(waitingTimes([one('2026-11-13', null)], today, 1)[0]!.median).toBe('none seen yet')
})

test('services are offered by need and age, the pupil’s own needs first', () => {
  const service = (name: string, given: Partial<Service>) => blank(Service, { name, kind: 'other', ...given })
  const all = [
    service('Any', {}),
    service('Older', { needs: 'SLCN', ageFrom: 11 }),
    service('Other need', { needs: 'HI' }),
    service('Second', { needs: 'ASD' }),
    service('First', { needs: 'slcn and ASD', ageTo: 11 }),
  ]
  const needs = [
    blank(Need, { pupil, type: 'ASD', rank: 2 }),
    blank(Need, { pupil, type: 'SLCN', rank: 1 }),
    blank(Need, { pupil, type: 'HI', rank: 3, until: '2026-01-01' }),
  ]
  const names = servicesFor(all, { dateOfBirth: '2018-11-24' }, needs, today).map(({ name }) => name)
  expect(names).toEqual(['First', 'Second', 'Any'])
  expect(needTypesIn('SLCN, banana')).toBeNull()
  expect(isAddress('javascript:alert(1)')).toBe(false)
})
