import { expect, test } from 'vitest'
import { contractFile, type OpenCase } from './contractFiles.ts'
import { routes } from '../../src/emulator/graph/routes.ts'
import { asDocumented, plans, stage } from './replay.ts'
import { complaints, fieldComplaints, operation, typeOf } from './schemas.ts'
import { lacking } from './shape.ts'

const cases: readonly OpenCase[] = contractFile('open.json')
const planned = cases.filter(({ id }) => plans[id])
const asked = cases.filter(({ id, method, url }) => !plans[id] && method !== null && url !== null)
const unasked = cases.filter((each) => !planned.includes(each) && !asked.includes(each))

test('every documented case is replayed, refused, or has no request to send', () => {
  process.stdout.write(
    `open.json: ${cases.length} cases, ${planned.length} replayed, ${asked.length} refused with 501, ${unasked.length} without a request (${unasked.map(({ id }) => id).join(' ')})\n`,
  )
  expect(planned).toHaveLength(Object.keys(plans).length)
  expect(unasked.length).toBeLessThanOrEqual(2)
})

test.each(planned)('$id $method $url', async (given) => {
  const plan = plans[given.id]!
  const got = await (plan.send ?? asDocumented)(await stage(), given)
  expect(got.status).toBe(given.status ?? 200)
  const type = got.status >= 400 ? 'microsoft.graph.ODataErrors.ODataError' : typeOf(given)
  const checked = type !== null && got.body !== '' && given.schemaStrict !== false
  expect({
    left: plan.statusOnly ? [] : lacking(documentedBody(given), got.body),
    against: checked ? complaints(type, got.body) : [],
  }).toEqual({ left: [], against: [] })
})

// The parts of the documented batch are of other areas of Graph: what each must have is compared, not what it holds.
const documentedBody = ({ id, responseBody }: OpenCase) =>
  id === 'G188' ? { responses: [{ id: '', status: 0 }] } : responseBody

test.each(asked)('$id $method $url is not answered here, and says so', async (given) => {
  const { status, body } = await asDocumented(await stage(), given)
  expect([status, body.error?.code]).toEqual([501, 'notEmulated'])
})

test('rows keep to their list’s own columns', async () => {
  const { ask, site, list } = await stage()
  const at = `/sites/${site}/lists/${list}`
  const { value: columns } = (await ask('GET', `${at}/columns`)).body
  const rows = (await ask('GET', `${at}/items?$expand=fields`)).body.value
  expect(rows).toHaveLength(1)
  for (const { fields } of rows) expect(fieldComplaints(columns, fields)).toEqual([])
  expect(fieldComplaints(columns, { ...rows[0].fields, Quantity: '503' })).not.toEqual([])
  expect(fieldComplaints(columns, { ...rows[0].fields, Colour: 'Red' })).not.toEqual([])
})

test('every row of every answer keeps to them: rows, versions, changes, what was just written', async () => {
  const { ask, site, list } = await stage()
  const at = `/sites/${site}/lists/${list}`
  const { value: columns } = (await ask('GET', `${at}/columns`)).body
  const written = await ask('PATCH', `${at}/items/1/fields`, { Color: null, Weight: 0.5 })
  const answers = await Promise.all(
    ['/items', '/items/1', '/items/delta', '/items/1/versions', '/items/1/versions/1.0'].map((path) =>
      ask('GET', `${at}${path}?$expand=fields`),
    ),
  )
  const all = [
    written.body,
    ...answers.flatMap(({ body }) => (body.value ?? [body]).map((row: any) => row.fields)),
  ]
  expect(all).toHaveLength(9)
  for (const fields of all) expect(fieldComplaints(columns, fields)).toEqual([])
})

const patterns: Readonly<Record<string, string>> = {
  '{site}': '{site-id}', '{list}': '{list-id}', '{item}': '{listItem-id}', '{column}': '{columnDefinition-id}',
  '{version}': '{listItemVersion-id}', '{user}': '{user-id}', '{entry}': '{driveItem-id}',
} // prettier-ignore

/** The paths under which the contract may describe a route. A site's drive is also a drive by its own id. */
const described = (pattern: readonly string[]): readonly string[] => {
  const path = `/${pattern.map((part) => patterns[part] ?? part).join('/')}`
    .replace(/\/at\/\{path\}$/, '/root:/{item-path}')
    .replace('/at/{path}/', '/root:/{item-path}:/')
  const ofDrive = path.replace('/sites/{site-id}/drive/', '/drives/{drive-id}/')
  // An address by path has the same operation as one by id.
  const byId = ofDrive.replace(/root:\/\{item-path\}:?/, 'items/{driveItem-id}')
  const named = (each: string) => each.replace(/\/(delta|restoreVersion)(\(\))?$/, '/microsoft.graph.$1')
  return [path, ofDrive, byId].flatMap((each) => [each, named(each), `${named(each)}()`])
}

/** The contract holds sites, files, users and groups. Outlook's calendar is held to its documentation in tests/emulator. */
const isCalendar = (pattern: readonly string[]): boolean =>
  pattern[0] === 'me' && ['events', 'calendarView'].includes(pattern[1] ?? '')

test.each(routes.flatMap(({ method, pattern }) => (isCalendar(pattern) ? [] : [[method, pattern] as const])))(
  '%s %j is in the contract',
  (method, pattern) => {
    const known = described(pattern).filter((path) => operation(method, path))
    expect([method, described(pattern)[0], known.length > 0]).toEqual([method, described(pattern)[0], true])
  },
)

test.each([
  ['/items/delta?$expand=fields', 'microsoft.graph.listItemDeltaResponse'],
  ['/items?$expand=fields&$top=1', 'microsoft.graph.listItemCollectionResponse'],
  ['/items/1?$expand=fields', 'microsoft.graph.listItem'],
  ['/items/1/versions?$expand=fields', 'microsoft.graph.listItemVersionCollectionResponse'],
  ['/columns/Color', 'microsoft.graph.columnDefinition'],
  ['/items/1/versions/1.0?$expand=fields', 'microsoft.graph.listItemVersion'],
  ['?$expand=columns', 'microsoft.graph.list'],
])('answers without an example hold to the strict schema too: %s', async (path, type) => {
  const { ask, site, list } = await stage()
  const { status, body } = await ask('GET', `/sites/${site}/lists/${list}${path}`)
  expect([status, complaints(type, body)]).toEqual([200, []])
})

test('a deleted row is told in the changes as the strict schema has it', async () => {
  const { ask, site, list } = await stage()
  const items = `/sites/${site}/lists/${list}/items`
  const link = (await ask('GET', `${items}/delta`)).body['@odata.deltaLink']
  expect((await ask('DELETE', `${items}/1`)).status).toBe(204)
  const { body } = await ask('GET', link)
  expect(body.value).toMatchObject([{ id: '1', deleted: { state: 'deleted' } }])
  expect(complaints('microsoft.graph.listItemDeltaResponse', body)).toEqual([])
})

test('files hold to the strict schema: written, found by path and by id, listed, deleted', async () => {
  const { ask, site } = await stage()
  const drive = `/sites/${site}/drive`
  const file = 'microsoft.graph.driveItem'
  const made = await ask('PUT', `${drive}/root:/Reviews/a.docx:/content`, new Uint8Array(3))
  expect([made.status, complaints(file, made.body)]).toEqual([201, []])
  for (const path of ['root:/Reviews/a.docx', `items/${made.body.id}`, 'root:/Reviews', 'root']) {
    const found = await ask('GET', `${drive}/${path}`)
    expect([path, found.status, complaints(file, found.body)]).toEqual([path, 200, []])
  }
  const all = await ask('GET', `${drive}/root:/Reviews:/children?$top=1`)
  expect(complaints('microsoft.graph.driveItemCollectionResponse', all.body)).toEqual([])
  expect((await ask('GET', `${drive}/root:/Reviews/a.docx:/content`)).status).toBe(302)
  expect((await ask('DELETE', `${drive}/root:/Reviews/a.docx`)).status).toBe(204)
  expect((await ask('GET', `${drive}/items/${made.body.id}`)).status).toBe(404)
})
