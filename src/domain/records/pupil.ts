import { choice, date, decimal, longText, money, text, upn, wholeNumber, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { ethnicities, senStatuses, sexes, yearGroups } from '../rules/codes.ts'

/** A child or young person whom the school knows. */
export const Pupil = defineRecord({
  name: 'Pupil',
  short: 'pu',
  list: 'Pupils',
  label: 'Pupil',
  about: 'A child or young person on the register, or on roll and imported for matching.',
  audience: 'senco',
  people: ['pupil', 'staff', 'professional'],
  fields: {
    upn: upn('UPN', { indexed: true, help: 'Unique Pupil Number, 13 characters' }),
    surname: text('Surname', { required: true, indexed: true, max: 80 }),
    forename: text('Forename', { required: true, indexed: true, max: 80 }),
    preferredForename: text('Preferred forename', { max: 80 }),
    dateOfBirth: date('Date of birth', { required: true, indexed: true }),
    sex: choice('Sex', sexes),
    yearGroup: choice('Year group', yearGroups, { indexed: true, help: 'The year the pupil is taught in' }),
    className: text('Class', { max: 40, indexed: true }),
    status: choice('SEN status', senStatuses, { special: true, required: true, indexed: true }),
    statusFrom: date('Status from'),
    planIssued: date('EHC plan first issued'),
    planVersion: date('Date of the current plan'),
    lastDecision: date('Authority’s decision on the last review', { help: 'The 12 months run from here' }),
    localAuthority: text('Authority that keeps the plan', { max: 120 }),
    localAuthorityOfficer: text('Authority’s SEN officer', { max: 120 }),
    clockFrom: date('Run the 12 months from', {
      since: 3,
      help: 'Only where the authority’s letters say another day than the plan’s issue or its last decision',
    }),
    clockFromWhy: text('Why from that day', { since: 3, max: 255 }),
    planTransferred: date('Plan taken over from another authority on', { since: 3 }),
    topUp: money('Top-up funding a year'),
    keyAdult: text('Key adult', { max: 120 }),
    communication: text('Communication aids or interpreter', { special: true, max: 255 }),
    firstLanguage: text('First language', { max: 60 }),
    eal: yesNo('English as an additional language'),
    ethnicity: choice('Ethnicity', ethnicities, { special: true }),
    pupilPremium: yesNo('Pupil premium'),
    freeSchoolMeals: yesNo('Free school meals'),
    lookedAfter: yesNo('Looked after by a local authority'),
    careAuthority: text('Authority that looks after the pupil', { max: 120 }),
    socialWorker: text('Social worker', { max: 120 }),
    attendance: decimal('Attendance this year', { places: 1, max: 100, unit: '%' }),
    suspensions: wholeNumber('Suspensions this year', { max: 200 }),
    suspensionDays: decimal('Days suspended this year', { places: 1, max: 200 }),
    partTime: yesNo('On a part-time timetable'),
    disability: yesNo('Disabled as the Equality Act says', { special: true, since: 3 }),
    disabilitySource: choice(
      'Who says that',
      {
        family: 'The pupil or a parent',
        medical: 'A letter of a doctor or hospital',
        professional: 'A report of another professional',
        admission: 'The admission form or the last school',
        school: 'The school’s own view, talked over with the family',
      },
      {
        special: true,
        since: 3,
        help: 'A lasting effect of a year or more on everyday life. It is another question than SEN: a pupil may be disabled without SEN, and have SEN without being disabled.',
      },
    ),
    disabilitySaidOn: date('Said on', { since: 3 }),
    unit: choice(
      'Place in a unit or resourced provision',
      { unit: 'SEN unit', resourced: 'Resourced provision' },
      { special: true, since: 3 },
    ),
    homeEducated: yesNo('Taught elsewhere than at a school (EOTAS)', { since: 3 }),
    movesTo: choice(
      'Next move between phases',
      {
        school: 'Early years to school',
        junior: 'Infant to junior',
        middle: 'Primary to middle',
        secondary: 'To secondary',
        post16: 'Secondary to post-16',
        post16Other: 'Post-16 to another post-16',
        none: 'No move this year',
      },
      { since: 3, help: 'Only where it differs from the school’s usual year groups' },
    ),
    moves: date('Moves on', { since: 3 }),
    alertMedical: yesNo('Medical or health-care plan: see the plan', { special: true, since: 3 }),
    alertRisk: yesNo('Risk assessment: see the assessment', { special: true, since: 3 }),
    alertSafeguarding: yesNo('Speak to the safeguarding lead first', { special: true, since: 3 }),
    alertEvacuation: yesNo('Personal evacuation plan (PEEP)', { special: true, since: 3 }),
    photo: text('Photo in the library', { since: 3, max: 120 }),
    photoConsent: date('Consent to the photo given on', { since: 3 }),
    address: longText('Address'),
    admitted: date('Admitted'),
    left: date('Left'),
    fileReceived: date('Next school confirmed receipt', {
      since: 2,
      help: 'The day on which it said that it has the whole file',
    }),
    misId: text('Number in the school’s MIS', { max: 40, indexed: true }),
  },
  titleOf: (p) => `${p.surname}, ${p.forename}`,
  rules: [
    {
      field: 'photo',
      message: 'A photo is kept only with consent: say when it was given',
      ok: (p) => !p.photo || p.photoConsent !== null,
    },
    {
      field: 'clockFromWhy',
      message: 'Say why the 12 months run from that day',
      ok: (p) => !p.clockFrom || p.clockFromWhy !== null,
    },
    {
      field: 'left',
      message: 'The leaving date is before the admission date',
      ok: (p) => !p.left || !p.admitted || p.left >= p.admitted,
    },
    {
      field: 'planVersion',
      message: 'The current plan is dated before the first one',
      ok: (p) => !p.planVersion || !p.planIssued || p.planVersion >= p.planIssued,
    },
  ],
})
export type Pupil = RecordOf<typeof Pupil>

/** What the pupil is called: preferred name first. */
export const calledName = (pupil: Pick<Pupil, 'forename' | 'preferredForename'>): string =>
  pupil.preferredForename ?? pupil.forename
export const fullName = (pupil: Pick<Pupil, 'forename' | 'preferredForename' | 'surname'>): string =>
  `${calledName(pupil)} ${pupil.surname}`
/** `Amira K.`: enough on a shared screen. */
export const shortName = (pupil: Pick<Pupil, 'forename' | 'preferredForename' | 'surname'>): string =>
  `${calledName(pupil)} ${pupil.surname.slice(0, 1)}.`
