import type { Stored } from '../../domain/record.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import type { Profile } from '../../domain/records/profile.ts'
import type { Publication } from '../../domain/records/publication.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { StaffProfile } from '../../domain/records/staffProfile.ts'
import type { StaffTarget } from '../../domain/records/staffTarget.ts'
import type { Day } from '../../domain/rules/day.ts'
import {
  isHere,
  type PartChange,
  profileOn,
  publicationKeyOf,
  type PublicationState,
  publicationState,
  staleness,
} from '../../domain/rules/publish.ts'

/** How what staff see of one pupil stands. `pupil`: the key; the name is that of the record or of the copy. */
export type PublicationLine = {
  readonly pupil: string
  readonly named: Pick<Pupil, 'surname' | 'forename' | 'preferredForename' | 'yearGroup' | 'className'>
  readonly is: PublicationState
  readonly changes: readonly PartChange[]
  readonly profile: Profile | null
  /** Why nothing should be shown, where something still is. */
  readonly though: 'left' | 'archived' | 'withdrawn' | null
}

export type PublicationLists = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly needs: readonly Stored<Need>[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly profiles: readonly Stored<Profile>[]
  readonly publications: readonly Stored<Publication>[]
  readonly shown: readonly Stored<StaffProfile>[]
  readonly targets: readonly Stored<StaffTarget>[]
}

const byPupil = <T extends { readonly pupil: string }>(all: readonly T[]) => {
  const found = new Map<string, T[]>()
  for (const one of all) found.set(one.pupil, [...(found.get(one.pupil) ?? []), one])
  return (pupil: string): readonly T[] => found.get(pupil) ?? []
}

/**
 * Every pupil with SEND, or of whom staff see or saw something, by name. Copies whose pupil is archived, or nowhere to
 * be found, come too: staff can still read them.
 */
export const publicationLines = (lists: PublicationLists, today: Day): PublicationLine[] => {
  const needs = byPupil(lists.needs)
  const outcomes = byPupil(lists.outcomes)
  const profiles = byPupil(lists.profiles)
  const publications = byPupil(lists.publications)
  const shown = byPupil(lists.shown)
  const targets = byPupil(lists.targets)
  const known = new Set(lists.pupils.map(({ key }) => key))
  const lines = lists.pupils.flatMap((pupil): PublicationLine[] => {
    const { key } = pupil
    const publication = publications(key).find((each) => each.key === publicationKeyOf(key)) ?? null
    const seen = { profiles: shown(key), targets: targets(key) }
    const profile = profileOn(profiles(key), today)
    const sources = { pupil, needs: needs(key), outcomes: outcomes(key), profile }
    const state = publicationState(sources, publication, seen, today)
    const matters =
      state.is === 'never' || state.is === 'withdrawn' ? pupil.status !== 'N' && isHere(pupil, today) : true
    const though = state.is !== 'stillShown' ? null : isHere(pupil, today) ? 'withdrawn' : 'left'
    return matters ? [{ pupil: key, named: pupil, profile, though, ...state }] : []
  })
  const orphans = lists.shown
    .filter(({ pupil }) => !known.has(pupil))
    .map((copy): PublicationLine => {
      const changes = staleness({ profiles: [copy], targets: targets(copy.pupil) }, null)
      return { pupil: copy.pupil, named: copy, is: 'stillShown', though: 'archived', changes, profile: null }
    })
  return [...lines, ...orphans].toSorted((a, b) => a.named.surname.localeCompare(b.named.surname, 'en-GB'))
}
