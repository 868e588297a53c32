import { type YearGroup, yearNumberOf } from './codes.ts'
import { addDays, addMonths, type Day, earliest, latest, partsOf, showDay } from './day.ts'
import { academicYearOf, chronologicalYear, endOfCompulsorySchoolAge } from './schoolYear.ts'
import type { Strength, Why } from './why.ts'

/** A date that a rule gives, with the rule. */
export type RuledDay = { readonly day: Day; readonly why: Why }

const ruled = (
  day: Day,
  rule: string,
  says: string,
  strength: Strength,
  source: string,
  inputs: Record<string, string>,
): RuledDay => ({
  day,
  why: {
    rule,
    says,
    strength,
    source,
    inputs: Object.entries(inputs).map(([label, value]) => ({ label, value })),
  },
})

const regulation20 = 'SEND Regulations 2014, regulation 20'
const regulation22 = 'SEND Regulations 2014, regulation 22'
const devon = 'R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)'

/** What a school or its authority has settled; never looser than the law. Calendar days. */
export type ReviewSettings = { readonly reportDays: number; readonly leadDays: number }
export const usualReviewSettings: ReviewSettings = { reportDays: 14, leadDays: 56 }

/** R1: at least two weeks' notice of the meeting. */
export const inviteBy = (meeting: Day): RuledDay =>
  ruled(
    addDays(meeting, -14),
    'R1',
    'Everyone is invited at least two weeks before the meeting',
    'must',
    `${regulation20}(3)`,
    { Meeting: showDay(meeting) },
  )

/** R2: advice obtained and circulated at least two weeks before. */
export const circulateBy = (meeting: Day): RuledDay =>
  ruled(
    addDays(meeting, -14),
    'R2',
    'Advice is circulated to everyone invited at least two weeks before the meeting',
    'must',
    `${regulation20}(4)`,
    { Meeting: showDay(meeting) },
  )

/** R3: the report goes to everyone invited within two weeks; an authority may ask for fewer days, never for more. */
export const reportBy = (meeting: Day, reportDays = 14): RuledDay => {
  const days = Math.min(reportDays, 14)
  return ruled(
    addDays(meeting, days),
    'R3',
    `The report goes to everyone invited within ${days} days of the meeting`,
    days < 14 ? 'local' : 'must',
    days < 14 ? 'School settings; the law says 14 days at most' : `${regulation20}(8) and (9)`,
    { Meeting: showDay(meeting) },
  )
}

/** R4 and R5: the authority decides, and sends any proposed amendments, within four weeks of the meeting. */
export const decisionBy = (meeting: Day): RuledDay =>
  ruled(
    addDays(meeting, 28),
    'R4',
    'The authority tells the parent and the school its decision, with any proposed amendments, within four weeks of the meeting',
    'must',
    `${regulation20}(10); ${regulation22}; ${devon}`,
    { Meeting: showDay(meeting) },
  )

/** R6: at least 15 days for comments, beginning with the day on which the notice is served. */
export const commentsNotBefore = (noticeSent: Day): RuledDay =>
  ruled(
    addDays(noticeSent, 14),
    'R6',
    'The parent or young person has at least 15 days to comment, counting the day of the notice',
    'must',
    `${regulation22}(2)`,
    { 'Notice sent': showDay(noticeSent) },
  )

/** R7: the final plan within eight weeks of the notice and twelve of the meeting. */
export const finalBy = (meeting: Day, noticeSent: Day | null): RuledDay => {
  const twelveWeeks = addDays(meeting, 84)
  return ruled(
    noticeSent ? earliest(addDays(noticeSent, 56), twelveWeeks) : twelveWeeks,
    'R7',
    'The final plan is issued within eight weeks of the notice, and twelve of the meeting',
    'must',
    `${regulation22}(3) and (4); ${devon}`,
    { Meeting: showDay(meeting), 'Notice sent': noticeSent ? showDay(noticeSent) : 'not yet' },
  )
}

/** The twelve months in which the next review must be finished, from the plan's issue or the last decision. */
export type YearClock = {
  readonly statutoryEnd: RuledDay
  readonly latestSafeMeeting: RuledDay
  readonly targetMeeting: RuledDay
}

/**
 * R10. `basis` is the later of the plan's first issue and the authority's decision on the last review. The period
 * ends the day before the anniversary; from 29 February it ends on 28 February, as there is no corresponding date.
 */
export const yearClock = (basis: Day, leadDays = 56): YearClock => {
  const anniversary = addMonths(basis, 12)
  const end = partsOf(anniversary)[2] === partsOf(basis)[2] ? addDays(anniversary, -1) : anniversary
  const source = 'Children and Families Act 2014, section 44; SEND Code of Practice 9.169'
  const inputs = { 'Twelve months from': showDay(basis) }
  return {
    statutoryEnd: ruled(
      end,
      'R10',
      'The next review ends, with the authority’s decision, within twelve months',
      'must',
      source,
      inputs,
    ),
    latestSafeMeeting: ruled(
      addDays(end, -28),
      'R10',
      'The latest meeting that still leaves the authority its four weeks',
      'must',
      source,
      inputs,
    ),
    targetMeeting: ruled(
      addDays(anniversary, -leadDays),
      'R10',
      `The meeting is best held ${leadDays} days before the anniversary`,
      'recommended',
      'School settings',
      inputs,
    ),
  }
}

/** From when the twelve months run. */
export const clockBasis = (plan: { planIssued: Day | null; lastDecision: Day | null }): Day | null => {
  const days = [plan.planIssued, plan.lastDecision].filter((day) => day !== null)
  return days.length > 0 ? latest(...days) : null
}

/**
 * When the next meeting is due. Where the authority never decided on the last review, that review is unfinished in
 * law; the next meeting is still planned, from the last meeting.
 */
export const nextMeeting = (
  plan: { planIssued: Day | null; lastDecision: Day | null },
  undecidedMeeting: Day | null,
  leadDays = 56,
): YearClock | null => {
  const basis = clockBasis(plan)
  const from = undecidedMeeting && (!basis || undecidedMeeting > basis) ? undecidedMeeting : basis
  return from ? yearClock(from, leadDays) : null
}

/** R13: from Year 9 the review considers preparing for adulthood. The later of taught and chronological year counts. */
export const adulthoodDue = (yearGroup: YearGroup | null, dateOfBirth: Day, meeting: Day): boolean =>
  Math.max(chronologicalYear(dateOfBirth, meeting), (yearGroup && yearNumberOf(yearGroup)) ?? -9) >= 9

/** R14: rights move to the young person after the end of compulsory school age. */
export const rightsWithYoungPerson = (dateOfBirth: Day, on: Day): boolean =>
  on > endOfCompulsorySchoolAge(dateOfBirth)

/** R11: when the plan must name the next school, and the latest meeting that leaves twelve weeks. */
export type PhaseTransfer = { readonly deadline: RuledDay; readonly latestMeeting: RuledDay }
export const phaseTransfer = (to: 'post16' | 'other', today: Day): PhaseTransfer => {
  const year = academicYearOf(today) + 1
  const deadline = to === 'post16' ? `${year}-03-31` : `${year}-02-15`
  const source = 'SEND Regulations 2014, regulation 18'
  const inputs = { 'Moves in': `September ${year}` }
  return {
    deadline: ruled(
      deadline,
      'R11',
      'The plan is reviewed and amended, naming the next school, before this day',
      'must',
      source,
      inputs,
    ),
    latestMeeting: ruled(
      addDays(deadline, -84),
      'R11',
      'The latest meeting that leaves twelve weeks for the amended plan',
      'recommended',
      source,
      inputs,
    ),
  }
}
