import { t } from '../../words/t.ts'
import type { Value } from '../fields.ts'
import { type AnyRecordType, fieldsOf, type RecordOf, type Stored } from '../record.ts'
import { Publication } from '../records/publication.ts'
import { StaffProfile } from '../records/staffProfile.ts'
import { StaffTarget } from '../records/staffTarget.ts'
import type { Day } from './day.ts'
import { blankedProfile, blankedTarget, publicationKeyOf, type StaffCopies } from './publish.ts'

type Loose = Readonly<Record<string, Value>>

/** What stands of one pupil's publishing. Archived rows may be among them: what was withdrawn is brought back. */
export type Standing = {
  readonly publication: Stored<Publication> | null
  readonly profiles: readonly Stored<StaffProfile>[]
  readonly targets: readonly Stored<StaffTarget>[]
}

/**
 * One write of publishing, in its place: first staff lose what they are no longer to see (`take`), then the SENCO's own
 * records say what staff may see (`note`), then staff see it (`show`).
 */
export type PublishWrite = {
  readonly stage: 'take' | 'note' | 'show'
  readonly type: AnyRecordType
  readonly key: string
} &
  /** `emptied`: what the row is to say where this is taken back later, as an archived row can still be read. */
  (
    | { readonly do: 'create'; readonly record: Loose; readonly emptied?: Loose }
    /** Fields that differ, each as it is when this write comes and as it is to be. */
    | {
        readonly do: 'change'
        readonly changes: Readonly<Record<string, { readonly from: Value; readonly to: Value }>>
      }
    | { readonly do: 'archive'; readonly reason: string }
    | { readonly do: 'restore' }
  )

/** Why a copy is archived. */
const withdrawnReason = t`Withdrawn from staff`

/**
 * The order in which publishing writes, and the only place that says it. Whoever writes one after the other, and breaks
 * off anywhere, leaves staff with no more than what the SENCO's records name as published; a write that is refused must
 * keep back those of the same pupil in later stages.
 */
export const stages: readonly PublishWrite['stage'][] = ['take', 'note', 'show']

/** Everything that shows staff these copies of a pupil and nothing else; `chosen` is what the SENCO's own row says of it. */
export const publishWrites = (
  now: Standing,
  wanted: StaffCopies,
  chosen: Publication,
  today: Day,
): PublishWrite[] => {
  const own = now.profiles.find(({ key }) => key === wanted.profile.key)
  const { profile, targets } = wanted
  const lost = own && !own.archived ? valuesLost(own, profile.record) : {}
  return [
    ...now.profiles.flatMap((row) =>
      row.key === profile.key ? [] : takenBack(StaffProfile, row, blankedProfile(row.pupil, today)),
    ),
    ...(Object.keys(lost).length > 0
      ? [{ stage: 'take', type: StaffProfile, key: profile.key, do: 'change', changes: lost } as const]
      : []),
    ...now.targets.flatMap((row) =>
      targets.some(({ key }) => key === row.key)
        ? []
        : takenBack(StaffTarget, row, blankedTarget(row, today)),
    ),
    ...put('note', Publication, publicationKeyOf(chosen.pupil), chosen, now.publication),
    ...put('show', StaffProfile, profile.key, profile.record, own && { ...own, ...blanksFor(lost) }, {
      emptied: blankedProfile(chosen.pupil, today) as unknown as Loose,
    }),
    ...targets.flatMap(({ key, record }) => {
      const row = now.targets.find((target) => target.key === key)
      if (row && !row.archived && saysTheSame(row, record)) return []
      return put('show', StaffTarget, key, record, row, {
        emptied: blankedTarget(record, today) as unknown as Loose,
      })
    }),
  ]
}

/** Takes everything of a pupil from staff, then writes down that it was withdrawn; the ticks stay for the next time. */
export const withdrawWrites = (
  { publication, profiles, targets }: Standing,
  today: Day,
  by: string | null,
): PublishWrite[] => [
  ...profiles.flatMap((row) => takenBack(StaffProfile, row, blankedProfile(row.pupil, today))),
  ...targets.flatMap((row) => takenBack(StaffTarget, row, blankedTarget(row, today))),
  ...(publication?.state === 'published'
    ? changed('note', Publication, publication, { state: 'withdrawn', on: today, by })
    : []),
]

/** Empties a copy, then takes it out of sight. */
const takenBack = (type: AnyRecordType, row: Stored<unknown>, blanked: object): PublishWrite[] =>
  row.archived
    ? []
    : [
        ...changed('take', type, row, blanked),
        { stage: 'take', type, key: row.key, do: 'archive', reason: withdrawnReason },
      ]

const valueIn = (row: object, field: string): Value => (row as Loose)[field] ?? null

const differences = (row: object, wanted: object) =>
  Object.fromEntries(
    Object.entries(wanted as Loose).flatMap(([field, to]) => {
      const from = valueIn(row, field)
      return from === to ? [] : [[field, { from, to }]]
    }),
  )

/** What a copy says and is to say no more; only ever less. */
const valuesLost = (row: object, wanted: object) =>
  Object.fromEntries(Object.entries(differences(row, wanted)).filter(([, { to }]) => to === null))
const blanksFor = (lost: object): Loose => Object.fromEntries(Object.keys(lost).map((field) => [field, null]))

const changed = (
  stage: PublishWrite['stage'],
  type: AnyRecordType,
  row: Stored<unknown>,
  wanted: object,
): PublishWrite[] => {
  const changes = differences(row, wanted)
  return Object.keys(changes).length > 0 ? [{ stage, type, key: row.key, do: 'change', changes }] : []
}

/** Makes a row what it is to be, whether it is there, archived, or not yet made. */
const put = <R extends AnyRecordType>(
  stage: PublishWrite['stage'],
  type: R,
  key: string,
  record: RecordOf<R>,
  row: Stored<unknown> | null | undefined,
  more: { readonly emptied?: Loose } = {},
): PublishWrite[] =>
  row
    ? [
        ...changed(stage, type, row, record as object),
        ...(row.archived ? [{ stage, type, key, do: 'restore' } as const] : []),
      ]
    : [{ stage, type, key, do: 'create', record: record as unknown as Loose, ...more }]

/** A target that says the same is left alone: when it was published is no difference. */
const saysTheSame = (row: StaffTarget, record: StaffTarget): boolean =>
  fieldsOf(StaffTarget).every(
    ([field]) => field === 'publishedOn' || valueIn(row, field) === valueIn(record, field),
  )
