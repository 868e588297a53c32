import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { fieldsOf } from '../../src/domain/record.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { columnsOf } from '../../src/graph/columns.ts'
import { keptTypes, oakfieldSchool } from './oakfield.ts'
import { anyRecord } from './records.ts'

test.each(keptTypes.map((type) => [type.name, type] as const))(
  'any valid %s comes back from SharePoint as it went in',
  async (_, type) => {
    const records = (await oakfieldSchool()).as('senco').records
    const store = records.store(type)
    await fc.assert(
      fc.asyncProperty(anyRecord(type), anyRecord(type), async (first, second) => {
        const made = await store.create(first)
        expect(made).toMatchObject(first)
        const changed = await store.update(made, second)
        expect(changed).toMatchObject(second)
        expect(await store.byKey(made.key)).toEqual(changed)
      }),
      { numRuns: 15 },
    )
  },
)

test.each(recordTypes.map((type) => [type.name, type] as const))(
  'the columns of %s fit into a SharePoint list',
  (_, type) => {
    const columns = columnsOf(type)
    const names = columns.map(({ name }) => name.toLowerCase())
    const headings = columns.map(({ displayName }) => displayName.toLowerCase())
    const own = [
      'title',
      'modified',
      'created',
      'created by',
      'modified by',
      'version',
      'attachments',
      'edit',
      'type',
      'id',
      'content type',
    ]
    expect(new Set(names).size).toBe(names.length)
    expect(new Set([...headings, ...own]).size).toBe(headings.length + own.length)
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(32)
    expect(columns.filter(({ indexed }) => indexed).length).toBeLessThanOrEqual(20)
  },
)

test('many records go in and come back in batches as they do one by one', async () => {
  const records = (await oakfieldSchool()).as('senco').records
  for (const type of keptTypes) {
    const store = records.store(type)
    const given = fc.sample(anyRecord(type), 25).map((record) => ({ key: newKey(), record }))
    const written = await store.createMany(given)
    expect(written.map(({ outcome }) => outcome)).toEqual(given.map(() => 'stored'))
    const { records: read, unreadable } = await store.all()
    expect(unreadable).toEqual([])
    for (const { key, record } of given) expect(read.find((each) => each.key === key)).toMatchObject(record)
    expect(written.map((each) => each.outcome === 'stored' && each.record)).toEqual(
      given.map(({ key }) => read.find((each) => each.key === key)),
    )
  }
})

const withoutRules = keptTypes.filter((type) => (type.rules ?? []).length === 0)
test.each(withoutRules.map((type) => [type.name, type] as const))(
  'a blank clears every field of %s',
  async (_, type) => {
    const store = (await oakfieldSchool()).as('senco').records.store(type)
    const [full] = fc.sample(anyRecord(type, { full: true }), 1)
    const optional = fieldsOf(type).flatMap(([name, field]) => (field.required ? [] : [[name, null]]))
    const made = await store.create(full!)
    expect(await store.update(made, Object.fromEntries(optional))).toMatchObject({
      ...full,
      ...Object.fromEntries(optional),
    })
  },
)
