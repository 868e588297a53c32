import { Need } from '../domain/records/need.ts'
import { blank, type Stored } from '../domain/record.ts'
import { show } from '../domain/fields.ts'
import type { Change, NeedUpdate, NewRecord } from './plan.ts'
import type { DraftNeed } from './readRow.ts'

export type NeedsPlan = {
  readonly added: readonly NewRecord<Need>[]
  readonly updates: readonly NeedUpdate[]
  readonly changes: readonly Change[]
}

const rank = (value: number | null) => (value === null ? '' : `rank ${value}`)
const change = (type: Need['type'], from: number | null, to: number): Change => ({
  field: `need:${type}`,
  label: `Need: ${show(Need.fields.type, type)}`,
  from: rank(from),
  to: rank(to),
})

/**
 * The file's needs take the file's ranks. A need on record that the file leaves out stays, behind those of the file
 * where their ranks would meet: a file never takes a need away. `oldKeys` gives the key of a need made before.
 */
export const planNeeds = (
  pupil: string,
  wanted: readonly DraftNeed[],
  stored: readonly Stored<Need>[],
  keyFor: (type: string) => string,
): NeedsPlan => {
  const current = stored.filter(({ until }) => until === null)
  const added: NewRecord<Need>[] = []
  const updates: NeedUpdate[] = []
  const changes: Change[] = []
  if (wanted.length === 0) return { added, updates, changes }
  for (const need of wanted) {
    const known = current.find(({ type }) => type === need.type)
    if (!known) {
      added.push({ key: keyFor(need.type), record: blank(Need, { pupil, ...need }) })
      changes.push(change(need.type, null, need.rank))
    } else if (known.rank !== need.rank) {
      updates.push({ stored: known, changes: { rank: need.rank } })
      changes.push(change(need.type, known.rank, need.rank))
    }
  }
  const others = current
    .filter(({ type }) => !wanted.some((need) => need.type === type))
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
  let next = wanted.length + 1
  for (const other of others) {
    if (other.rank !== null && other.rank < next) {
      updates.push({ stored: other, changes: { rank: next } })
      changes.push(change(other.type, other.rank, next))
      next += 1
    } else if (other.rank !== null) next = other.rank + 1
  }
  return { added, updates, changes }
}
