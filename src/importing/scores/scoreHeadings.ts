import { foldHeading } from '../headings.ts'

/** What a column of a list of scores may be. `main`: the number that its tool is read by; `interval`: both ends in one cell. */
export const scoreTargets = {
  upn: 'UPN',
  surname: 'Surname',
  forename: 'Forename',
  fullName: 'Surname, forename',
  dateOfBirth: 'Date of birth',
  day: 'Day of the test',
  tool: 'Tool',
  form: 'Form',
  raw: 'Raw score',
  standardised: 'Standardised score',
  ageMonths: 'Age equivalent',
  percentile: 'Percentile',
  low: 'Interval from',
  high: 'Interval to',
  interval: 'Interval, both ends',
  value: 'Points or percentage',
  main: 'Its main number',
  target: 'Target',
  purpose: 'Taken as',
  testedBy: 'Tested by',
  note: 'Note',
} as const
export type ScoreTarget = keyof typeof scoreTargets
export type ScoreMapping = readonly (ScoreTarget | null)[]

/** Headings seen in exports of tests and in schools' own lists, beside our own labels. */
const synonyms: Readonly<Record<ScoreTarget, string>> = {
  upn: 'Unique Pupil Number, UPN Number, Unique Learner Pupil Number',
  surname: 'Legal Surname, Last name, Family name, Pupil surname, Student surname',
  forename: 'Legal Forename, First name, Given name, Forenames, Pupil forename, Known as, Preferred forename',
  fullName: 'Name, Pupil name, Student name, Child name, Full name, Pupil, Student, Learner name',
  dateOfBirth: 'DOB, D.O.B., Birth date, Born, Birthdate',
  day: 'Date of test, Test date, Date, Date tested, Date taken, Assessment date, Date completed, Date of assessment, Tested on, Taken on, Completed on',
  tool: 'Test, Test name, Assessment, Assessment name, Assessment tool, Measure',
  form: 'Test form, Form used, Form A or B, Version, Test version, Paper, Level',
  raw: 'Raw, Raw mark, RS, Raw total, Marks',
  standardised:
    'Std Score, SS, SAS, Standard score, Standard age score, Standardized score, Standardised, Std, Standardised age score, Stand score, Standard',
  ageMonths:
    'RA, Reading Age, Age equivalent, Age equivalent months, AE, Spelling Age, SA, Test age, Equivalent age, Maths age, Number age, Age equiv, Reading age (y:m)',
  percentile: 'Percentile rank, PR, %ile, Centile, National percentile rank, NPR',
  low: 'Lower, Lower bound, Lower limit, CI lower, Confidence lower, Lower confidence limit, CI low, 90% CI lower, 90 confidence band lower, From score',
  high: 'Upper, Upper bound, Upper limit, CI upper, Confidence upper, Upper confidence limit, CI high, 90% CI upper, 90 confidence band upper, To score',
  interval:
    'CI, Confidence interval, Confidence band, 90% CI, 95% CI, 90% confidence interval, 90% confidence band, 95% confidence interval, Interval, Range',
  value: 'Points, Percentage, %, Total, Total score, Total points, Percent, Value',
  main: 'Score, Result, Mark, Outcome score',
  target: 'Target score, Expected score, Goal',
  purpose: 'Purpose, Type of test, When, Entry or exit, Pre or post, Phase, Baseline or exit',
  testedBy: 'Tester, Assessor, Assessed by, Administered by, Teacher, Staff, By',
  note: 'Notes, Comment, Comments, Remarks',
}

const known = new Map<string, ScoreTarget>()
// `%` folds to nothing; what only signs tell apart is kept by its own text.
const fold = (heading: string) => foldHeading(heading.replaceAll('%', 'percent'))
for (const target of Object.keys(scoreTargets) as ScoreTarget[])
  for (const name of [target, scoreTargets[target], ...synonyms[target].split(',')])
    if (fold(name) !== '' && !known.has(fold(name))) known.set(fold(name), target)

const targetOf = (heading: string): ScoreTarget | null =>
  known.get(fold(heading)) ?? known.get(fold(heading.replace(/\(.*?\)/g, ''))) ?? null

/** How many of these headings are known: tells the row of headings from a title. */
export const knownScoreHeadings = (headings: readonly string[]): number =>
  new Set(headings.flatMap((heading) => targetOf(heading) ?? [])).size

/** What each column probably is; the first of two of a kind is taken, and a whole name beside its parts says no more. */
export const matchScoreHeadings = (headings: readonly string[]): ScoreMapping => {
  const taken = new Set<ScoreTarget>()
  const found = headings.map((heading) => {
    const target = targetOf(heading)
    if (!target || taken.has(target)) return null
    taken.add(target)
    return target
  })
  const apart = taken.has('surname') && taken.has('forename')
  return found.map((target) => (apart && target === 'fullName' ? null : target))
}

const numbers: readonly ScoreTarget[] = ['raw', 'standardised', 'ageMonths', 'percentile', 'value', 'main']

/** What a list must have and hasn't, in words. `tool` and `day` may be chosen for the whole list instead. */
export const missingOf = (
  mapping: ScoreMapping,
  chosen: { readonly tool: string | null; readonly day: string | null },
): string[] => {
  const has = (...targets: ScoreTarget[]) => targets.some((target) => mapping.includes(target))
  const named = has('fullName') || (has('surname') && has('forename'))
  return [
    ...(has('upn') || named ? [] : ['UPN, or surname and forename']),
    ...(has('day') || chosen.day ? [] : ['the day of the test']),
    ...(has('tool') || chosen.tool ? [] : ['the tool']),
    ...(has(...numbers) ? [] : ['a score']),
  ]
}
