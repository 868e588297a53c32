import { choice, date, decimal, longText, money, text, wholeNumber, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { parseTime } from '../rules/clockTime.ts'
import { yearGroupsIn } from '../rules/phaseTransfer.ts'

/** What this school has settled, from a day on: what is local or may change is here, never in code. */
export const School = defineRecord({
  name: 'School',
  short: 'sc',
  list: 'School settings',
  label: 'School settings',
  about: 'What this school has settled, from a date on. The newest row that has begun is in force.',
  audience: 'senco',
  people: ['staff'],
  fields: {
    from: date('In force from', { required: true, indexed: true }),
    name: text('School', { required: true, max: 120 }),
    phase: choice(
      'Phase',
      {
        nursery: 'Nursery',
        infant: 'Infant',
        junior: 'Junior',
        primary: 'Primary',
        middle: 'Middle',
        secondary: 'Secondary',
        allThrough: 'All-through',
        special: 'Special',
      },
      { required: true },
    ),
    localAuthorityNumber: text('Local authority number', { max: 3, help: 'Three digits, as in the census' }),
    establishmentNumber: text('Establishment number', { max: 4 }),
    localAuthority: text('Local authority', { max: 120 }),
    headteacher: text('Headteacher', { max: 120 }),
    senco: text('SENCO', { max: 120 }),
    address: longText('Address'),
    telephone: text('Telephone', { max: 40 }),
    email: text('Email', { max: 120 }),
    confidentialityLine: text('Confidentiality line', {
      max: 160,
      help: 'Printed at the foot of every document',
    }),
    weeksInYear: decimal('Teaching weeks in a year', {
      places: 1,
      min: 1,
      max: 52,
      help: 'Usually 38: 39 paid weeks less training days',
    }),
    element2Threshold: money('Element 2 threshold', {
      help: 'What the school pays for one pupil before top-up funding, usually £6,000',
    }),
    notionalBudget: money('Notional SEN budget for the year'),
    coreFunding: money('Core funding for each pupil a year (Element 1)', { since: 3 }),
    yearStarts: choice(
      'Financial year begins in',
      { apr: 'April', sep: 'September' },
      {
        since: 3,
        help: 'April for maintained schools, September for academies',
      },
    ),
    partWay: choice(
      'Cost of pupils who join a group part-way',
      {
        share: 'By the weeks that they came',
        weekly: 'Each week divided by the pupils of that week',
      },
      { since: 3 },
    ),
    reportDays: wholeNumber('Report sent within', {
      min: 1,
      max: 14,
      unit: 'days',
      help: 'After the meeting. The law says 14 at most; some authorities ask for fewer',
    }),
    leadDays: wholeNumber('Hold the meeting before the anniversary by', {
      min: 28,
      max: 180,
      unit: 'days',
      help: 'Recommended: 56',
    }),
    restrictedWords: longText('Words that do not leave the school unseen', {
      since: 2,
      help: 'One word or phrase a line, such as MARAC, Child protection plan or the name of a refuge. Looked for before a document goes out.',
    }),
    transferYears: text('Year groups that move to another school', {
      since: 3,
      max: 60,
      help: 'Such as 6, or 2, or 11. Blank: what is usual for the phase',
    }),
    reviewsAWeek: wholeNumber('Review meetings in a week, at most', { since: 3, min: 1, max: 40 }),
    meetingMinutes: wholeNumber('Length of a review meeting', {
      since: 3,
      min: 15,
      max: 240,
      unit: 'minutes',
    }),
    meetingTimes: text('Times at which meetings can begin', {
      since: 3,
      max: 120,
      help: 'Such as 9:30, 13:15, 14:45',
    }),
    meetingDays: text('Weekdays for meetings', {
      since: 3,
      max: 60,
      help: 'Such as Mon, Tue, Thu. Blank: any school day',
    }),
    meetingPlace: text('Usual room', { since: 3, max: 120 }),
    cycleWeeks: wholeNumber('Review a plan of the school within', {
      since: 3,
      min: 2,
      max: 52,
      unit: 'weeks',
      help: 'Usually 12, about a term',
    }),
    weekLetters: choice(
      'Weeks A and B',
      {
        year: 'In turn through the year, holidays left out',
        term: 'In turn, each term beginning with A',
        calendar: 'Every other week, holidays counted',
      },
      { since: 3, help: 'For times in the week that are held every other week. Blank: through the year' },
    ),
    weekAFrom: date('A week A begins', {
      since: 3,
      help: 'Any day of it; for its own school year. Blank: the first week of the year',
    }),
    fewestShown: wholeNumber('Fewest pupils whose figures are shown outside the school', {
      since: 3,
      min: 5,
      max: 50,
      unit: 'pupils',
      help: 'Usually 5. Smaller numbers are hidden from governors, and as many beside them as it takes that nobody can work them out',
    }),
    referralReply: wholeNumber('Ask again when a referral is not acknowledged within', {
      since: 3,
      min: 1,
      max: 365,
      unit: 'days',
      help: 'Usually 14',
    }),
    referralWait: wholeNumber('Ask a service how long it will be every', {
      since: 3,
      min: 7,
      max: 730,
      unit: 'days',
      help: 'While a pupil waits to be seen. Usually 84, twelve weeks',
    }),
    referralReport: wholeNumber('Ask for the report when it has not come within', {
      since: 3,
      min: 1,
      max: 365,
      unit: 'days',
      help: 'After the pupil was seen. Usually 28',
    }),
    serviceCheck: wholeNumber('Check what is written about a service every', {
      since: 3,
      min: 1,
      max: 36,
      unit: 'months',
      help: 'Usually 6',
    }),
    reportReview: wholeNumber('Look again at each part of the SEN information report every', {
      since: 3,
      min: 1,
      max: 12,
      unit: 'months',
      help: 'Usually 12: guidance asks for the report to be brought up to date every year',
    }),
    evidenceReview: wholeNumber('Look again at evidence of the self-evaluation every', {
      since: 3,
      min: 1,
      max: 36,
      unit: 'months',
      help: 'Usually 12',
    }),
    adjustmentReview: wholeNumber('Look at adjustments and safety plans again every', {
      since: 3,
      min: 1,
      max: 36,
      unit: 'months',
      help: 'Usually 12',
    }),
    accessibilityFrom: date('Accessibility plan in force from', { since: 3 }),
    accessibilityYears: wholeNumber('Accessibility plan lasts', {
      since: 3,
      min: 1,
      max: 3,
      unit: 'years',
      help: 'Three at most (Equality Act 2010, Schedule 10)',
    }),
    inLaw: choice(
      'Kind of school in law',
      {
        maintained: 'Maintained school',
        academy: 'Academy or free school',
        independent: 'Independent or non-maintained special school',
      },
      { since: 3, help: 'Some limits are law for maintained schools alone. Blank: as for those' },
    ),
    transferReceipt: wholeNumber('Ask again when a school has not confirmed a file within', {
      since: 3,
      min: 1,
      max: 120,
      unit: 'days',
      help: 'Usually 10',
    }),
    safeguardingLead: text('Designated safeguarding lead', { since: 3, max: 120 }),
    safeguardingDeputy: text('Deputy safeguarding lead', { since: 3, max: 120 }),
    safeguardingReach: text('How to reach them', { since: 3, max: 160 }),
    safeguardingCheck: wholeNumber('Ask whether a safeguarding link still holds every', {
      since: 3,
      min: 1,
      max: 12,
      unit: 'months',
      help: 'Usually 4, once a term',
    }),
    notesGuardedOn: date('Restricted notes guarded, confirmed on', {
      since: 3,
      help: 'The day on which IT gave the list its own permissions, or looked that it has them. Until then no note can be added',
    }),
    notesGuardedBy: text('Guard of restricted notes confirmed by', { since: 3, max: 120 }),
    enquiryDays: wholeNumber('Answer an enquiry within', {
      since: 3,
      min: 1,
      max: 60,
      unit: 'days',
      help: 'Usually 5 calendar days',
    }),
    draftSupportPlan: yesNo('Show the draft Individual Support Plan layout', {
      since: 3,
      help: 'Off unless you say so. Laid out after the reform proposals of February 2026; no law asks for it.',
    }),
    photos: yesNo('Show pupils’ photos', {
      since: 3,
      help: 'Off unless you say so. A photo is kept only with consent.',
    }),
    logGuardedOn: date('Disclosure log guarded, confirmed on', {
      since: 3,
      help: 'The day on which IT gave the list its own permissions, or looked that it has them',
    }),
    logGuardedBy: text('Confirmed by', { since: 3, max: 120 }),
    adviceLeadDays: wholeNumber('Ask for advice before the meeting by', { min: 14, max: 180, unit: 'days' }),
  },
  titleOf: (s) => s.name,
  rules: [
    {
      field: 'transferYears',
      message: 'Write year groups, such as 6, or 2 and 6, or N2',
      ok: (s) => !s.transferYears || yearGroupsIn(s.transferYears).length > 0,
    },
    {
      field: 'meetingTimes',
      message: 'Write times with commas between them, such as 9:30, 13:15',
      ok: (s) =>
        !s.meetingTimes || s.meetingTimes.split(/[,;]| and /).every((time) => parseTime(time) !== null),
    },
    {
      field: 'meetingDays',
      message: 'Write weekdays, such as Mon, Tue, Thu',
      ok: (s) =>
        !s.meetingDays ||
        /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,;&]*(?:and\s+)?)+$/i.test(s.meetingDays),
    },
  ],
})
export type School = RecordOf<typeof School>
