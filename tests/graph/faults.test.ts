import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { connect } from '../../src/graph/connect.ts'
import { oakfield, type Oakfield, oakfieldSchool, oakfieldWithoutLists, sencoSite } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const pupilsOf = (school: Oakfield, persona = 'senco') => school.as(persona).records.store(Pupil)
const onlyOne = async (school: Oakfield) => {
  const { records } = await pupilsOf(school).all()
  expect(records).toHaveLength(1)
  return records[0]!
}
const code = (expected: string) => ({ trouble: { code: expected } })

test.each([['lostBefore'], ['lostAfter'], ['busy'], ['busyEmpty'], ['throttled']] as const)(
  'a create that meets %s ends as one row',
  async (answer) => {
    const school = await oakfieldSchool()
    school.admin.fault({ answer, method: 'POST', path: '/items$' })
    const made = await pupilsOf(school).create(amira)
    expect(made).toEqual(await onlyOne(school))
  },
)

test('a create whose answer is lost five times over, and tried each time by the person, ends as one row', async () => {
  const school = await oakfieldSchool()
  const key = newKey()
  for (let tries = 0; tries < 5; tries += 1) {
    school.admin.fault({ answer: 'lostAfter', method: 'POST', path: '/items$' })
    school.admin.fault({ answer: 'lostBefore', method: 'GET', path: 'gtKey', times: 2 })
    await pupilsOf(school)
      .create(amira, key)
      .catch(() => null)
  }
  expect((await onlyOne(school)).key).toBe(key)
})

test.each([[400], [409], [500]] as const)(
  'a key that is there already, told as %i, gives the row that is there',
  async (status) => {
    const school = await oakfieldSchool()
    school.admin.set({ duplicateStatus: status })
    const first = await pupilsOf(school).create(amira)
    expect(await pupilsOf(school).create({ ...amira, forename: 'Ben' }, first.key)).toEqual(first)
    const [again] = await pupilsOf(school).createMany([{ key: first.key, record: amira }])
    expect(again).toEqual({ key: first.key, outcome: 'stored', record: first })
    await onlyOne(school)
  },
)

test.each([
  ['lostBefore', 1, 'stored'],
  ['lostAfter', 1, 'stored'],
  ['lostBefore', 2, 'offline'],
] as const)('a change whose answer is %s (%i times) is %s', async (answer, times, outcome) => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create(amira)
  school.admin.fault({ answer, method: 'PATCH', times })
  const said = await pupilsOf(school)
    .update(made, { className: 'Oak' })
    .then(
      ({ className }) => (className === 'Oak' ? 'stored' : 'wrong'),
      (thrown) => thrown.code,
    )
  expect(said).toBe(outcome)
  expect((await onlyOne(school)).className).toBe(outcome === 'stored' ? 'Oak' : null)
})

test.each([['lostBefore'], ['lostAfter']] as const)(
  'a batch that is %s is looked through and finished, no row twice',
  async (answer) => {
    const school = await oakfieldSchool()
    const given = Array.from({ length: 45 }, (_, index) => ({ key: newKey(index + 1), record: amira }))
    school.admin.fault({ answer, method: 'POST', path: '/\\$batch' })
    const written = await pupilsOf(school).createMany(given)
    expect(written.map(({ outcome }) => outcome)).toEqual(given.map(() => 'stored'))
    const { records } = await pupilsOf(school).all()
    expect(records.map(({ key }) => key).sort()).toEqual(given.map(({ key }) => key))
    school.admin.fault({ answer, method: 'POST', path: '/\\$batch' })
    const changed = await pupilsOf(school).updateMany(
      records.map((stored) => ({ stored, changes: { className: 'Oak' } })),
    )
    expect(changed.map(({ outcome }) => outcome)).toEqual(given.map(() => 'stored'))
  },
)

test.each([[7], [null]])(
  'throttled parts of a batch are sent again (Retry-After %s), the others are not',
  async (retryAfter) => {
    const school = await oakfieldSchool()
    const given = Array.from({ length: 20 }, (_, index) => ({ key: newKey(index + 1), record: amira }))
    const store = pupilsOf(school)
    await store.all()
    school.admin.clearLog()
    school.admin.set({ throttle: { next: 6, retryAfter } })
    const written = await store.createMany(given)
    expect(written.map(({ outcome }) => outcome)).toEqual(given.map(() => 'stored'))
    expect(school.admin.log().filter(({ path }) => path.endsWith('/items'))).toHaveLength(26)
    expect(school.waits).toHaveLength(1)
    expect(school.waits[0]).toBeGreaterThanOrEqual(retryAfter === null ? 1000 : 7000)
  },
)

test('a batch that stays throttled ends, says until when, and sends no more', async () => {
  const school = await oakfieldSchool()
  const given = Array.from({ length: 60 }, (_, index) => ({ key: newKey(index + 1), record: amira }))
  const store = pupilsOf(school)
  await store.all()
  school.admin.set({ throttle: { rate: 1, retryAfter: 50 } })
  school.admin.clearLog()
  const written = await store.createMany(given)
  expect(written.map(({ outcome }) => outcome)).toEqual(given.map(() => 'refused'))
  expect(written[59]).toMatchObject({
    problem: { trouble: { code: 'busy', until: expect.stringMatching(/^2026-07-14T09:0/) } },
  })
  expect(school.waits).toEqual([50_000, 50_000])
  expect(school.admin.log().filter(({ path }) => path === '/$batch')).toHaveLength(3)
})

test('a short throttle is waited out, a long one is told at once', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  await store.all()
  school.admin.set({ throttle: { next: 2, retryAfter: 4 } })
  await store.all()
  expect(school.waits).toEqual([4000, 4000])
  school.admin.set({ throttle: { next: 1, retryAfter: 120 } })
  await expect(store.all()).rejects.toMatchObject({
    trouble: { code: 'busy', until: '2026-07-14T09:02:08.000Z' },
  })
  expect(school.waits).toHaveLength(2)
})

test('a list past its threshold answers 429 for ever, and the asking ends', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  await store.create(amira)
  school.admin.set({ threshold: 0 })
  await expect(store.about('surname', 'Khan')).rejects.toMatchObject(code('busy'))
  expect(school.waits).toHaveLength(3)
  expect((await store.all()).records).toHaveLength(1)
})

test('without a network it is offline, after one more try to read', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  await store.all()
  school.admin.fault({ answer: 'lostBefore', method: 'GET' })
  expect((await store.all()).records).toEqual([])
  school.admin.fault({ answer: 'lostBefore', times: 100 })
  await expect(store.all()).rejects.toMatchObject(code('offline'))
  await expect(store.create(amira)).rejects.toMatchObject(code('offline'))
  const many = Array.from({ length: 100 }, () => ({ key: newKey(), record: amira }))
  school.admin.clearLog()
  const written = await store.createMany(many)
  expect(written.map((each) => each.outcome === 'refused' && each.problem)).toEqual(
    many.map(() => expect.objectContaining(code('offline'))),
  )
  expect(school.admin.log().length).toBeLessThan(10)
})

test('a claims challenge is answered with the claims, once', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  school.admin.set({ claimsChallenge: true })
  expect((await store.all()).records).toEqual([])
  expect(school.asked.filter((options) => options?.claims)).toEqual([
    { claims: '{"access_token":{"nbf":{"essential":true,"value":"1757000000"}}}' },
  ])
  expect(await store.create(amira)).toMatchObject(amira)
})

test('a token called back in the middle of a job is fetched again and the job goes on', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  const given = Array.from({ length: 60 }, (_, index) => ({ key: newKey(index + 1), record: amira }))
  const written = await store.createMany(given, (done) => done === 20 && school.admin.expire('senco'))
  expect(written.map(({ outcome }) => outcome)).toEqual(given.map(() => 'stored'))
  expect(school.asked.filter((options) => options?.fresh)).toHaveLength(1)
})

test('a token that Graph never takes is signed out, not asked for again and again', async () => {
  const school = await oakfieldSchool()
  let asked = 0
  const token = async () => {
    asked += 1
    return 'local:nobody'
  }
  const { records } = connect({ school: oakfield, token, send: school.emulator.handle })
  await expect(records.store(Pupil).all()).rejects.toMatchObject(code('signedOut'))
  expect(asked).toBe(2)
})

test('what sign-in throws comes out as it is', async () => {
  const school = await oakfieldSchool()
  const why = new RangeError('no account')
  const { records } = connect({
    school: oakfield,
    token: () => Promise.reject(why),
    send: school.emulator.handle,
  })
  await expect(records.store(Pupil).all()).rejects.toMatchObject({
    trouble: { code: 'unexpected' },
    cause: why,
  })
})

test('who may not read is told so, and who may only read cannot write', async () => {
  const school = await oakfieldSchool()
  await expect(pupilsOf(school, 'teacher').all()).rejects.toMatchObject({
    trouble: { code: 'noAccess', to: 'oakfieldtrust.sharepoint.com/sites/oakfield-senco' },
  })
  const made = await pupilsOf(school).create(amira)
  const head = pupilsOf(school, 'head')
  expect((await head.all()).records).toEqual([made])
  await expect(head.create(amira)).rejects.toMatchObject({ trouble: { code: 'noAccess', to: 'Pupils' } })
  await expect(head.update(made, { className: 'Oak' })).rejects.toMatchObject(code('noAccess'))
})

test('access to each site is asked once and told apart from a failure', async () => {
  const school = await oakfieldSchool()
  const { records } = school.as('teacher')
  school.admin.fault({ answer: 'busyEmpty', times: 4 })
  await expect(records.mayRead('staff')).rejects.toMatchObject(code('busy'))
  school.admin.clearLog()
  for (let times = 0; times < 3; times += 1) {
    expect([
      await records.mayRead('staff'),
      await records.mayRead('senco'),
      await records.mayRead('governors'),
    ]).toEqual([true, false, false])
  }
  expect(school.admin.log()).toHaveLength(2)
})

test('a site without its lists, a list without a column and a row that went are each said', async () => {
  const bare = await oakfieldWithoutLists()
  await expect(pupilsOf(bare).all()).rejects.toMatchObject({
    trouble: { code: 'notSetUp', missing: 'Pupils' },
  })
  await expect(pupilsOf(bare).create(amira)).rejects.toMatchObject(code('notSetUp'))
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create({ ...amira, className: 'Oak' })
  await school.admin.dropColumn(sencoSite, 'Pupils', 'gtClassName')
  await expect(pupilsOf(school).update(made, { className: 'Ash' })).rejects.toMatchObject({
    trouble: { code: 'notSetUp', missing: 'Pupils: Class' },
  })
  await expect(pupilsOf(school).about('className', 'Oak')).rejects.toMatchObject(code('notSetUp'))
  await expect(pupilsOf(school).update({ ...made, id: '99' }, { keyAdult: 'Jo' })).rejects.toMatchObject(
    code('gone'),
  )
})

test('a reading that was given up stops, and is no Problem', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  await store.all()
  const leaving = new AbortController()
  school.admin.set({ throttle: { rate: 1, retryAfter: 2 } })
  const reading = store.all({ signal: leaving.signal })
  leaving.abort()
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
})

test('no value of a record is in what a Problem says', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  const made = await store.create({ ...amira, surname: 'Zyxwvut' })
  const answers = [
    'conflict412',
    'locked',
    'tooExpensive',
    'lostBefore',
    { status: 500 },
    { status: 400, body: { error: { code: 'invalidRequest', message: 'Bad value Zyxwvut' } } },
  ] as const
  for (const answer of answers) {
    school.admin.fault({ answer, method: 'PATCH' })
    const thrown: Error = await store.update(made, { surname: 'Zyxwvut-Two' }).catch((problem) => problem)
    expect(`${thrown.message} ${JSON.stringify(thrown.cause)}`).not.toContain('Zyxwvut')
  }
  await expect(store.update(made, { surname: 'Zyxwvut'.repeat(40) })).rejects.toThrow(/^Pupils: surname/)
})

test.each([[{}], [{ error: { code: 'InternalServerError' } }], [{ value: null }]])(
  'an answer of %j is never taken for an empty list',
  async (body) => {
    const school = await oakfieldSchool()
    const store = pupilsOf(school)
    await store.create(amira)
    school.admin.fault({ answer: { status: 200, body }, method: 'GET', path: 'items' })
    await expect(store.all()).rejects.toMatchObject(code('unexpected'))
  },
)

test('a change that was done late, in a row that can’t be looked at, is not called somebody else’s', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create(amira)
  let late = true
  const send = async (request: Request): Promise<Response> => {
    const asked = request.method === 'POST' ? await request.clone().text() : ''
    if (asked.includes('"GET"')) throw new TypeError('fetch failed')
    const answer = await school.emulator.handle(request)
    if (!late || !request.url.endsWith('/$batch')) return answer
    late = false
    return Response.json({ responses: [{ id: '0', status: 504 }] })
  }
  const token = () => Promise.resolve(school.admin.tokenFor('senco'))
  const { records } = connect({ school: oakfield, send, token, sleep: async () => {} })
  const [written] = await records.store(Pupil).updateMany([{ stored: made, changes: { className: 'Oak' } }])
  expect(written).toMatchObject({ outcome: 'refused', problem: code('offline') })
  expect((await onlyOne(school)).className).toBe('Oak')
})
