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
