import { t } from '../../words/t.ts'
import type { Value } from '../../domain/fields.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Group } from '../../domain/records/group.ts'
import type { Write } from '../../documents/mapBack/plannedWrites.ts'
import type { Progress, SchoolRecords, Written } from '../../graph/storeTypes.ts'

/** The rows as they were read: each write names the version that it was decided on. */
export type Rows = {
  readonly allocations: readonly Stored<Allocation>[]
  readonly groups: readonly Stored<Group>[]
}
/** As many as the store sends at once: a stop waits for no more than these. */
const inBatch = 20
const ends: readonly Trouble['code'][] = ['busy', 'offline', 'signedOut', 'noAccess', 'notSetUp']

type AnyStored = Stored<Allocation> | Stored<Group>
type Done = { readonly write: Write; readonly before: AnyStored | null; readonly after: AnyStored }

/** What came of sending: what is stored now, and why the rest is not, by the ids of the things found. */
export type Sent = {
  readonly done: readonly Done[]
  /** What was not begun, as the person stopped it. */
  readonly stopped: ReadonlySet<string>
  readonly failed: ReadonlyMap<string, Trouble>
}

const pick = (row: object, fields: readonly string[]): Record<string, Value> =>
  Object.fromEntries(fields.map((field) => [field, (row as Record<string, Value>)[field] ?? null]))

/**
 * Stores what was decided, each record with If-Match: what somebody else changed meanwhile is not overwritten but told,
 * and one record that fails stops no other. Never throws for a single record. Between batches it asks `isStopped`.
 */
export const sendMap = async (
  records: SchoolRecords,
  rows: Rows,
  writes: readonly Write[],
  onProgress: Progress,
  isStopped: () => boolean = () => false,
): Promise<Sent> => {
  const [lines, groups] = [records.store(Allocation), records.store(Group)]
  const [lineOf, groupOf] = [
    new Map(rows.allocations.map((row) => [row.key, row])),
    new Map(rows.groups.map((row) => [row.key, row])),
  ]
  const done: Done[] = []
  const failed = new Map<string, Trouble>()
  const stopped = new Set<string>()
  /** Why a whole batch failed that the next would fail for as well: nothing more is tried. */
  let ended: Trouble | null = null
  let behind = 0
  const note = (
    given: readonly Write[],
    before: ReadonlyMap<string, AnyStored>,
    written: readonly Written<unknown>[],
  ) => {
    behind += given.length
    for (const [at, write] of given.entries()) {
      const row = written.find(({ key }) => key === write.key) ?? written[at]
      if (row?.outcome === 'stored')
        done.push({ write, before: before.get(write.key) ?? null, after: row.record as AnyStored })
      else
        for (const id of write.settles) failed.set(id, row ? troubleOf(row.problem) : { code: 'unexpected' })
    }
  }
  const progress: Progress = (count, _of, until) => onProgress(behind + count, writes.length, until)
  const of = <O extends Write['of']>(kind: O) =>
    writes.filter((write): write is Extract<Write, { of: O }> => write.of === kind)
  /** A whole batch that fails, as when the connection goes, fails for each of its records alone. */
  const step = async <W extends Write>(
    all: readonly W[],
    before: ReadonlyMap<string, AnyStored>,
    act: (given: readonly W[]) => Promise<readonly Written<unknown>[]>,
  ) => {
    for (let from = 0; from < all.length; from += inBatch) {
      const given = all.slice(from, from + inBatch)
      const ids = given.flatMap(({ settles }) => settles)
      const why: Trouble | null = ended
      if (why || isStopped()) {
        for (const id of ids) {
          if (why) failed.set(id, why)
          else stopped.add(id)
        }
        continue
      }
      try {
        note(given, before, await act(given))
      } catch (thrown) {
        behind += given.length
        for (const id of ids) failed.set(id, troubleOf(thrown))
      }
      const troubles = ids.map((id) => failed.get(id))
      if (troubles.every((trouble) => trouble && ends.includes(trouble.code))) ended = troubles[0] ?? null
    }
  }
  const changing = of('group').concat() as Extract<Write, { of: 'line' | 'group' }>[]
  const [forGroups, forLines] = [
    changing.filter((write) => write.of === 'group' && groupOf.has(write.key)),
    (of('line') as Extract<Write, { of: 'line' | 'group' }>[]).filter(({ key }) => lineOf.has(key)),
  ]
  await step(forGroups, groupOf, (given) =>
    groups.updateMany(
      given.map(({ key, changes }) => ({
        stored: groupOf.get(key)!,
        changes: changes as Partial<Group>,
      })),
      progress,
    ),
  )
  await step(forLines, lineOf, (given) =>
    lines.updateMany(
      given.map(({ key, changes }) => ({
        stored: lineOf.get(key)!,
        changes: changes as Partial<Allocation>,
      })),
      progress,
    ),
  )
  const fresh = of('new')
  await step(fresh, new Map(), (given) =>
    lines.createMany(
      given.map(({ key, record }) => ({ key, record })),
      progress,
    ),
  )
  const leaving = of('archive').filter(({ key }) => lineOf.has(key))
  await step(leaving, lineOf, (given) =>
    lines.shelveMany(
      given.map(({ key }) => ({ stored: lineOf.get(key)!, reason: t`Struck out in the provision map` })),
      progress,
    ),
  )
  return { done, failed, stopped }
}

/** The rows with what was stored in them, for when they can't be read again. */
export const withSent = (rows: Rows, { done }: Pick<Sent, 'done'>): Rows => {
  const lines = new Map(rows.allocations.map((row) => [row.key, row]))
  const groups = new Map(rows.groups.map((row) => [row.key, row]))
  for (const { write, after } of done) {
    if (write.of === 'group') groups.set(write.key, after as Stored<Group>)
    else if (write.of === 'archive') lines.delete(write.key)
    else lines.set(write.key, after as Stored<Allocation>)
  }
  return { allocations: [...lines.values()], groups: [...groups.values()] }
}

/** Takes back what was sent, as far as nobody has changed it since; answers how many records could not be taken back. */
export const takeBack = async (records: SchoolRecords, { done }: Sent): Promise<number> => {
  const [lines, groups] = [records.store(Allocation), records.store(Group)]
  let left = 0
  for (const { write, before, after } of done.toReversed()) {
    try {
      if (write.of === 'new') await lines.archive(after as Stored<Allocation>, 'Taken back')
      else if (write.of === 'archive') await lines.restore(after as Stored<Allocation>)
      else if (write.of === 'line')
        await lines.update(
          after as Stored<Allocation>,
          pick(before!, Object.keys(write.changes)) as Partial<Allocation>,
        )
      else
        await groups.update(
          after as Stored<Group>,
          pick(before!, Object.keys(write.changes)) as Partial<Group>,
        )
    } catch {
      // Somebody changed it since: theirs stands.
      left += 1
    }
  }
  return left
}
