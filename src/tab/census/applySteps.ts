import { t } from '../../words/t.ts'
import { Problem } from '../../domain/problem.ts'
import type { AnyRecordType, Stored } from '../../domain/record.ts'
import type { SchoolRecords, Store } from '../../graph/storeTypes.ts'
import { type Loose, type Step, typeOfStep, wholeRecord } from '../../jobs/plan.ts'

type Put = (type: AnyRecordType, stored: Stored<unknown>) => void
type Row = Stored<Loose>

const reason = t`Taken back`

/**
 * Does the few writes of one fix at once, in their order, and answers with what takes them back, last first. For many
 * pupils there are jobs. A row that somebody changed since is a Problem `changed`; what was done before it stays done.
 */
export const applySteps = async (
  records: SchoolRecords,
  steps: readonly Step[],
  put: Put,
): Promise<() => Promise<void>> => {
  const undos: (() => Promise<void>)[] = []
  const undo = async () => {
    for (const one of undos.toReversed()) await one()
  }
  for (const step of steps) {
    const type = typeOfStep(step)
    const store = records.store(type) as unknown as Store<Loose>
    const keep = (row: Row) => {
      put(type, row)
      return row
    }
    switch (step.do) {
      case 'create': {
        const made = keep(await store.create(wholeRecord(step), step.key))
        undos.push(async () => void keep(await store.archive(made, reason)))
        break
      }
      case 'change': {
        const before = await store.byKey(step.key)
        const moved = Object.entries(step.changes).some(
          ([field, { from, to }]) => (before[field] ?? null) !== from && before[field] !== to,
        )
        if (moved)
          throw new Problem({ code: 'changed', mine: step, theirs: before }, 'A row of a fix was changed')
        const changes = Object.fromEntries(Object.entries(step.changes).map(([field, { to }]) => [field, to]))
        const after = keep(await store.update(before, changes))
        const back = Object.fromEntries(
          Object.entries(step.changes).map(([field, { from }]) => [field, from]),
        )
        undos.push(async () => void keep(await store.update(await store.byKey(after.key), back)))
        break
      }
      case 'restore': {
        const restored = keep(await store.restore(await store.byKey(step.key)))
        undos.push(async () => void keep(await store.archive(restored, reason)))
        break
      }
      case 'archive':
        throw new Problem({ code: 'unsupported', what: 'Archiving here' }, 'A fix archives nothing')
    }
  }
  return undo
}
