import { expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { Problem } from '../../src/domain/problem.ts'
import { minutesOfMany } from '../../src/export/minutesOfMany.ts'
import type { SchoolRecords } from '../../src/graph/storeTypes.ts'
import { gatherReview } from '../../src/ui/gatherReview.ts'
import { gatherReviews } from '../../src/ui/gatherReviews.ts'
import { generatedRecords } from '../validity/generated.ts'

const today = '2026-03-10'
const where = { schoolName: 'Oakfield Primary School', today }
const primary = generatedRecords('primary', 7, today)
const keys = (primary.generated.Review ?? []).map(({ key }) => key)
const content = (file: Parameters<typeof reviewMinutes>[0]) => reviewMinutes(file, today)
const work = { content, look: () => [] }

test('many reviews read at once are what each would be read by itself, and each list is read once', async () => {
  const reads = new Map<string, number>()
  const counting = {
    ...primary.records,
    store: (type: Parameters<SchoolRecords['store']>[0]) => {
      const store = primary.records.store(type)
      return {
        ...store,
        all: () => {
          reads.set(type.name, (reads.get(type.name) ?? 0) + 1)
          return store.all()
        },
      }
    },
  } as unknown as SchoolRecords
  const gathered = await gatherReviews(counting, keys, where)
  expect(keys.length).toBeGreaterThan(20)
  expect(gathered.map(({ review }) => review)).toEqual(keys)
  expect([...reads.values()].every((count) => count === 1)).toBe(true)
  for (const { review, file } of gathered) {
    const alone = await gatherReview(primary.records, review, where)
    expect(file()).toEqual(alone)
  }
})

test('a row that can’t be read spoils its own review and no other; one whose review can’t be told spoils all', async () => {
  const spoilt = (rest: Record<string, unknown>) =>
    ({
      ...primary.records,
      store: (type: Parameters<SchoolRecords['store']>[0]) => {
        const store = primary.records.store(type)
        const unreadable = [{ id: '1', key: null, fields: ['text'], rest }]
        return type.name === 'View'
          ? { ...store, all: async () => ({ ...(await store.all()), unreadable }) }
          : store
      },
    }) as unknown as SchoolRecords
  const one = await gatherReviews(spoilt({ review: keys[1] }), keys.slice(0, 3), where)
  const done = await minutesOfMany(one, work)
  expect(done.made.map(({ review }) => review)).toEqual([keys[0], keys[2]])
  expect(done.refused).toMatchObject([{ review: keys[1], trouble: { code: 'refused' } }])
  const any = await minutesOfMany(await gatherReviews(spoilt({}), keys.slice(0, 3), where), work)
  expect(any.refused).toHaveLength(3)
})

test('each file is the minutes of its own review, under a name of its own; a review that is gone is told', async () => {
  const gone = '01JZ0000000000000000000000'
  const gathered = await gatherReviews(primary.records, [...keys, gone], where)
  const told: number[] = []
  const { made, refused, stopped } = await minutesOfMany(gathered, {
    ...work,
    progress: (done) => told.push(done),
  })
  expect(told).toEqual(gathered.map((_, at) => at + 1))
  expect(refused).toEqual([{ review: gone, trouble: { code: 'gone' } }])
  expect(stopped).toBe(false)
  expect(new Set(made.map(({ name }) => name)).size).toBe(keys.length)
  for (const { review, bytes } of made.slice(0, 5)) {
    const file = await gatherReview(primary.records, review, where)
    expect(readBack(file, readDocx(bytes), today)).toMatchObject({ differences: [] })
    expect(bytes).toEqual(docxOf(content(file)))
  }
})

test('stopping keeps what is whole; a mistake of ours is not told as a review that can’t be made', async () => {
  const gathered = await gatherReviews(primary.records, keys, where)
  const stop = new AbortController()
  const { made, stopped } = await minutesOfMany(gathered, {
    ...work,
    signal: stop.signal,
    progress: (done) => done === 4 && stop.abort(),
  })
  expect(made).toHaveLength(4)
  expect(stopped).toBe(true)
  const broken = () => {
    throw new TypeError('ours')
  }
  await expect(minutesOfMany(gathered, { ...work, content: broken })).rejects.toThrow(TypeError)
  const busy = () => {
    throw new Problem({ code: 'busy' }, 'busy')
  }
  const left = await minutesOfMany(gathered.slice(0, 2), { ...work, content: busy })
  expect(left.refused.map(({ trouble }) => trouble.code)).toEqual(['busy', 'busy'])
})
