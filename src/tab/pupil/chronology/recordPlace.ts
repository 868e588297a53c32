import type { ChronologyEvent } from '../../../domain/rules/chronology.ts'
import type { PupilSection, Route } from '../../routes.ts'

const sections: Readonly<Record<string, PupilSection>> = {
  Pupil: 'details',
  StatusPeriod: 'details',
  Need: 'needs',
  Outcome: 'outcomes',
  Cycle: 'plan',
  Allocation: 'provision',
  Delivery: 'delivery',
  View: 'views',
  Action: 'actions',
  Chase: 'reviews',
  ContactAnswer: 'contacts',
  Referral: 'services',
  AgencyMeeting: 'services',
  ExamArrangement: 'access',
  ExamEvidence: 'access',
  ExamForm: 'access',
  Adjustment: 'access',
  SafetyPlan: 'access',
  Transfer: 'services',
  Transition: 'services',
  TransitionVisit: 'services',
  Enquiry: 'services',
  Complaint: 'services',
  SafeguardingLink: 'services',
  PupilDocument: 'documents',
  NeedsAssessment: 'assessment',
  Profile: 'profile',
}
const opensOne: readonly PupilSection[] = ['outcomes', 'provision', 'services', 'access']

/** Where in the tab a record of a pupil is looked at and changed. */
export const recordPlace = (
  { type, key }: ChronologyEvent['record'],
  pupil: string,
  reviewOf: ReadonlyMap<string, string>,
): Route => {
  if (type === 'Review') return { at: 'review', key, block: null }
  if (type === 'Concern') return { at: 'concerns', key }
  const review = reviewOf.get(key)
  if (type === 'Contributor' && review) return { at: 'review', key: review, block: 'people' }
  const section = sections[type] ?? 'chronology'
  return { at: 'pupil', key: pupil, section, ...(opensOne.includes(section) ? { about: key } : {}) }
}
