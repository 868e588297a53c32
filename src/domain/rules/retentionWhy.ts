import { RetentionRule, retentionGroups } from '../records/retentionRule.ts'
import { type Day, showDay } from './day.ts'
import { type RetentionFacts, type RetentionPupil, wentOn } from './retentionFacts.ts'
import { type KeptFor, showPeriod } from './retentionRules.ts'
import type { Why } from './why.ts'

/** Why there is no day yet. */
export type NoDay = 'onRoll' | 'leftUnknown' | 'birthDoubtful' | 'noReceipt' | 'notCountable'
export const noDayWords: Record<NoDay, string> = {
  onRoll: 'Still on roll',
  leftUnknown: 'The day of leaving is missing',
  birthDoubtful: 'The date of birth can’t be right',
  noReceipt: 'Waiting for a receipt from the next school',
  notCountable: 'The day to count from is missing',
}

/** A rule with the day that it gives, and the day that it counts from. */
export type Line = { readonly day: Day | null; readonly rule: KeptFor; readonly from: Day | null }

const counted = RetentionRule.fields.counted.choices

/** Why a record is kept as long as it is, or why nobody can say. */
export const whyOf = (line: Line, pupil: RetentionPupil, facts: RetentionFacts, noDay: NoDay | null): Why => {
  const { rule } = line
  const inputs: [string, string | null][] = [
    ['Records', retentionGroups[rule.group]],
    ['Kept for', `${showPeriod(rule)}, counted from: ${counted[rule.counted].toLowerCase()}`],
    [
      'Rule in force',
      rule.from ? `from ${showDay(rule.from)}` : 'what is usual; the school has settled nothing',
    ],
    ['Date of birth', showDay(pupil.dateOfBirth)],
    ['Left', pupil.left ? showDay(pupil.left) : 'not recorded'],
    [
      'Next school has the file',
      facts.received ? showDay(facts.received) : wentOn(pupil, facts) ? 'not confirmed' : null,
    ],
    ['Counted from', line.from && rule.counted !== 'dateOfBirth' ? showDay(line.from) : null],
  ]
  return {
    rule: `Retention: ${rule.group}`,
    says: noDay ? noDaySays[noDay] : saysOf(rule),
    strength: rule.strength,
    source: rule.source,
    inputs: inputs.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
  }
}

const saysOf = (rule: KeptFor): string => {
  const period = showPeriod(rule)
  if (rule.group === 'complaint') return `Kept for ${period} after a complaint or tribunal was closed`
  if (rule.group === 'passedOn')
    return `The next school has the file: the copy here goes ${period === 'at once' ? period : `after ${period}`}`
  return `Kept for ${period} from the ${counted[rule.counted].replace(/^D/, 'd')}, by the school that the pupil left last`
}

const noDaySays: Record<NoDay, string> = {
  onRoll: 'Nothing is disposed of while a pupil is on roll. Record the day of leaving when there is one.',
  leftUnknown:
    'Without the day of leaving nobody can say whether this was the last school. Record it; until then the longest rule counts.',
  birthDoubtful: 'The age at leaving is not one at which people leave school. Check both dates.',
  noReceipt:
    'The pupil went on to another school. The copy here stays until that school has confirmed that it has the file, or until the longest rule is over. Record the day of the receipt in the pupil’s details.',
  notCountable: 'The rule counts from a day that is not recorded.',
}
