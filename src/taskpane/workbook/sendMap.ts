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
type AnyStored = Stored<Allocation> | Stored<Group>
type Done = { readonly write: Write; readonly before: AnyStored | null; readonly after: AnyStored }

/** What came of sending: what is stored now, and why the rest is not, by the ids of the things found. */
export type Sent = {
  readonly done: readonly Done[]
  readonly failed: ReadonlyMap<string, Trouble>
}

const pick = (row: object, fields: readonly string[]): Record<string, Value> =>
  Object.fromEntries(fields.map((field) => [field, (row as Record<string, Value>)[field] ?? null]))

/**
 * Stores what was decided, each record with If-Match: what somebody else changed meanwhile is not overwritten but told,
 * and one record that fails stops no other. Never throws for a single record.
 */
export const sendMap = async (
  records: SchoolRecords,
  rows: Rows,
  writes: readonly Write[],
  onProgress: Progress,
): Promise<Sent> => {
  const [lines, groups] = [records.store(Allocation), records.store(Group)]
  const [lineOf, groupOf] = [
    new Map(rows.allocations.map((row) => [row.key, row])),
    new Map(rows.groups.map((row) => [row.key, row])),
  ]
  const done: Done[] = []
  const failed = new Map<string, Trouble>()
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
  /** A whole step that fails, as when the connection goes, fails for each of its records alone. */
  const step = async (
    given: readonly Write[],
    before: ReadonlyMap<string, AnyStored>,
    act: () => Promise<readonly Written<unknown>[]>,
  ) => {
    if (given.length === 0) return
    try {
      note(given, before, await act())
    } catch (thrown) {
      behind += given.length
      for (const { settles } of given) for (const id of settles) failed.set(id, troubleOf(thrown))
    }
  }
  const changing = of('group').concat() as Extract<Write, { of: 'line' | 'group' }>[]
  const [forGroups, forLines] = [
    changing.filter((write) => write.of === 'group' && groupOf.has(write.key)),
    (of('line') as Extract<Write, { of: 'line' | 'group' }>[]).filter(({ key }) => lineOf.has(key)),
  ]
  await step(forGroups, groupOf, () =>
    groups.updateMany(
      forGroups.map(({ key, changes }) => ({
        stored: groupOf.get(key)!,
        changes: changes as Partial<Group>,
      })),
      progress,
    ),
  )
  await step(forLines, lineOf, () =>
    lines.updateMany(
      forLines.map(({ key, changes }) => ({
        stored: lineOf.get(key)!,
        changes: changes as Partial<Allocation>,
      })),
      progress,
    ),
  )
  const fresh = of('new')
  await step(fresh, new Map(), () =>
    lines.createMany(
      fresh.map(({ key, record }) => ({ key, record })),
      progress,
    ),
  )
  const leaving = of('archive').filter(({ key }) => lineOf.has(key))
  await step(leaving, lineOf, () =>
    lines.shelveMany(
      leaving.map(({ key }) => ({ stored: lineOf.get(key)!, reason: 'Struck out in the provision map' })),
      progress,
    ),
  )
  return { done, failed }
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
