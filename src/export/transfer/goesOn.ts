import type { AnyRecordType } from '../../domain/record.ts'
import { recordTypeNamed, recordTypes } from '../../domain/records/index.ts'

/** Why the rows of a list go to the next school as records there, or only to be read. */
export type Going = 'record' | 'read'

/**
 * The lists of which a pupil's rows go to the next school: named, so that a list that is added later goes only once
 * somebody has said so. `record`: another Goldthread takes them in as records. `read`: they are in the papers and the
 * workbook; as records they would stand in the next school's map, timetable or money, which hold what it gives itself.
 */
const going: Readonly<Record<string, Going>> = {
  Pupil: 'record',
  StatusPeriod: 'record',
  NeedsAssessment: 'record',
  Contact: 'record',
  Need: 'record',
  Outcome: 'record',
  Cycle: 'record',
  CycleTarget: 'record',
  Review: 'record',
  Contributor: 'record',
  View: 'record',
  OutcomeProgress: 'record',
  SectionChange: 'record',
  PupilDocument: 'record',
  ChronologyEntry: 'record',
  Profile: 'record',
  Transition: 'record',
  TransitionVisit: 'record',
  AssessmentTool: 'read',
  Provision: 'read',
  Service: 'read',
  Score: 'read',
  Allocation: 'read',
  Referral: 'read',
  AgencyMeeting: 'read',
  Funding: 'read',
  ExamArrangement: 'read',
  ExamEvidence: 'read',
  ExamForm: 'read',
  ExamScore: 'read',
  Adjustment: 'read',
  SafetyPlan: 'read',
  Concern: 'read',
  Goal: 'read',
  Delivery: 'read',
  ProvisionReview: 'read',
  MeetingPoint: 'read',
  Action: 'read',
}

/** How rows of a type go; null for what stays with the school. */
export const goingOf = (type: AnyRecordType): Going | null => going[type.name] ?? null

/** What describes support, services and tools once for a school: only rows that a pupil's own point to go along. */
export const describing: readonly AnyRecordType[] = ['AssessmentTool', 'Provision', 'Service'].map((name) =>
  recordTypeNamed(name)!,
)

/** The types that become records of the next school, in the order in which they are made. */
export const comingIn: readonly AnyRecordType[] = recordTypes.filter((type) => goingOf(type) === 'record')

/**
 * Fields of a pupil that are of the school alone: its class, its number, its days. The next school keeps its own.
 */
export const ownToSchool: readonly string[] = [
  'className',
  'keyAdult',
  'attendance',
  'suspensions',
  'suspensionDays',
  'partTime',
  'unit',
  'topUp',
  'movesTo',
  'moves',
  'photo',
  'photoConsent',
  'admitted',
  'left',
  'fileReceived',
  'misId',
]
