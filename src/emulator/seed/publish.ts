import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { addDays, type Day, latest } from '../../domain/rules/day.ts'
import {
  type Part,
  profileOn,
  publishedParts,
  type PublishSources,
  usualTicks,
} from '../../domain/rules/publish.ts'
import type { SchoolRecords } from '../../graph/storeTypes.ts'
import { publish, withdraw } from '../../ui/publish/publishing.ts'
import { type Random, randomFrom } from './random.ts'
import type { GeneratedSchool, Row } from './rows.ts'
import { helpsBefore } from './words/profileWords.ts'

/** A record as publishing wants it: what the store would add plays no part there. */
const stored = <T>({ key, record }: Row<T>): Stored<T> => ({
  ...record,
  key,
  id: '',
  etag: '',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})

const ticksFor = (random: Random): Record<Part, boolean> => {
  const without = random
    .some(publishedParts, random.chance(0.4) ? random.whole(1, 3) : 0)
    .map(({ part }) => part)
  return { ...usualTicks, ...Object.fromEntries(without.map((part) => [part, false])) }
}

/** What the record said when it was published, where it has moved on since. */
const movedOn: readonly ((now: PublishSources) => PublishSources)[] = [
  (now) => ({ ...now, profile: { ...now.profile!, helps: helpsBefore } }),
  (now) => ({ ...now, outcomes: now.outcomes.slice(1) }),
  (now) => ({
    ...now,
    pupil: { ...now.pupil, keyAdult: 'Tom Bright' },
    profile: { ...now.profile!, helps: helpsBefore, strategies: null },
  }),
]

type Counts = { readonly published: number; readonly behind: number; readonly withdrawn: number }

/**
 * Publishes most of those who have a profile to the staff, through the product's own code, on days of the last weeks.
 * Some records moved on since; two pupils were withdrawn; one leaver is still shown.
 */
export const publishMadeUp = async (
  records: Pick<SchoolRecords, 'store'>,
  school: GeneratedSchool,
  today: Day,
): Promise<Counts> => {
  const random = randomFrom(school.Pupil.length * 7919)
  const sourcesOf = (pupil: Row<Pupil>): PublishSources => {
    const own = <T extends { readonly pupil: string }>(rows: readonly Row<T>[]) =>
      rows.filter(({ record }) => record.pupil === pupil.key).map(stored)
    return {
      pupil: stored(pupil),
      needs: own(school.Need),
      outcomes: own(school.Outcome),
      profile: profileOn(own(school.Profile), today),
    }
  }
  const all = school.Pupil.filter(({ key }) => school.Profile.some(({ record }) => record.pupil === key))
  const chosen = random.some(all, Math.round(all.length * 0.8))
  let behind = 0
  for (const [at, pupil] of chosen.entries()) {
    const sources = sourcesOf(pupil)
    const on = latest(addDays(today, -random.whole(2, 60)), sources.profile!.from)
    const by = { today: on, by: 'Helen Marsh' }
    const stale = at % 9 === 4
    const then = stale ? movedOn[behind % movedOn.length]!(sources) : sources
    const now = await publish(
      records,
      { sources: then, publication: null, profiles: [], targets: [] },
      { ...by, ticks: { ...ticksFor(random), ...(stale ? { helps: true, targets: true } : {}) } },
    )
    if (stale) behind += 1
    if (at < 2) await withdraw(records, now, { ...by, today: latest(on, addDays(today, -1)) })
  }
  const leaver = school.FormerPupil.find(({ archivedReason }) => archivedReason === null)!
  await publish(
    records,
    { sources: sourcesOf(leaver), publication: null, profiles: [], targets: [] },
    { today: addDays(leaver.record.left!, -60), by: 'Helen Marsh', ticks: usualTicks },
  )
  return { published: chosen.length - 2 + 1, behind, withdrawn: 2 }
}
