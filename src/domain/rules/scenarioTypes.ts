import type { Value } from '../fields.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Rate } from '../records/rate.ts'
import type { Slot } from '../records/slot.ts'
import type { SlotPupil } from '../records/slotPupil.ts'
import type { SupportStaff } from '../records/supportStaff.ts'
import type { Keyed } from './deploymentPeople.ts'

/** What of a group or line a scenario may change; `member` is the key of a member of staff, null for nobody. */
export type Amounts = {
  readonly sessionsPerWeek?: number
  readonly minutes?: number
  readonly prepMinutes?: number
  readonly weeks?: number
  readonly role?: NonNullable<Group['role']>
  readonly member?: string | null
}
export type GroupAmounts = Amounts & { readonly size?: number | null }
export type LineAmounts = Amounts & { readonly groupSize?: number }

/** What of a time in the week a scenario may change; `member` as in `Amounts`. */
export type TimeAmounts = {
  readonly weekday?: Slot['weekday']
  /** `09:30`. */
  readonly starts?: string
  readonly minutes?: number
  readonly everyWeeks?: NonNullable<Slot['everyWeeks']>
  readonly member?: string | null
}

/** Values of the records that a change is about, as they were when it was thought through: by key, then field. */
export type Seen = Readonly<Record<string, Readonly<Record<string, Value>>>>

/** One change of a scenario. Records are named by their keys alone: no child's name is ever in it. */
export type Change = { readonly seen: Seen } & (
  | {
      readonly do: 'loseStaff'
      readonly member: string
      /** Who takes each group, line or time of theirs; null: it ends. `rest` holds for what is not in `give`. */
      readonly give: Readonly<Record<string, string | null>>
      readonly rest: string | null
    }
  | { readonly do: 'mergeGroups'; readonly from: string; readonly into: string }
  | {
      readonly do: 'splitGroup'
      readonly group: string
      /** The lines of those who go into the new group. */
      readonly lines: readonly string[]
      readonly name: string
      /** Who gives the new one, at the same times; null: it has no times yet. */
      readonly member: string | null
    }
  | { readonly do: 'changeGroup'; readonly group: string; readonly set: GroupAmounts }
  | { readonly do: 'changeLine'; readonly line: string; readonly set: LineAmounts }
  | { readonly do: 'movePupil'; readonly line: string; readonly to: string }
  | { readonly do: 'endLine'; readonly line: string }
  | { readonly do: 'changeTime'; readonly slot: string; readonly set: TimeAmounts }
  | {
      readonly do: 'changeHours'
      readonly member: string
      readonly hours: number
      readonly supportHours: number | null
    }
  | {
      readonly do: 'changeRate'
      readonly role: Rate['role']
      readonly basis: Rate['basis']
      readonly amount: number
      readonly weeks: number | null
    }
)
export type ChangeKind = Change['do']

/** All records that a scenario may change, without archived ones; lines as they are stored, not filled. */
export type ScenarioState = {
  readonly staff: readonly Keyed<SupportStaff>[]
  readonly groups: readonly Keyed<Group>[]
  readonly lines: readonly Keyed<Allocation>[]
  readonly slots: readonly Keyed<Slot>[]
  readonly slotPupils: readonly Keyed<SlotPupil>[]
  readonly rates: readonly Keyed<Rate>[]
  readonly pupils: readonly Keyed<Pupil>[]
}

/** Something to say of one change, by its place in the list. */
export type Told = { readonly at: number; readonly words: string }
/** Why a change was not made. `changed`: the record says something else than when it was thought through. */
export type Cant = Told & {
  readonly why: 'gone' | 'changed' | 'ended' | 'pointless'
  readonly moved?: readonly {
    readonly key: string
    readonly field: string
    readonly seen: Value
    readonly now: Value
  }[]
}

/** What became of a record: the key of the one that goes on in its place, or null where it ends. */
export type Succession = ReadonlyMap<string, string | null>

export type Applied = {
  readonly state: ScenarioState
  /** Places of the changes that were made. */
  readonly did: readonly number[]
  readonly cant: readonly Cant[]
  /** What was made and leaves something to do, in words without a child's name. */
  readonly told: readonly Told[]
  readonly lines: Succession
  readonly groups: Succession
  /** The record that a new one goes on from, by the new one's key. */
  readonly origins: ReadonlyMap<string, string>
}
