import { type CostKind, kindWords } from '../../domain/rules/rulebook.ts'
import { staffRoles } from '../../domain/rules/codes.ts'
import { inRow, wholeColumn } from '../xlsx/model.ts'
import type { MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import type { Body, Spec } from './page.ts'
import type { RuleSet } from './yearMoney.ts'

/** What each rule is called in the workbook: formulas find it by these words. */
export const ruleWords = {
  threshold: 'What the school pays before top-up (£)',
  weeks: 'Teaching weeks in a year, at most',
  weeklyHours: 'Hours a week for one pupil, at most',
  teacherHours: 'Of those by a teacher, at most',
  yearWeeks: 'Weeks by which hours a year are divided',
  pupilCap: 'Cost a year for one pupil, at most (£)',
  group: 'Cost of a group',
  byWeek: 'In the school’s own cost each week is divided by who came',
  fullCharge: 'The whole cost may fall on one pupil',
  preparation: 'Preparation counts',
  needsOutcome: 'Only support that is linked to an outcome counts',
  rounding: 'Rounded',
} as const
export type RuleName = keyof typeof ruleWords
export const groupWords = {
  share: 'Divided by the pupils in it',
  full: 'Not divided',
  weekly: 'Each week divided by the pupils of that week',
} as const
export const onlyTotal = 'Only the total'
const eachLine = 'Each line to the penny'
const counts = 'Counts: '
const anHour = 'An hour (£): '

const noLimit = 'No limit'

const columns = {
  rule: 'Rule in force',
  value: 'Holds',
  name: 'Whose',
  no: 'Rules',
  unreadable: 'Can’t be read',
} as const

const rolesAtRates = (rules: RuleSet['rules']) =>
  (Object.keys(staffRoles) as (keyof typeof staffRoles)[]).flatMap((role) => {
    const fixed = rules.fixedRate(role)
    return fixed === null ? [] : [{ role, fixed }]
  })
const rateWords = (rules: RuleSet['rules']) =>
  rolesAtRates(rules).map(({ role }) => anHour + staffRoles[role])

/**
 * The rules by which a year’s money counts, as a table. `follows`: what an authority doesn’t say is read from the
 * school’s settings on the sheet of rates and rules, and not typed, as where another day’s settings hold.
 */
export const rulesInForce = (
  input: MapInput,
  sets: readonly RuleSet[],
  names: MapNames,
  follows = true,
): { readonly specs: readonly Spec[]; readonly body: Body } => {
  const yesNo = (is: boolean) => (is ? 'Yes' : 'No')
  const most = (value: number | null) => value ?? noLimit
  const body: Body = sets.flatMap(({ no, rules, book }): Body => {
    const row = (words: string, value: Body[number][number]) => [words, value, rules.name, no, '']
    const roles = rolesAtRates(rules).map(({ role, fixed }) => row(anHour + staffRoles[role], fixed / 100))
    return [
      row(
        ruleWords.threshold,
        follows && (book?.threshold === null || book === undefined)
          ? { value: rules.threshold / 100, formula: names.threshold }
          : rules.threshold / 100,
      ),
      row(ruleWords.weeks, most(rules.weeks)),
      row(ruleWords.weeklyHours, most(rules.weeklyHours)),
      row(ruleWords.teacherHours, most(rules.teacherHours)),
      row(
        ruleWords.yearWeeks,
        follows && (book?.divisorWeeks ?? book?.weeks ?? null) === null
          ? { value: rules.yearWeeks, formula: names.weeks }
          : rules.yearWeeks,
      ),
      row(ruleWords.pupilCap, most(rules.pupilCap === null ? null : rules.pupilCap / 100)),
      row(ruleWords.group, groupWords[rules.group]),
      row(ruleWords.byWeek, yesNo(input.school?.partWay === 'weekly')),
      row(ruleWords.fullCharge, yesNo(rules.fullCharge)),
      row(ruleWords.preparation, yesNo(rules.preparation)),
      ...(Object.keys(kindWords) as CostKind[]).map((kind) =>
        row(counts + kindWords[kind], yesNo(rules.counts[kind])),
      ),
      row(ruleWords.needsOutcome, yesNo(rules.needsOutcome)),
      ...roles,
      row(ruleWords.rounding, rules.rounding === 'total' ? onlyTotal : eachLine),
    ]
  })
  return {
    specs: [
      { name: columns.rule, style: 'plain.text' },
      { name: columns.value, style: 'input.general' },
      { name: columns.name, style: 'plain.text' },
      { name: columns.no, style: 'plain.whole' },
      {
        name: columns.unreadable,
        style: 'calculated.general',
        formula: unreadableFormula(names),
      },
    ],
    body: body.length > 0 ? body : [[null, null, null, null, { typed: null }]],
  }
}

const numbers = ['threshold', 'weeks', 'weeklyHours', 'teacherHours', 'yearWeeks', 'pupilCap'] as const
const unlimited: readonly RuleName[] = ['weeks', 'weeklyHours', 'teacherHours', 'pupilCap']
const yesOrNo = ['byWeek', 'fullCharge', 'preparation', 'needsOutcome'] as const

/** The rule’s own words where what stands beside it can’t be read, and nothing where it can. */
const unreadableFormula = (names: MapNames): string => {
  const [rule, value] = [inRow(names.rules, columns.rule), inRow(names.rules, columns.value)]
  const isOne = (of: string, words: readonly string[]) =>
    words.length === 1 ? `${of}="${words[0]}"` : `OR(${words.map((word) => `${of}="${word}"`).join(',')})`
  const wordsOf = (rules: readonly RuleName[]) => rules.map((name) => ruleWords[name])
  const number = `ISNUMBER(${value})`
  const fits = [
    [`LEFT(${rule},${anHour.length})="${anHour}"`, number],
    [isOne(rule, wordsOf(unlimited)), `OR(${number},${value}="${noLimit}")`],
    [isOne(rule, wordsOf(numbers)), number],
    [isOne(rule, [ruleWords.group]), isOne(value, Object.values(groupWords))],
    [isOne(rule, [ruleWords.rounding]), isOne(value, [onlyTotal, eachLine])],
  ].reduceRight((rest, [is, holds]) => `IF(${is},${holds},${rest})`, isOne(value, ['Yes', 'No']))
  return `IF(${rule}="","",IF(${fits},"",${rule}))`
}

/**
 * Names the rules that somebody took out or wrote so that they can't be read, with the cell, as the money follows the
 * table: without its row a rule would be taken for no limit, or for what doesn't count. Nothing where all can be read.
 */
export const rulesMissing = (sets: readonly RuleSet[], names: MapNames): string => {
  const of = (column: keyof typeof columns) => wholeColumn(names.rules, columns[column])
  const first = `SUMPRODUCT(MIN(ROW(${of('unreadable')})))`
  const named = (words: string) =>
    `IF(COUNTIFS(${of('rule')},"${words}",${of('unreadable')},"")<${sets.length},"${words} "&IFERROR("("&ADDRESS(MATCH("${words}",${of('unreadable')},0)+${first}-1,COLUMN(${of('value')}),4)&")","(its row is gone)")&"; ","")`
  const rates = [...new Set(sets.flatMap(({ rules }) => rateWords(rules)))].map(
    (words) =>
      `IF(COUNTIFS(${of('unreadable')},"${words}")>0,"${words} ("&ADDRESS(MATCH("${words}",${of('unreadable')},0)+${first}-1,COLUMN(${of('value')}),4)&"); ","")`,
  )
  return [
    ...[...numbers, ...yesOrNo].map((name) => named(ruleWords[name])),
    ...Object.values(kindWords).map((kind) => named(counts + kind)),
    named(ruleWords.group),
    named(ruleWords.rounding),
    ...rates,
  ].join('&')
}

/** Formulas that read a rule for the row of a table with the column `Rules`. */
export const ruleReader = (names: MapNames, table: string) => {
  const column = (name: keyof typeof columns) => wholeColumn(names.rules, columns[name])
  const own = `${column('no')},${inRow(table, columns.no)},${column('rule')},`
  const quoted = (words: string) => `"${words}"`
  return {
    /** 0 where no number stands there. */
    number: (rule: RuleName) => `SUMIFS(${column('value')},${own}${quoted(ruleWords[rule])})`,
    has: (rule: RuleName) => `COUNTIFS(${own}${quoted(ruleWords[rule])},${column('value')},">=0")>0`,
    is: (rule: RuleName, words = 'Yes') =>
      `COUNTIFS(${own}${quoted(ruleWords[rule])},${column('value')},${quoted(words)})>0`,
    /** Whether a kind of cost counts; `kind` is a formula or words in quotes. */
    counts: (kind: string) => `COUNTIFS(${own}${quoted(counts)}&${kind},${column('value')},"Yes")>0`,
    hasRate: (role: string) => `COUNTIFS(${own}${quoted(anHour)}&${role},${column('value')},">=0")>0`,
    rate: (role: string) => `SUMIFS(${column('value')},${own}${quoted(anHour)}&${role})`,
  }
}
