import type { Value } from '../../domain/fields.ts'
import { blank, check } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Group } from '../../domain/records/group.ts'
import type { Day } from '../../domain/rules/day.ts'
import { filledLines, type MapInput } from '../provisionMap/input.ts'
import type { CellDifference, Leaving, NewRow } from './differences.ts'

type Keyed<T> = T & { readonly key: string }

/** What a person decided about one thing that was found; what is not decided is not sent. */
export type Decision =
  | {
      readonly is: 'take'
      readonly difference: CellDifference
      readonly value: Value
      /** For a value of the group: for all who are in it, or for this pupil alone. */
      readonly whom?: 'all' | 'own'
    }
  | {
      readonly is: 'add'
      readonly row: NewRow
      /** The key that the new line gets, the same however often it is tried. */
      readonly key: string
      readonly pupil: string
      readonly provision: string
      readonly values: Readonly<Record<string, Value>>
    }
  | { readonly is: 'archive'; readonly leaving: Leaving }
  | { readonly is: 'end'; readonly leaving: Leaving; readonly on: Day }

/** One write to one record, and which of the things found it settles. */
export type Write =
  | {
      readonly of: 'line' | 'group'
      readonly key: string
      readonly changes: Readonly<Record<string, Value>>
      readonly settles: readonly string[]
    }
  | {
      readonly of: 'new'
      readonly key: string
      readonly record: Allocation
      readonly settles: readonly string[]
    }
  | { readonly of: 'archive'; readonly key: string; readonly settles: readonly string[] }

export type Planned = {
  readonly writes: readonly Write[]
  /** What can't be sent as it was decided, by the id of the thing found: none of that record is. */
  readonly complaints: ReadonlyMap<string, string>
}

export const idOf = (decision: Decision): string =>
  decision.is === 'take'
    ? decision.difference.id
    : decision.is === 'add'
      ? decision.row.id
      : decision.leaving.id

/** The decisions as one write a record, checked as a whole before anything is sent. */
export const plannedWrites = (
  decisions: readonly Decision[],
  records: Pick<MapInput, 'termDates'> & {
    readonly allocations: readonly Keyed<Allocation>[]
    readonly groups: readonly Keyed<Group>[]
  },
): Planned => {
  const complaints = new Map<string, string>()
  const merged = new Map<
    string,
    { of: 'line' | 'group'; key: string; changes: Record<string, Value>; settles: string[] }
  >()
  const writes: Write[] = []
  const put = (of: 'line' | 'group', key: string, field: string, value: Value, id: string) => {
    const write = merged.get(`${of}/${key}`) ?? { of, key, changes: {}, settles: [] }
    if (field in write.changes && write.changes[field] !== value)
      for (const one of [id, ...write.settles])
        complaints.set(one, 'Two rows say different things for the same group. Take one of them for all')
    write.changes[field] = value
    write.settles.push(id)
    merged.set(`${of}/${key}`, write)
  }
  for (const decision of decisions) {
    const id = idOf(decision)
    switch (decision.is) {
      case 'take': {
        const { difference, value } = decision
        if (difference.group && (difference.group.onlyAll || decision.whom === 'all'))
          put('group', difference.group.key, difference.group.field, value, id)
        else put('line', difference.key, difference.field, value, id)
        break
      }
      case 'end':
        put('line', decision.leaving.key, 'until', decision.on, id)
        break
      case 'archive':
        writes.push({ of: 'archive', key: decision.leaving.key, settles: [id] })
        break
      case 'add': {
        const { pupil, provision, values } = decision
        const record = blank(Allocation, { ...values, pupil, provision })
        const [issue] = check(Allocation, record)
        if (issue) complaints.set(id, issue.message)
        else writes.push({ of: 'new', key: decision.key, record, settles: [id] })
      }
    }
  }
  const filled = new Map(filledLines(records).map((line) => [line.key, line]))
  const groups = new Map(records.groups.map((group) => [group.key, group]))
  for (const write of merged.values()) {
    const whole =
      write.of === 'line'
        ? filled.has(write.key) &&
          check(Allocation, { ...filled.get(write.key)!, ...write.changes } as Allocation)
        : groups.has(write.key) && check(Group, { ...groups.get(write.key)!, ...write.changes } as Group)
    const issue = whole ? whole.find(({ field }) => field in write.changes || field === 'until') : undefined
    const complaint = issue?.message ?? write.settles.map((id) => complaints.get(id)).find(Boolean)
    if (complaint === undefined) writes.push(write)
    else for (const id of write.settles) complaints.set(id, complaint)
  }
  return { writes, complaints }
}
