import { expect, test } from 'vitest'
import { bookList, startGraph } from './world.ts'

test('a row keeps what it was given, leaves blanks out, and comes back in SharePoint’s envelope', async () => {
  const { as } = await startGraph({ now: () => new Date('2026-07-06T10:00:00.500Z') })
  const ask = as('local:senco')
  const at = await bookList(as)
  const made = await ask('POST', `${at}/items`, {
    fields: {
      Title: 'Emil', Key: '01J', Pages: 12.5, Lent: false, Bought: '2026-07-01T12:00:00Z', Notes: null, Shelf: '',
      'Tags@odata.type': 'Collection(Edm.String)', Tags: ['Red'], KeeperLookupId: '7', Secret: 'x',
    }, // prettier-ignore
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    id: '1',
    eTag: expect.stringMatching(/^"[0-9a-f-]{36},1"$/),
    '@odata.etag': made.body.eTag,
    createdDateTime: '2026-07-06T10:00:00Z',
    createdBy: { user: { displayName: 'Helen Marsh', email: 'helen.marsh@oakfieldtrust.example' } },
    contentType: { name: 'Item' },
    parentReference: { siteId: expect.stringMatching(/^oakfieldtrust\.sharepoint\.com,[^,]{36},[^,]{36}$/) },
  })
  expect(made.body.fields).toMatchObject({
    Title: 'Emil',
    LinkTitle: 'Emil',
    id: '1',
    Pages: 12.5,
    Lent: false,
    Bought: '2026-06-30T23:00:00Z',
    Tags: ['Red'],
    KeeperLookupId: '7',
    AuthorLookupId: '6',
    _UIVersionString: '1.0',
    '@odata.etag': made.body.eTag,
  })
  for (const absent of ['Notes', 'Shelf', 'Secret', 'Keeper'])
    expect(made.body.fields).not.toHaveProperty(absent)
  const plain = await ask('GET', `${at}/items/1`)
  expect(plain.body).not.toHaveProperty('fields')
  const chosen = await ask('GET', `${at}/items/1?expand=fields(select=Title,Secret,Keeper)`)
  expect(chosen.body.fields).toEqual({
    '@odata.etag': made.body.eTag,
    Title: 'Emil',
    Secret: 'x',
    Keeper: 'David Okafor',
  })
})

test('a change touches only what it names, counts a version, and null clears', async () => {
  const { as } = await startGraph()
  const at = await bookList(as, [{ Title: 'Emil', Key: 'A', Notes: 'long', Pages: 3 }])
  const ask = as('local:senco')
  const { body: before } = await ask('GET', `${at}/items/1`)
  const changed = await ask(
    'PATCH',
    `${at}/items/1/fields`,
    { Pages: 4, Notes: null },
    { 'if-match': before.eTag },
  )
  expect(changed.status).toBe(200)
  expect(changed.body).toMatchObject({
    Title: 'Emil',
    Pages: 4,
    '@odata.etag': before.eTag.replace(',1', ',2'),
  })
  expect(changed.body).not.toHaveProperty('Notes')
  expect(changed.body).not.toHaveProperty('eTag')
})

test('an old eTag gets 412 and nothing happens, for a change and for a deletion', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Title: 'Emil', Key: 'A' }])
  const ask = as('local:senco')
  const { eTag } = (await ask('GET', `${at}/items/1`)).body
  await ask('PATCH', `${at}/items/1/fields`, { Shelf: 'x' })
  expect((await ask('PATCH', `${at}/items/1/fields`, { Shelf: 'y' }, { 'if-match': eTag })).status).toBe(412)
  expect((await ask('DELETE', `${at}/items/1`, undefined, { 'if-match': eTag })).status).toBe(412)
  expect((await ask('GET', `${at}/items/1?$expand=fields`)).body.fields.Shelf).toBe('x')
  expect(
    (await ask('DELETE', `${at}/items/1`, undefined, { 'if-match': eTag.replace(',1', ',2') })).status,
  ).toBe(204)
  for (const path of ['', '/fields', '/versions', '/versions/1.0']) {
    expect((await ask('GET', `${at}/items/1${path}`)).status).toBe(404)
  }
  expect((await ask('DELETE', `${at}/items/1`)).status).toBe(404)
  expect(graph.admin.binOf('/sites/oakfield-senco')).toMatchObject([
    { what: 'row', id: '1', name: 'Emil', from: 'Books', deletedBy: 'senco' },
  ])
})

test.each([
  ['a number as text', { Pages: '3' }],
  ['text as a number', { Title: 3 }],
  ['a yes/no as a number', { Lent: 1 }],
  ['a day that is none', { Bought: '2026-02-30T12:00:00Z' }],
  ['a time without its zone', { Read: '2026-02-03T12:00:00' }],
  ['a person as a bare number', { KeeperLookupId: 7 }],
  ['an object as text', { Title: {} }],
  ['a control character', { Title: 'a\u000bb' }],
  ['half a character', { Title: '\ud83d' }],
])('%s is refused', async (_, fields) => {
  const { as } = await startGraph()
  const at = await bookList(as)
  const answer = await as('local:senco')('POST', `${at}/items`, { fields })
  expect([answer.status, answer.body.error.message]).toEqual([400, 'General exception while processing'])
})

test.each([
  ['an unknown column', { Nope: 1 }, "Field 'Nope' is not recognized"],
  ['a column spelt in another case', { title: 'x' }, "Field 'title' is not recognized"],
  ['a person by the column’s own name', { Keeper: 'David Okafor' }, "Field 'Keeper' is not recognized"],
  ['a column of SharePoint’s own', { Created: '2026-01-01T00:00:00Z' }, "Field 'Created' is read-only"],
  ['too long a text', { Key: 'x'.repeat(27) }, 'Invalid text value.'],
  ['a number out of range', { Pages: 5001 }, 'outside the range'],
  ['several values without their type', { Tags: ['Red'] }, 'A value without a type name was found'],
])('%s is refused by name', async (_, fields, words) => {
  const { as } = await startGraph()
  const at = await bookList(as)
  const answer = await as('local:senco')('POST', `${at}/items`, { fields })
  expect(answer.status).toBe(400)
  expect(answer.body.error.message).toContain(words)
})

test('a unique column refuses the same value in another case, at creation and at change, but takes many blanks', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Key: 'Aa' }, { Key: 'B' }, {}, {}])
  const ask = as('local:senco')
  const again = await ask('POST', `${at}/items`, { fields: { Key: 'aA' } })
  expect([again.status, again.body.error.message]).toEqual([400, expect.stringContaining('duplicate values')])
  graph.admin.set({ duplicateStatus: 409 })
  expect((await ask('PATCH', `${at}/items/2/fields`, { Key: 'AA' })).status).toBe(409)
  expect((await ask('PATCH', `${at}/items/1/fields`, { Key: 'aa' })).status).toBe(200)
  await ask('DELETE', `${at}/items/1`)
  expect((await ask('POST', `${at}/items`, { fields: { Key: 'AA' } })).status).toBe(201)
})

test('a choice that is none of the choices is kept, as SharePoint’s API does, unless that is switched off', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  const make = () => as('local:senco')('POST', `${at}/items`, { fields: { Kind: 'Poem' } })
  expect((await make()).status).toBe(201)
  graph.admin.set({ choicesEnforced: true })
  expect((await make()).status).toBe(400)
})

test.each([
  ['2026-07-01T12:00:00Z', '2026-06-30T23:00:00Z'],
  ['2026-01-15T12:00:00Z', '2026-01-15T00:00:00Z'],
  ['2026-06-30T23:30:00Z', '2026-06-30T23:00:00Z'],
  ['2026-03-29T12:00:00Z', '2026-03-29T00:00:00Z'],
  ['2026-03-30T12:00:00Z', '2026-03-29T23:00:00Z'],
  ['2026-10-25T12:00:00Z', '2026-10-24T23:00:00Z'],
  ['2026-07-01', '2026-06-30T23:00:00Z'],
])('a date-only column given %s comes back as UK midnight, %s', async (given, back) => {
  const { as } = await startGraph()
  const at = await bookList(as)
  const made = await as('local:senco')('POST', `${at}/items`, { fields: { Bought: given } })
  expect(made.body.fields.Bought).toBe(back)
})

test('what an answer holds cannot be changed from outside', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ 'Tags@odata.type': 'Collection(Edm.String)', Tags: ['Red'] }])
  ;(graph.admin.dump() as any).sites[1].lists[0].rows[0].fields.Tags.push('Blue')
  expect((await as('local:senco')('GET', `${at}/items/1?$expand=fields`)).body.fields.Tags).toEqual(['Red'])
})
