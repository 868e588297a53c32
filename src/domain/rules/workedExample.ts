import { t } from '../../words/t.ts'
import { blank } from '../record.ts'
import { Allocation } from '../records/allocation.ts'
import type { CostingRulebook } from '../records/costingRulebook.ts'
import { Provision } from '../records/provision.ts'
import { Pupil } from '../records/pupil.ts'
import type { School } from '../records/school.ts'
import { daysOfYear, type MoneyYear } from './annualise.ts'
import { moneyOf } from './elements.ts'
import type { PupilYear } from './moneyTypes.ts'
import type { Keyed, YearRate } from './yearLine.ts'

/** Rates of the example: £653.60 for one hour a week over 38 weeks is £17.20 an hour. */
const rates: readonly YearRate[] = [
  { role: 'ta', from: '1900-01-01', basis: 'weeklyHour', amount: 653_60, weeks: 38 },
  { role: 'teacher', from: '1900-01-01', basis: 'hour', amount: 42_10, weeks: null },
  { role: 'supervisor', from: '1900-01-01', basis: 'hour', amount: 14_20, weeks: null },
  { role: 'external', from: '1900-01-01', basis: 'hour', amount: 62_00, weeks: null },
]

type Example = readonly [name: string, line: Provision['line'], given: Partial<Allocation>]

/** The four lines of the guidance, which come to £3,636.27 where nothing is left out. */
const usual: readonly Example[] = [
  [
    t`Group of 4, 3 × 20 min, 12 weeks`,
    'ta',
    { sessionsPerWeek: 3, minutes: 20, weeks: 12, groupSize: 4, role: 'ta' },
  ],
  [
    t`One to one, 15 min each day`,
    'ta',
    { sessionsPerWeek: 5, minutes: 15, weeks: 38, groupSize: 1, role: 'ta' },
  ],
  [
    t`10 hours a week shared by 3`,
    'ta',
    { sessionsPerWeek: 10, minutes: 60, weeks: 38, groupSize: 3, role: 'ta' },
  ],
  [
    t`Speech therapist, 19 visits of 30 min`,
    'external',
    { sessionsPerWeek: 1, minutes: 30, weeks: 19, groupSize: 1, role: 'external' },
  ],
]
/** What authorities treat differently. */
const disputed: readonly Example[] = [
  [
    t`Teacher, 4 × 60 min and 10 to prepare`,
    'teacher',
    { sessionsPerWeek: 4, minutes: 60, prepMinutes: 10, weeks: 38, groupSize: 1, role: 'teacher' },
  ],
  [
    t`Circle of friends, 6 pupils, in full`,
    'ta',
    { sessionsPerWeek: 1, minutes: 45, weeks: 12, groupSize: 6, role: 'ta', charge: 'full' },
  ],
  [
    t`Support at lunch, 5 × 30 min, 39 weeks`,
    'supervision',
    { sessionsPerWeek: 5, minutes: 30, weeks: 39, groupSize: 2, role: 'supervisor' },
  ],
  [t`Writing slope and seating`, 'equipment', { resources: 185_00, groupSize: 1 }],
  [
    t`Help in class without an outcome`,
    'ta',
    { sessionsPerWeek: 5, minutes: 60, weeks: 38, groupSize: 1, role: 'ta', outcome: null },
  ],
]

const keyOf = (n: number) => `01EXAMPLE0000000000000000${String.fromCharCode(65 + n)}`

/**
 * What an authority's rules make of the guidance's own example, or of what authorities treat differently: for whoever
 * writes the rules down. Names no child.
 */
export const workedExample = (
  book: CostingRulebook,
  school: School | undefined,
  year: MoneyYear,
  which: 'usual' | 'disputed',
): PupilYear => {
  const span = daysOfYear(year)
  const examples = which === 'usual' ? usual : disputed
  const pupil: Keyed<Pupil> = {
    ...blank(Pupil, {
      surname: t`Example`,
      forename: t`An`,
      dateOfBirth: '2015-01-01',
      status: 'E',
      localAuthority: book.authority,
    }),
    key: keyOf(25),
  }
  const provisions = examples.map(([name, line], i) => ({
    ...blank(Provision, { name, level: 'targeted', areaOfNeed: 'cognition', line }),
    key: keyOf(i),
  }))
  const lines = examples.map(([, , given], i) => ({
    ...blank(Allocation, {
      pupil: pupil.key,
      provision: keyOf(i),
      outcome: keyOf(24),
      from: span.from,
      until: span.until,
      ...given,
    }),
    key: keyOf(i),
  }))
  return moneyOf({
    pupils: [pupil],
    provisions,
    groups: [],
    lines,
    rates,
    school,
    // In force whenever it begins: it is what would be reckoned.
    rulebooks: [{ ...book, from: span.from }],
    fundings: [],
    bands: [],
    year,
  }).pupils[0]!
}
