import type { Value } from '../fields.ts'
import type { ScenarioState } from './scenarioTypes.ts'

type Loose = Readonly<Record<string, Value>>

/** The types of record that a scenario writes, in the order in which they are written: what others point to first. */
const writtenTypes = [
  ['Group', 'groups'],
  ['Allocation', 'lines'],
  ['Slot', 'slots'],
  ['SlotPupil', 'slotPupils'],
  ['SupportStaff', 'staff'],
  ['Rate', 'rates'],
] as const satisfies readonly (readonly [string, keyof ScenarioState])[]
export type WrittenType = (typeof writtenTypes)[number][0]

/** One record as it is to be written: exactly what a person is shown before. */
export type ScenarioWrite = {
  readonly type: WrittenType
  readonly key: string
  readonly pupil: string | null
} & (
  | { readonly do: 'create'; readonly record: Loose }
  | { readonly do: 'change'; readonly changes: Readonly<Record<string, { from: Value; to: Value }>> }
  | { readonly do: 'archive'; readonly record: Loose }
)

const stored = new Set([
  'key',
  'id',
  'etag',
  'archived',
  'archivedReason',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
])
const fieldsIn = (row: object): Loose =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !stored.has(name)))

const pupilOf = (row: object): string | null => (row as { pupil?: string }).pupil ?? null

/** What has to be written for the records to become what a scenario makes of them. */
export const scenarioWrites = (before: ScenarioState, after: ScenarioState): ScenarioWrite[] =>
  writtenTypes.flatMap(([type, list]) => {
    const was = new Map((before[list] as readonly { key: string }[]).map((row) => [row.key, row]))
    const is = new Map((after[list] as readonly { key: string }[]).map((row) => [row.key, row]))
    const put = [...is].flatMap(([key, row]): ScenarioWrite[] => {
      const old = was.get(key)
      const about = { type, key, pupil: pupilOf(row) }
      if (!old) return [{ ...about, do: 'create', record: fieldsIn(row) }]
      if (old === row) return []
      const now = fieldsIn(row)
      const then = fieldsIn(old)
      const changes = Object.fromEntries(
        Object.keys(now).flatMap((field) =>
          then[field] === now[field] ? [] : [[field, { from: then[field] ?? null, to: now[field] ?? null }]],
        ),
      )
      return Object.keys(changes).length > 0 ? [{ ...about, do: 'change', changes }] : []
    })
    const off = [...was].flatMap(([key, row]): ScenarioWrite[] =>
      is.has(key) ? [] : [{ type, key, pupil: pupilOf(row), do: 'archive', record: fieldsIn(row) }],
    )
    return [...put, ...off]
  })
