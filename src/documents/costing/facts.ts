import { folded } from '../../domain/folded.ts'
import { show } from '../../domain/fields.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import { Provision } from '../../domain/records/provision.ts'
import { fullName, Pupil } from '../../domain/records/pupil.ts'
import { type Rate } from '../../domain/records/rate.ts'
import type { School } from '../../domain/records/school.ts'
import { allocationCost, hourlyRate, needsRate, rateOn } from '../../domain/rules/cost.ts'
import type { Day } from '../../domain/rules/day.ts'
import { approximately } from '../../domain/rules/fraction.ts'
import { settingsOn } from '../../domain/rules/settings.ts'

/** What goes into a cell: money in pounds, as the authority's sheet reckons. */
export type CostingValue =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'day'; readonly day: Day }
  | null

export type CostingLine = {
  readonly allocation: Allocation
  readonly provision: Provision | undefined
  readonly outcome: Outcome | undefined
}
export type CostingGiven = {
  readonly pupil: Pupil
  readonly schoolName: string
  readonly school: School | undefined
  readonly rates: readonly Rate[]
  /** Filled from their groups (`filledFromGroups`). */
  readonly lines: readonly CostingLine[]
  readonly today: Day
}

type Fact<T> = {
  readonly label: string
  /** Words of a heading that mean it, most telling first; compared without case and punctuation. */
  readonly said: readonly RegExp[]
  readonly value: (given: T) => CostingValue
}

const text = (words: string | null | undefined): CostingValue => (words ? { is: 'text', text: words } : null)
const number = (value: number | null | undefined): CostingValue =>
  value === null || value === undefined ? null : { is: 'number', number: value }
const day = (value: Day | null | undefined): CostingValue => (value ? { is: 'day', day: value } : null)
const pounds = (pence: number | null | undefined): CostingValue =>
  pence === null || pence === undefined ? null : { is: 'number', number: pence / 100 }
const settled = (given: CostingGiven) => settingsOn(given.school ? [given.school] : [], given.today)

const total = ({ lines, rates }: CostingGiven): number =>
  lines.reduce((sum, { allocation }) => sum + (allocationCost(allocation, rates).cost?.perPupilPence ?? 0), 0)

/** Facts of the pupil and the school, by a name that packs keep. */
export const cellFacts = {
  name: {
    label: 'Pupil’s name',
    said: [
      /^(pupil|child|student|young person)s?( full)?( name)?$/,
      /^name of (pupil|child|student)/,
      /^(full )?name$/,
    ],
    value: ({ pupil }) => text(fullName(pupil)),
  },
  forename: {
    label: 'Forename',
    said: [/forename|first name|given name/],
    value: ({ pupil }) => text(pupil.forename),
  },
  surname: {
    label: 'Surname',
    said: [/surname|family name|last name/],
    value: ({ pupil }) => text(pupil.surname),
  },
  upn: { label: 'UPN', said: [/\bupn\b|unique pupil/], value: ({ pupil }) => text(pupil.upn) },
  dateOfBirth: {
    label: 'Date of birth',
    said: [/date of birth|\bdob\b|d o b/],
    value: ({ pupil }) => day(pupil.dateOfBirth),
  },
  yearGroup: {
    label: 'Year group',
    said: [/\byear group\b|^(nc )?year$|ncy/],
    value: ({ pupil }) => text(show(Pupil.fields.yearGroup, pupil.yearGroup)),
  },
  className: {
    label: 'Class',
    said: [/^class$|form group|tutor group/],
    value: ({ pupil }) => text(pupil.className),
  },
  status: {
    label: 'SEN status',
    said: [/sen(d)? status|sen(d)? (stage|code)/],
    value: ({ pupil }) => text(show(Pupil.fields.status, pupil.status)),
  },
  topUp: {
    label: 'Top-up funding a year',
    said: [/top ?up|element 3|e3 funding/],
    value: ({ pupil }) => pounds(pupil.topUp),
  },
  school: {
    label: 'School',
    said: [/^(name of )?(school|setting|provider|academy)( name)?$/],
    value: ({ schoolName }) => text(schoolName),
  },
  establishment: {
    label: 'Establishment number',
    said: [/establishment|dfe (number|no)|\bdfes?\b/],
    value: (given) => text(settled(given)?.establishmentNumber),
  },
  senco: {
    label: 'SENCO',
    said: [/\bsenco\b|completed by|prepared by|form filled/],
    value: (given) => text(settled(given)?.senco),
  },
  headteacher: {
    label: 'Headteacher',
    said: [/head ?teacher|principal/],
    value: (given) => text(settled(given)?.headteacher),
  },
  authority: {
    label: 'Local authority',
    said: [/local authority|^la$/],
    value: (given) => text(given.pupil.localAuthority ?? settled(given)?.localAuthority),
  },
  today: {
    label: 'Today',
    said: [/^date( completed| of completion| prepared)?$|date completed/],
    value: (given) => day(given.today),
  },
  planIssued: {
    label: 'EHC plan issued',
    said: [/plan (issued|date)|date of plan/],
    value: ({ pupil }) => day(pupil.planVersion ?? pupil.planIssued),
  },
  weeks: {
    label: 'Teaching weeks in a year',
    said: [/weeks (in|per|a) (the )?year|teaching weeks/],
    value: (given) => number(settled(given)?.weeksInYear),
  },
  threshold: {
    label: 'Element 2 threshold',
    said: [/threshold|6 ?000|element 2/],
    value: (given) => pounds(settled(given)?.element2Threshold),
  },
  total: {
    label: 'Cost of all lines',
    said: [/total cost|total provision/],
    value: (given) => pounds(total(given)),
  },
} as const satisfies Record<string, Fact<CostingGiven>>

type LineGiven = CostingLine & { readonly rates: readonly Rate[] }
const hours = ({ allocation: { sessionsPerWeek, minutes } }: LineGiven) =>
  sessionsPerWeek === null || minutes === null ? null : (sessionsPerWeek * minutes) / 60
const rateOf = ({ allocation, rates }: LineGiven) => {
  const rate =
    allocation.role && needsRate(allocation) ? rateOn(rates, allocation.role, allocation.from) : undefined
  return rate ? Math.round(approximately(hourlyRate(rate)) * 100) / 10_000 : null
}
const field = (name: keyof Allocation & string) => (line: LineGiven) =>
  text(show(Allocation.fields[name], line.allocation[name]))

/** Facts of one line of support, by a name that packs keep. */
export const lineFacts = {
  provision: {
    label: 'Provision',
    said: [/provision|intervention|support( given)?$|strategy|activity/],
    value: ({ provision }) => text(provision?.name),
  },
  description: {
    label: 'What it is',
    said: [/description|details|what (is|will)/],
    value: ({ provision }) => text(provision?.description),
  },
  area: {
    label: 'Area of need',
    said: [/area of need|need area|^need$|category/],
    value: ({ provision }) => text(show(Provision.fields.areaOfNeed, provision?.areaOfNeed)),
  },
  kind: {
    label: 'Kind of line',
    said: [/^(kind|type)( of (support|line|cost))?$|cost type/],
    value: ({ provision }) => text(show(Provision.fields.line, provision?.line)),
  },
  outcome: {
    label: 'Outcome it serves',
    said: [/outcome|target|objective/],
    value: ({ outcome }) => text(outcome?.text),
  },
  specified: {
    label: 'As the plan specifies it',
    said: [/section f|as specified|plan wording/],
    value: field('specified'),
  },
  role: {
    label: 'Delivered by (role)',
    said: [/delivered by|staff (type|role)|role|who( delivers)?$|grade/],
    value: field('role'),
  },
  staff: { label: 'Who (name)', said: [/staff name|name of staff|member of staff/], value: field('staff') },
  sessions: {
    label: 'Sessions a week',
    said: [
      /sessions? (a|per|each) week|sessions weekly|frequency|(times|no|number) (of sessions )?(a|per) week|^sessions$/,
    ],
    value: ({ allocation }) => number(allocation.sessionsPerWeek),
  },
  minutes: {
    label: 'Minutes a session',
    said: [/minutes|mins|length of session|duration/],
    value: ({ allocation }) => number(allocation.minutes),
  },
  hours: {
    label: 'Hours a week',
    said: [/hours?( (a|per) week| weekly)?$|weekly hours/],
    value: (line) => number(hours(line)),
  },
  preparation: {
    label: 'Preparation, minutes a session',
    said: [/prep/],
    value: ({ allocation }) => number(allocation.prepMinutes),
  },
  weeks: { label: 'Weeks', said: [/weeks/], value: ({ allocation }) => number(allocation.weeks) },
  group: {
    label: 'Pupils in the group',
    said: [/group|ratio|(number|no) (of )?(pupils|children)|pupils sharing/],
    value: ({ allocation }) => number(allocation.groupSize),
  },
  rate: {
    label: '£ an hour',
    said: [/rate|(£|cost|pounds) (an|per|each|a) ?h(ou)?r|hourly/],
    value: (line) => number(rateOf(line)),
  },
  resources: {
    label: 'Resources for the group',
    said: [/resource|equipment|materials/],
    value: ({ allocation }) => pounds(allocation.resources),
  },
  external: {
    label: 'External cost for the group',
    said: [/external|agreement|\bsla\b|contract/],
    value: ({ allocation }) => pounds(allocation.external),
  },
  cost: {
    label: 'Cost for this pupil',
    said: [/^(total |annual |pupil )*cost( (to|for|per) (the )?(pupil|school|year))*$|total/],
    value: ({ allocation, rates }) => pounds(allocationCost(allocation, rates).cost?.perPupilPence),
  },
  from: { label: 'From', said: [/start|from|began/], value: ({ allocation }) => day(allocation.from) },
  until: {
    label: 'Until',
    said: [/end|until|finish|review date/],
    value: ({ allocation }) => day(allocation.until),
  },
  funding: { label: 'Funding', said: [/fund|element/], value: field('funding') },
  notes: { label: 'Notes', said: [/note|comment|impact/], value: field('notes') },
} as const satisfies Record<string, Fact<LineGiven>>

export type CellFact = keyof typeof cellFacts
export type LineFact = keyof typeof lineFacts
export const isCellFact = (name: unknown): name is CellFact =>
  typeof name === 'string' && Object.hasOwn(cellFacts, name)
export const isLineFact = (name: unknown): name is LineFact =>
  typeof name === 'string' && Object.hasOwn(lineFacts, name)

const meant = <N extends string>(
  all: Readonly<Record<N, { readonly said: readonly RegExp[] }>>,
  label: string,
): N | null => {
  const words = folded(label)
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return (Object.keys(all) as N[]).find((name) => all[name].said.some((said) => said.test(words))) ?? null
}

/** The fact that a label most likely asks for; null where none is named. */
export const cellFactFor = (label: string): CellFact | null => meant(cellFacts, label)
/** The same for the heading of a column. */
export const lineFactFor = (label: string): LineFact | null => meant(lineFacts, label)
