import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { newColumns } from '../../src/graph/rows.ts'
import { newPace } from '../../src/graph/pace.ts'
import { oakfieldSchool, sencoSite } from './oakfield.ts'

const pupils = Array.from({ length: 1_000 }, (_, at) => newKey(at + 1))
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    newColumns(Contact, newKey(1_000_000 + at), {
      ...blank(Contact, { pupil: pupils[at % pupils.length]!, name: `Person ${at}` }),
    }),
  )

test.each([[6_000], [31_000]])(
  'a list of %i rows is read to its end page by page, within the budget and a bearable time',
  async (count) => {
    const school = await oakfieldSchool()
    await school.admin.fill(sencoSite, Contact.list, rows(count) as never)
    const store = school.as('senco', newPace(school.clock)).records.store(Contact)
    await store.about('pupil', pupils[0]!)
    school.admin.clearLog()
    const [began, before] = [performance.now(), process.memoryUsage().heapUsed]
    const { records, unreadable } = await store.all()
    const seconds = (performance.now() - began) / 1000
    const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20
    const measured = `${count} rows: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB\n`
    if (process.env['GOLDTHREAD_MEASURE']) process.stdout.write(measured)
    expect([records.length, unreadable.length]).toEqual([count, 0])
    expect(new Set(records.map(({ id }) => id)).size).toBe(count)
    const pages = school.admin.log().filter(({ path }) => path.includes('/items'))
    expect(pages.length).toBe(Math.ceil((count + 1) / 5000))
    expect(school.waits).toEqual([])
    // By an indexed column a few come, however long the list is.
    school.admin.clearLog()
    expect((await store.about('pupil', pupils[7]!)).records).toHaveLength(count / 1000)
    expect(school.admin.log()).toHaveLength(1)
  },
  60_000,
)

test('a filter that leaves too many rows answers 429 for ever: the asking ends soon, and the rest of the list lives', async () => {
  const school = await oakfieldSchool()
  const [one, other] = [newKey(1), newKey(2)]
  const of = (pupil: string, count: number, from: number) =>
    Array.from({ length: count }, (_, at) =>
      newColumns(Contact, newKey(from + at), { ...blank(Contact, { pupil, name: `Person ${at}` }) }),
    )
  await school.admin.fill(sencoSite, Contact.list, [...of(one, 5_001, 10), ...of(other, 3, 9_000)] as never)
  const store = school.as('senco').records.store(Contact)
  school.admin.clearLog()
  await expect(store.about('pupil', one)).rejects.toMatchObject({ trouble: { code: 'busy' } })
  expect(school.admin.log().filter(({ status }) => status === 429)).toHaveLength(4)
  expect(school.waits.reduce((sum, each) => sum + each, 0)).toBeLessThan(15_000)
  expect((await store.about('pupil', other)).records).toHaveLength(3)
  expect((await store.all()).records).toHaveLength(5_004)
  const made = await store.create(blank(Contact, { pupil: other, name: 'One more' }))
  expect(await store.byKey(made.key)).toEqual(made)
}, 30_000)
