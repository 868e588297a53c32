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
  blankedProfile,
  blankedTarget,
  profileOn,
  publicationKeyOf,
  type PublishSources,
  type StaffCopies,
  staffCopiesOf,
  type Ticks,
  ticksOf,
} from '../../domain/rules/publish.ts'
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

/** The one row under a key as it is to be: made, changed, or brought back from the archive with what is to be shown. */
const put = async <R extends AnyRecordType>(
  store: Store<RecordOf<R>>,
  known: Stored<RecordOf<R>> | undefined | null,
  key: string,
  record: RecordOf<R>,
): Promise<Stored<RecordOf<R>>> => {
  const there = known ?? (await store.create(record, key))
  const written = await store.update(there, record as Partial<RecordOf<R>>)
  return written.archived ? store.restore(written) : written
}

const withdrawn = 'Withdrawn from staff'

/** Blanks a copy before it is archived: staff must not find its text in the list's current row. */
const takeBack = async <T>(store: Store<T>, row: Stored<T>, blanked: T): Promise<void> => {
  const blank = await store.update(row, blanked as Partial<T>)
  await store.archive(blank, withdrawn)
}

const sameTarget = (a: StaffTarget, b: StaffTarget) =>
  a.text === b.text && a.measure === b.measure && a.by === b.by && a.kind === b.kind

/** Takes from staff what the copies no longer hold. Nothing is added. */
const shrink = async (
  records: Records,
  now: Pick<Publishing, 'profiles' | 'targets'>,
  wanted: StaffCopies | null,
  today: Day,
): Promise<Pick<Publishing, 'profiles' | 'targets'>> => {
  const profiles: Stored<StaffProfile>[] = []
  for (const profile of now.profiles) {
    const next = profile.key === wanted?.profile.key ? wanted.profile.record : null
    if (!next) {
      await takeBack(records.store(StaffProfile), profile, blankedProfile(profile.pupil, today))
      continue
    }
    const gone = Object.entries(next).filter(
      ([field, value]) => value === null && profile[field as keyof StaffProfile] !== null,
    )
    profiles.push(
      gone.length > 0
        ? await records.store(StaffProfile).update(profile, Object.fromEntries(gone) as Partial<StaffProfile>)
        : profile,
    )
  }
  const targets: Stored<StaffTarget>[] = []
  for (const target of now.targets) {
    if (wanted?.targets.some(({ key }) => key === target.key)) targets.push(target)
    else await takeBack(records.store(StaffTarget), target, blankedTarget(target, today))
  }
  return { profiles, targets }
}

/**
 * Shows staff these copies of a pupil and nothing else. Three steps, so that whenever it breaks off staff see no more
 * than was chosen, before or now: what is no longer to be seen is taken away; what was chosen is written down; then the
 * copies are made or brought up to date. Doing it again mends whatever was left undone.
 */
const show = async (
  records: Records,
  from: Publishing,
  wanted: StaffCopies,
  chosen: Publication,
  today: Day,
): Promise<Publishing> => {
  const left = await shrink(records, from, wanted, today)
  const publication = await put<typeof Publication>(
    records.store(Publication),
    from.publication,
    publicationKeyOf(chosen.pupil),
    chosen,
  )
  const { key, record } = wanted.profile
  const profile = await put<typeof StaffProfile>(records.store(StaffProfile), left.profiles[0], key, record)
  const targets: Stored<StaffTarget>[] = []
  for (const next of wanted.targets) {
    const known = left.targets.find((target) => target.key === next.key)
    targets.push(
      known && sameTarget(known, next.record)
        ? known
        : await put<typeof StaffTarget>(records.store(StaffTarget), known, next.key, next.record),
    )
  }
  return { ...from, publication, profiles: [profile], targets }
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
  return show(records, from, wanted, { pupil, state: 'published', ...ticksOf(ticks), on: today, by }, today)
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
  return show(records, after, wanted, recordIn(Publication, before.publication), by.today)
}

/** A stored record's own fields, without what the store keeps beside them. */
const recordIn = <R extends AnyRecordType>(type: R, stored: RecordOf<R>): RecordOf<R> =>
  Object.fromEntries(
    fieldsOf(type).map(([name]) => [name, (stored as Record<string, unknown>)[name]]),
  ) as RecordOf<R>

/** Takes everything of a pupil from staff, then writes down that it was withdrawn; the ticks stay for the next time. */
export const withdraw = async (
  records: Records,
  from: Publishing,
  { today, by }: PublishBy,
): Promise<Publishing> => {
  const left = await shrink(records, from, null, today)
  const publication =
    from.publication &&
    (await records.store(Publication).update(from.publication, { state: 'withdrawn', on: today, by }))
  return { ...from, ...left, publication }
}
