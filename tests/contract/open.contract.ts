import { expect, test } from 'vitest'
import { contractFile, type OpenCase } from './contractFiles.ts'
import { asDocumented, plans, stage } from './replay.ts'
import { complaints, fieldComplaints, typeOf } from './schemas.ts'
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

test.each([
  ['/items/delta?$expand=fields', 'microsoft.graph.listItemDeltaResponse'],
  ['/items?$expand=fields&$top=1', 'microsoft.graph.listItemCollectionResponse'],
  ['/items/1?$expand=fields', 'microsoft.graph.listItem'],
  ['/items/1/versions?$expand=fields', 'microsoft.graph.listItemVersionCollectionResponse'],
  ['/columns/Color', 'microsoft.graph.columnDefinition'],
  ['?$expand=columns', 'microsoft.graph.list'],
])('answers without an example hold to the strict schema too: %s', async (path, type) => {
  const { ask, site, list } = await stage()
  const { status, body } = await ask('GET', `/sites/${site}/lists/${list}${path}`)
  expect([status, complaints(type, body)]).toEqual([200, []])
})
