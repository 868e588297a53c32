import { choice, date, key, longText, text, wholeNumber, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/** What a review can recommend. Source: SEND Regulations 2014, regulations 20 to 22. */
export const recommendations = {
  maintain: 'Maintain the plan unchanged',
  amend: 'Amend the plan',
  cease: 'Cease to maintain the plan',
} as const

/** Where a review stands, from planning to the end (domain state machine; the authority owns the last steps). */
export const reviewStages = {
  planning: 'Planning',
  adviceRequested: 'Advice asked for',
  circulated: 'Papers circulated',
  meetingHeld: 'Meeting held',
  reportSent: 'Report sent',
  decided: 'Authority decided',
  closed: 'Closed',
} as const

const types = {
  annual: 'Annual review',
  interim: 'Interim review',
  early: 'Early review',
  phaseTransfer: 'Phase transfer review',
  underFive: 'Review of a child under five',
} as const

/** One annual review: a process that ends with the authority's decision, not just a meeting. */
export const Review = defineRecord({
  name: 'Review',
  short: 'rv',
  list: 'Reviews',
  label: 'Annual review',
  about: 'One review of a pupil’s EHC plan, from invitation to decision, with what was said and recommended.',
  audience: 'senco',
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    type: choice('Type of review', types, { required: true }),
    stage: choice('Stage', reviewStages, { required: true, indexed: true }),
    meetingDate: date('Meeting', { indexed: true }),
    meetingTime: text('Time', { max: 20 }),
    place: text('Place', { max: 120 }),
    mode: choice('How people meet', {
      inPerson: 'In person',
      online: 'Online',
      both: 'In person and online',
    }),
    chair: text('Chair', { max: 120 }),
    minuteTaker: text('Minutes taken by', { max: 120 }),
    planVersion: date('Date of the plan reviewed'),
    previousDate: date('Date of the previous review'),
    previous: key('Previous review', 'Review'),
    nextDue: date('Next review due by'),
    invitesOverride: longText('Why somebody whom the law names isn’t invited', { since: 3 }),
    meetingBegan: text('Meeting began', { since: 3, max: 40 }),
    meetingEnded: text('Meeting ended', { since: 3, max: 40 }),
    version: wholeNumber('Version', { since: 3, min: 1, max: 99 }),
    reopened: date('Reopened on', { since: 3 }),
    reopenedWhy: longText('Why it was reopened', { since: 3 }),
    calendarEvent: text('Event in the Outlook calendar', { since: 3, max: 255 }),
    invitationsSent: date('Invitations sent'),
    papersCirculated: date('Papers circulated'),
    reportSent: date('Report sent'),
    decisionReceived: date('Authority’s decision received'),
    decision: choice('Authority’s decision', recommendations),
    noticeSent: date('Authority’s amendment notice'),
    finalIssued: date('Final plan issued'),
    childViewsHow: text('How the child’s views were gathered', { max: 255 }),
    childGoingWell: longText('What is going well for me'),
    childHard: longText('What is hard for me'),
    childWants: longText('What I want to change'),
    childAspirations: longText('My hopes for the future'),
    childTookPart: text('How the child took part', { max: 255 }),
    parentViewsHow: text('How parents’ views were gathered', { max: 255 }),
    parentGoingWell: longText('What parents say is going well'),
    parentConcerns: longText('What worries parents'),
    parentWants: longText('What parents want to change'),
    parentAspirations: longText('Parents’ hopes for the future'),
    parentQuestions: longText('Parents’ questions'),
    working: longText('What is working'),
    notWorking: longText('What is not working'),
    attainment: longText('Attainment and assessment'),
    attendanceComment: longText('Attendance and exclusions: comment'),
    healthUpdate: longText('Health: what has changed'),
    healthEvidence: text('Health: evidence', { max: 255 }),
    socialCareUpdate: longText('Social care: what has changed'),
    socialCareEvidence: text('Social care: evidence', { max: 255 }),
    adulthoodWork: longText('Education, training and work'),
    adulthoodLiving: longText('Living independently'),
    adulthoodCommunity: longText('Friends, relationships and community'),
    adulthoodHealth: longText('Being healthy as an adult'),
    adulthoodDestination: text('Intended destination', { max: 255 }),
    adulthoodReferrals: longText('Careers adviser, adult social care, mental capacity'),
    placementSuitable: yesNo('The placement still suits'),
    placementComment: longText('Placement: comment'),
    placementPreference: longText('Preference for the next school, visits'),
    transport: longText('Travel to school'),
    budgetExplained: yesNo('Personal budget explained'),
    budgetRequested: yesNo('Personal budget asked for'),
    budgetComment: longText('Personal budget: existing arrangements and comment'),
    equipment: longText('Access arrangements, equipment and health-care plans'),
    funding: longText('Funding: comment'),
    recommendation: choice('The school recommends', recommendations),
    recommendationReasons: longText('Reasons'),
    reassessment: yesNo('A reassessment is asked for'),
    placementChange: yesNo('A change of placement is asked for'),
    differences: longText('Other differences of opinion', {
      help: 'In the words of the person who holds it',
    }),
  },
  titleOf: (r) => [types[r.type], r.meetingDate && showDay(r.meetingDate)].filter(Boolean).join(' '),
  rules: [
    {
      field: 'papersCirculated',
      message: 'Papers can’t be circulated after the meeting',
      ok: (r) => !r.papersCirculated || !r.meetingDate || r.papersCirculated <= r.meetingDate,
    },
    {
      field: 'reportSent',
      message: 'The report can’t be sent before the meeting',
      ok: (r) => !r.reportSent || !r.meetingDate || r.reportSent >= r.meetingDate,
    },
  ],
})
export type Review = RecordOf<typeof Review>
