import type { AnyRecordType } from '../record.ts'
import { Action } from './action.ts'
import { Allocation } from './allocation.ts'
import { Contact } from './contact.ts'
import { Contributor } from './contributor.ts'
import { Need } from './need.ts'
import { Outcome } from './outcome.ts'
import { OutcomeProgress } from './outcomeProgress.ts'
import { Provision } from './provision.ts'
import { ProvisionReview } from './provisionReview.ts'
import { Pupil } from './pupil.ts'
import { Rate } from './rate.ts'
import { Review } from './review.ts'
import { School } from './school.ts'
import { SectionChange } from './sectionChange.ts'

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
]

export const recordTypeNamed = (name: string): AnyRecordType | undefined =>
  recordTypes.find((t) => t.name === name)
