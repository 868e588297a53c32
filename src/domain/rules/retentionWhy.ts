import { t } from '../../words/t.ts'
import { RetentionRule, retentionGroups } from '../records/retentionRule.ts'
import { type Day, showDay } from './day.ts'
import { type RetentionFacts, type RetentionPupil, wentOn } from './retentionFacts.ts'
import { type KeptFor, showPeriod } from './retentionRules.ts'
import type { Why } from './why.ts'

/** Why there is no day yet. */
export type NoDay = 'onRoll' | 'leftUnknown' | 'birthDoubtful' | 'noReceipt' | 'notCountable'
export const noDayWords: Record<NoDay, string> = {
  onRoll: t`Still on roll`,
  leftUnknown: t`The day of leaving is missing`,
  birthDoubtful: t`The date of birth can’t be right`,
  noReceipt: t`Waiting for a receipt from the next school`,
  notCountable: t`The day to count from is missing`,
}

/** A rule with the day that it gives, and the day that it counts from. */
export type Line = { readonly day: Day | null; readonly rule: KeptFor; readonly from: Day | null }

const counted = RetentionRule.fields.counted.choices

/** Why a record is kept as long as it is, or why nobody can say. */
export const whyOf = (line: Line, pupil: RetentionPupil, facts: RetentionFacts, noDay: NoDay | null): Why => {
  const { rule } = line
  const inputs: [string, string | null][] = [
    [t`Records`, retentionGroups[rule.group]],
    [t`Kept for`, t`${showPeriod(rule)}, counted from: ${counted[rule.counted].toLowerCase()}`],
    [
      t`Rule in force`,
      rule.from ? t`from ${showDay(rule.from)}` : t`what is usual; the school has settled nothing`,
    ],
    [t`Date of birth`, showDay(pupil.dateOfBirth)],
    [t`Left`, pupil.left ? showDay(pupil.left) : t`not recorded`],
    [
      t`Next school has the file`,
      facts.received ? showDay(facts.received) : wentOn(pupil, facts) ? t`not confirmed` : null,
    ],
    [t`Counted from`, line.from && rule.counted !== 'dateOfBirth' ? showDay(line.from) : null],
  ]
  return {
    rule: t`Retention: ${rule.group}`,
    says: noDay ? noDaySays[noDay] : saysOf(rule),
    strength: rule.strength,
    source: rule.source,
    inputs: inputs.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
  }
}

const saysOf = (rule: KeptFor): string => {
  const period = showPeriod(rule)
  if (rule.group === 'complaint') return t`Kept for ${period} after a complaint or tribunal was closed`
  if (rule.group === 'passedOn')
    return t`The next school has the file: the copy here goes ${period === 'at once' ? period : t`after ${period}`}`
  return t`Kept for ${period} from the ${counted[rule.counted].replace(/^D/, 'd')}, by the school that the pupil left last`
}

const noDaySays: Record<NoDay, string> = {
  onRoll: t`Nothing is disposed of while a pupil is on roll. Record the day of leaving when there is one.`,
  leftUnknown: t`Without the day of leaving nobody can say whether this was the last school. Record it; until then the longest rule counts.`,
  birthDoubtful: t`The age at leaving is not one at which people leave school. Check both dates.`,
  noReceipt: t`The pupil went on to another school. The copy here stays until that school has confirmed that it has the file, or until the longest rule is over. Record the day of the receipt in the pupil’s details.`,
  notCountable: t`The rule counts from a day that is not recorded.`,
}
