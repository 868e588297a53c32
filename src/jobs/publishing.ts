import type { AnyRecordType, Stored } from '../domain/record.ts'
import { Publication } from '../domain/records/publication.ts'
import { StaffProfile } from '../domain/records/staffProfile.ts'
import { StaffTarget } from '../domain/records/staffTarget.ts'
import type { Day } from '../domain/rules/day.ts'
import {
  blankedProfile,
  blankedTarget,
  publicationKeyOf,
  type PublishSources,
  staffCopiesOf,
  type Ticks,
  ticksOf,
} from '../domain/rules/publish.ts'
import type { FieldChange, Loose, Plan, Step } from './plan.ts'

/** Rows of the staff site, archived ones too: a withdrawn copy is brought back, not made again. */
export type Shown = {
  readonly profiles: readonly Stored<StaffProfile>[]
  readonly targets: readonly Stored<StaffTarget>[]
}
type Known = {
  readonly shown: Shown
  readonly publications: readonly Stored<Publication>[]
  readonly today: Day
}

export const withdrawn = 'Withdrawn'

const differences = (row: Stored<unknown>, wanted: object): Record<string, FieldChange> =>
  Object.fromEntries(
    Object.entries(wanted as Loose).flatMap(([field, to]) => {
      const from = (row as unknown as Loose)[field] ?? null
      return from === to ? [] : [[field, { from, to }]]
    }),
  )

type PlacedStep = Step & { readonly place: number }

/** Steps by kind and verb, so that many pupils go in few requests: each kind in its place. */
const gathered = (steps: readonly PlacedStep[]): Step[] =>
  steps
    .toSorted((one, other) => one.place - other.place)
    .map((placed) => {
      const { place: _, ...step } = placed
      return step
    })

type Put = {
  readonly row: number
  readonly pupil: string
  readonly place: number
  readonly after?: readonly string[]
}

/** Makes a row what it is to be, whether it is there, archived, or not yet made. */
const putSteps = (
  type: AnyRecordType,
  key: string,
  record: object,
  now: Stored<unknown> | undefined,
  { place, ...about }: Put,
): PlacedStep[] => {
  const common = { ...about, type: type.name, key }
  if (!now) return [{ ...common, place, do: 'create' as const, record: record as Loose }]
  const changes = differences(now, record)
  return [
    ...(Object.keys(changes).length > 0
      ? [{ ...common, place: place + 1, do: 'change' as const, changes, archivedToo: true as const }]
      : []),
    ...(now.archived ? [{ ...common, place: place + 2, do: 'restore' as const }] : []),
  ]
}

/** Empties a copy, then takes it out of sight: an archived row can still be read in SharePoint. */
const takeBack = (
  type: AnyRecordType,
  now: Stored<unknown>,
  blanked: object,
  { place, ...about }: Put,
): PlacedStep[] => {
  if (now.archived) return []
  const common = { ...about, type: type.name, key: now.key }
  return [
    { ...common, place, do: 'change' as const, changes: differences(now, blanked) },
    { ...common, place: place + 1, do: 'archive' as const, reason: withdrawn },
  ]
}

/** Shows staff what was ticked of each pupil, and takes back what is no longer to be shown. `by`: who publishes. */
export const publishPlan = (
  pupils: readonly { readonly sources: PublishSources; readonly ticks: Ticks }[],
  { shown, publications, today }: Known,
  by: string | null,
  title: string,
): Plan => {
  const steps = pupils.flatMap(({ sources, ticks }, index): PlacedStep[] => {
    const pupil = sources.pupil.key
    const row = index + 1
    const copies = staffCopiesOf({ ...sources, publication: ticks, today, by })
    const wanted = new Set(copies.targets.map(({ key }) => key))
    const profile = shown.profiles.find(({ key }) => key === copies.profile.key)
    const publication = publications.find(({ key }) => key === publicationKeyOf(pupil))
    const record = { pupil, state: 'published', ...ticksOf(ticks), on: today, by }
    return [
      ...putSteps(StaffProfile, copies.profile.key, copies.profile.record, profile, { row, pupil, place: 0 }),
      ...copies.targets.flatMap(({ key, record: target }) =>
        putSteps(
          StaffTarget,
          key,
          target,
          shown.targets.find((one) => one.key === key),
          { row, pupil, place: 10, after: [copies.profile.key] },
        ),
      ),
      ...shown.targets
        .filter((target) => target.pupil === pupil && !wanted.has(target.key))
        .flatMap((target) =>
          takeBack(StaffTarget, target, blankedTarget(target, today), { row, pupil, place: 20 }),
        ),
      ...putSteps(Publication, publicationKeyOf(pupil), record, publication, {
        row,
        pupil,
        place: 30,
        after: [copies.profile.key],
      }),
    ]
  })
  return { kind: 'publish', title, steps: gathered(steps) }
}

/** Takes back whatever staff see of these pupils. */
export const withdrawSteps = (pupils: readonly string[], { shown, publications, today }: Known): Step[] =>
  gathered(
    pupils.flatMap((pupil, index): PlacedStep[] => {
      const row = index + 1
      const publication = publications.find(
        ({ key, state }) => key === publicationKeyOf(pupil) && state === 'published',
      )
      return [
        ...shown.profiles
          .filter((profile) => profile.pupil === pupil)
          .flatMap((profile) =>
            takeBack(StaffProfile, profile, blankedProfile(pupil, today), { row, pupil, place: 0 }),
          ),
        ...shown.targets
          .filter((target) => target.pupil === pupil)
          .flatMap((target) =>
            takeBack(StaffTarget, target, blankedTarget(target, today), { row, pupil, place: 10 }),
          ),
        ...(publication
          ? [
              {
                row, pupil, place: 20, type: Publication.name, key: publication.key, do: 'change' as const,
                changes: { state: { from: 'published', to: 'withdrawn' } },
              }, // prettier-ignore
            ]
          : []),
      ]
    }),
  )

export const withdrawPlan = (pupils: readonly string[], known: Known, title: string): Plan => ({
  kind: 'withdraw',
  title,
  steps: withdrawSteps(pupils, known),
})
