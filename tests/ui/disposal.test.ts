import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, fieldsOf, type Stored } from '../../src/domain/record.ts'
import { Disposal } from '../../src/domain/records/disposal.ts'
import { Hold } from '../../src/domain/records/hold.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { RetentionRule } from '../../src/domain/records/retentionRule.ts'
import { Review } from '../../src/domain/records/review.ts'
import { belongingTypes, fileMark } from '../../src/domain/rules/belongings.ts'
import { dispose } from '../../src/tab/records/retention/dispose.ts'
import { planFor, readGrounds, stopOf } from '../../src/tab/records/retention/grounds.ts'
import { goingTypes, rowsIn } from '../../src/tab/records/retention/everything.ts'
import { anyRecord } from '../graph/records.ts'
import { type Oakfield, oakfieldSchool, sencoSite } from '../graph/oakfield.ts'

const today = '2026-11-22'
const old = blank(Pupil, {
  surname: 'Leaver',
  forename: 'Una',
  dateOfBirth: '1990-02-10',
  left: '2008-07-18',
  status: 'K',
})
const reachOf = (school: Oakfield, persona = 'senco') => {
  const { records, files } = school.as(persona)
  return { records, files, audiences: ['senco', 'staff'] as const }
}
const planOf = async (school: Oakfield, pupil: string) => {
  const grounds = await readGrounds(reachOf(school))
  return planFor(grounds, pupil, today)
}
const disposeOf = async (school: Oakfield, pupil: string) =>
  dispose(await planOf(school, pupil), { reach: reachOf(school), today, decidedBy: 'Helen Marsh' })
const logOf = async (school: Oakfield) => (await school.as('senco').records.store(Disposal).all()).records
const pupilIn = async (school: Oakfield) => {
  const store = school.as('senco').records.store(Pupil)
  return store.archive(await store.create(old), 'Left')
}

/** What the sites hold, without what lies in their recycle bins. */
const kept = (school: Oakfield): string =>
  JSON.stringify(school.admin.dump(), (name, value: unknown) => (name === 'bin' ? undefined : value))

/** A row of every type that can belong to a pupil, each tied to the rows before it; holds lifted, requests answered. */
const filled = async (school: Oakfield, given: Partial<Pupil> = {}) => {
  const made = new Map<string, Stored<object>>()
  const settled: Record<string, object> = {
    Pupil: { ...old, ...given },
    Hold: { from: '2010-01-01', lifted: '2011-01-01', kind: 'other' },
    AccessRequest: { state: 'sent', received: '2010-01-01', sent: '2010-01-20' },
    UnsavedText: { recordType: 'Contributor' },
    Withholding: { recordType: 'Review', decision: 'give' },
  }
  for (const { type } of belongingTypes().toReversed()) {
    const [record] = fc.sample(anyRecord(type, { full: true }), { numRuns: 1, seed: 7 })
    const keys = fieldsOf(type).flatMap(([name, field]) =>
      field.kind === 'key' ? [[name, made.get(field.to)?.key ?? (field.required ? newKey() : null)]] : [],
    )
    const own = settled[type.name] ?? {}
    const pointed = 'recordType' in own ? { record: made.get(String(own.recordType))!.key } : {}
    const store = school.as('it').records.store(type)
    made.set(type.name, await store.create({ ...record, ...Object.fromEntries(keys), ...own, ...pointed }))
  }
  return made
}

test('everything of a pupil goes, nothing of another does, and only the two logs still know its key', async () => {
  const school = await oakfieldSchool()
  const [mine, other] = [await filled(school), await filled(school, { surname: 'Stays' })]
  const pupil = mine.get('Pupil')!.key
  const { files } = school.as('senco')
  const review = mine.get('Review')!.key
  await files.save(
    'senco',
    `Reviews/UL 2007-03-10 ${fileMark(review)}.docx`,
    new Uint8Array([1]),
    'text/plain',
  )
  await files.save(
    'senco',
    `Reviews/US 2007-03-10 ${fileMark(other.get('Review')!.key)}.docx`,
    new Uint8Array([1]),
    'text/plain',
  )

  const plan = await planOf(school, pupil)
  expect(rowsIn(plan.own)).toBe(goingTypes().length)
  expect(plan.own.files.map(({ name }) => name)).toEqual([`UL 2007-03-10 ${fileMark(review)}.docx`])
  expect(await disposeOf(school, pupil)).toMatchObject({ is: 'done' })

  const left = kept(school)
  for (const [name, { key }] of mine)
    if (name !== 'Pupil' && name !== 'Disclosure')
      expect(left.includes(key), `something names the ${name}`).toBe(false)
  expect(left.split(pupil).length - 1, 'the two logs').toBe(2)
  expect(left).toContain(mine.get('Disclosure')!.key)
  expect(left.includes(fileMark(review)), 'the document').toBe(false)
  for (const [name, { key }] of other) expect(left.includes(key), `the other pupil’s ${name}`).toBe(true)
  const [log] = await logOf(school)
  expect(log).toMatchObject({
    subject: pupil,
    state: 'done',
    group: 'sendFile',
    due: '2021-02-10',
    rows: goingTypes().length,
    files: 1,
    decidedBy: 'Helen Marsh',
    rule: '31 years, counted from: date of birth; as is usual',
  })
  expect(log!.listed).toContain('Reviews 1')
  expect(JSON.stringify(log)).not.toMatch(/Leaver|Una/)
})

test('broken off at any deletion, it is shown as begun and goes on to the same end', async () => {
  for (const after of [0, 1, 7, 18]) {
    const school = await oakfieldSchool()
    const pupil = (await filled(school)).get('Pupil')!.key
    const send = school.emulator.handle
    let deletions = 0
    school.emulator.handle = async (request) => {
      if (request.method === 'DELETE' && (deletions += 1) > after) throw new TypeError('the network is gone')
      return send(request)
    }
    expect(await disposeOf(school, pupil)).toMatchObject({ is: 'trouble', trouble: { code: 'offline' } })
    school.emulator.handle = send
    const plan = await planOf(school, pupil)
    expect(plan.begun, 'still in the queue').not.toBeNull()
    expect(rowsIn(plan.own)).toBe(goingTypes().length - after)
    // Time goes on here by waiting.
    school.admin.set({ throttle: { next: 1, retryAfter: 5 } })
    const store = school.as('senco').records.store(Need)
    await store.create(blank(Need, { pupil, type: 'SLCN', from: today } as never))
    expect(await disposeOf(school, pupil)).toMatchObject({ is: 'done' })
    const log = await logOf(school)
    expect(log).toHaveLength(1)
    expect(log[0]).toMatchObject({ state: 'done', rows: goingTypes().length + 1 })
    expect(kept(school).split(pupil).length - 1, 'the two logs').toBe(2)
  }
})

test('a log whose last line was lost is closed on going on, with nothing left to delete', async () => {
  const school = await oakfieldSchool()
  const { key } = await pupilIn(school)
  const send = school.emulator.handle
  school.emulator.handle = async (request) => {
    if (request.method === 'PATCH') throw new TypeError('the network is gone')
    return send(request)
  }
  expect(await disposeOf(school, key)).toMatchObject({ is: 'trouble' })
  school.emulator.handle = send
  expect((await logOf(school))[0]).toMatchObject({ state: 'begun', rows: 1 })
  expect(await planOf(school, key)).toMatchObject({ review: null, own: { lists: [] } })
  expect(await disposeOf(school, key)).toMatchObject({ is: 'done' })
  expect((await logOf(school))[0]).toMatchObject({ state: 'done', rows: 1 })
})

const putOnHold = (school: Oakfield, pupil: string) =>
  school
    .as('it')
    .records.store(Hold)
    .create(blank(Hold, { pupil, from: today, reason: 'A solicitor’s letter', kind: 'tribunal' }))

test('a held pupil can’t be disposed of, also when the hold comes after a person looked', async () => {
  const school = await oakfieldSchool()
  const { key } = await pupilIn(school)
  const seen = await planOf(school, key)
  expect(stopOf(seen, { spoilt: [] })).toBeNull()
  await putOnHold(school, key)
  const disposing = { reach: reachOf(school), today, decidedBy: 'Helen Marsh' }
  expect(await dispose(seen, disposing)).toMatchObject({ is: 'held' })
  expect(await logOf(school), 'nothing was begun').toEqual([])
  expect(await school.as('senco').records.store(Pupil).byKey(key)).toMatchObject({ surname: 'Leaver' })
})

test('a hold whose row somebody put out of sight still holds; only lifting it ends it', async () => {
  const school = await oakfieldSchool()
  const { key } = await pupilIn(school)
  const hold = await putOnHold(school, key)
  const store = school.as('senco').records.store(Hold)
  const archived = await store.archive(hold, 'Tidied')
  expect(await disposeOf(school, key)).toMatchObject({ is: 'held' })
  await store.update(archived, { lifted: today })
  expect((await planOf(school, key)).review!.held).toBeNull()
})

test('a hold that comes at the last moment stops before the first row, and the log says so', async () => {
  const school = await oakfieldSchool()
  const { key } = await pupilIn(school)
  const send = school.emulator.handle
  let once = true
  // The hold is written down while the log's row is on its way.
  school.emulator.handle = async (request) => {
    if (once && request.method === 'POST' && /Disposal/.test(decodeURIComponent(request.url))) {
      once = false
      await putOnHold(school, key)
    }
    return send(request)
  }
  expect(await disposeOf(school, key)).toMatchObject({ is: 'held' })
  school.emulator.handle = send
  expect(await logOf(school)).toMatchObject([{ state: 'stopped' }])
  expect((await school.as('senco').records.store(Pupil).allWithArchived()).records).toHaveLength(1)
})

test('what somebody wrote since the person looked stops it, and names the list', async () => {
  const school = await oakfieldSchool()
  const { key } = await pupilIn(school)
  const reviews = school.as('it').records.store(Review)
  const review = await reviews.create(blank(Review, { pupil: key, type: 'annual', stage: 'closed' } as never))
  const disposing = { reach: reachOf(school), today, decidedBy: 'Helen Marsh' }
  const seen = await planOf(school, key)
  await reviews.update(review, { working: 'Added meanwhile' })
  expect(await dispose(seen, disposing)).toEqual({ is: 'changed', lists: [Review.list] })
  const again = await planOf(school, key)
  await school
    .as('it')
    .records.store(Need)
    .create(blank(Need, { pupil: key, type: 'SLCN', from: today } as never))
  expect(await dispose(again, disposing)).toEqual({ is: 'changed', lists: [Need.list] })
  expect(await logOf(school)).toEqual([])
})

test('nobody is disposed of before the day, on roll, or where a rule or hold can’t be read', async () => {
  const school = await oakfieldSchool()
  const { key } = await pupilIn(school)
  const disposing = { reach: reachOf(school), today, decidedBy: 'Helen Marsh' }
  const early = await planOf(school, key)
  const rules = school.as('senco').records.store(RetentionRule)
  const row = await rules.create(
    blank(RetentionRule, { group: 'sendFile', from: today, counted: 'dateOfBirth', years: 50 }),
  )
  expect(await dispose(early, disposing)).toEqual({ is: 'notDue' })
  await rules.archive(row, 'Entered by mistake')
  const others = await school
    .as('senco')
    .records.store(Pupil)
    .create({ ...old, surname: 'Other' })
  const hold = await putOnHold(school, others.key)
  await school.admin.editRow(sencoSite, Hold.list, Number(hold.id), { gtFrom: null })
  // Whose hold that is, nobody can be sure of any more.
  expect(await dispose(await planOf(school, key), disposing)).toEqual({ is: 'spoilt', lists: [Hold.list] })
  expect(await logOf(school)).toEqual([])
})

test('a primary leaver’s copy waits for the next school’s receipt, and goes once its day is recorded', async () => {
  const school = await oakfieldSchool()
  const store = school.as('senco').records.store(Pupil)
  const leaver = { ...old, dateOfBirth: '2015-03-02', admitted: '2019-09-03', left: '2026-07-21' }
  const pupil = await store.archive(await store.create(leaver), 'Left')
  const reviewNow = async () => (await planOf(school, pupil.key)).review!
  expect(await reviewNow()).toMatchObject({ noDay: 'noReceipt', day: null, due: false })
  expect(await disposeOf(school, pupil.key)).toEqual({ is: 'notDue' })
  // A receipt from an earlier time at this school is not for this file.
  const earlier = await store.update(pupil, { fileReceived: '2018-07-20' })
  expect(await reviewNow()).toMatchObject({ noDay: 'noReceipt', due: false })
  const later = await store.update(earlier, { fileReceived: '2026-11-23' })
  expect(await reviewNow(), 'a day to come').toMatchObject({ day: '2026-11-23', due: false })
  await store.update(later, { fileReceived: '2026-09-14' })
  expect(await reviewNow()).toMatchObject({ group: 'passedOn', day: '2026-09-14', due: true })
  expect(await disposeOf(school, pupil.key)).toMatchObject({ is: 'done', log: { group: 'passedOn' } })
})

test('a reader can’t dispose of anything', async () => {
  const school = await oakfieldSchool()
  const { key } = await pupilIn(school)
  const plan = await planOf(school, key)
  expect(await dispose(plan, { reach: reachOf(school, 'head'), today, decidedBy: 'Head' })).toMatchObject({
    is: 'trouble',
    trouble: { code: 'noAccess' },
  })
  expect((await school.as('senco').records.store(Pupil).allWithArchived()).records).toHaveLength(1)
})
