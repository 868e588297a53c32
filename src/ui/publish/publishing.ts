import type { Value } from '../../domain/fields.ts'
import { type AnyRecordType, fieldsOf, type RecordOf, type Stored } from '../../domain/record.ts'
import { Need } from '../../domain/records/need.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { Profile } from '../../domain/records/profile.ts'
import { Publication } from '../../domain/records/publication.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import type { Day } from '../../domain/rules/day.ts'
import {
  profileOn,
  publicationKeyOf,
  type PublishSources,
  staffCopiesOf,
  type Ticks,
  ticksOf,
} from '../../domain/rules/publish.ts'
import { publishWrites, type PublishWrite, withdrawWrites } from '../../domain/rules/publishWrites.ts'
import type { SchoolRecords, Store } from '../../graph/storeTypes.ts'

export type Records = Pick<SchoolRecords, 'store'>

/** A pupil's sources, what was chosen of them, and what staff see: all that publishing starts from. */
export type Publishing = {
  readonly sources: PublishSources
  readonly publication: Stored<Publication> | null
  readonly profiles: readonly Stored<StaffProfile>[]
  readonly targets: readonly Stored<StaffTarget>[]
}
export type PublishBy = { readonly today: Day; readonly by: string | null }

/** Reads all of it afresh: what is published is what stands in the lists, not what a screen read a while ago. */
export const readPublishing = async (records: Records, pupil: string, today: Day): Promise<Publishing> => {
  const [person, needs, outcomes, profiles, publications, shown, targets] = await Promise.all([
    records.store(Pupil).byKey(pupil),
    records.store(Need).about('pupil', pupil),
    records.store(Outcome).about('pupil', pupil),
    records.store(Profile).about('pupil', pupil),
    records.store(Publication).about('pupil', pupil),
    records.store(StaffProfile).about('pupil', pupil),
    records.store(StaffTarget).about('pupil', pupil),
  ])
  return {
    sources: {
      pupil: person,
      needs: needs.records,
      outcomes: outcomes.records,
      profile: profileOn(profiles.records, today),
    },
    publication: publications.records.find(({ key }) => key === publicationKeyOf(pupil)) ?? null,
    profiles: shown.records,
    targets: targets.records,
  }
}

/** Rows of one kind by key, as they are after each write. */
type Rows = Map<string, Stored<Loose>>
type Loose = Readonly<Record<string, Value>>

/** Does writes one after the other, in their order. Doing all of it again mends whatever was left undone. */
const write = async (
  records: Records,
  from: Publishing,
  writes: readonly PublishWrite[],
): Promise<Publishing> => {
  const rows: Rows = new Map(
    [...from.profiles, ...from.targets, ...(from.publication ? [from.publication] : [])].map((row) => [
      row.key,
      row as unknown as Stored<Loose>,
    ]),
  )
  for (const each of writes)
    rows.set(each.key, await written(records.store(each.type) as unknown as Store<Loose>, each, rows))
  const all = <T>(before: readonly Stored<T>[], type: AnyRecordType): Stored<T>[] => {
    const keys = writes.flatMap((each) => (each.type.name === type.name ? [each.key] : []))
    return [...new Set([...before.map(({ key }) => key), ...keys])]
      .map((key) => rows.get(key) as unknown as Stored<T>)
      .filter(({ archived }) => !archived)
  }
  return {
    ...from,
    publication: all(from.publication ? [from.publication] : [], Publication)[0] ?? null,
    profiles: all(from.profiles, StaffProfile),
    targets: all(from.targets, StaffTarget),
  }
}

const written = async (store: Store<Loose>, each: PublishWrite, rows: Rows): Promise<Stored<Loose>> => {
  if (each.do === 'create') {
    // Under its key it may be there already: archived, or made by somebody else at this moment.
    const there = await store.create(each.record, each.key)
    const row = await store.update(there, each.record)
    return row.archived ? store.restore(row) : row
  }
  const row = rows.get(each.key)!
  if (each.do === 'archive') return store.archive(row, each.reason)
  if (each.do === 'restore') return store.restore(row)
  return store.update(
    row,
    Object.fromEntries(Object.entries(each.changes).map(([field, { to }]) => [field, to])),
  )
}

/**
 * Shows staff the ticked parts of a pupil's record as it is now, and nothing else of it. Safe to break off and to do
 * again. Problem `noAccess` or `notSetUp` names the list; `changed` where somebody else published at the same moment.
 */
export const publish = (
  records: Records,
  from: Publishing,
  { ticks, today, by }: PublishBy & { readonly ticks: Ticks },
): Promise<Publishing> => {
  const pupil = from.sources.pupil.key
  const wanted = staffCopiesOf({ ...from.sources, publication: ticks, today, by })
  const chosen: Publication = { pupil, state: 'published', ...ticksOf(ticks), on: today, by }
  return write(records, from, publishWrites(from, wanted, chosen, today))
}

/** Puts back what staff saw before something was published or withdrawn, as it read then. */
export const putBack = async (
  records: Records,
  before: Publishing,
  after: Publishing,
  by: PublishBy,
): Promise<Publishing> => {
  const [profile] = before.profiles
  if (before.publication?.state !== 'published' || !profile) return withdraw(records, after, by)
  const wanted = {
    profile: { key: profile.key, record: recordIn(StaffProfile, profile) },
    targets: before.targets.map((target) => ({ key: target.key, record: recordIn(StaffTarget, target) })),
  }
  const chosen = recordIn(Publication, before.publication)
  return write(records, after, publishWrites(after, wanted, chosen, by.today))
}

/** A stored record's own fields, without what the store keeps beside them. */
const recordIn = <R extends AnyRecordType>(type: R, stored: RecordOf<R>): RecordOf<R> =>
  Object.fromEntries(
    fieldsOf(type).map(([name]) => [name, (stored as Record<string, unknown>)[name]]),
  ) as RecordOf<R>

/** Takes everything of a pupil from staff, then writes down that it was withdrawn. */
export const withdraw = (records: Records, from: Publishing, { today, by }: PublishBy): Promise<Publishing> =>
  write(records, from, withdrawWrites(from, today, by))
