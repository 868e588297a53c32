import { t } from '../../words/t.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import { newKey } from '../../domain/key.ts'
import { blank, type Stored } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { Contact } from '../../domain/records/contact.ts'
import { Contributor, contributorRoles, toBeNamed } from '../../domain/records/contributor.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import type { School } from '../../domain/records/school.ts'
import type { Day } from '../../domain/rules/day.ts'
import { rightsWithYoungPerson } from '../../domain/rules/reviewDates.ts'
import { meetingLimit } from '../../domain/rules/reviewDue.ts'
import { heldReviews } from '../../domain/rules/reviewOwed.ts'
import { type ReviewSettings, settingsFor } from '../../domain/rules/reviewSettings.ts'
import { reviewTypeFor } from '../../domain/rules/reviewType.ts'
import { nextMeeting } from '../../domain/rules/yearClock.ts'

type Keyed<T> = { readonly key: string; readonly record: T }

/** A new review with everything that it begins with, each with its own key, so that storing it twice makes it once. */
export type NewReview = {
  readonly review: Keyed<Review>
  readonly contributors: readonly Keyed<Contributor>[]
  readonly progress: readonly Keyed<OutcomeProgress>[]
  readonly provision: readonly Keyed<ProvisionReview>[]
}

export type About = {
  readonly pupil: Stored<Pupil>
  readonly school: School | null
  readonly settings: ReviewSettings
  readonly contacts: readonly Stored<Contact>[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly allocations: readonly Stored<Allocation>[]
  readonly reviews: readonly Stored<Review>[]
  readonly today: Day
  /** The review that it follows: two people who close that one plan one review, not two. */
  readonly after?: Stored<Review>
}

type Person = Pick<Contributor, 'name' | 'role'> & Partial<Contributor>

/** Whom the law names, and whom the record names. Source: SEND Regulations 2014, regulation 20(2). */
const peopleFor = ({ pupil, school, contacts, today }: About): Person[] => {
  const parents = contacts.filter(({ parentalResponsibility }) => parentalResponsibility)
  const ownRight = rightsWithYoungPerson(pupil.dateOfBirth, today)
  return [
    ...(parents.length > 0
      ? parents.map(({ key: contact, name, email }): Person => ({ name, role: 'parent', email, contact }))
      : ownRight
        ? []
        : [{ name: contributorRoles.parent, role: 'parent' } as const]),
    { name: fullName(pupil), role: 'youngPerson' },
    { name: school?.headteacher ?? contributorRoles.head, role: 'head', organisation: school?.name ?? null },
    {
      name: pupil.localAuthorityOfficer ?? contributorRoles.authority,
      role: 'authority',
      organisation: pupil.localAuthority ?? school?.localAuthority ?? null,
    },
    { name: toBeNamed, role: 'health', organisation: t`Integrated care board` },
    {
      name: toBeNamed,
      role: 'socialCare',
      organisation: pupil.localAuthority ?? school?.localAuthority ?? null,
    },
    { name: school?.senco ?? contributorRoles.senco, role: 'senco', organisation: school?.name ?? null },
    ...(pupil.lookedAfter
      ? [
          { name: pupil.socialWorker ?? contributorRoles.socialWorker, role: 'socialWorker' } as const,
          { name: contributorRoles.virtualSchool, role: 'virtualSchool' } as const,
        ]
      : []),
  ]
}

/** Proposes a review: people, the plan's outcomes and Section F lines as they stand today, and when to meet by. */
export const newReview = (about: About, now: number): NewReview => {
  const { pupil, settings, outcomes, allocations, reviews, today } = about
  const key = about.after ? derivedKey(about.after.key, Review.name, 'next') : newKey(now)
  // A day that passed without its meeting is no review.
  const [last] = heldReviews(reviews)
  const previous = about.after ?? last
  const undecided = last && !last.decisionReceived ? last.meetingDate : null
  const limit = meetingLimit(pupil, reviews, settings, today)
  return {
    review: {
      key,
      record: blank(Review, {
        pupil: pupil.key,
        type: reviewTypeFor(pupil, reviews, settings, today),
        stage: 'planning',
        planVersion: pupil.planVersion ?? pupil.planIssued,
        previous: previous?.key ?? null,
        previousDate: previous?.meetingDate ?? null,
        nextDue: nextMeeting(pupil, undecided, settingsFor(pupil, settings))?.statutoryEnd.day ?? null,
        target: limit?.target.day ?? null,
        chair: about.school?.senco ?? null,
      }),
    },
    contributors: peopleFor(about).map((person, at) => ({
      key: derivedKey(key, Contributor.name, String(at)),
      record: blank(Contributor, { review: key, ...person }),
    })),
    progress: outcomes
      .filter(({ kind, status }) => kind === 'sectionE' && status === 'current')
      .map((outcome) => ({
        key: derivedKey(key, OutcomeProgress.name, outcome.key),
        record: blank(OutcomeProgress, { review: key, outcome: outcome.key }),
      })),
    provision: allocations
      .filter(({ inPlan, until }) => inPlan && (!until || until >= today))
      .map((allocation) => ({
        key: derivedKey(key, ProvisionReview.name, allocation.key),
        record: blank(ProvisionReview, { review: key, allocation: allocation.key }),
      })),
  }
}
