import type { Stored } from '../domain/record.ts'
import type { Publication } from '../domain/records/publication.ts'
import type { StaffProfile } from '../domain/records/staffProfile.ts'
import type { StaffTarget } from '../domain/records/staffTarget.ts'
import type { Day } from '../domain/rules/day.ts'
import {
  publicationKeyOf,
  type PublishSources,
  staffCopiesOf,
  type Ticks,
  ticksOf,
} from '../domain/rules/publish.ts'
import {
  publishWrites,
  type PublishWrite,
  stages,
  type Standing,
  withdrawWrites,
} from '../domain/rules/publishWrites.ts'
import type { Plan, Step } from './plan.ts'

/** Rows of the staff site, archived ones too: a withdrawn copy is brought back, not made again. */
export type Shown = {
  readonly profiles: readonly Stored<StaffProfile>[]
  readonly targets: readonly Stored<StaffTarget>[]
}
/** What stands when the plan is made. `by`: who publishes or withdraws. */
export type Known = {
  readonly shown: Shown
  readonly publications: readonly Stored<Publication>[]
  readonly today: Day
  readonly by: string | null
}

/** Pupils whose rows go together: enough for full requests, few enough that the job shows pupil by pupil how far it is. */
const atOnce = 40

const standingOf = ({ shown, publications }: Known) => {
  const own = <T extends { readonly pupil: string }>(rows: readonly T[]) => {
    const found = new Map<string, T[]>()
    for (const row of rows) found.set(row.pupil, [...(found.get(row.pupil) ?? []), row])
    return found
  }
  const [profiles, targets] = [own(shown.profiles), own(shown.targets)]
  const byKey = new Map(publications.map((one) => [one.key, one]))
  return (pupil: string): Standing => ({
    publication: byKey.get(publicationKeyOf(pupil)) ?? null,
    profiles: profiles.get(pupil) ?? [],
    targets: targets.get(pupil) ?? [],
  })
}

const verbs: readonly Step['do'][] = ['create', 'change', 'archive', 'restore']
type Placed = { readonly place: readonly [stage: number, type: string, verb: number]; readonly step: Step }

/** Whether `write` makes no sense where `other`, which comes before it, was refused. */
const hangsOn = (write: PublishWrite, other: PublishWrite): boolean =>
  stages.indexOf(other.stage) < stages.indexOf(write.stage) ||
  (other.stage === write.stage &&
    (other.key === write.key || (write.stage === 'show' && other.type.name !== write.type.name)))

/** One pupil's writes as steps, each after those that it hangs on. */
const stepsOf = (writes: readonly PublishWrite[], pupil: string, row: number): Placed[] =>
  writes.map((write, at): Placed => {
    const { stage, type, key, ...verb } = write
    const before = writes.slice(0, at).filter((other) => hangsOn(write, other))
    const after = [...new Set(before.map((other) => other.key))]
    const about = { row, pupil, type: type.name, key, ...(after.length > 0 ? { after } : {}) }
    const step: Step = verb.do === 'change' ? { ...about, ...verb, archivedToo: true } : { ...about, ...verb }
    return { place: [stages.indexOf(stage), type.name, verbs.indexOf(verb.do)], step }
  })

/** Of some pupils at a time, stage by stage, and within a stage by kind and verb, so that many rows go in few requests. */
const gathered = (pupils: readonly (readonly Placed[])[]): Step[] =>
  Array.from({ length: Math.ceil(pupils.length / atOnce) }, (_, at) =>
    pupils
      .slice(at * atOnce, (at + 1) * atOnce)
      .flat()
      .toSorted(({ place: a }, { place: b }) => a[0] - b[0] || a[1].localeCompare(b[1]) || a[2] - b[2])
      .map(({ step }) => step),
  ).flat()

/** Shows staff what was ticked of each pupil, and takes back what is no longer to be shown. */
export const publishPlan = (
  pupils: readonly { readonly sources: PublishSources; readonly ticks: Ticks }[],
  known: Known,
  title: string,
): Plan => {
  const { today, by } = known
  const standing = standingOf(known)
  const steps = pupils.map(({ sources, ticks }, index) => {
    const pupil = sources.pupil.key
    const wanted = staffCopiesOf({ ...sources, publication: ticks, today, by })
    const chosen: Publication = { pupil, state: 'published', ...ticksOf(ticks), on: today, by }
    return stepsOf(publishWrites(standing(pupil), wanted, chosen, today), pupil, index + 1)
  })
  return { kind: 'publish', title, steps: gathered(steps) }
}

/** Takes back whatever staff see of these pupils. */
export const withdrawSteps = (pupils: readonly string[], known: Known): Step[] => {
  const standing = standingOf(known)
  return gathered(
    pupils.map((pupil, index) =>
      stepsOf(withdrawWrites(standing(pupil), known.today, known.by), pupil, index + 1),
    ),
  )
}

export const withdrawPlan = (pupils: readonly string[], known: Known, title: string): Plan => ({
  kind: 'withdraw',
  title,
  steps: withdrawSteps(pupils, known),
})
