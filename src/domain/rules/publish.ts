import { t } from '../../words/t.ts'
import { derivedKey } from '../derivedKey.ts'
import { show } from '../fields.ts'
import { fieldOf, fieldsOf, type Stored } from '../record.ts'
import type { Need } from '../records/need.ts'
import type { Outcome } from '../records/outcome.ts'
import type { Profile } from '../records/profile.ts'
import { Publication } from '../records/publication.ts'
import type { Pupil } from '../records/pupil.ts'
import { StaffProfile } from '../records/staffProfile.ts'
import { StaffTarget } from '../records/staffTarget.ts'
import { needTypes } from './codes.ts'
import type { Day } from './day.ts'

/** A part of a pupil's record that the SENCO may show to staff: each yes-or-no of a Publication. */
export type Part = {
  [K in keyof Publication]: Publication[K] extends boolean | null ? K : never
}[keyof Publication]
export type TextPart = Exclude<Part, 'targets'>
/** What was ticked. Whatever is not true is not shown. */
export type Ticks = { readonly [K in Part]?: boolean | null }

/** All that a pupil's copies are made from. `profile` is the one in force: see profileOn. */
export type PublishSources = {
  readonly pupil: Stored<Pupil>
  readonly needs: readonly Need[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly profile: Profile | null
}

export type Copy<T> = { readonly key: string; readonly record: T }
/** What staff are to see of one pupil, each row under the key that it has every time. */
export type StaffCopies = {
  readonly profile: Copy<StaffProfile>
  readonly targets: readonly Copy<StaffTarget>[]
}
/** What staff see of one pupil: the rows of the staff site that are not archived. */
export type Shown = {
  readonly profiles: readonly (StaffProfile & { readonly key: string })[]
  readonly targets: readonly (StaffTarget & { readonly key: string })[]
}

const lines = (...parts: readonly (string | null | undefined | false)[]): string | null =>
  parts.filter(Boolean).join('\n').trim() || null

/** Kept as it is stored, in English, as a type of need is: a copy must not differ by the language of who publishes. */
const healthPlan = 'There is a health-care plan: read it'

const inForce = ({ from, until }: Pick<Need, 'from' | 'until'>, today: Day) =>
  (!from || from <= today) && (!until || until >= today)

/**
 * Where each part comes from and what it says. Decided field by field from who needs to know what (teachers and
 * assistants see the register, profiles, targets and the sections of a plan that concern their teaching):
 * a need's type and its description, never where it was found, which names reports and people; the pupil's words, never
 * with whom the profile was made or who agreed to it; the key adult. Nothing of contacts, care, safeguarding, funding, attendance,
 * ethnicity, reports, reviews, dates of birth or numbers is ever read here; of health no more than that there is a plan.
 */
const texts: {
  [P in TextPart]: { readonly from: string; says(sources: PublishSources, today: Day): string | null }
} = {
  health: {
    from: t`Details: medical or health-care plan. Nothing of what is in it`,
    says: ({ pupil }) => (pupil.alertMedical ? healthPlan : null),
  },
  needs: {
    from: t`Needs: each type that applies today, and what it means for this child`,
    says: ({ needs }, today) =>
      needs
        .filter((need) => inForce(need, today))
        .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
        .map(({ type, description }) => lines(needTypes[type], description))
        .join('\n\n')
        .trim() || null,
  },
  keyAdult: { from: t`Details: key adult`, says: ({ pupil }) => lines(pupil.keyAdult) },
  communication: {
    from: t`Profile, and the communication aids or interpreter in Details`,
    says: ({ pupil, profile }) => lines(profile?.communication, pupil.communication),
  },
  goodAt: { from: t`Profile`, says: ({ profile }) => lines(profile?.goodAt) },
  strengths: { from: t`Profile`, says: ({ profile }) => lines(profile?.strengths) },
  important: { from: t`Profile`, says: ({ profile }) => lines(profile?.important) },
  helps: { from: t`Profile`, says: ({ profile }) => lines(profile?.helps) },
  avoid: { from: t`Profile`, says: ({ profile }) => lines(profile?.avoid) },
  triggers: { from: t`Profile`, says: ({ profile }) => lines(profile?.triggers) },
  equipment: { from: t`Profile`, says: ({ profile }) => lines(profile?.equipment) },
  exams: { from: t`Profile`, says: ({ profile }) => lines(profile?.exams) },
  strategies: { from: t`Profile`, says: ({ profile }) => lines(profile?.strategies) },
}

const isTextPart = (part: string): part is TextPart => Object.hasOwn(texts, part)

/** The parts that can be ticked, as the Publication has them, each with its label and where it comes from. */
export const publishedParts: readonly {
  readonly part: Part
  readonly label: string
  readonly from: string
}[] = fieldsOf(Publication)
  .filter(([, field]) => field.kind === 'yesNo')
  .map(([part, { label }]) => ({
    part: part as Part,
    label,
    from: isTextPart(part)
      ? texts[part].from
      : t`Outcomes: every one that is current, with its measure and its date`,
  }))
const textParts = publishedParts.map(({ part }) => part).filter(isTextPart)

/** Only what was ticked, every part said. */
export const ticksOf = (ticks: Ticks): Record<Part, boolean> =>
  Object.fromEntries(publishedParts.map(({ part }) => [part, ticks[part] === true])) as Record<Part, boolean>

/** What is usually shown: everything. Who unticks a part says that it stays in the SENCO's records. */
export const usualTicks: Record<Part, boolean> = Object.fromEntries(
  publishedParts.map(({ part }) => [part, true]),
) as Record<Part, boolean>

/** The one-page profile in force on a day: the one agreed on last; null when none has begun. */
export const profileOn = <P extends Pick<Profile, 'from'>>(profiles: readonly P[], today: Day): P | null =>
  profiles
    .filter(({ from }) => from <= today)
    .reduce<P | null>((last, one) => (last && last.from > one.from ? last : one), null)

/** Each pupil has one publication and one published profile, each outcome one published target: whoever makes them. */
export const publicationKeyOf = (pupil: string): string => derivedKey(pupil, 'Publication')
export const staffProfileKeyOf = (pupil: string): string => derivedKey(pupil, 'StaffProfile')
const staffTargetKeyOf = (outcome: string): string => derivedKey(outcome, 'StaffTarget')

/** Whether staff may be shown this pupil at all: access ends when the pupil leaves or the record is archived. */
export const isHere = (pupil: Pick<Stored<Pupil>, 'archived' | 'left'>, today: Day): boolean =>
  !pupil.archived && (!pupil.left || pupil.left >= today)

/**
 * What staff are to see of a pupil by what was ticked: the profile's row, and a row for each current outcome. A part
 * that was not ticked is blank. `by` is the name of who publishes.
 */
export const staffCopiesOf = ({
  publication,
  today,
  by,
  ...sources
}: PublishSources & {
  readonly publication: Ticks
  readonly today: Day
  readonly by: string | null
}): StaffCopies => {
  const { key, surname, forename, preferredForename, yearGroup, className, status } = sources.pupil
  const says = textParts.map((part) => [
    part,
    publication[part] === true ? texts[part].says(sources, today) : null,
  ])
  const about = { pupil: key, surname, forename, preferredForename, yearGroup, className, status }
  return {
    profile: {
      key: staffProfileKeyOf(key),
      record: {
        ...about,
        ...(Object.fromEntries(says) as Record<TextPart, string | null>),
        publishedOn: today,
        publishedBy: by,
      },
    },
    targets:
      publication.targets === true
        ? sources.outcomes
            .filter((outcome) => outcome.status === 'current' && !outcome.archived)
            .map((outcome) => ({
              key: staffTargetKeyOf(outcome.key),
              record: {
                pupil: key,
                outcome: outcome.key,
                kind: outcome.kind,
                text: outcome.text,
                measure: outcome.measure,
                by: outcome.by,
                publishedOn: today,
              },
            }))
        : [],
  }
}

/** One difference between what staff see and what they would see. `part` 'about': name, year, class or status. */
export type PartChange = {
  readonly part: Part | 'about'
  readonly label: string
  readonly from: string | null
  readonly to: string | null
}

const aboutFields = ['surname', 'forename', 'preferredForename', 'yearGroup', 'className', 'status'] as const
const labelOf = (part: Part) => fieldOf(Publication, part).label
const shownValue = (record: StaffProfile | undefined, field: keyof StaffProfile & string) =>
  (record && show(fieldOf(StaffProfile, field), record[field]).trim()) || null
const targetWords = (target: StaffTarget | undefined) =>
  target
    ? lines(
        `${show(fieldOf(StaffTarget, 'kind'), target.kind)}: ${target.text}`,
        target.measure && t`Measured by: ${target.measure}`,
        target.by && t`By ${show(fieldOf(StaffTarget, 'by'), target.by)}`,
      )
    : null

/**
 * What differs between what staff see and what publishing now would show them, in the order of the parts; `wanted` null
 * where nothing is to be shown. Empty right after publishing. Who published and when is no difference.
 */
export const staleness = (shown: Shown, wanted: StaffCopies | null): PartChange[] => {
  const own = wanted?.profile.key ?? shown.profiles[0]?.key
  const seen = shown.profiles.find(({ key }) => key === own)
  const next = wanted?.profile.record
  const about = aboutFields.map((field) => ({
    part: 'about' as const,
    label: fieldOf(StaffProfile, field).label,
    from: shownValue(seen, field),
    to: shownValue(next, field),
  }))
  const said = textParts.map((part) => ({
    part,
    label: labelOf(part),
    from: shownValue(seen, part),
    to: shownValue(next, part),
  }))
  const keys = new Set([...(wanted?.targets ?? []), ...shown.targets].map(({ key }) => key))
  const targets = [...keys].map((key) => ({
    part: 'targets' as const,
    label: labelOf('targets'),
    from: targetWords(shown.targets.find((target) => target.key === key)),
    to: targetWords(wanted?.targets.find((target) => target.key === key)?.record),
  }))
  const spare = shown.profiles
    .filter(({ key }) => key !== own)
    .map((profile) => ({
      part: 'about' as const,
      label: t`A second profile`,
      from: StaffProfile.titleOf(profile),
      to: null,
    }))
  return [...about, ...said, ...targets, ...spare].filter(({ from, to }) => from !== to)
}

/** Where a pupil's publication stands. `stillShown`: nothing is to be shown, yet staff can still find something. */
export type PublicationState = 'never' | 'current' | 'changed' | 'withdrawn' | 'stillShown'

/** How a publication stands, with what differs. `today` decides whether the pupil is still here. */
export const publicationState = (
  sources: PublishSources,
  publication: Publication | null,
  shown: Shown,
  today: Day,
): { readonly is: PublicationState; readonly changes: readonly PartChange[] } => {
  const toBeShown = publication?.state === 'published' && isHere(sources.pupil, today)
  const wanted = toBeShown ? staffCopiesOf({ ...sources, publication, today, by: null }) : null
  const changes = staleness(shown, wanted)
  if (toBeShown) return { is: changes.length > 0 ? 'changed' : 'current', changes }
  if (changes.length > 0) return { is: 'stillShown', changes }
  return { is: publication ? 'withdrawn' : 'never', changes }
}

/** What stands in a copy's row once it is withdrawn: SharePoint wants something in the fields that must be filled. */
export const blankedProfile = (pupil: string, today: Day): StaffProfile => ({
  pupil,
  surname: t`Withdrawn`,
  forename: 'profile',
  preferredForename: null,
  yearGroup: null,
  className: null,
  status: 'N',
  ...(Object.fromEntries(textParts.map((part) => [part, null])) as Record<TextPart, null>),
  publishedOn: today,
  publishedBy: null,
})
export const blankedTarget = (
  { pupil, outcome }: Pick<StaffTarget, 'pupil' | 'outcome'>,
  today: Day,
): StaffTarget => ({
  pupil,
  outcome,
  kind: 'step',
  text: t`Withdrawn`,
  measure: null,
  by: null,
  publishedOn: today,
})
