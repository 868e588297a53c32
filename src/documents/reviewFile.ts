import type { Stored } from '../domain/record.ts'
import type { Action } from '../domain/records/action.ts'
import type { Allocation } from '../domain/records/allocation.ts'
import type { Contact } from '../domain/records/contact.ts'
import type { DateLimit } from '../domain/records/dateLimit.ts'
import type { MinutesLayout } from '../domain/records/minutesLayout.ts'
import type { Contributor } from '../domain/records/contributor.ts'
import type { Need } from '../domain/records/need.ts'
import type { Outcome } from '../domain/records/outcome.ts'
import type { OutcomeProgress } from '../domain/records/outcomeProgress.ts'
import type { Provision } from '../domain/records/provision.ts'
import type { ProvisionReview } from '../domain/records/provisionReview.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { Review } from '../domain/records/review.ts'
import type { School } from '../domain/records/school.ts'
import type { SectionChange } from '../domain/records/sectionChange.ts'
import type { ReviewLedger } from '../domain/rules/ledgerReview.ts'
import { type ReviewSettings, reviewSettingsOf, settingsFor } from '../domain/rules/reviewSettings.ts'
import type { View } from '../domain/records/view.ts'

type Many<T> = readonly Stored<T>[]

/** Everything about one review, as the record has it: what the minutes are made of and read back against. */
export type ReviewFile = {
  /** The settings in force on the day of the meeting; null where the school has none yet. */
  readonly school: Stored<School> | null
  readonly schoolName: string
  /** What authorities and the school ask beyond the law, of all pupils. */
  readonly limits: Many<DateLimit>
  /** How the school and authorities order the minutes; none is our own order. */
  readonly layouts?: Many<MinutesLayout>
  readonly pupil: Stored<Pupil>
  readonly contacts: Many<Contact>
  readonly needs: Many<Need>
  readonly outcomes: Many<Outcome>
  readonly allocations: Many<Allocation>
  readonly provisions: Many<Provision>
  readonly review: Stored<Review>
  readonly previousReview: Stored<Review> | null
  readonly previousActions: Many<Action>
  readonly contributors: Many<Contributor>
  readonly progress: Many<OutcomeProgress>
  readonly provisionReviews: Many<ProvisionReview>
  readonly sectionChanges: Many<SectionChange>
  readonly actions: Many<Action>
  /** What people said for this review, word for word. */
  readonly views: Many<View>
  /** Planned and delivered since the last review; null or missing where nothing was logged. */
  readonly ledger?: ReviewLedger | null
}

/** What the rules need to date this review: the school's settings at its meeting and the limits of the pupil's authority. */
export const settingsOfFile = ({
  school,
  limits,
  pupil,
}: Pick<ReviewFile, 'school' | 'limits' | 'pupil'>): ReviewSettings =>
  settingsFor(pupil, reviewSettingsOf(school, limits))
