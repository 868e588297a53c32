import type { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { School } from '../../domain/records/school.ts'
import { blank } from '../../domain/record.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import { makeAccess, withDisability } from './accessRows.ts'
import { makeAssessments } from './assessmentRows.ts'
import { makeLimits, makeTermDates } from './calendarRows.ts'
import { makeChases } from './chaseRows.ts'
import { slotsFor } from './child.ts'
import { makeConcerns, makeScreening } from './concernRows.ts'
import { makeClassStaff } from './classStaffRows.ts'
import { makeCycles } from './cycleRows.ts'
import { makeDeliveries, makeStaffDays } from './deliveryRows.ts'
import { makeExams } from './examRows.ts'
import { makeDocuments, withAlerts } from './documentRows.ts'
import { makeContactAnswers } from './contactAnswerRows.ts'
import { makeContacts } from './family.ts'
import { makeGroups, withoutRepeats } from './groupRows.ts'
import { makeSlotPupils, makeWeek } from './slotRows.ts'
import { makeAccessRequests, makeFormerPupils, makeFormerThread, makeHolds } from './formerPupils.ts'
import { makeFamilies } from './familyRows.ts'
import { makeChronology, makeProfiles } from './profileRows.ts'
import { type Known, makeAllocations, makeProvisions, makeRates } from './provisionRows.ts'
import { keyOn, randomFrom } from './random.ts'
import { makeBands, makeFundings, makeRulebooks, withTopUps } from './moneyRows.ts'
import { makeSavedViews, makeStatusPeriods } from './registerRows.ts'
import * as parts from './reviewParts.ts'
import { depthOf, reviewText } from './reviewText.ts'
import { makeRoll } from './roll.ts'
import { makeReadingRuns } from './readingRuns.ts'
import { makeMeasures } from './scoreRows.ts'
import type { GeneratedSchool, Row, SchoolKind } from './rows.ts'
import { makeLeading } from './leadingRows.ts'
import { makeMoving } from './movingRows.ts'
import { makeServices } from './serviceRows.ts'
import { makeSetting, type Setting } from './setting.ts'
import { makeScenarios, makeSupportStaff, withPlanMinutes } from './staffRows.ts'
import { makeNeeds, makeOutcomes } from './thread.ts'
import { makePhrases, makePoints, makeViews, makeWaiting } from './viewRows.ts'
import { type Dates, makeTimelines } from './timeline.ts'

const makeSettings = ({ random, kind, school, senco, authority, year }: Setting): Row<School>[] =>
  [year - 1, year].map((from) => ({
    key: keyOn(random, `${from}-09-01`),
    record: blank(School, {
      from: `${from}-09-01`,
      name: school.name,
      phase: kind,
      localAuthorityNumber: '999',
      establishmentNumber: school.establishment,
      localAuthority: authority,
      headteacher: school.head,
      senco,
      address: school.address,
      telephone: school.telephone,
      email: school.email,
      confidentialityLine:
        'Confidential: personal information about a child. Keep it safe and do not pass it on.',
      weeksInYear: 38,
      element2Threshold: 6_000_00,
      coreFunding: kind === 'primary' ? 4_064_00 : 5_310_00,
      yearStarts: kind === 'primary' ? 'apr' : 'sep',
      partWay: 'share',
      notionalBudget: from === year ? school.budget : Math.round(school.budget * 0.97),
      reportDays: 14,
      leadDays: 56,
      adviceLeadDays: 42,
      accessibilityFrom: `${year - 2}-01-01`,
      logGuardedOn: `${from}-09-03`,
      logGuardedBy: 'Sam Whitlock',
      safeguardingLead: 'Joanna Whitlow',
      safeguardingDeputy: 'Peter Lund',
      safeguardingReach: 'extension 12',
      notesGuardedOn: `${from}-09-03`,
      notesGuardedBy: 'Sam Whitlock',
    }),
  }))

/** What only pupils with SEND have: since when, who looks after them at school, and for a few the care they are in. */
const withSupport = (
  { random, year, today, assistants, authority }: Setting,
  pupil: Row<Pupil>,
): Row<Pupil> => {
  const lookedAfter = random.chance(0.04)
  const suspensions = random.chance(0.06) ? random.whole(1, 3) : 0
  const since = addDays(`${year}-09-01`, -random.whole(0, 900))
  const from = since < (pupil.record.admitted ?? since) ? pupil.record.admitted! : since
  return {
    key: pupil.key,
    record: {
      ...pupil.record,
      statusFrom: pupil.record.statusFrom ?? (from > today ? today : from),
      keyAdult: random.pick(assistants),
      lookedAfter,
      careAuthority: lookedAfter ? authority : null,
      socialWorker: lookedAfter ? 'Hanna Oduya' : null,
      communication: random.chance(0.06) ? 'Picture symbols and a talking button' : null,
      suspensions,
      suspensionDays: suspensions * random.pick([0.5, 1, 1.5]),
      partTime: random.chance(0.02),
    },
  }
}

const reviewsOf = (setting: Setting, known: Known, dates: readonly Dates[]): parts.Held[] => {
  let previous: string | null = null
  return dates.map((each, i) => {
    const key = keyOn(setting.random, each.invitationsSent ?? addDays(setting.today, -3))
    const review = {
      key,
      record: blank(Review, {
        ...each,
        pupil: known.pupil.key,
        previous,
        ...reviewText(setting, known, each, i < dates.length - 1),
      }),
    }
    previous = key
    return { review, known, depth: depthOf(each, setting.today) }
  })
}

/**
 * A made-up school of believable pupils, the same for the same seed and day: everybody on roll, and for those with
 * SEND their needs, outcomes, provision, two years of reviews at all stages relative to today, actions, profiles and
chronology; those who left; a legal hold and requests for access.
 */
export const generateSchool = (kind: SchoolKind, seed: number, today: Day): GeneratedSchool => {
  const random = randomFrom(seed)
  const setting = makeSetting(kind, random, today)
  const roll = makeRoll(setting)
  const timelines = new Map(
    makeTimelines(
      setting,
      roll.filter(({ record }) => record.status === 'E'),
    ).map((t) => [t.planned.key, t]),
  )
  const everybody = roll.map((row) =>
    row.record.status === 'N' ? row : withSupport(setting, timelines.get(row.key)?.planned ?? row),
  )
  const withSend = everybody.filter(({ record }) => record.status !== 'N')
  const contacts = withSend.flatMap((pupil) => makeContacts(setting, pupil))
  const children = withSend.map((pupil): Known => {
    const parent = contacts.find(({ record }) => record.pupil === pupil.key)!.record.name
    const slots = slotsFor(setting, pupil.record, parent)
    const needs = makeNeeds(setting, pupil, slots)
    return { pupil, slots, needs, outcomes: makeOutcomes(setting, pupil, needs, slots) }
  })
  const offers = makeProvisions(setting)
  const allocations = makeAllocations(setting, offers, children)
  const rateAmounts = makeRates({ ...setting, random: randomFrom(seed + 63) })
  const known = withTopUps(setting, randomFrom(seed + 64), children, allocations, rateAmounts)
  const funded = new Map(known.map(({ pupil }) => [pupil.key, pupil]))
  const pupils = everybody.map((row) => funded.get(row.key) ?? row)
  const held = known.flatMap((child) =>
    reviewsOf(setting, child, timelines.get(child.pupil.key)?.reviews ?? []),
  )
  // Chances of their own: what came before stays as it was.
  const more = randomFrom(seed + 1)
  const runs = makeGroups(setting, randomFrom(seed + 50), offers, allocations)
  const times = makeWeek(setting, randomFrom(seed + 51), offers, runs.groups, runs.allocations)
  const planned = withPlanMinutes(randomFrom(seed + 83), times)
  const measures = makeMeasures(setting, randomFrom(seed + 90), pupils, offers, planned)
  // Over before this year began: on no week's timetable, and nobody's hours of today.
  const readings = makeReadingRuns(setting, randomFrom(seed + 91), pupils, offers, measures.tools)
  const week = { ...times, allocations: withoutRepeats(measures.allocations, times.groups) }
  const staff = makeSupportStaff(setting, randomFrom(seed + 84), week)
  const rates = makeRates(setting)
  const former = makeFormerPupils(setting, more)
  const plans = makeCycles(setting, randomFrom(seed + 40), known)
  const worries = makeConcerns(setting, randomFrom(seed + 53), pupils)
  const formerThread = makeFormerThread(setting, more, former)
  const terms = makeTermDates(setting, randomFrom(seed + 10))
  const settings = makeSettings(setting)
  const outside = makeServices(setting, randomFrom(seed + 100), known)
  const access = makeAccess(setting, randomFrom(seed + 110), known)
  const exams = makeExams(setting, randomFrom(seed + 111), known)
  const adjusted = new Set(access.adjustments.map(({ record }) => record.pupil))
  const moving = makeMoving(setting, randomFrom(seed + 108), known, former)
  const marked = withAlerts(randomFrom(seed + 2), pupils)
  const families = makeFamilies(
    setting,
    randomFrom(seed + 101),
    known,
    marked.find(({ record }) => record.alertSafeguarding && record.left === null)?.key ?? null,
  )
  const slotPupils = makeSlotPupils(randomFrom(seed + 52), week, pupils)
  const logged = {
    School: settings,
    TermDate: terms,
    Slot: week.slots,
    SlotPupil: slotPupils,
    Allocation: week.allocations,
    Group: week.groups,
  }
  return {
    School: settings,
    Pupil: withDisability(randomFrom(seed + 112), marked, adjusted),
    TermDate: terms,
    DateLimit: makeLimits(setting, randomFrom(seed + 11)),
    NeedsAssessment: makeAssessments(setting, randomFrom(seed + 12), known),
    SavedView: makeSavedViews(setting, randomFrom(seed + 3)),
    StatusPeriod: makeStatusPeriods(setting, randomFrom(seed + 4), pupils),
    Contact: contacts,
    ContactAnswer: makeContactAnswers(randomFrom(seed + 21), held, contacts),
    Need: [...known.flatMap(({ needs }) => needs), ...formerThread.needs],
    Outcome: [
      ...known.flatMap(({ outcomes }) => outcomes.map(({ key, record }) => ({ key, record }))),
      ...formerThread.outcomes,
    ],
    Provision: offers.map(({ key, record }) => ({ key, record })),
    Rate: rates,
    CostingRulebook: makeRulebooks(setting, randomFrom(seed + 60)),
    FundingBand: makeBands(setting, randomFrom(seed + 61)),
    Funding: makeFundings(setting, randomFrom(seed + 62), known),
    Group: [...week.groups, ...readings.groups],
    AssessmentTool: measures.tools,
    Score: [
      ...measures.scores,
      ...readings.scores,
      ...makeScreening(randomFrom(seed + 54), worries.concerns, measures.tools),
    ],
    Goal: measures.goals,
    Allocation: [...week.allocations, ...readings.allocations],
    ...makeLeading(setting, randomFrom(seed + 120)),
    Service: outside.services,
    ServicePerson: outside.people,
    Referral: outside.referrals,
    AgencyMeeting: outside.meetings,
    ExamForm: exams.forms,
    ExamScore: exams.scores,
    ExamEvidence: exams.evidence,
    ExamArrangement: exams.arrangements,
    ExamDate: exams.dates,
    Adjustment: access.adjustments,
    SafetyPlan: access.safety,
    AccessibilityItem: access.accessibility,
    Transfer: moving.transfers,
    Transition: moving.transitions,
    TransitionVisit: moving.visits,
    LetterTemplate: families.letters,
    ComplaintStage: families.stages,
    Enquiry: families.enquiries,
    Complaint: families.complaints,
    SafeguardingLink: families.links,
    RestrictedNote: families.notes,
    Concern: worries.concerns,
    TeacherAsk: worries.asks,
    StaffConcern: worries.said,
    Slot: week.slots,
    SlotPupil: slotPupils,
    SupportStaff: staff,
    Scenario: makeScenarios(setting, randomFrom(seed + 85), week, staff, slotPupils, rates, terms),
    StaffDay: makeStaffDays(setting, settings, terms),
    Delivery: makeDeliveries(setting, randomFrom(seed + 70), logged),
    Review: held.map(({ review }) => review),
    Chase: makeChases(setting, randomFrom(seed + 20), held),
    Contributor: held.flatMap((each) => parts.makeContributors(setting, each, contacts)),
    Cycle: plans.cycles,
    CycleTarget: plans.targets,
    View: [...makeViews(setting, randomFrom(seed + 30), held), ...plans.views],
    MeetingPoint: makePoints(setting, randomFrom(seed + 31), held),
    Phrase: makePhrases(setting, randomFrom(seed + 32)),
    WaitingAnswer: makeWaiting(setting, randomFrom(seed + 33)),
    OutcomeProgress: held.flatMap((each) => parts.makeProgress(setting, each)),
    ProvisionReview: held.flatMap((each) => parts.makeProvisionReviews(setting, each, allocations)),
    SectionChange: held.flatMap((each) => parts.makeSectionChanges(setting, each)),
    Action: [
      ...held.flatMap((each) => parts.makeActions(setting, each)),
      ...known
        .filter(({ pupil }) => pupil.record.status === 'K')
        .flatMap((child) => parts.makeSchoolActions(setting, child)),
    ],
    PupilDocument: makeDocuments(setting, randomFrom(seed + 3), known),
    Profile: makeProfiles(setting, more, known),
    ChronologyEntry: [...makeChronology(setting, more, known), ...plans.talks, ...families.contacts],
    Hold: makeHolds(setting, more, known),
    AccessRequest: makeAccessRequests(setting, more, known),
    ClassTeacher: makeClassStaff(setting, randomFrom(seed + 17)),
    FormerPupil: former,
  }
}
