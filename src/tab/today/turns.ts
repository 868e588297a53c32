import type { AnyRecordType } from '../../domain/record.ts'
import { Action } from '../../domain/records/action.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Concern } from '../../domain/records/concern.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import { Chase } from '../../domain/records/chase.ts'
import { ChronologyEntry } from '../../domain/records/chronologyEntry.ts'
import { Complaint } from '../../domain/records/complaint.ts'
import { ComplaintStage } from '../../domain/records/complaintStage.ts'
import { Contributor } from '../../domain/records/contributor.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import { Enquiry } from '../../domain/records/enquiry.ts'
import { Group } from '../../domain/records/group.ts'
import { LetterTemplate } from '../../domain/records/letterTemplate.ts'
import { Need } from '../../domain/records/need.ts'
import { NeedsAssessment } from '../../domain/records/needsAssessment.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { Profile } from '../../domain/records/profile.ts'
import { Provision } from '../../domain/records/provision.ts'
import { AccessibilityItem } from '../../domain/records/accessibilityItem.ts'
import { Adjustment } from '../../domain/records/adjustment.ts'
import { AgencyMeeting } from '../../domain/records/agencyMeeting.ts'
import { ExamArrangement } from '../../domain/records/examArrangement.ts'
import { ExamDate } from '../../domain/records/examDate.ts'
import { ExamForm } from '../../domain/records/examForm.ts'
import { Referral } from '../../domain/records/referral.ts'
import { SafetyPlan } from '../../domain/records/safetyPlan.ts'
import { SafeguardingLink } from '../../domain/records/safeguardingLink.ts'
import { Service } from '../../domain/records/service.ts'
import { Evidence } from '../../domain/records/evidence.ts'
import { GovernorReport } from '../../domain/records/governorReport.ts'
import { Objective } from '../../domain/records/objective.ts'
import { PlanAction } from '../../domain/records/planAction.ts'
import { Policy } from '../../domain/records/policy.ts'
import { PublishedOn } from '../../domain/records/publishedOn.ts'
import { QualityVisit } from '../../domain/records/qualityVisit.ts'
import { ReportSection } from '../../domain/records/reportSection.ts'
import { Publication } from '../../domain/records/publication.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { TermDate } from '../../domain/records/termDate.ts'
import { Hold } from '../../domain/records/hold.ts'
import { RetentionRule } from '../../domain/records/retentionRule.ts'
import { Transfer } from '../../domain/records/transfer.ts'
import { Transition } from '../../domain/records/transition.ts'
import { TransitionVisit } from '../../domain/records/transitionVisit.ts'

/** A list that Today is made from. */
export type Source = {
  readonly type: AnyRecordType
  /** What is due is read first and together; what went stale once that stands; then the other duties, one list each. */
  readonly turn: 1 | 2 | 3
  /** A school that was set up before has no such list yet: then nothing is in it. */
  readonly later?: boolean
  /** Only these rows of a long list. */
  readonly only?: { readonly field: string; readonly value: string }
}

/** A new kind of line adds the list that it needs here, under the name that the rules know it by. */
export const sources = {
  terms: { type: TermDate, turn: 1, later: true },
  chases: { type: Chase, turn: 1, later: true },
  contributors: { type: Contributor, turn: 1 },
  actions: { type: Action, turn: 1 },
  assessments: { type: NeedsAssessment, turn: 1, later: true },
  cycles: { type: Cycle, turn: 1, later: true },
  // Of the chronology only the conversations with parents: the whole is long.
  conversations: {
    type: ChronologyEntry,
    turn: 1,
    later: true,
    only: { field: 'kind', value: 'parents' },
  },
  allocations: { type: Allocation, turn: 2 },
  provisions: { type: Provision, turn: 2 },
  needs: { type: Need, turn: 2 },
  outcomes: { type: Outcome, turn: 2 },
  progress: { type: OutcomeProgress, turn: 2 },
  profiles: { type: Profile, turn: 2 },
  groups: { type: Group, turn: 2, later: true },
  concerns: { type: Concern, turn: 2, later: true },
  teacherAsks: { type: TeacherAsk, turn: 2, later: true },
  staffConcerns: { type: StaffConcern, turn: 2, later: true },
  referrals: { type: Referral, turn: 3, later: true },
  services: { type: Service, turn: 3, later: true },
  meetings: { type: AgencyMeeting, turn: 3, later: true },
  sections: { type: ReportSection, turn: 3, later: true },
  website: { type: PublishedOn, turn: 3, later: true },
  governors: { type: GovernorReport, turn: 3, later: true },
  objectives: { type: Objective, turn: 3, later: true },
  planActions: { type: PlanAction, turn: 3, later: true },
  walks: { type: QualityVisit, turn: 3, later: true },
  policies: { type: Policy, turn: 3, later: true },
  evidence: { type: Evidence, turn: 3, later: true },
  arrangements: { type: ExamArrangement, turn: 3, later: true },
  form8: { type: ExamForm, turn: 3, later: true },
  examDates: { type: ExamDate, turn: 3, later: true },
  adjustments: { type: Adjustment, turn: 3, later: true },
  safety: { type: SafetyPlan, turn: 3, later: true },
  accessibility: { type: AccessibilityItem, turn: 3, later: true },
  transfers: { type: Transfer, turn: 3, later: true },
  transitions: { type: Transition, turn: 3, later: true },
  visits: { type: TransitionVisit, turn: 3, later: true },
  retentionRules: { type: RetentionRule, turn: 3, later: true },
  holds: { type: Hold, turn: 3, later: true },
  // The same rows as the conversations, and the same one answer.
  parents: { type: ChronologyEntry, turn: 3, later: true, only: { field: 'kind', value: 'parents' } },
  letters: { type: LetterTemplate, turn: 3, later: true },
  enquiries: { type: Enquiry, turn: 3, later: true },
  complaints: { type: Complaint, turn: 3, later: true },
  complaintStages: { type: ComplaintStage, turn: 3, later: true },
  safeguarding: { type: SafeguardingLink, turn: 3, later: true },
  publications: { type: Publication, turn: 2 },
  shown: { type: StaffProfile, turn: 2 },
  targets: { type: StaffTarget, turn: 2 },
} as const satisfies Record<string, Source>
export type SourceName = keyof typeof sources

export const sourceNames = Object.keys(sources) as SourceName[]
