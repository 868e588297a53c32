import { Pupil } from '../domain/records/pupil.ts'
import { fieldsOf } from '../domain/record.ts'

/**
 * Where a column goes: a field of Pupil, both names in one cell, a need by its rank, needs in rank order in one cell, a
 * need's own date, or the rank or end of the need where each need has a row of its own.
 */
export type Target =
  | (keyof Pupil & string)
  | 'fullName'
  | 'needs'
  | 'needRank'
  | 'needUntil'
  | `need${number}`
  | `need${number}From`

/** Needs that have a column of their own. A CTF may rank up to 99; the first nine are read. */
export const needRanks = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

const needTargets: [Target, string][] = [
  ['needs', 'Needs in rank order'],
  ...needRanks.flatMap((rank): [Target, string][] => [
    [`need${rank}`, `Need ${rank}`],
    [`need${rank}From`, `Need ${rank} from`],
  ]),
  ['needRank', 'Rank of the need in this row'],
  ['needUntil', 'End of the need in this row'],
]

/** Everything that a column can be, with the words for it, in the order of the record. */
export const targets: readonly {
  readonly target: Target
  readonly label: string
  readonly required: boolean
}[] = [
  ...fieldsOf(Pupil).map(([field, { label, required }]) => ({
    target: field as Target,
    label,
    // Status may be missing: a new pupil then has no SEN, and a known one keeps theirs.
    required: required === true && field !== 'status',
  })),
  { target: 'fullName', label: 'Surname, forename', required: false },
  ...needTargets.map(([target, label]) => ({ target, label, required: false })),
]
export const labelOfTarget = (target: Target): string => labels.get(target) ?? target
const labels = new Map(targets.map(({ target, label }) => [target, label]))

export const foldHeading = (heading: string) =>
  heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Headings seen in exports of SIMS, Arbor and Bromcom beside our own labels. */
const synonyms: Partial<Record<Target, string>> = {
  upn: 'Unique Pupil Number, UPN Number, Unique Learner Pupil Number',
  misId:
    'Adno, Adm No, Admission No, Admission Number, Arbor Student ID, Arbor ID, Bromcom ID, MIS ID, Student ID, Pupil ID, Person ID',
  surname: 'Legal Surname, Last name, Legal Last Name, Family name, Second name',
  forename: 'Legal Forename, First name, Legal First Name, Given name, Forenames, First names',
  preferredForename:
    'Preferred Forename, Preferred First Name, Preferred name, Known as, Chosen name, Chosen forename',
  dateOfBirth: 'DOB, D.O.B., Birth date, Born, Birthdate',
  sex: 'Gender, Legal sex, Sex at birth, Legal gender, Gender or sex',
  yearGroup:
    'Year, NC Year, NC Year Group, Curriculum Year, National Curriculum Year, NCY, NCYear, NC Year Actual, Yr, Yr Group, Year group code',
  className:
    'Reg, Reg Group, Registration, Registration Group, Registration form, Form, Form group, Tutor Group, Tutor, Class name',
  status:
    'SEN, SEND, SEN Provision, SEN Code, SEND status, SEN provision code, SEN stage, Current SEN status, SEN support level, SEND code',
  statusFrom: 'SEN Start Date, Provision start, SEN provision start date, SEN status start date, SEN from',
  firstLanguage: 'Language, Home language, Mother tongue',
  eal: 'EAL, EAL status, English additional language',
  ethnicity: 'Ethnic group, Ethnicity code, Ethnic origin',
  pupilPremium:
    'PP, PPG, Pupil premium indicator, Pupil premium eligible, Pupil premium recipient, Deprivation pupil premium',
  freeSchoolMeals: 'FSM, FSM eligible, Free meals, Eligible for free meals, Currently FSM',
  lookedAfter: 'LAC, CLA, In Care, In LA care, Looked after, Looked after child, Child looked after',
  careAuthority: 'Care authority, Caring authority, LAC authority',
  attendance: 'Attendance, Attendance %, % attendance, Percentage attendance, Attendance percentage',
  suspensions: 'Suspensions, Fixed term exclusions, Number of suspensions',
  suspensionDays: 'Days suspended, Days excluded, Exclusion days',
  address: 'Home address, Full address, Postal address',
  admitted: 'Admission date, Date of admission, Date admitted, Enrolment date',
  left: 'Leaving date, Date of leaving, Date left, Leave date',
  localAuthority: 'EHCP authority, Home LA, Home authority, LA of plan',
  planIssued: 'EHCP date, EHCP start date, EHCP issue date, Date of EHCP, EHC plan date, Plan issued',
  keyAdult: 'Key worker, Keyworker, Key person',
  fullName:
    'Name, Pupil name, Child name, Student name, Full name, Child or young person, CYP name, CYP, Young person, Legal full name, Legal name, Surname and forename, Surname Forename',
  needRank:
    'Rank, Need rank, SEN need rank, SEN rank, SEN need ranking, Need ranking, Ranking, SEN type rank',
  needUntil:
    'Need until, Need end date, SEN need end date, SEN need end, Need end, SEN type end date, End date of need',
  needs: 'SEN needs, SEN types, SEND needs, Needs, Ranked needs, SEN need types',
  need1:
    'SEN Need, SEN Type, Primary SEN need, Primary need, Primary SEN type, SEN Need Type, SEND need, Need, Need type, Main SEN need, Main need, Top ranked need, Primary SEND need',
  need2: 'Secondary SEN need, Secondary need, Secondary SEN type, Second SEN need, Other SEN need',
}
for (const rank of needRanks) {
  const names = [
    'SEN Need',
    'SEN Type',
    'SEN Need Type',
    'Ranked need',
    'SEND need',
    'Need',
    'Need type',
    'SEN need rank',
    'Rank',
    'Need rank',
  ]
  synonyms[`need${rank}`] = [synonyms[`need${rank}`] ?? '', ...names.map((name) => `${name} ${rank}`)].join(
    ',',
  )
  synonyms[`need${rank}From`] = `SEN need ${rank} start date, Need ${rank} start date, SEN need ${rank} start`
}

const known = new Map<string, Target>()
for (const { target, label } of targets) {
  for (const name of [label, target, ...(synonyms[target] ?? '').split(',')]) {
    if (foldHeading(name) !== '' && !known.has(foldHeading(name))) known.set(foldHeading(name), target)
  }
}

const whose = ['pupils', 'pupil', 'students', 'student', 'learner', 'childs', 'child']
const targetOf = (heading: string): Target | null => {
  const folded = foldHeading(heading)
  const bare = foldHeading(heading.replace(/\(.*?\)/g, ''))
  const shorter = whose.flatMap((word) => (folded.startsWith(word) ? [folded.slice(word.length)] : []))
  for (const name of [folded, bare, ...shorter]) {
    const target = known.get(name)
    if (target) return target
  }
  return null
}

/** How many of these headings are known: tells a row of headings from a title or a row of pupils. */
export const knownHeadings = (headings: readonly string[]): number =>
  new Set(headings.flatMap((heading) => targetOf(heading) ?? [])).size

/** What each column is, by its place; null is left out. The person may change any of it before the rows are checked. */
export type Mapping = readonly (Target | null)[]

/** What each column probably is: tolerant of case, spaces and punctuation; the first of two of a kind is taken. */
export const matchHeadings = (headings: readonly string[]): Mapping => {
  const taken = new Set<Target>()
  const found = headings.map((heading) => {
    const target = targetOf(heading)
    if (!target || taken.has(target)) return null
    taken.add(target)
    return target
  })
  // A column of both names beside one of each says nothing more.
  const named = taken.has('surname') && taken.has('forename')
  return found.map((target) => (named && target === 'fullName' ? null : target))
}

/** Columns that must be there, and are not: their labels. */
export const missingHeadings = (mapping: Mapping): string[] =>
  targets
    .filter(({ required, target }) => required && !mapping.includes(target))
    .filter(
      ({ target }) => !(mapping.includes('fullName') && (target === 'surname' || target === 'forename')),
    )
    .map(({ label }) => label)
