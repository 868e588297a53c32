import { expect, test } from 'vitest'
import { bookList, sencoSite, startGraph } from './world.ts'

test('a column’s name is made internal, and that name is the field', async () => {
  const { as } = await startGraph()
  const at = await bookList(as)
  const made = await as('local:it')('POST', `${at}/columns`, { name: 'Lent to', text: {} })
  expect([made.status, made.body.name, made.body.displayName]).toEqual([201, 'Lent_x0020_to', 'Lent to'])
  const row = await as('local:senco')('POST', `${at}/items`, { fields: { Lent_x0020_to: 'Ann' } })
  expect(row.body.fields.Lent_x0020_to).toBe('Ann')
  const long = await as('local:it')('POST', `${at}/columns`, { name: 'a'.repeat(40), text: {} })
  expect(long.body.name).toHaveLength(32)
  const own = await as('local:it')('POST', `${at}/columns`, { name: 'Author', text: {} })
  expect([own.body.name, own.body.displayName]).toEqual(['Author0', 'Author'])
})

test.each([
  ['money', { name: 'Price', currency: { locale: 'en-GB' } }, 'Unable to determine type'],
  ['links', { name: 'Link', hyperlinkOrPicture: {} }, 'Unable to determine type'],
  ['no type', { name: 'X' }, 'Unable to determine type'],
  ['two types', { name: 'X', text: {}, number: {} }, 'Unable to determine type'],
  ['a misspelt property', { name: 'X', text: {}, indexd: true }, "'indexd' does not exist"],
  ['unique without an index', { name: 'X', text: {}, enforceUniqueValues: true }, 'must be indexed'],
  [
    'an index on long text',
    { name: 'X', text: { allowMultipleLines: true }, indexed: true },
    'cannot be indexed',
  ],
  [
    'an index on several choices',
    { name: 'X', choice: { choices: ['a'], displayAs: 'checkBoxes' }, indexed: true },
    'cannot be indexed',
  ],
  ['more than 255 letters in one line', { name: 'X', text: { maxLength: 256 } }, 'not acceptable'],
  ['decimal places as a number', { name: 'X', number: { decimalPlaces: 2 } }, 'not acceptable'],
])('a column of %s is refused', async (_, definition, words) => {
  const { as } = await startGraph()
  const at = await bookList(as)
  const answer = await as('local:it')('POST', `${at}/columns`, definition)
  expect([answer.status, answer.body.error?.message]).toEqual([400, expect.stringContaining(words)])
})

test('twenty columns may be indexed and no more, whether one by one or with the list', async () => {
  const { as } = await startGraph()
  const ask = as('local:it')
  const columns = Array.from({ length: 20 }, (_, index) => ({ name: `C${index}`, text: {}, indexed: true }))
  const extra = { name: 'One', text: {}, indexed: true }
  expect(
    (await ask('POST', `${sencoSite}/lists`, { displayName: 'No', columns: [...columns, extra] })).status,
  ).toBe(400)
  const made = await ask('POST', `${sencoSite}/lists`, { displayName: 'Full', columns })
  expect(made.status).toBe(201)
  expect((await ask('POST', `${sencoSite}/lists/Full/columns`, extra)).status).toBe(400)
  expect((await ask('PATCH', `${sencoSite}/lists/Full/columns/Title`, { indexed: true })).status).toBe(400)
})

test('a column changes its words, choices and index, never its name or type; duplicates forbid uniqueness', async () => {
  const { as } = await startGraph()
  const at = await bookList(as, [{ Shelf: 'x' }, { Shelf: 'X' }])
  const ask = as('local:it')
  const wider = await ask('PATCH', `${at}/columns/Kind`, {
    choice: { choices: ['Story', 'Fact', 'Poem'] },
    indexed: true,
  })
  expect(wider.body).toMatchObject({
    indexed: true,
    choice: { choices: ['Story', 'Fact', 'Poem'], displayAs: 'dropDownMenu' },
  })
  expect((await ask('PATCH', `${at}/columns/Kind`, { text: {} })).status).toBe(400)
  expect((await ask('PATCH', `${at}/columns/Kind`, { name: 'Sort' })).status).toBe(400)
  const unique = await ask('PATCH', `${at}/columns/Shelf`, { enforceUniqueValues: true })
  expect([unique.status, unique.body.error.message]).toEqual([
    400,
    expect.stringContaining('duplicate values'),
  ])
  expect((await ask('POST', `${at}/columns`, { name: 'shelf', text: {} })).status).toBe(409)
  expect((await ask('PATCH', `${at}/columns/Modified`, { indexed: true })).status).toBe(400)
})

test('a default is taken by a new row that does not say otherwise', async () => {
  const { as } = await startGraph()
  const at = await bookList(as)
  await as('local:it')('POST', `${at}/columns`, { name: 'Loan', boolean: {}, defaultValue: { value: '1' } })
  const row = await as('local:senco')('POST', `${at}/items`, { fields: {} })
  expect(row.body.fields.Loan).toBe(true)
})

test('an index on a list past the threshold is refused', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{}, {}, {}])
  graph.admin.set({ threshold: 2 })
  const late = await as('local:it')('PATCH', `${at}/columns/Title`, { indexed: true })
  expect([late.status, late.body.error.message]).toEqual([
    400,
    expect.stringContaining('list view threshold'),
  ])
})
