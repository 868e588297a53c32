import { expect, test } from 'vitest'
import { Problem, type Trouble } from '../../src/domain/problem.ts'
import type { Stored } from '../../src/domain/record.ts'
import type { Disclosure } from '../../src/domain/records/disclosure.ts'
import type { Written } from '../../src/graph/storeTypes.ts'
import { newLogBook } from '../../src/ui/disclosure/logBook.ts'

type Row = { readonly key: string; readonly record: Disclosure }

/** A log whose list answers as `troubles` say, one after another, then takes everything. */
const open = (...troubles: (Trouble | 'lost')[]) => openOver(new Map(), 'helen', ...troubles)
/** A page of one person over a list that other pages have too. */
const openOver = (list: Map<string, Disclosure>, owner: string, ...troubles: (Trouble | 'lost')[]) => {
  const sent: Row[][] = []
  const waits: { seconds: number; act: () => void }[] = []
  let day = '2026-03-10'
  const store = {
    createMany: async (rows: readonly Row[]): Promise<Written<Disclosure>[]> => {
      sent.push([...rows])
      const trouble = troubles.shift()
      // Its answer is lost on the way: the rows are there all the same.
      if (!trouble || trouble === 'lost') for (const { key, record } of rows) list.set(key, record)
      if (trouble) throw new Problem(trouble === 'lost' ? { code: 'offline' } : trouble, 'Disclosure log')
      return rows.map(({ key }) => ({ key, outcome: 'stored', record: {} as never }))
    },
    create: async (record: Disclosure, key = ''): Promise<Stored<Disclosure>> => {
      await store.createMany([{ key, record }])
      return {} as never
    },
  }
  const log = newLogBook(
    store,
    () => day,
    async () => owner,
    (seconds, act) => void waits.push({ seconds, act }),
  )
  const rows = () => [...list.values()].map(({ pupil, what, purpose }) => [pupil, what, purpose].join(' '))
  return { log, sent, rows, waits, tomorrow: () => (day = '2026-03-11') }
}
const settled = () => new Promise((done) => setTimeout(done, 0))

test('a reason for everyday work is carried to the next pupil; one about a single pupil is not', async () => {
  const { log, rows } = open()
  expect(log.purposeFor('A')).toBeNull()
  log.choose('A', 'review')
  log.opened('A', 'Review')
  expect(log.purposeFor('B')).toBe('review')
  log.choose('C', 'safeguarding')
  log.opened('C', 'Review')
  expect(log.purposeFor('D')).toBe('review')
  await settled()
  expect(rows()).toEqual(['A Review review', 'C Review safeguarding'])
  const alone = open().log
  alone.choose('C', 'parent')
  expect([alone.purposeFor('C'), alone.purposeFor('D')]).toEqual(['parent', null])
})

test('a reload, or a second page, adds no second row of the day; another person, day or reason does', async () => {
  const list = new Map<string, Disclosure>()
  const openedBy = async (owner: string, purpose: 'review' | 'parent', later = false) => {
    const { log, tomorrow } = openOver(list, owner)
    if (later) tomorrow()
    log.choose('01K00000000000000000000000', purpose)
    log.opened('01K00000000000000000000000', 'Review')
    await settled()
    return list.size
  }
  expect(await openedBy('helen', 'review')).toBe(1)
  expect(await openedBy('helen', 'review')).toBe(1)
  expect(await openedBy('david', 'review')).toBe(2)
  expect(await openedBy('helen', 'parent')).toBe(3)
  expect(await openedBy('helen', 'review', true)).toBe(4)
})

test('one row for a pupil and kind of thing, however often it is opened; another reason is another row', async () => {
  const { log, rows } = open()
  log.choose('A', 'review')
  for (let i = 0; i < 5; i++) log.opened('A', 'Review')
  log.opened('A', 'Pupil’s record')
  await settled()
  log.choose('A', 'parent')
  log.opened('A', 'Review')
  log.choose('B', 'provision')
  log.opened('B', 'Review')
  log.opened('A', 'Review')
  await settled()
  expect(rows()).toEqual([
    'A Review review',
    'A Pupil’s record review',
    'A Review parent',
    'B Review provision',
  ])
})

test('what comes while one writing is under way goes together in the next', async () => {
  const { log, sent } = open()
  log.choose('A', 'provision')
  for (const pupil of ['A', 'B', 'C', 'D']) log.opened(pupil, 'Pupil’s record')
  await settled()
  expect(sent.map(({ length }) => length)).toEqual([1, 3])
})

test('a new day asks anew and logs anew', async () => {
  const { log, rows, tomorrow } = open()
  log.choose('A', 'review')
  log.opened('A', 'Review')
  tomorrow()
  expect(log.purposeFor('A')).toBeNull()
  log.choose('A', 'review')
  log.opened('A', 'Review')
  await settled()
  expect(rows()).toHaveLength(2)
})

test('rows that could not be written wait, are tried again under the same keys, and are there once', async () => {
  const { log, rows, sent, waits } = open('lost', { code: 'busy' })
  log.choose('A', 'review')
  log.opened('A', 'Review')
  await settled()
  expect(log.state()).toMatchObject({ is: 'waiting', trouble: { code: 'offline' } })
  log.did({ pupil: 'A', did: 'downloaded', what: 'Minutes', purpose: 'review', recipient: 'family' })
  await settled()
  expect(log.state()).toMatchObject({ is: 'waiting', trouble: { code: 'busy' } })
  expect(waits.map(({ seconds }) => seconds)).toEqual([2, 5])
  waits.at(-1)!.act()
  await settled()
  expect(log.state()).toEqual({ is: 'well' })
  expect(rows()).toHaveLength(2)
  expect(new Set(sent.flat().map(({ key }) => key)).size).toBe(2)
})

test('a list that takes no rows shuts the log, and opens it when somebody tries again', async () => {
  const { log, rows, waits } = open({ code: 'noAccess', to: 'Disclosure log' })
  log.choose('A', 'review')
  log.opened('A', 'Review')
  await settled()
  expect(log.state()).toMatchObject({ is: 'shut', trouble: { code: 'noAccess' } })
  expect(waits).toEqual([])
  log.again()
  await settled()
  expect([log.state().is, rows()]).toEqual(['well', ['A Review review']])
})

test('a reason said for one thing takes no waiting row of another whose name begins alike', async () => {
  const { log, rows, waits } = open({ code: 'offline' })
  log.choose('A', 'review')
  log.opened('A', 'Review in Word')
  await settled()
  log.choose('A', 'parent')
  log.opened('A', 'Review')
  for (const { act } of waits) act()
  await settled()
  expect(rows().toSorted()).toEqual(['A Review in Word review', 'A Review parent'])
})

test('what is opened from a task of Today is logged under its reason, says so, and is asked anew by every other way in', async () => {
  const list = new Map<string, Disclosure>()
  const { log } = openOver(list, 'helen')
  const due = { purpose: 'review', words: 'Report due' } as const
  const end = log.workOn('A', due)
  expect([log.purposeFor('A'), log.purposeFor('B')]).toEqual(['review', null])
  log.opened('A', 'Review', due)
  log.opened('A', 'Review', due)
  end()
  expect(log.purposeFor('A'), 'the task is over: nothing of it is carried on').toBeNull()
  log.opened('A', 'Review')
  await settled()
  const told = () => [...list.values()].map(({ purpose, note }) => `${purpose}: ${note}`)
  expect(told()).toEqual(['review: From Today: Report due'])
  // The same reason, said by the person this time, is a row of its own: nobody is said to have come from a task.
  log.choose('A', 'review')
  log.opened('A', 'Review')
  // And another task of the same day is another.
  const other = { purpose: 'review', words: 'Papers due' } as const
  log.workOn('A', other)
  log.opened('A', 'Review', other)
  await settled()
  expect(told()).toEqual(['review: From Today: Report due', 'review: null', 'review: From Today: Papers due'])
})

test('another reason that is said while a task is open counts from then on, and the opening from the task stays told', async () => {
  const { log, rows } = open({ code: 'offline' })
  const due = { purpose: 'review', words: 'Report due' } as const
  const end = log.workOn('A', due)
  log.opened('A', 'Review', due)
  log.choose('A', 'safeguarding')
  expect(log.purposeFor('A')).toBe('safeguarding')
  log.opened('A', 'Review')
  end()
  expect(log.purposeFor('A')).toBe('safeguarding')
  await settled()
  log.again()
  await settled()
  expect(rows()).toEqual(['A Review review', 'A Review safeguarding'])
})
