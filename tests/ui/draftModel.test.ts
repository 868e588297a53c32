import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Value } from '../../src/domain/fields.ts'
import { Problem, type Trouble } from '../../src/domain/problem.ts'
import { blank } from '../../src/domain/record.ts'
import { Review } from '../../src/domain/records/review.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import { openDraft } from '../../src/ui/draft/openDraft.ts'
import type { AnyStored, Draft, TextKeeper } from '../../src/ui/draft/types.ts'
import { kept } from './made.ts'

const fields = ['childHard', 'meetingDate'] as const
type FieldName = (typeof fields)[number]
const people = [0, 1, 2] as const

type Fault = 'none' | 'lostBefore' | 'lostAfter' | 'busy' | 'late'

/** One row that checks If-Match, three people who have it open, and a note of all that must not get lost. */
const openTable = () => {
  let row = {
    ...blank(Review, { pupil: kept('P').key, type: 'annual', stage: 'planning' }),
    ...kept('R'),
  } as AnyStored | never
  let version = 1
  row = { ...row, etag: '"row,1"' }
  const faults: Fault[] = []
  const everStored = new Set<Value>()
  /** Who wrote what is stored in each field now. */
  const author = new Map<string, number>()
  const overwritten: string[] = []
  const seen = people.map(() => new Map<string, Set<Value>>())
  const hasSeen = (person: number, field: string, value: Value) => {
    const values = seen[person]!.get(field) ?? new Set<Value>()
    seen[person]!.set(field, values.add(value))
  }

  const write = (person: number, changes: Record<string, Value>) => {
    for (const [field, value] of Object.entries(changes)) {
      const there = row[field] ?? null
      const theirs = there !== null && author.get(field) !== person && there !== value
      if (theirs && !seen[person]!.get(field)?.has(there)) overwritten.push(`${field}: ${String(there)}`)
      author.set(field, person)
      everStored.add(value)
    }
    version += 1
    row = {
      ...row,
      ...changes,
      etag: `"row,${version}"`,
      modifiedAt: new Date().toISOString(),
      modifiedBy: `Person ${person}`,
    }
  }
  const waited = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, milliseconds)
    })
  const storeOf = (person: number) => ({
    byKey: async () => row,
    update: async (stored: AnyStored, changes: object) => {
      const fault = faults.shift() ?? 'none'
      await waited(fault === 'late' ? 3_000 : 100)
      const trouble: Trouble = fault === 'busy' ? { code: 'busy' } : { code: 'offline' }
      if (fault === 'lostBefore' || fault === 'busy') throw new Problem(trouble, 'Reviews')
      if (stored.etag !== row.etag)
        throw new Problem({ code: 'changed', mine: stored, theirs: row }, 'Reviews')
      write(person, changes as Record<string, Value>)
      if (fault === 'lostAfter') throw new Problem(trouble, 'Reviews')
      // Somebody may save between the write and the look at the row.
      await waited(50)
      return row
    },
  })
  const keepers = people.map(() => new Map<string, string>())
  const keeperOf = (person: number): TextKeeper => ({
    keep: async (field, { typed }) => {
      await waited(50)
      keepers[person]!.set(field, typed)
    },
    settle: async (field) => {
      await waited(50)
      keepers[person]!.delete(field)
    },
  })
  const drafts = people.map((person) =>
    openDraft({
      type: Review,
      stored: row,
      store: storeOf(person),
      now: () => new Date(),
      onStored: () => {},
      keeper: keeperOf(person),
    }),
  )
  return { drafts, faults, everStored, overwritten, hasSeen, keepers, row: () => row }
}

/** A day of its own for each typing, so that nobody's is taken for another's. */
const day = (count: number) => addDays('2026-03-10', count)
const person = fc.constantFrom(0, 0, 0, 1, 1, 2)
const field = fc.constantFrom<FieldName>('meetingDate', 'meetingDate', 'childHard')
type Command =
  | { readonly do: 'type'; readonly person: number; readonly field: FieldName }
  | { readonly do: 'typeHalf'; readonly person: number }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'receive' | 'leave'; readonly person: number }
  | { readonly do: 'choose'; readonly person: number; readonly field: FieldName; readonly how: string }
  | { readonly do: 'fault'; readonly fault: Fault }
const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), person, field }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('typeHalf' as const), person }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(20, 120, 900, 1_000, 5_000, 40_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('receive' as const, 'leave' as const), person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      person,
      field,
      how: fc.constantFrom('mine', 'theirs', 'third'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<Fault>('lostBefore', 'lostAfter', 'busy', 'late'),
    }),
  },
)

const shownBy = (draft: Draft, name: string): Value[] => [
  draft.typedOf(name),
  draft.valueOf(name),
  draft.conflictOf(name)?.mine?.value ?? null,
  draft.conflictOf(name)?.mine?.typed ?? null,
]

test('three people in one record: no text is lost, nobody’s is written over unseen, and all is stored in the end', async () => {
  vi.useFakeTimers({ now: new Date('2026-03-10T09:14:00Z') })
  await fc.assert(
    fc.asyncProperty(fc.array(commands, { minLength: 10, maxLength: 60, size: 'max' }), async (all) => {
      vi.clearAllTimers()
      const { drafts, faults, everStored, overwritten, hasSeen, keepers, row } = openTable()
      const last = new Map<string, Value>()
      let count = 0
      const look = () => {
        for (const [who, draft] of drafts.entries())
          for (const name of fields) {
            if (['stored', 'saved'].includes(draft.stateOf(name).is)) hasSeen(who, name, draft.valueOf(name))
            // Nobody is asked to choose between two texts of their own.
            expect(draft.conflictOf(name)?.by).not.toBe(`Person ${who}`)
            const text = last.get(`${who}/${name}`)
            if (text === undefined || everStored.has(text)) continue
            expect(shownBy(draft, name), `${name} of person ${who}`).toContain(text)
          }
        expect(overwritten).toEqual([])
      }
      for (const { change, after } of all.map((one) => ({ change: one, after: one.do === 'wait' }))) {
        switch (change.do) {
          case 'type': {
            count += 1
            const text =
              change.field === 'meetingDate' ? day(count) : `Text ${count} by person ${change.person}`
            drafts[change.person]!.set(change.field, text)
            last.set(`${change.person}/${change.field}`, text)
            break
          }
          case 'typeHalf':
            count += 1
            drafts[change.person]!.setWrong('meetingDate', `half ${count}`, 'Meeting is a date')
            last.set(`${change.person}/meetingDate`, `half ${count}`)
            break
          case 'wait':
            await vi.advanceTimersByTimeAsync(change.milliseconds)
            break
          case 'receive':
            drafts[change.person]!.receive(row())
            break
          case 'leave':
            void drafts[change.person]!.flush()
            break
          case 'fault':
            faults.push(change.fault)
            break
          case 'choose': {
            const draft = drafts[change.person]!
            const conflict = draft.conflictOf(change.field)
            if (draft.stateOf(change.field).is !== 'differs' || !conflict) break
            hasSeen(change.person, change.field, conflict.theirs)
            const of = `${change.person}/${change.field}`
            if (change.how === 'theirs') {
              draft.takeTheirs(change.field)
              last.delete(of)
            } else if (change.how === 'mine') draft.keepMine(change.field)
            else {
              draft.editBoth(change.field)
              count += 1
              const third = change.field === 'meetingDate' ? day(count) : `Third ${count}`
              draft.set(change.field, third)
              expect(shownBy(draft, change.field)).toContain(last.get(of) ?? third)
              last.set(of, third)
              draft.keepMine(change.field)
            }
            break
          }
        }
        look()
        if (after) await vi.advanceTimersByTimeAsync(0)
      }
      faults.length = 0
      await vi.advanceTimersByTimeAsync(600_000)
      // What one receives may free a text that the others then receive.
      for (let round = 0; round < 4; round++) {
        for (const draft of drafts) draft.receive(row())
        await vi.advanceTimersByTimeAsync(60_000)
      }
      look()
      for (const [who, draft] of drafts.entries())
        for (const name of fields) {
          const state = draft.stateOf(name)
          expect(['stored', 'saved', 'wrong', 'differs']).toContain(state.is)
          if (state.is === 'stored' || state.is === 'saved') {
            expect(draft.valueOf(name)).toBe(row()[name])
            expect(draft.typedOf(name)).toBeNull()
          }
          const waits = state.is === 'wrong' || state.is === 'differs'
          expect(keepers[who]!.has(name), `${name} is ${state.is}`).toBe(waits)
          if (waits) expect(keepers[who]!.get(name)).toBe(draft.typedOf(name) ?? draft.valueOf(name))
        }
      expect(drafts.some((draft) => draft.atRisk())).toBe(false)
    }),
    { numRuns: Number(process.env['GOLDTHREAD_ROUNDS'] ?? 150) },
  )
}, 120_000)
