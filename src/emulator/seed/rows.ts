import type { Action } from '../../domain/records/action.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { Contact } from '../../domain/records/contact.ts'
import type { Contributor } from '../../domain/records/contributor.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import type { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import type { Provision } from '../../domain/records/provision.ts'
import type { ProvisionReview } from '../../domain/records/provisionReview.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Rate } from '../../domain/records/rate.ts'
import type { Review } from '../../domain/records/review.ts'
import type { School } from '../../domain/records/school.ts'
import type { SectionChange } from '../../domain/records/sectionChange.ts'

export type Row<T> = { readonly key: string; readonly record: T }
export type SchoolKind = 'primary' | 'secondary'

/** A made-up school's records, by the name of their type. */
export type GeneratedSchool = {
  readonly School: Row<School>[]
  readonly Pupil: Row<Pupil>[]
  readonly Contact: Row<Contact>[]
  readonly Need: Row<Need>[]
  readonly Outcome: Row<Outcome>[]
  readonly Provision: Row<Provision>[]
  readonly Rate: Row<Rate>[]
  readonly Allocation: Row<Allocation>[]
  readonly Review: Row<Review>[]
  readonly Contributor: Row<Contributor>[]
  readonly OutcomeProgress: Row<OutcomeProgress>[]
  readonly ProvisionReview: Row<ProvisionReview>[]
  readonly SectionChange: Row<SectionChange>[]
  readonly Action: Row<Action>[]
}
