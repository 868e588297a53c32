import { beforeAll, expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { Problem } from '../../src/domain/problem.ts'
import type { AnyRecordType, Stored } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import type { Loose } from '../../src/graph/rows.ts'
import type { Listing, Store, Written } from '../../src/graph/storeTypes.ts'
import {
  oakfield,
  type Oakfield,
  oakfieldSchool,
  oakfieldWithoutLists,
  sencoSite,
} from '../graph/oakfield.ts'
import { audiences, bothSites, calls, type Held, markedRecord, may, type Persona, personas, roleOn, tellingWords, typesFor } from './expected.ts' // prettier-ignore

let school: Oakfield
beforeAll(async () => void (school = await bothSites()), 60_000)

const storeFor = (who: Persona, type: AnyRecordType) =>
  school.as(who).records.store(type) as unknown as Store<Loose>
const rows = (from: Oakfield = school) => JSON.stringify(from.admin.dump())
const refusals = () => school.admin.log().filter(({ status }) => status === 403)
const everyCase = (names: readonly string[]) =>
  personas.flatMap((who) =>
    audiences.flatMap((at) => names.map((name) => [who, roleOn[who][at], at, name] as const)),
  )

/** What came out, a refused row of many being as good as a refusal of the call. */
const outcomeOf = async (asked: Promise<unknown>): Promise<{ value: unknown } | { thrown: unknown }> => {
  try {
    const value = await asked
    const [first] = Array.isArray(value) ? (value as Written<Loose>[]) : []
    return first?.outcome === 'refused' ? { thrown: first.problem } : { value }
  } catch (thrown) {
    return { thrown }
  }
}

const mustBeNoAccess = (outcome: object, says: string, words: readonly string[]) => {
  expect(outcome, `${says} is refused`).toHaveProperty('thrown')
  const { thrown } = outcome as { thrown: unknown }
  expect(thrown, says).toBeInstanceOf(Problem)
  const { message, trouble, cause } = thrown as Problem
  expect(trouble, says).toMatchObject({ code: 'noAccess', to: expect.stringMatching(/./) })
  const told = JSON.stringify([message, trouble, cause])
  for (const word of words) expect(told, says).not.toContain(word)
}

const mustHave = (value: unknown, name: string, key: string, says: string) => {
  if (name === 'dispose') return expect(value).toBeUndefined()
  if (name === 'history') return expect(value, says).toMatchObject([{ id: '1.0', unreadable: [] }])
  if (name === 'all' || name === 'allWithArchived' || name === 'about' || name === 'changes') {
    expect((value as Listing<Loose>).unreadable, says).toEqual([])
    return expect((value as Listing<Loose>).records.map((each) => each.key)).toContain(key)
  }
  const [many] = Array.isArray(value) ? (value as Written<Loose>[]) : []
  const record = many?.outcome === 'stored' ? many.record : (value as Stored<Loose>)
  expect(record, says).toMatchObject({ key, etag: expect.stringMatching(/./) })
  return expect(record.archived, says).toBe(name === 'archive' || name === 'shelveMany')
}

test.each(everyCase(Object.keys(calls)))(
  '%s (%s on the %s site): %s of every record type',
  async (who, _role, audience, name) => {
    const { needs, archived, does } = calls[name as keyof typeof calls]
    const cases = await Promise.all(
      typesFor(audience).map(async (type, at) => {
        const made = await storeFor('it', type).create(markedRecord(type, at + 1))
        const row = archived ? await storeFor('it', type).archive(made, 'Left') : made
        return { type, given: { row, more: markedRecord(type, at + 101), key: newKey() } }
      }),
    )
    const before = rows()
    for (const { type, given } of cases) {
      const says = `${who}: ${name} of ${type.name}`
      school.admin.clearLog()
      const outcome = await outcomeOf(does(storeFor(who, type), given, type))
      if (may(who, audience, needs)) {
        expect(outcome, `${says} is allowed`).toHaveProperty('value')
        const key = name.startsWith('create') ? given.key : given.row.key
        mustHave((outcome as { value: unknown }).value, name, key, says)
        expect(refusals(), says).toEqual([])
      } else {
        mustBeNoAccess(outcome, says, [...tellingWords(type, given.row), ...tellingWords(type, given.more)])
        expect(refusals().length, `${says} is refused by Graph itself`).toBeGreaterThan(0)
      }
    }
    const writes = needs === 'write' && may(who, audience, needs)
    expect(rows() === before, 'the lists are as they were').toBe(!writes)
  },
)

test.each(everyCase(['files.save', 'files.read', 'files.list', 'files.dispose', 'mayRead']))(
  '%s (%s on the %s site): %s',
  async (who, _role, at, name) => {
    const { files, records } = school.as(who)
    if (name === 'mayRead') return expect(await records.mayRead(at)).toBe(may(who, at, 'read'))
    const path = `Reviews/Zzyxq ${who}.docx`
    if (name !== 'files.save') {
      const bytes = Uint8Array.of(1, 2, 3)
      const { name: kept } = await school.as('it').files.save(at, path, bytes, 'application/octet-stream')
      const before = rows()
      const outcome = await outcomeOf(
        name === 'files.read'
          ? files.read(at, `Reviews/${kept}`)
          : name === 'files.list'
            ? files.list(at, 'Reviews').then((all) => all.map((entry) => entry.name))
            : files.dispose(at, `Reviews/${kept}`),
      )
      const mayDoIt = may(who, at, name === 'files.dispose' ? 'write' : 'read')
      expect(rows() === before).toBe(name !== 'files.dispose' || !mayDoIt)
      if (!mayDoIt) return mustBeNoAccess(outcome, `${who}: ${name}`, ['Zzyxq'])
      if (name === 'files.read') return expect(outcome).toEqual({ value: bytes })
      return expect(outcome).toEqual({ value: name === 'files.list' ? expect.arrayContaining([kept]) : undefined }) // prettier-ignore
    }
    const outcome = await outcomeOf(files.save(at, path, Uint8Array.of(1, 2, 3), 'application/octet-stream'))
    if (may(who, at, 'write')) return expect(outcome).toMatchObject({ value: { name: `Zzyxq ${who}.docx` } })
    return mustBeNoAccess(outcome, `${who}: ${name}`, ['Zzyxq'])
  },
)

test.each(personas.map((who) => [who, roleOn[who].senco] as const))(
  '%s (%s on the SENCO site): set-up and check of an empty school',
  async (who) => {
    const bare = await oakfieldWithoutLists()
    const before = rows(bare)
    const checked = await outcomeOf(bare.as(who).check())
    if (may(who, 'senco', 'read'))
      expect(checked).toMatchObject({ value: [{ lists: expect.any(Array) }, {}] })
    else mustBeNoAccess(checked, `${who}: check`, [])
    const made = await outcomeOf(bare.as(who).setUp())
    if (may(who, 'senco', 'setUp')) return expect(rows(bare)).not.toBe(before)
    mustBeNoAccess(made, `${who}: setUp`, [])
    return expect(rows(bare)).toBe(before)
  },
)

test.each(personas.map((who) => [who, roleOn[who].senco] as const))(
  '%s (%s on the SENCO site): set-up of a school that has its lists changes nothing',
  async (who) => {
    const ready = await oakfieldSchool()
    const before = rows(ready)
    const outcome = await outcomeOf(ready.as(who).setUp())
    if (may(who, 'senco', 'read')) expect(outcome).toHaveProperty('value')
    else mustBeNoAccess(outcome, `${who}: setUp`, [])
    expect(rows(ready)).toBe(before)
  },
)

const outsiders = personas.flatMap((who) => audiences.filter((at) => !may(who, at, 'read')).map((at) => [who, at] as const)) // prettier-ignore

test.each(outsiders)('%s, who knows every address of the %s site, gets no further', async (who, at: Held) => {
  const [type] = typesFor(at)
  const row = await storeFor('it', type!).create(markedRecord(type!, 7))
  const ask = (as: Persona, method: string, path: string, body?: object) => {
    const headers = {
      Authorization: `Bearer ${school.admin.tokenFor(as)}`,
      'Content-Type': 'application/json',
    }
    return school.emulator.handle(new Request(`https://graph.microsoft.com/v1.0${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })) // prettier-ignore
  }
  const { id } = (await (await ask('it', 'GET', `/sites/${oakfield.sites[at]}`)).json()) as { id: string }
  const list = `/sites/${id}/lists/${encodeURIComponent(type!.list)}`
  const asked: readonly [string, string, object?][] = [
    ['GET', `/sites/${id}`],
    ['GET', `/sites/${id}/lists`],
    ['GET', list],
    ['GET', `${list}/columns`],
    ['GET', `${list}/items?$expand=fields`],
    ['GET', `${list}/items/${row.id}?$expand=fields`],
    ['GET', `${list}/items/${row.id}/fields`],
    ['GET', `${list}/items/${row.id}/versions`],
    ['GET', `${list}/items/delta`],
    ['POST', `${list}/items`, { fields: { Title: 'x' } }],
    ['PATCH', `${list}/items/${row.id}/fields`, { Title: 'x' }],
    ['DELETE', `${list}/items/${row.id}`],
    ['GET', `/sites/${id}/drive`],
    ['GET', `/sites/${id}/drive/root/children`],
  ]
  const before = rows()
  for (const [method, path, body] of asked) {
    const answer = await ask(who, method, path, body)
    expect([method, path, answer.status]).toEqual([method, path, 403])
    expect(await answer.text()).not.toContain('Zzyxq')
  }
  const requests = asked.map(([method, url, body], index) => ({ id: String(index), method, url, headers: { 'Content-Type': 'application/json' }, body })) // prettier-ignore
  const batched = (await (await ask(who, 'POST', '/$batch', { requests })).json()) as { responses: { status: number }[] } // prettier-ignore
  expect(batched.responses.map(({ status }) => status)).toEqual(asked.map(() => 403))
  expect(rows()).toBe(before)
})

test('a site that the school has not named is not set up, for whoever asks', async () => {
  for (const who of personas) {
    const { records } = school.as(who)
    for (const audience of ['managers', 'governors'] as const) {
      expect(await records.mayRead(audience)).toBe(false)
      const store = records.store({ ...Pupil, audience })
      await expect(store.all()).rejects.toMatchObject({ trouble: { code: 'notSetUp' } })
    }
  }
})

test('a list that shows people only their own rows is refused as such, and told apart from no pupils', async () => {
  const made = await oakfieldSchool()
  const stores = (who: Persona) => made.as(who).records.store(Pupil)
  expect(await stores('head').all()).toEqual({ records: [], unreadable: [] })
  const theirs = await stores('it').create(markedRecord(Pupil, 3) as never)
  await made.admin.readOwnOnly(sencoSite, 'Pupils', true)
  const own = await stores('senco').create(markedRecord(Pupil, 4) as never)
  for (const who of ['senco', 'head'] as const) {
    const asked: readonly [string, Promise<unknown>][] = [
      ['all', stores(who).all()],
      ['allWithArchived', stores(who).allWithArchived()],
      ['about', stores(who).about('surname', own.surname)],
      ['changes', stores(who).changes(null)],
      ['byKey', stores(who).byKey(theirs.key)],
    ]
    for (const [call, answer] of asked) {
      const { thrown } = (await outcomeOf(answer)) as { thrown?: Problem }
      expect(thrown?.trouble, `${who}: ${call}`).toEqual({
        code: 'noAccess',
        to: 'Pupils',
        ownRowsOnly: true,
      })
      expect(thrown?.message).not.toContain('Zzyxq')
    }
    expect(await made.as(who).records.readsAll(Pupil)).toBe(false)
  }
  expect(await stores('senco').byKey(own.key)).toEqual(own)
  expect((await stores('it').all()).records).toHaveLength(2)
  await made.admin.readOwnOnly(sencoSite, 'Pupils', false)
  expect((await stores('senco').all()).records).toHaveLength(2)
  expect(await made.as('senco').records.readsAll(Pupil)).toBe(true)
})
