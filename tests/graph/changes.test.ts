import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { newKey } from '../../src/domain/key.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { connect } from '../../src/graph/connect.ts'
import { newColumns } from '../../src/graph/rows.ts'
import { oakfield, type Oakfield, oakfieldSchool, sencoSite } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const pupilsOf = (school: Oakfield, persona = 'senco') => school.as(persona).records.store(Pupil)
const deltas = (school: Oakfield) => school.admin.log().filter(({ path }) => path.includes('/delta'))

test('without a token all rows come; with one, what was added, changed, archived and deleted since', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  const [a, b, c] = [
    await store.create(amira),
    await store.create({ ...amira, forename: 'Ben' }),
    await store.create({ ...amira, forename: 'Cai' }),
  ]
  const first = await store.changes(null)
  expect(first).toMatchObject({ records: [a, b, c], unreadable: [], removed: [], whole: true })
  expect(await store.changes(first.token)).toMatchObject({ records: [], removed: [], whole: false })
  const changed = await store.update(a, { className: 'Oak' })
  const archived = await store.archive(b, 'Left')
  await store.dispose(c)
  const d = await pupilsOf(school, 'it').create({ ...amira, forename: 'Dev' })
  const second = await store.changes(first.token)
  expect(second).toMatchObject({ records: [changed, archived, d], removed: [c.id], whole: false })
  const third = await store.changes(second.token)
  expect([third.records, third.removed]).toEqual([[], []])
})

test('changes longer than a page are read to their end', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  const { token } = await store.changes(null)
  const given = Array.from({ length: 1_250 }, (_, index) => ({ key: newKey(index + 1), record: amira }))
  await store.createMany(given)
  const { records } = await store.changes(token)
  expect(records.map(({ key }) => key)).toEqual(given.map(({ key }) => key))
})

test('a token that is too old starts anew, once', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  const made = await store.create(amira)
  const { token } = await store.changes(null)
  school.admin.fault({ answer: 'deltaGone', path: '/delta' })
  const anew = await store.changes(token)
  expect(anew).toMatchObject({ records: [made], removed: [], whole: true })
  expect(await store.changes(anew.token)).toMatchObject({ records: [], whole: false })
  school.admin.clearLog()
  school.admin.fault({ answer: 'deltaGone', path: '/delta', times: 100 })
  await expect(store.changes(token)).rejects.toMatchObject({ trouble: { code: 'unexpected' } })
  await expect(store.changes(null)).rejects.toMatchObject({ trouble: { code: 'unexpected' } })
  expect(deltas(school)).toHaveLength(4)
})

test.each([['an error in place of a row'], ['rows without their columns']])(
  'a delta that holds %s is not leaned on: everything is read anew',
  async (what) => {
    const school = await oakfieldSchool()
    const made = await pupilsOf(school).create(amira)
    let spoil = false
    const send = async (request: Request) => {
      const answer = await school.emulator.handle(request)
      if (!spoil || !request.url.includes('/delta') || request.url.includes('latest')) return answer
      const body = (await answer.json()) as { value: object[] }
      const error = { code: 'InternalServerError', message: '' }
      const value = what.startsWith('an error') ? [...body.value, { error }] : [{ id: made.id, eTag: '"x"' }]
      return Response.json({ ...body, value })
    }
    const token = () => Promise.resolve(school.admin.tokenFor('senco'))
    const store = connect({ school: oakfield, token, send }).records.store(Pupil)
    const first = await store.changes(null)
    spoil = true
    const changed = await store.update(made, { className: 'Oak' })
    const anew = await store.changes(first.token)
    expect(anew).toMatchObject({ records: [changed], removed: [], whole: true })
    spoil = false
    expect(await store.changes(anew.token)).toMatchObject({ records: [], whole: false })
  },
)

test('a row changed into nonsense is among the changes as unreadable', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  const made = await store.create(amira)
  const { token } = await store.changes(null)
  await school.admin.editRow(sencoSite, 'Pupils', Number(made.id), { gtStatus: 'Zyxwvut' })
  expect(await store.changes(token)).toMatchObject({
    records: [],
    unreadable: [{ id: made.id, key: made.key, fields: ['status'] }],
  })
})

test.each([['nextLink'], ['deltaLink']])(
  'a %s that leads elsewhere is not followed and gets no token',
  async (link) => {
    const { emulator, admin } = await oakfieldSchool()
    const evil = 'https://evil.example/v1.0/delta?token=1'
    const asked: string[] = []
    const send = async (request: Request) => {
      asked.push(new URL(request.url).origin)
      const answer = await emulator.handle(request)
      if (!request.url.includes('/delta')) return answer
      return Response.json({ value: [], [`@odata.${link}`]: evil })
    }
    const token = () => Promise.resolve(admin.tokenFor('senco'))
    const store = connect({ school: oakfield, token, send }).records.store(Pupil)
    const follow = async () => store.changes((await store.changes(null)).token)
    await expect(follow()).rejects.toMatchObject({ trouble: { code: 'unexpected' } })
    expect(new Set(asked)).toEqual(new Set(['https://graph.microsoft.com']))
  },
)

test('links that lead round in a circle end', async () => {
  const { emulator, admin } = await oakfieldSchool()
  const send = async (request: Request) => {
    const answer = await emulator.handle(request)
    const { pathname, origin, searchParams } = new URL(request.url)
    if (!pathname.endsWith('/items')) return answer
    const next = `${origin}${pathname}?$skiptoken=${searchParams.get('$skiptoken') === 'a' ? 'b' : 'a'}`
    return Response.json({ value: [], '@odata.nextLink': next })
  }
  const token = () => Promise.resolve(admin.tokenFor('senco'))
  const store = connect({ school: oakfield, token, send }).records.store(Pupil)
  await expect(store.all()).rejects.toMatchObject({ trouble: { code: 'unexpected' } })
})

const counted = (
  school: Oakfield,
  spoil: (body: { value: object[] }, url: string) => object = (same) => same,
) => {
  const asked: string[] = []
  const send = async (request: Request) => {
    asked.push(decodeURIComponent(request.url.replace('https://graph.microsoft.com/v1.0', '')))
    const answer = await school.emulator.handle(request)
    if (!answer.ok || !request.url.includes('/delta')) return answer
    return Response.json(spoil((await answer.json()) as { value: object[] }, request.url))
  }
  const token = () => Promise.resolve(school.admin.tokenFor('senco'))
  const store = connect({ school: oakfield, token, send }).records.store(Pupil)
  const pages = () => asked.filter((path) => path.includes('/items'))
  return { store, asked, pages }
}
const filled = async (count: number) => {
  const school = await oakfieldSchool()
  const rows = Array.from({ length: count }, (_, index) => newColumns(Pupil, newKey(index + 1), amira))
  await school.admin.fill(sencoSite, Pupil.list, rows as never)
  return school
}

test('everything costs no request more than the pages of the list, the first without the site’s id', async () => {
  const school = await filled(5_500)
  const { store, asked, pages } = counted(school)
  const firsts: number[] = []
  const all = await store.changes(null, {}, ({ records, unreadable }) =>
    firsts.push(records.length + unreadable.length, pages().length),
  )
  expect(all.records.length + all.unreadable.length).toBe(5_500)
  // One row of the first page is the marker.
  expect(firsts).toEqual([4_999, 1])
  expect(pages()).toHaveLength(2)
  expect(pages()[0]).toContain(`/sites/${oakfield.sites.senco}:/lists/Pupils/items/delta?`)
  expect(asked).toHaveLength(3)
  // Later: what changed, and whether the person still sees the whole list; however long that is.
  expect((await store.changes(all.token)).records).toEqual([])
  expect(pages()).toHaveLength(4)
})

test('a delta of small pages is left for the list, and not asked for all rows again', async () => {
  const school = await filled(1_200)
  school.admin.set({ thinPages: 1 })
  const { store, pages } = counted(school)
  const all = await store.changes(null)
  expect(all.records.length + all.unreadable.length).toBe(1_200)
  expect((await store.changes(all.token)).whole).toBe(false)
  const before = pages().length
  await store.changes(null)
  expect(pages()[before]).toContain('token=latest')
})

test('a delta that leaves the marker out is not taken for the list', async () => {
  const school = await filled(3)
  const { store } = counted(school, (body, url) => (url.includes('token=') ? body : { ...body, value: [] }))
  const firsts: unknown[] = []
  const all = await store.changes(null, {}, (rows) => firsts.push(rows))
  expect(all.records.length + all.unreadable.length).toBe(3)
  expect(firsts).toEqual([])
})
