import { Problem } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { AccessRequest } from '../../../domain/records/accessRequest.ts'
import { Disclosure } from '../../../domain/records/disclosure.ts'
import { Disposal } from '../../../domain/records/disposal.ts'
import { Hold } from '../../../domain/records/hold.ts'
import { Job } from '../../../domain/records/job.ts'
import { RetentionRule } from '../../../domain/records/retentionRule.ts'
import { StaffConcern } from '../../../domain/records/staffConcern.ts'
import { ofNoPupil } from '../../../domain/rules/concernSaid.ts'
import { type Day, londonDay } from '../../../domain/rules/day.ts'
import { holdsInForce } from '../../../domain/rules/retention.ts'
import {
  oldThings,
  type OldThings,
  type OtherDays,
  type OtherGroup,
} from '../../../domain/rules/retentionOther.ts'
import type { RuleRow } from '../../../domain/rules/retentionRules.ts'
import { mapsFolder } from '../../../documents/provisionMap/input.ts'
import type { Listing } from '../../../graph/storeTypes.ts'
import { jobsFolder, optionsOf } from '../../../jobs/jobRow.ts'
import type { Reach } from './everything.ts'

/** A row of the log of openings, what a member of staff said, or a file. `mark` changes when somebody writes in it. */
export type OtherThing = OtherDays & { readonly mark: string } & (
    { readonly row: Stored<Disclosure> } | { readonly said: Stored<StaffConcern> } | { readonly path: string }
  )

/** One group as it is now, and what of it a person may dispose of. */
export type OtherPlan = {
  readonly group: OtherGroup
  readonly old: OldThings<OtherThing>
  /** Old enough, but of a pupil whose records are held, or of a job that is not ended: stays. */
  readonly kept: number
  /** False where SharePoint shows this person only their own rows: then nothing of the group may be decided. */
  readonly whole: boolean
  /** Lists without which nothing may be decided, in which a row can't be read. */
  readonly spoilt: readonly string[]
  readonly rules: readonly RuleRow[]
  readonly log: readonly Stored<Disposal>[]
  /** Begun before and not ended. */
  readonly begun: Stored<Disposal> | null
}

type Ground = {
  readonly rules: Listing<RetentionRule>
  readonly log: Listing<Disposal>
  /** Keys of pupils on legal hold, or with a request for access that is not answered. */
  readonly held: ReadonlySet<string>
  readonly spoilt: readonly string[]
}
type Found = { readonly things: readonly OtherThing[]; stays(thing: OtherThing): Promise<boolean> }

/** Rows and files without a day stay: nobody can say how old they are. */
const madeOn = (createdAt: string | null): Day | null => (createdAt ? londonDay(new Date(createdAt)) : null)

const readGround = async ({ records }: Reach, today: Day): Promise<Ground> => {
  const [rules, log, holds, requests] = await Promise.all([
    records.store(RetentionRule).all(),
    records.store(Disposal).all(),
    records.store(Hold).allWithArchived(),
    records.store(AccessRequest).all(),
  ])
  const held = new Set([
    ...holdsInForce(holds.records, today).map(({ pupil }) => pupil),
    ...requests.records.filter(({ state }) => state === 'open').map(({ pupil }) => pupil),
  ])
  const spoilt = [
    [RetentionRule.list, rules],
    [Disposal.list, log],
    [Hold.list, holds],
    [AccessRequest.list, requests],
  ] as const
  return {
    rules,
    log,
    held,
    spoilt: spoilt.filter(([, { unreadable }]) => unreadable.length > 0).map(([list]) => list),
  }
}

const filesIn = async ({ files }: Reach, folder: string): Promise<OtherThing[]> =>
  (await files.list('senco', folder)).flatMap(({ name, isFolder, etag, createdAt }) => {
    const made = madeOn(createdAt)
    const path = `${folder}/${name}`
    return isFolder || made === null ? [] : [{ made, path, mark: `${path} ${etag}` }]
  })

const disclosures = async ({ records }: Reach, { held }: Ground): Promise<Found> => {
  const { records: rows } = await records.store(Disclosure).allWithArchived()
  const things = rows.flatMap((row): OtherThing[] => {
    const made = madeOn(row.createdAt)
    return made === null ? [] : [{ made, row, mark: `${row.key} ${row.etag}` }]
  })
  const stays = async (thing: OtherThing) =>
    'row' in thing && thing.row.pupil !== null && held.has(thing.row.pupil)
  return { things, stays }
}

/** The key of the job that a file is named by. */
const jobIn = (path: string): string => path.slice(jobsFolder.length + 1).slice(0, 26)

const jobFiles = async (reach: Reach, { held }: Ground): Promise<Found> => {
  const [things, jobs] = await Promise.all([
    filesIn(reach, jobsFolder),
    reach.records.store(Job).allWithArchived(),
  ])
  if (jobs.unreadable.length > 0) return { things, stays: async () => true }
  const open = jobs.records.filter(({ state }) => state === 'running' || state === 'paused')
  const needed = new Set(open.flatMap((job) => [job.key, optionsOf(job).undoes ?? job.key]))
  const stays = async (thing: OtherThing) => {
    if (!('path' in thing) || needed.has(jobIn(thing.path))) return true
    if (held.size === 0) return false
    const text = new TextDecoder().decode(await reach.files.read('senco', thing.path))
    return [...held].some((pupil) => text.includes(pupil))
  }
  return { things, stays }
}

/** A row that leads to no pupil can't be one of a pupil who is held; matched with one, it is no longer found here. */
const concernsAside = async ({ records }: Reach): Promise<Found> => {
  const { records: rows } = await records.store(StaffConcern).allWithArchived()
  const things = ofNoPupil(rows).flatMap((said): OtherThing[] => {
    const made = madeOn(said.createdAt)
    return made === null ? [] : [{ made, closed: said.asideOn, said, mark: `${said.key} ${said.etag}` }]
  })
  return { things, stays: async () => false }
}

const findIn: Record<OtherGroup, (reach: Reach, ground: Ground) => Promise<Found>> = {
  disclosure: disclosures,
  job: jobFiles,
  concernAside: concernsAside,
  // The map of one pupil is named by the pupil's key; what lies in a map of many, only a person can look at.
  finance: async (reach, { held }) => ({
    things: await filesIn(reach, mapsFolder),
    stays: async (thing) => 'path' in thing && [...held].some((pupil) => thing.path.includes(pupil)),
  }),
}

const noThings: Found = { things: [], stays: async () => true }
const noneWithoutList = (thrown: unknown): Found => {
  if (thrown instanceof Problem && thrown.code === 'notSetUp') return noThings
  throw thrown
}
/** The lists of which SharePoint may show a person their own rows alone; the other groups are files. */
export const listOfGroup = {
  disclosure: Disclosure,
  concernAside: StaffConcern,
  job: null,
  finance: null,
} as const

/** Whether the person is shown every row; a list that was never made holds none. */
const isWhole = async ({ records }: Reach, group: OtherGroup): Promise<boolean> => {
  const type = listOfGroup[group]
  if (type === null) return true
  try {
    return await records.readsAll(type)
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'notSetUp') return true
    throw thrown
  }
}

/** Reads one group whole, and what stands against its disposal. Problems as the stores have them. */
export const readOther = async (reach: Reach, group: OtherGroup, today: Day): Promise<OtherPlan> => {
  const ground = await readGround(reach, today)
  const whole = await isWhole(reach, group)
  const { things, stays } = whole ? await findIn[group](reach, ground).catch(noneWithoutList) : noThings
  const rules = ground.rules.records
  const staying = new Set<OtherThing>()
  for (const thing of oldThings(group, things, rules, today).due) if (await stays(thing)) staying.add(thing)
  const free = things.filter((thing) => !staying.has(thing))
  return {
    group,
    old: oldThings(group, free, rules, today),
    kept: staying.size,
    whole,
    spoilt: ground.spoilt,
    rules,
    log: ground.log.records,
    begun: ground.log.records.find((row) => row.group === group && row.state === 'begun') ?? null,
  }
}
