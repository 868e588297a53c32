import type { AnyStored, Draft } from '../../../src/ui/draft/types.ts'
import { expect, vi } from 'vitest'
import type { Value } from '../../../src/domain/fields.ts'
import { blank, type Stored } from '../../../src/domain/record.ts'
import { Review } from '../../../src/domain/records/review.ts'
import { UnsavedText } from '../../../src/domain/records/unsavedText.ts'
import { connect } from '../../../src/graph/connect.ts'
import { openDraft } from '../../../src/ui/draft/openDraft.ts'
import { textRows } from '../../../src/ui/draft/textRows.ts'
import { oakfield, type Oakfield, sencoSite } from '../oakfield.ts'
import { sendSpoilt, type Spoil } from './spoils.ts'

export const editors = ['senco', 'it', 'head'] as const
export type Editor = (typeof editors)[number]
export const fields = ['childHard', 'childWants', 'place', 'meetingDate'] as const
export type FieldName = (typeof fields)[number]

/** One visit of a person to the review's screen, as the screen itself opens it. */
type Page = { draft: Draft; close(): void; refetch(): Promise<void>; found(): Promise<void> }

/** Draws from 0 to 1, the same again from the same seed. */
export const drawing = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const weather: readonly Spoil[] = [
  'lostBefore', 'lostAfter', 'cutShort', 'lateAfter', 'busy', 'busyEmpty', 'throttled', 'throttledMute', 'conflict',
  'conflict', 'bareConflict', 'bareConflict', 'expired',
] as const // prettier-ignore

/** Three people with one review before them, each on a page of their own over the real store. */
export const openTable = async (school: Oakfield, draw: () => number) => {
  school.admin.member(sencoSite, 'head', 'write')
  const first = await school
    .as('it')
    .records.store(Review)
    .create(blank(Review, { pupil: '01BX5ZZKBKACTAV9WEVGEMMVRZ', type: 'annual', stage: 'planning' }))
  const storm = { part: 0, spoilt: 0 }

  const everStored = new Set<Value>()
  const overwritten: string[] = []
  const seen = new Map<string, Set<Value>>()
  const hasSeen = (who: Editor, field: string, value: Value) => {
    const name = `${who} ${field}`
    seen.set(name, (seen.get(name) ?? new Set()).add(value))
  }
  const rowNow = () =>
    school.admin.rows(sencoSite, Review.list).find(({ fields: { gtKey } }) => gtKey === first.key)!
  const columns = fields.map((field) => [field, `gt${field[0]!.toUpperCase()}${field.slice(1)}`] as const)
  /** Days are kept as the instant of their midnight in London, in summer an hour before ours. */
  const valueIn = (row: ReturnType<typeof rowNow>, column: string) => {
    const held = (row.fields[column] ?? null) as Value
    return column === 'gtMeetingDate' && typeof held === 'string'
      ? new Date(Date.parse(held) + 3_600_000).toISOString().slice(0, 10)
      : held
  }
  let row = rowNow()
  const author = new Map<string, string>()
  const note = () => {
    const is = rowNow()
    if (is === row) return
    for (const [field, column] of columns) {
      const [was, now] = [valueIn(row, column), valueIn(is, column)]
      if (was === now) continue
      const others = was !== null && author.get(field) !== is.modifiedBy
      if (others && !seen.get(`${is.modifiedBy} ${field}`)?.has(was))
        overwritten.push(`${field}: ${String(was)}`)
      author.set(field, is.modifiedBy)
      everStored.add(now)
    }
    row = is
  }
  const handle = async (request: Request) => {
    const answer = await school.emulator.handle(request)
    note()
    return answer
  }

  const connectionOf = (who: Editor, isClosed: () => boolean) => {
    let held: string | null = null
    return connect({
      school: oakfield,
      token: async (options) => {
        if (options?.fresh) held = null
        return (held ??= school.admin.tokenFor(who))
      },
      send: async (request) => {
        if (isClosed()) return new Promise<never>(() => {})
        const spoil = draw() < storm.part ? weather[Math.floor(draw() * weather.length)]! : null
        const hit = () => void (storm.spoilt += 1)
        // Answers take their time, so that others come between.
        await new Promise((done) => setTimeout(done, 20 + Math.floor(draw() * 200)))
        const answer = await sendSpoilt(spoil, request, handle, new Date(), hit)
        return isClosed() ? new Promise<never>(() => {}) : answer
      },
      now: () => new Date(),
    })
  }
  const open = async (who: Editor): Promise<Page> => {
    let closed = false
    const connection = connectionOf(who, () => closed)
    const { records } = connection
    const reviews = records.store(Review)
    const texts = records.store(UnsavedText)
    const mine = async () => (await connection.me()).id
    const stored = (await insist(() => reviews.byKey(first.key))) as unknown as AnyStored
    const draft = openDraft({
      type: Review,
      stored,
      store: reviews as never,
      now: () => new Date(),
      onStored: () => {},
      keeper: textRows({
        store: texts,
        owner: mine,
        recordType: 'Review',
        record: first.key,
        onSettled: () => {},
      }),
    })
    return {
      draft,
      close: () => (closed = true),
      refetch: async () => {
        const next = await reviews.byKey(first.key).catch(() => null)
        if (next && !closed) draft.receive(next as unknown as AnyStored)
      },
      found: async () => {
        const id = await insist(mine)
        const { records: rows } = await insist(() => texts.about('record', first.key))
        for (const { owner, field, typed, before, modifiedAt } of rows as Stored<UnsavedText>[])
          if (owner === id) draft.find(field, { typed: typed ?? '', before: before ?? '', at: modifiedAt })
      },
    }
  }

  return {
    storm,
    open,
    everStored,
    overwritten,
    hasSeen,
    author,
    storedIn: (field: FieldName) => valueIn(rowNow(), columns.find(([name]) => name === field)![1]),
  }
}

const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await ask()
    } catch {
      await new Promise((done) => setTimeout(done, 5_000))
    }
  }
}

/** Lets time go by until this is done. */
export const during = async <T>(work: Promise<T>): Promise<T> => {
  let open = true
  const watched = work.finally(() => (open = false))
  for (let turns = 0; open && turns < 10_000; turns += 1) await vi.advanceTimersByTimeAsync(100)
  expect(open).toBe(false)
  return watched
}
