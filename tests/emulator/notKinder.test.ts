import { expect, test } from 'vitest'
import type { SettingsChange } from '../../src/emulator/graph/admin.ts'
import { bookList, sencoSite, startGraph, type Ask } from './world.ts'

const site = '/sites/oakfield-senco'
const honour = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' }
const manyBooks = (many: number) =>
  Array.from({ length: many }, (_, at) => ({
    Key: `K${String(at).padStart(5, '0')}`,
    Shelf: `S${at % 3}`,
    Pages: at % 5000,
    Lent: at % 2 === 0,
    Bought: '2026-07-01T12:00:00Z',
    Kind: 'Fact',
  }))

const follow = async (ask: Ask, from: string) => {
  const ids: number[] = []
  const sizes: number[] = []
  for (let at: string | undefined = from; at;) {
    const { body }: { body: any } = await ask('GET', at)
    ids.push(...body.value.map(({ id }: { id: string }) => Number(id)))
    sizes.push(body.value.length)
    at = body['@odata.nextLink']
  }
  return { ids, sizes }
}

test.each([
  ["$filter=fields/Key eq 'K00007'", 200],
  ["$filter=startswith(fields/Key,'K0000')", 200],
  ["$filter=fields/Key gt 'K05995'", 429],
  ["$filter=fields/Key ne 'K00001'", 429],
  ['$filter=fields/Pages ge 4990', 200],
  ['$filter=fields/Pages ge 1', 429],
  ['$filter=fields/Lent eq 1', 200],
  ["$filter=fields/Bought ge '2026-06-01T00:00:00Z'", 429],
  ["$filter=fields/Kind eq 'none'", 429],
  ["$filter=fields/Kind eq 'Fact' and fields/Key eq 'K00007'", 429],
  ["$filter=fields/Key eq 'K00007' and fields/Kind eq 'Fact'", 200],
  ['$orderby=fields/Key', 200],
  ['$orderby=fields/Kind', 429],
  ["$filter=fields/Shelf eq 'S1'&$orderby=fields/Kind", 200],
  ['$top=5000', 200],
])('of 6,000 rows, %s answers %i', async (query, status) => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  await graph.admin.fill(site, 'Books', manyBooks(6000))
  const answer = await as('local:senco')('GET', `${at}/items?$select=id&${query}`, undefined, honour)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, null])
})

test('a comparison that the column cannot make is refused in an empty list too', async () => {
  const { as } = await startGraph()
  const at = await bookList(as)
  expect((await as('local:senco')('GET', `${at}/items?$filter=fields/Pages eq 'ten'`)).status).toBe(400)
})

test('text is compared without its case and the spaces at its end, in filters as in unique columns', async () => {
  const { as } = await startGraph()
  const at = await bookList(as, [{ Key: 'A', Shelf: 'North ' }])
  const ask = as('local:senco')
  expect((await ask('GET', `${at}/items?$filter=fields/Shelf eq 'NORTH'`)).body.value).toHaveLength(1)
  expect((await ask('POST', `${at}/items`, { fields: { Key: 'a  ' } })).status).toBe(400)
})

test('pages may be thinner than asked, even empty, and still lead to every row once, also in changes', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  await graph.admin.fill(site, 'Books', manyBooks(300))
  graph.admin.set({ thinPages: 0.7 })
  const all = Array.from({ length: 300 }, (_, index) => index + 1)
  for (const path of ['/items?$top=20', '/items?$top=20&$orderby=fields/Shelf', '/items/delta?$top=20']) {
    const { ids, sizes } = await follow(as('local:senco'), `${at}${path}`)
    expect(ids.toSorted((a, b) => a - b)).toEqual(all)
    expect(sizes).toContain(0)
    expect(sizes.length).toBeGreaterThan(15)
  }
})

test('a page behind a row that was deleted begins with the next, and rows added meanwhile come last', async () => {
  const { as } = await startGraph()
  const at = await bookList(as, [{ Title: 'a' }, { Title: 'b' }, { Title: 'c' }])
  const ask = as('local:senco')
  const { body } = await ask('GET', `${at}/items?$top=2`)
  await ask('DELETE', `${at}/items/2`)
  await ask('DELETE', `${at}/items/1`)
  await ask('POST', `${at}/items`, { fields: {} })
  expect((await follow(ask, body['@odata.nextLink'])).ids).toEqual([3, 4])
})

test('a server whose clock is an hour ahead dates everything by it, Retry-After too', async () => {
  const now = new Date('2026-07-14T09:00:00Z')
  const { as, graph } = await startGraph({ now: () => now })
  const at = await bookList(as)
  graph.admin.set({ clockAhead: 3_600_000 })
  const made = await as('local:senco')('POST', `${at}/items`, { fields: {} })
  expect(made.body.createdDateTime).toBe('2026-07-14T10:00:00Z')
  expect(made.headers.get('date')).toBe('Tue, 14 Jul 2026 10:00:00 GMT')
  graph.admin.set({ throttle: { next: 1, retryAfter: 30, retryAfterAs: 'date' } })
  const throttled = await as('local:senco')('GET', `${at}/items`)
  expect(throttled.headers.get('retry-after')).toBe('Tue, 14 Jul 2026 10:00:30 GMT')
})

test.each([
  ['Europe/London', '2026-07-01T12:00:00Z', '2026-06-30T23:00:00Z'],
  ['America/Los_Angeles', '2026-07-01T12:00:00Z', '2026-07-01T07:00:00Z'],
  ['America/Los_Angeles', '2026-07-01T00:00:00Z', '2026-06-30T07:00:00Z'],
  ['America/Los_Angeles', '2026-03-08T12:00:00Z', '2026-03-08T08:00:00Z'],
])('in a site set to %s a date-only column given %s comes back as %s', async (timeZone, given, back) => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  graph.admin.set({ timeZone })
  const made = await as('local:senco')('POST', `${at}/items`, { fields: { Bought: given } })
  expect(made.body.fields.Bought).toBe(back)
})

const switches: readonly [string, SettingsChange, string, number][] = [
  ['passed over', {}, '/items?$expand=fields($select=Title,Gone)', 200],
  ['refused', { unknownSelect: 'refused' }, '/items?$expand=fields($select=Title,Gone)', 400],
  ['refused', { unknownSelect: 'refused' }, '/items/delta?$expand=fields($select=Gone)', 400],
  ['no matter', { unknownSelect: 'refused' }, '/items?$expand=fields($select=Title,id,Created)', 200],
]
test.each(switches)(
  'a chosen column that is not there is %s with %o: %s',
  async (_, change, path, status) => {
    const { as, graph } = await startGraph()
    const at = await bookList(as, [{ Title: 'a' }])
    graph.admin.set(change)
    expect((await as('local:senco')('GET', `${at}${path}`)).status).toBe(status)
  },
)

test('more than twelve lookups by their texts are refused', async () => {
  const { as } = await startGraph()
  const at = await bookList(as, [{}])
  const names = Array.from({ length: 13 }, (_, index) => `P${index}`)
  for (const name of names) await as('local:it')('POST', `${at}/columns`, { name, personOrGroup: {} })
  const status = async (chosen: readonly string[]) =>
    (await as('local:senco')('GET', `${at}/items?$expand=fields($select=${chosen.join(',')})`)).status
  expect([await status(names.slice(1)), await status(names)]).toEqual([200, 400])
})

test('long text holds 63,999 characters and its line breaks may come back as SharePoint writes them', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  const make = (Notes: string) => as('local:senco')('POST', `${at}/items`, { fields: { Notes } })
  expect((await make('x'.repeat(63_999))).status).toBe(201)
  expect((await make('x'.repeat(64_000))).status).toBe(400)
  graph.admin.set({ lineBreaks: 'crlf' })
  expect((await make('a\nb\r\nc')).body.fields.Notes).toBe('a\r\nb\r\nc')
})

test.each(
  [
  ['CON.txt'], ['com1'], ['~$minutes.docx'], ['a_vti_b.txt'], ['.lock'], ['desktop.ini'], ['ends.'], ['a\u0007b'],
  ['x'.repeat(256)],
] /* prettier-ignore */,
)('a file may not be called %j', async (name) => {
  const { as } = await startGraph()
  const path = `${sencoSite}/drive/root:/${encodeURIComponent(name)}:/content`
  expect((await as('local:senco')('PUT', path, new Uint8Array(1))).status).toBe(400)
})

test('a path of more than 400 characters is refused, and a percent sign in a name stays one', async () => {
  const { as } = await startGraph()
  const ask = as('local:senco')
  const put = (path: string) => ask('PUT', `${sencoSite}/drive/root:/${path}:/content`, new Uint8Array(1))
  const long = await put(`${'a'.repeat(200)}/${'b'.repeat(200)}.txt`)
  expect([long.status, long.body.error.innerError.code]).toEqual([400, 'pathIsTooLong'])
  expect((await put('50%2520%25.txt')).body.name).toBe('50%20%.txt')
})

test('pieces of a large upload are multiples of 320 KiB', async () => {
  const { as } = await startGraph()
  const { body } = await as('local:senco')(
    'POST',
    `${sencoSite}/drive/root:/big.xlsx:/createUploadSession`,
    {},
  )
  const piece = async (many: number) =>
    (
      await as('')('PUT', body.uploadUrl, new Uint8Array(many), {
        'content-range': `bytes 0-${many - 1}/1000000`,
      })
    ).status
  expect([await piece(500_000), await piece(327_680)]).toEqual([400, 202])
})

test('a batch of more than 4 MB, or an address without end, is refused', async () => {
  const { as } = await startGraph()
  const at = await bookList(as)
  const ask = as('local:senco')
  const json = { 'Content-Type': 'application/json' }
  const requests = Array.from({ length: 20 }, (_, id) => ({
    id: String(id),
    method: 'POST',
    url: `${at}/items`,
    headers: json,
    body: { fields: { Notes: 'ﷺ'.repeat(63_999) } },
  }))
  expect((await ask('POST', '/$batch', { requests: requests.slice(0, 18) })).status).toBe(200)
  const twice = requests.map((each) => ({ ...each, note: 'ﷺ'.repeat(9000) }))
  expect((await ask('POST', '/$batch', { requests: twice })).status).toBe(413)
  expect((await ask('GET', `${at}/items?$filter=fields/Key eq '${'x'.repeat(15_000)}'`)).status).toBe(414)
})

test('units are counted for each part of a batch, refused requests too, and come back with the minute', async () => {
  let now = new Date('2026-03-02T09:00:10Z')
  const { as, graph } = await startGraph({ now: () => now })
  const at = await bookList(as, [{}])
  now = new Date('2026-03-02T09:01:10Z')
  graph.admin.set({ throttle: { unitsPerMinute: 20 } })
  const requests = Array.from({ length: 12 }, (_, id) => ({
    id: String(id),
    method: 'GET',
    url: `${at}/items`,
  }))
  const send = async () => {
    const { body } = await as('local:senco')('POST', '/$batch', { requests })
    const refused = body.responses.filter(({ status }: any) => status === 429)
    return [refused.length, refused[0]?.headers['Retry-After']]
  }
  expect(await send()).toEqual([2, '50'])
  now = new Date('2026-03-02T09:01:40Z')
  expect(await send()).toEqual([12, '20'])
  now = new Date('2026-03-02T09:02:00Z')
  expect(await send()).toEqual([2, '60'])
})

test('a list that was given another title is found by that and by its id, not by what it was called', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  await graph.admin.renameList(site, 'Books', 'Library')
  const status = async (path: string) => (await as('local:senco')('GET', path)).status
  expect(await status(at)).toBe(200)
  expect(await status(`${sencoSite}/lists/Library`)).toBe(200)
  expect(await status(`${sencoSite}/lists/Books`)).toBe(404)
})

test('a column of another type holds what could be turned into it, in earlier versions too, and nothing else', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [
    { Shelf: '12', Pages: 5, Lent: true, Bought: '2026-01-15T12:00:00Z', Kind: 'Fact' },
  ])
  const ask = as('local:senco')
  await ask('PATCH', `${at}/items/1/fields`, { Shelf: 'North' })
  await graph.admin.retypeColumn(site, 'Books', 'Shelf', { number: {} })
  for (const name of ['Pages', 'Lent', 'Bought'])
    await graph.admin.retypeColumn(site, 'Books', name, { text: {} })
  await graph.admin.retypeColumn(site, 'Books', 'Kind', { dateTime: {} })
  const { fields } = (await ask('GET', `${at}/items/1?$expand=fields`)).body
  expect(fields).toMatchObject({ Pages: '5', Lent: 'Yes', Bought: '2026-01-15T00:00:00Z' })
  for (const lost of ['Shelf', 'Kind']) expect(fields).not.toHaveProperty(lost)
  const { value } = (await ask('GET', `${at}/items/1/versions?$expand=fields`)).body
  expect(value.map((each: any) => each.fields.Shelf)).toEqual([undefined, 12])
})

test('an answer whose fields do not keep to their list’s columns is a fault of this Graph, and is not sent', async () => {
  const faults: unknown[] = []
  const { as, graph } = await startGraph({ failed: (fault) => faults.push(fault) })
  const at = await bookList(as, [{ Title: 'a', Pages: 3 }])
  const [row] = graph.admin.rows(site, 'Books')
  ;(row!.fields as Record<string, unknown>)['Pages'] = '3'
  for (const path of ['', '/1', '/delta', '/1/versions', '/1/versions/1.0']) {
    expect([path, (await as('local:senco')('GET', `${at}/items${path}?$expand=fields`)).status]).toEqual([
      path,
      500,
    ])
  }
  expect((await as('local:senco')('GET', `${at}/items/1/fields`)).status).toBe(500)
  expect(String(faults[0])).toContain('Pages is no number')
})
