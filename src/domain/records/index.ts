import type { AnyRecordType } from '../record.ts'
import { Action } from './action.ts'
import { AccessRequest } from './accessRequest.ts'
import { Allocation } from './allocation.ts'
import { ChronologyEntry } from './chronologyEntry.ts'
import { Contact } from './contact.ts'
import { Contributor } from './contributor.ts'
import { Disclosure } from './disclosure.ts'
import { Disposal } from './disposal.ts'
import { Hold } from './hold.ts'
import { Job } from './job.ts'
import { Need } from './need.ts'
import { Outcome } from './outcome.ts'
import { OutcomeProgress } from './outcomeProgress.ts'
import { Profile } from './profile.ts'
import { Provision } from './provision.ts'
import { ProvisionReview } from './provisionReview.ts'
import { Publication } from './publication.ts'
import { Pupil } from './pupil.ts'
import { Rate } from './rate.ts'
import { RetentionRule } from './retentionRule.ts'
import { Review } from './review.ts'
import { School } from './school.ts'
import { SectionChange } from './sectionChange.ts'
import { StaffProfile } from './staffProfile.ts'
import { StaffTarget } from './staffTarget.ts'
import { UnsavedText } from './unsavedText.ts'
import { Withholding } from './withholding.ts'

/** Every record type, those that others point to first. */
export const recordTypes: readonly AnyRecordType[] = [
  School,
  Pupil,
  Contact,
  Need,
  Outcome,
  Provision,
  Rate,
  Allocation,
  Review,
  Contributor,
  OutcomeProgress,
  ProvisionReview,
  SectionChange,
  Action,
  ChronologyEntry,
  Profile,
  Publication,
  StaffProfile,
  StaffTarget,
  Disclosure,
  UnsavedText,
  Job,
  RetentionRule,
  Hold,
  Disposal,
  AccessRequest,
  Withholding,
]

export const recordTypeNamed = (name: string): AnyRecordType | undefined =>
  recordTypes.find((t) => t.name === name)
