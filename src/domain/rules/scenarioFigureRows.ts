import { daysOfYear, showMoneyYear } from './annualise.ts'
import { type Day, showDay } from './day.ts'
import type { DeploymentSum } from './deployment.ts'
import { showMinutes } from './deploymentPeople.ts'
import { showMoney } from './money.ts'
import type { ScenarioFigures } from './scenarioFigures.ts'
import type { Why } from './why.ts'

export type FigureName =
  | 'inYear'
  | 'fromStart'
  | 'wholeYear'
  | 'schoolPays'
  | 'staffCost'
  | 'bought'
  | 'used'
  | 'needed'
  | 'over'
  | 'uncovered'
export type FigureRow = {
  readonly name: FigureName
  readonly words: string
  readonly is: 'money' | 'minutes'
  readonly value: (of: ScenarioFigures) => number
  readonly why: (of: ScenarioFigures, starts: Day) => Why
}

const because = (rule: string, says: string, source: string, inputs: Why['inputs']): Why => ({
  rule,
  says,
  strength: 'local',
  source,
  inputs,
})
const hoursWhy =
  (rule: string, says: string, name: keyof DeploymentSum) =>
  ({ hours, use }: ScenarioFigures, starts: Day): Why =>
    because(rule, says, 'Staff, timetable, groups and lines of support', [
      { label: 'On', value: showDay(starts) },
      { label: 'People', value: String(use.length) },
      { label: 'Without hours recorded', value: String(hours.unknown) },
      { label: 'In all', value: `${showMinutes(hours[name])} a week` },
    ])
const rates = 'The school’s own rates and lines of support, as under Money'

/** The figures that are set side by side, in the order in which they are read. */
export const figureRows: readonly FigureRow[] = [
  {
    name: 'inYear',
    words: 'Cost of support this financial year',
    is: 'money',
    value: ({ inYear }) => inYear,
    why: ({ year, inYear, notCosted, money }) =>
      because('Cost in the financial year', 'Every line that runs in the year, by its school days, and what groups cost beyond their pupils’ shares.', rates, [
        { label: 'Year', value: showMoneyYear(year) },
        { label: 'Pupils', value: String(money.pupils.length) },
        { label: 'Lines not costed yet', value: String(notCosted) },
        { label: 'In all', value: showMoney(inYear) },
      ]),
  },
  {
    name: 'fromStart',
    words: 'Of that from the day it begins',
    is: 'money',
    value: ({ fromStart }) => fromStart,
    why: ({ year, fromStart }, starts) =>
      because('Cost from a day on', 'The part of each line that falls between the day and the end of the financial year.', rates, [
        { label: 'From', value: showDay(starts) },
        { label: 'To', value: showDay(daysOfYear(year).until) },
        { label: 'In all', value: showMoney(fromStart) },
      ]),
  },
  {
    name: 'wholeYear',
    words: 'A whole year of what runs then',
    is: 'money',
    value: ({ wholeYear }) => wholeYear,
    why: ({ wholeYear }, starts) =>
      because('Cost over a year', 'What runs on the day, given in every teaching week of a year at the rate of that day, with its resources and agreements once.', rates, [
        { label: 'Runs on', value: showDay(starts) },
        { label: 'In all', value: showMoney(wholeYear) },
      ]),
  },
  {
    name: 'schoolPays',
    words: 'What the school pays of it after top-up',
    is: 'money',
    value: ({ money }) => money.schoolSpend.pence,
    why: ({ money }) => money.schoolSpend.why,
  },
  {
    name: 'staffCost',
    words: 'Paid hours of support staff, a year',
    is: 'money',
    value: ({ staffCost }) => staffCost,
    why: ({ staffCost, staffUnknown }, starts) =>
      because('Cost of paid hours', 'Hours a week × paid weeks × the hourly cost of the role, on-costs included. Not the same as the cost of support: it counts duties and cover too.', 'Staff and rates of the school', [
        { label: 'On', value: showDay(starts) },
        { label: 'Without hours or a rate', value: String(staffUnknown) },
        { label: 'In all', value: showMoney(staffCost) },
      ]),
  },
  {
    name: 'bought',
    words: 'Hours bought for support, a week',
    is: 'minutes',
    value: ({ hours }) => hours.bought,
    why: hoursWhy('Hours bought', 'Paid hours that are for support.', 'bought'),
  },
  {
    name: 'used',
    words: 'Hours used, a week',
    is: 'minutes',
    value: ({ hours }) => hours.used,
    why: hoursWhy('Hours used', 'Times in the week and their preparation; a fortnightly one counts half.', 'used'),
  },
  {
    name: 'needed',
    words: 'Hours asked for, a week',
    is: 'minutes',
    value: ({ hours }) => hours.needed,
    why: hoursWhy('Hours asked for', 'Sessions and preparation that groups and lines say.', 'needed'),
  },
  {
    name: 'over',
    words: 'Above what is bought, a week',
    is: 'minutes',
    value: ({ hours }) => hours.over,
    why: hoursWhy('Above what is bought', 'Each person’s used hours above their own, added up: what one has over doesn’t pay for another.', 'over'),
  },
  {
    name: 'uncovered',
    words: 'Section F not in the timetable, a week',
    is: 'minutes',
    value: ({ uncovered }) => uncovered.minutes,
    why: ({ uncovered }, starts) => ({
      rule: 'Section F that is not covered',
      says: 'Minutes a week that plans specify and the timetable does not have. They are owed whatever they cost.',
      strength: 'must',
      source: 'Children and Families Act 2014, section 42',
      inputs: [
        { label: 'On', value: showDay(starts) },
        { label: 'Pupils', value: String(uncovered.pupils) },
        { label: 'Lines without the plan’s minutes', value: String(uncovered.unknown) },
        { label: 'In all', value: `${showMinutes(uncovered.minutes)} a week` },
      ],
    }),
  },
] // prettier-ignore
