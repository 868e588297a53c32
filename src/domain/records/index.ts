import type { AnyRecordType, Audience } from '../record.ts'
import { AccessibilityItem } from './accessibilityItem.ts'
import { AccessRequest } from './accessRequest.ts'
import { Action } from './action.ts'
import { Adjustment } from './adjustment.ts'
import { AgencyMeeting } from './agencyMeeting.ts'
import { Allocation } from './allocation.ts'
import { CensusSetting } from './censusSetting.ts'
import { AuthorityPack } from './authorityPack.ts'
import { Chase } from './chase.ts'
import { ChronologyEntry } from './chronologyEntry.ts'
import { ClassTeacher } from './classTeacher.ts'
import { Complaint } from './complaint.ts'
import { ComplaintStage } from './complaintStage.ts'
import { Contact } from './contact.ts'
import { ContactAnswer } from './contactAnswer.ts'
import { Contributor } from './contributor.ts'
import { Cycle } from './cycle.ts'
import { CycleTarget } from './cycleTarget.ts'
import { DateLimit } from './dateLimit.ts'
import { Disclosure } from './disclosure.ts'
import { Disposal } from './disposal.ts'
import { DocumentDesign } from './documentDesign.ts'
import { Enquiry } from './enquiry.ts'
import { LetterTemplate } from './letterTemplate.ts'
import { LevelSetting } from './levelSetting.ts'
import { CostingRulebook } from './costingRulebook.ts'
import { FundingBand } from './fundingBand.ts'
import { EvaluationHeading } from './evaluationHeading.ts'
import { Evidence } from './evidence.ts'
import { GovernorReport } from './governorReport.ts'
import { Objective } from './objective.ts'
import { PlanAction } from './planAction.ts'
import { Policy } from './policy.ts'
import { PolicyReading } from './policyReading.ts'
import { PublishedOn } from './publishedOn.ts'
import { QualityVisit } from './qualityVisit.ts'
import { ReportSection } from './reportSection.ts'
import { VisitFinding } from './visitFinding.ts'
import { AssessmentTool } from './assessmentTool.ts'
import { RestrictedNote } from './restrictedNote.ts'
import { SupportStaff } from './supportStaff.ts'
import { SchoolFigures } from './schoolFigures.ts'
import { ExamArrangement } from './examArrangement.ts'
import { ExamDate } from './examDate.ts'
import { ExamEvidence } from './examEvidence.ts'
import { ExamForm } from './examForm.ts'
import { ExamRule } from './examRule.ts'
import { ExamScore } from './examScore.ts'
import { Scenario } from './scenario.ts'
import { Group } from './group.ts'
import { Funding } from './funding.ts'
import { Concern } from './concern.ts'
import { Score } from './score.ts'
import { Goal } from './goal.ts'
import { Slot } from './slot.ts'
import { SlotPupil } from './slotPupil.ts'
import { Delivery } from './delivery.ts'
import { TeacherAsk } from './teacherAsk.ts'
import { StaffConcern } from './staffConcern.ts'
import { Hold } from './hold.ts'
import { Job } from './job.ts'
import { ListDecision } from './listDecision.ts'
import { MeetingPoint } from './meetingPoint.ts'
import { MinutesLayout } from './minutesLayout.ts'
import { Need } from './need.ts'
import { NeedsAssessment } from './needsAssessment.ts'
import { Outcome } from './outcome.ts'
import { OutcomeProgress } from './outcomeProgress.ts'
import { Phrase } from './phrase.ts'
import { Profile } from './profile.ts'
import { Provision } from './provision.ts'
import { ProvisionReview } from './provisionReview.ts'
import { Publication } from './publication.ts'
import { Pupil } from './pupil.ts'
import { PupilDocument } from './pupilDocument.ts'
import { Question } from './question.ts'
import { Rate } from './rate.ts'
import { Referral } from './referral.ts'
import { RetentionRule } from './retentionRule.ts'
import { Review } from './review.ts'
import { SafetyPlan } from './safetyPlan.ts'
import { SavedView } from './savedView.ts'
import { School } from './school.ts'
import { SectionChange } from './sectionChange.ts'
import { SafeguardingLink } from './safeguardingLink.ts'
import { Service } from './service.ts'
import { ServicePerson } from './servicePerson.ts'
import { StaffDay } from './staffDay.ts'
import { StaffProfile } from './staffProfile.ts'
import { StaffTarget } from './staffTarget.ts'
import { StatusPeriod } from './statusPeriod.ts'
import { TermDate } from './termDate.ts'
import { Transfer } from './transfer.ts'
import { Transition } from './transition.ts'
import { TransitionVisit } from './transitionVisit.ts'
import { UnsavedText } from './unsavedText.ts'
import { View } from './view.ts'
import { WaitingAnswer } from './waitingAnswer.ts'
import { WeeklyLoad } from './weeklyLoad.ts'
import { Withholding } from './withholding.ts'
import { WordingChoice } from './wordingChoice.ts'

/** Every record type, those that others point to first. */
export const recordTypes: readonly AnyRecordType[] = [
  School,
  TermDate,
  DateLimit,
  CensusSetting,
  WeeklyLoad,
  Phrase,
  Question,
  AuthorityPack,
  MinutesLayout,
  DocumentDesign,
  WordingChoice,
  SavedView,
  LevelSetting,
  CostingRulebook,
  FundingBand,
  AssessmentTool,
  SupportStaff,
  Scenario,
  Service,
  ServicePerson,
  ReportSection,
  PublishedOn,
  GovernorReport,
  Policy,
  PolicyReading,
  Objective,
  QualityVisit,
  VisitFinding,
  PlanAction,
  EvaluationHeading,
  Evidence,
  ExamDate,
  ExamRule,
  AccessibilityItem,
  LetterTemplate,
  ComplaintStage,
  Pupil,
  StatusPeriod,
  NeedsAssessment,
  Contact,
  Need,
  Outcome,
  Cycle,
  CycleTarget,
  Provision,
  Rate,
  Group,
  Score,
  Allocation,
  Referral,
  AgencyMeeting,
  ExamForm,
  ExamScore,
  ExamEvidence,
  ExamArrangement,
  Adjustment,
  SafetyPlan,
  Funding,
  Concern,
  Goal,
  StaffDay,
  Slot,
  SlotPupil,
  Delivery,
  TeacherAsk,
  StaffConcern,
  Review,
  Contributor,
  ContactAnswer,
  View,
  WaitingAnswer,
  MeetingPoint,
  OutcomeProgress,
  ProvisionReview,
  SectionChange,
  Action,
  Transfer,
  Transition,
  TransitionVisit,
  Chase,
  PupilDocument,
  ChronologyEntry,
  Profile,
  SafeguardingLink,
  RestrictedNote,
  Publication,
  StaffProfile,
  StaffTarget,
  ClassTeacher,
  Disclosure,
  UnsavedText,
  ListDecision,
  Job,
  RetentionRule,
  Hold,
  Disposal,
  AccessRequest,
  Enquiry,
  Complaint,
  Withholding,
  SchoolFigures,
]

export const recordTypeNamed = (name: string): AnyRecordType | undefined =>
  recordTypes.find((t) => t.name === name)

/** The record types whose lists stand in the site of an audience. */
export const recordTypesFor = (audience: Audience): AnyRecordType[] =>
  recordTypes.filter((type) => type.audience === audience)
