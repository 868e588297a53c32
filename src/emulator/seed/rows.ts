import type { AccessRequest } from '../../domain/records/accessRequest.ts'
import type { Action } from '../../domain/records/action.ts'
import type { AgencyMeeting } from '../../domain/records/agencyMeeting.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { Chase } from '../../domain/records/chase.ts'
import type { ChronologyEntry } from '../../domain/records/chronologyEntry.ts'
import type { Complaint } from '../../domain/records/complaint.ts'
import type { ComplaintStage } from '../../domain/records/complaintStage.ts'
import type { Enquiry } from '../../domain/records/enquiry.ts'
import type { LetterTemplate } from '../../domain/records/letterTemplate.ts'
import type { RestrictedNote } from '../../domain/records/restrictedNote.ts'
import type { SafeguardingLink } from '../../domain/records/safeguardingLink.ts'
import type { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import type { Goal } from '../../domain/records/goal.ts'
import type { Score } from '../../domain/records/score.ts'
import type { ClassTeacher } from '../../domain/records/classTeacher.ts'
import type { Contact } from '../../domain/records/contact.ts'
import type { ContactAnswer } from '../../domain/records/contactAnswer.ts'
import type { Contributor } from '../../domain/records/contributor.ts'
import type { Cycle } from '../../domain/records/cycle.ts'
import type { CycleTarget } from '../../domain/records/cycleTarget.ts'
import type { CostingRulebook } from '../../domain/records/costingRulebook.ts'
import type { DateLimit } from '../../domain/records/dateLimit.ts'
import type { NeedsAssessment } from '../../domain/records/needsAssessment.ts'
import type { Delivery } from '../../domain/records/delivery.ts'
import type { StaffDay } from '../../domain/records/staffDay.ts'
import type { TermDate } from '../../domain/records/termDate.ts'
import type { Group } from '../../domain/records/group.ts'
import type { Concern } from '../../domain/records/concern.ts'
import type { StaffConcern } from '../../domain/records/staffConcern.ts'
import type { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import type { Slot } from '../../domain/records/slot.ts'
import type { SlotPupil } from '../../domain/records/slotPupil.ts'
import type { SupportStaff } from '../../domain/records/supportStaff.ts'
import type { Funding } from '../../domain/records/funding.ts'
import type { FundingBand } from '../../domain/records/fundingBand.ts'
import type { ExamArrangement } from '../../domain/records/examArrangement.ts'
import type { ExamEvidence } from '../../domain/records/examEvidence.ts'
import type { ExamForm } from '../../domain/records/examForm.ts'
import type { ExamScore } from '../../domain/records/examScore.ts'
import type { ExamDate } from '../../domain/records/examDate.ts'
import type { Adjustment } from '../../domain/records/adjustment.ts'
import type { SafetyPlan } from '../../domain/records/safetyPlan.ts'
import type { AccessibilityItem } from '../../domain/records/accessibilityItem.ts'
import type { Hold } from '../../domain/records/hold.ts'
import type { Need } from '../../domain/records/need.ts'
import type { LeadingRows } from './leadingRows.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import type { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import type { Profile } from '../../domain/records/profile.ts'
import type { Provision } from '../../domain/records/provision.ts'
import type { ProvisionReview } from '../../domain/records/provisionReview.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { PupilDocument } from '../../domain/records/pupilDocument.ts'
import type { Rate } from '../../domain/records/rate.ts'
import type { Referral } from '../../domain/records/referral.ts'
import type { Review } from '../../domain/records/review.ts'
import type { Scenario } from '../../domain/records/scenario.ts'
import type { School } from '../../domain/records/school.ts'
import type { SavedView } from '../../domain/records/savedView.ts'
import type { Service } from '../../domain/records/service.ts'
import type { ServicePerson } from '../../domain/records/servicePerson.ts'
import type { SectionChange } from '../../domain/records/sectionChange.ts'
import type { MeetingPoint } from '../../domain/records/meetingPoint.ts'
import type { Phrase } from '../../domain/records/phrase.ts'
import type { Transfer } from '../../domain/records/transfer.ts'
import type { Transition } from '../../domain/records/transition.ts'
import type { TransitionVisit } from '../../domain/records/transitionVisit.ts'
import type { View } from '../../domain/records/view.ts'
import type { WaitingAnswer } from '../../domain/records/waitingAnswer.ts'
import type { StatusPeriod } from '../../domain/records/statusPeriod.ts'

export type Row<T> = { readonly key: string; readonly record: T }
/** Why the record was archived; null where it is still open. */
export type FormerPupil = Row<Pupil> & { readonly archivedReason: string | null }
export type SchoolKind = 'primary' | 'secondary'

/** A made-up school's records, by the name of their type. */
export type GeneratedSchool = {
  readonly School: Row<School>[]
  readonly Pupil: Row<Pupil>[]
  readonly TermDate: Row<TermDate>[]
  readonly DateLimit: Row<DateLimit>[]
  readonly NeedsAssessment: Row<NeedsAssessment>[]
  readonly SavedView: Row<SavedView>[]
  readonly StatusPeriod: Row<StatusPeriod>[]
  readonly Contact: Row<Contact>[]
  readonly ContactAnswer: Row<ContactAnswer>[]
  readonly Need: Row<Need>[]
  readonly Outcome: Row<Outcome>[]
  readonly Cycle: Row<Cycle>[]
  readonly CycleTarget: Row<CycleTarget>[]
  readonly Provision: Row<Provision>[]
  readonly Rate: Row<Rate>[]
  readonly CostingRulebook: Row<CostingRulebook>[]
  readonly FundingBand: Row<FundingBand>[]
  readonly Funding: Row<Funding>[]
  readonly AssessmentTool: Row<AssessmentTool>[]
  readonly Score: Row<Score>[]
  readonly Goal: Row<Goal>[]
  readonly Allocation: Row<Allocation>[]
  readonly Group: Row<Group>[]
  readonly Service: Row<Service>[]
  readonly ServicePerson: Row<ServicePerson>[]
  readonly Referral: Row<Referral>[]
  readonly AgencyMeeting: Row<AgencyMeeting>[]
  readonly ExamArrangement: Row<ExamArrangement>[]
  readonly ExamEvidence: Row<ExamEvidence>[]
  readonly ExamForm: Row<ExamForm>[]
  readonly ExamScore: Row<ExamScore>[]
  readonly ExamDate: Row<ExamDate>[]
  readonly Adjustment: Row<Adjustment>[]
  readonly SafetyPlan: Row<SafetyPlan>[]
  readonly AccessibilityItem: Row<AccessibilityItem>[]
  readonly Transfer: Row<Transfer>[]
  readonly Transition: Row<Transition>[]
  readonly TransitionVisit: Row<TransitionVisit>[]
  readonly LetterTemplate: Row<LetterTemplate>[]
  readonly ComplaintStage: Row<ComplaintStage>[]
  readonly Enquiry: Row<Enquiry>[]
  readonly Complaint: Row<Complaint>[]
  readonly SafeguardingLink: Row<SafeguardingLink>[]
  readonly RestrictedNote: Row<RestrictedNote>[]
  readonly Concern: Row<Concern>[]
  readonly TeacherAsk: Row<TeacherAsk>[]
  readonly StaffConcern: Row<StaffConcern>[]
  readonly Slot: Row<Slot>[]
  readonly SlotPupil: Row<SlotPupil>[]
  readonly SupportStaff: Row<SupportStaff>[]
  readonly Scenario: Row<Scenario>[]
  readonly StaffDay: Row<StaffDay>[]
  readonly Delivery: Row<Delivery>[]
  readonly Review: Row<Review>[]
  readonly Chase: Row<Chase>[]
  readonly Contributor: Row<Contributor>[]
  readonly View: Row<View>[]
  readonly MeetingPoint: Row<MeetingPoint>[]
  readonly Phrase: Row<Phrase>[]
  readonly WaitingAnswer: Row<WaitingAnswer>[]
  readonly OutcomeProgress: Row<OutcomeProgress>[]
  readonly ProvisionReview: Row<ProvisionReview>[]
  readonly SectionChange: Row<SectionChange>[]
  readonly Action: Row<Action>[]
  readonly PupilDocument: Row<PupilDocument>[]
  readonly Profile: Row<Profile>[]
  readonly ChronologyEntry: Row<ChronologyEntry>[]
  readonly ClassTeacher: Row<ClassTeacher>[]
  readonly Hold: Row<Hold>[]
  readonly AccessRequest: Row<AccessRequest>[]
  /** Who left: pupils too, apart so that the roll stays the roll. */
  readonly FormerPupil: FormerPupil[]
} & LeadingRows
