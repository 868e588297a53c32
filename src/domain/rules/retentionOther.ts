import { t } from '../../words/t.ts'
import { retentionGroups } from '../records/retentionRule.ts'
import { type Day, showDay } from './day.ts'
import {
  countedFrom,
  type KeptFor,
  type KnownDays,
  periodOver,
  type RetentionGroup,
  ruleOn,
  type RuleRow,
  showPeriod,
} from './retentionRules.ts'
import type { Why } from './why.ts'

/** The groups of records that go with no pupil's file: each is kept by the day it was made, or put aside. */
export const otherGroups = [
  'disclosure',
  'job',
  'finance',
  'concernAside',
] as const satisfies readonly RetentionGroup[]
export type OtherGroup = (typeof otherGroups)[number]
export const isOtherGroup = (group: RetentionGroup): group is OtherGroup =>
  (otherGroups as readonly RetentionGroup[]).includes(group)

/** The days of a thing from which its group may be counted. */
export type OtherDays = { readonly made: Day } & Pick<KnownDays, 'closed'>

/** What of a group may go, from when the first of it could, and when the next will. */
export type OldThings<T> = {
  readonly due: readonly T[]
  /** The day from which the oldest that is due could have gone; null where nothing is due. */
  readonly since: Day | null
  /** The day on which the next will be due; null where nothing more is kept. */
  readonly next: Day | null
  readonly why: Why
}

/** The first day on which the rule in force lets a thing of a group go. */
export const thingDue = (
  group: OtherGroup,
  { made, closed = null }: OtherDays,
  rules: readonly RuleRow[],
  today: Day,
): Day | null => {
  const rule = ruleOn(rules, group, today)
  const from = countedFrom(rule, { made, closed })
  return from && periodOver(from, rule)
}

const firstOf = (days: readonly Day[]): Day | null => days.toSorted()[0] ?? null

/** Which things of a group the rules in force today let go, oldest first, with the reason. `rules`: the school's rows. */
export const oldThings = <T extends OtherDays>(
  group: OtherGroup,
  things: readonly T[],
  rules: readonly RuleRow[],
  today: Day,
): OldThings<T> => {
  const dated = things.flatMap((thing) => {
    const day = thingDue(group, thing, rules, today)
    return day === null ? [] : [{ thing, day }]
  })
  const due = dated.filter(({ day }) => day <= today).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const since = due[0]?.day ?? null
  const next = firstOf(dated.filter(({ day }) => day > today).map(({ day }) => day))
  return { due: due.map(({ thing }) => thing), since, next, why: whyOf(group, rules, today, since, next) }
}

const fromWords = ({ counted }: KeptFor): string => {
  if (counted === 'yearEnd') return t`the end of the financial year it was made in`
  return counted === 'closed' ? t`the day it was put aside` : t`the day it was made`
}

const whyOf = (
  group: OtherGroup,
  rules: readonly RuleRow[],
  today: Day,
  since: Day | null,
  next: Day | null,
): Why => {
  const rule = ruleOn(rules, group, today)
  const from = fromWords(rule)
  const inputs = [
    ['Records', retentionGroups[group]],
    ['Kept for', `${showPeriod(rule)} from ${from}`],
    [
      'Rule in force',
      rule.from ? `from ${showDay(rule.from)}` : 'what is usual; the school has settled nothing',
    ],
    ['The oldest could go from', since && showDay(since)],
    ['The next is due', next && showDay(next)],
  ] as const
  return {
    rule: t`Retention: ${group}`,
    says:
      showPeriod(rule) === 'at once'
        ? t`Kept no longer than ${from}`
        : t`Kept for ${showPeriod(rule)} from ${from}`,
    strength: rule.strength,
    source: rule.source,
    inputs: inputs.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
  }
}
