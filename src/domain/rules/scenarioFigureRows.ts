import { t } from '../../words/t.ts'
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
    because(rule, says, t`Staff, timetable, groups and lines of support`, [
      { label: t`On`, value: showDay(starts) },
      { label: t`People`, value: String(use.length) },
      { label: t`Without hours recorded`, value: String(hours.unknown) },
      { label: t`In all`, value: t`${showMinutes(hours[name])} a week` },
    ])
const rates = t`The school’s own rates and lines of support, as under Money`

/** The figures that are set side by side, in the order in which they are read. */
export const figureRows: readonly FigureRow[] = [
  {
    name: 'inYear',
    words: t`Cost of support this financial year`,
    is: 'money',
    value: ({ inYear }) => inYear,
    why: ({ year, inYear, notCosted, money }) =>
      because(t`Cost in the financial year`, t`Every line that runs in the year, by its school days, and what groups cost beyond their pupils’ shares.`, rates, [
        { label: t`Year`, value: showMoneyYear(year) },
        { label: t`Pupils`, value: String(money.pupils.length) },
        { label: t`Lines not costed yet`, value: String(notCosted) },
        { label: t`In all`, value: showMoney(inYear) },
      ]),
  },
  {
    name: 'fromStart',
    words: t`Of that from the day it begins`,
    is: 'money',
    value: ({ fromStart }) => fromStart,
    why: ({ year, fromStart }, starts) =>
      because(t`Cost from a day on`, t`The part of each line that falls between the day and the end of the financial year.`, rates, [
        { label: t`From`, value: showDay(starts) },
        { label: t`To`, value: showDay(daysOfYear(year).until) },
        { label: t`In all`, value: showMoney(fromStart) },
      ]),
  },
  {
    name: 'wholeYear',
    words: t`A whole year of what runs then`,
    is: 'money',
    value: ({ wholeYear }) => wholeYear,
    why: ({ wholeYear }, starts) =>
      because(t`Cost over a year`, t`What runs on the day, given in every teaching week of a year at the rate of that day, with its resources and agreements once.`, rates, [
        { label: t`Runs on`, value: showDay(starts) },
        { label: t`In all`, value: showMoney(wholeYear) },
      ]),
  },
  {
    name: 'schoolPays',
    words: t`What the school pays of it after top-up`,
    is: 'money',
    value: ({ money }) => money.schoolSpend.pence,
    why: ({ money }) => money.schoolSpend.why,
  },
  {
    name: 'staffCost',
    words: t`Paid hours of support staff, a year`,
    is: 'money',
    value: ({ staffCost }) => staffCost,
    why: ({ staffCost, staffUnknown }, starts) =>
      because(t`Cost of paid hours`, t`Hours a week × paid weeks × the hourly cost of the role, on-costs included. Not the same as the cost of support: it counts duties and cover too.`, t`Staff and rates of the school`, [
        { label: t`On`, value: showDay(starts) },
        { label: t`Without hours or a rate`, value: String(staffUnknown) },
        { label: t`In all`, value: showMoney(staffCost) },
      ]),
  },
  {
    name: 'bought',
    words: t`Hours bought for support, a week`,
    is: 'minutes',
    value: ({ hours }) => hours.bought,
    why: hoursWhy(t`Hours bought`, t`Paid hours that are for support.`, 'bought'),
  },
  {
    name: 'used',
    words: t`Hours used, a week`,
    is: 'minutes',
    value: ({ hours }) => hours.used,
    why: hoursWhy(t`Hours used`, t`Times in the week and their preparation; a fortnightly one counts half.`, 'used'),
  },
  {
    name: 'needed',
    words: t`Hours asked for, a week`,
    is: 'minutes',
    value: ({ hours }) => hours.needed,
    why: hoursWhy(t`Hours asked for`, t`Sessions and preparation that groups and lines say.`, 'needed'),
  },
  {
    name: 'over',
    words: t`Above what is bought, a week`,
    is: 'minutes',
    value: ({ hours }) => hours.over,
    why: hoursWhy(t`Above what is bought`, t`Each person’s used hours above their own, added up: what one has over doesn’t pay for another.`, 'over'),
  },
  {
    name: 'uncovered',
    words: t`Section F not in the timetable, a week`,
    is: 'minutes',
    value: ({ uncovered }) => uncovered.minutes,
    why: ({ uncovered }, starts) => ({
      rule: t`Section F that is not covered`,
      says: t`Minutes a week that plans specify and the timetable does not have. They are owed whatever they cost.`,
      strength: 'must',
      source: t`Children and Families Act 2014, section 42`,
      inputs: [
        { label: t`On`, value: showDay(starts) },
        { label: t`Pupils`, value: String(uncovered.pupils) },
        { label: t`Lines without the plan’s minutes`, value: String(uncovered.unknown) },
        { label: t`In all`, value: t`${showMinutes(uncovered.minutes)} a week` },
      ],
    }),
  },
] // prettier-ignore
