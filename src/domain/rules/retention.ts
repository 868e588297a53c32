import type { Stored } from '../record.ts'
import type { AccessRequest } from '../records/accessRequest.ts'
import { type Hold, holdKinds } from '../records/hold.ts'
import type { Pupil } from '../records/pupil.ts'
import { RetentionRule, retentionGroups } from '../records/retentionRule.ts'
import { addMonths, type Day, latest, showDay } from './day.ts'
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
import { ageOn, endOfCompulsorySchoolAge } from './schoolYear.ts'
import type { Why } from './why.ts'

/** What the day of disposal is reckoned from. */
export type RetentionPupil = Pick<Pupil, 'dateOfBirth' | 'left' | 'status' | 'statusFrom' | 'planIssued'> & {
  readonly archived: boolean
}
export type HoldFacts = Pick<Hold, 'kind' | 'from' | 'lifted' | 'lookAgain'>

export type RetentionFacts = {
  /** The day on which the next school confirmed that it has the file; null while nobody has. */
  readonly received: Day | null
  /** A need, an outcome or a review is recorded. */
  readonly hadSend: boolean
  /** Requests for access that are not answered yet: what was asked for may not be deleted. */
  readonly requests: readonly Pick<AccessRequest, 'received' | 'state'>[]
}
export const noFacts: RetentionFacts = { received: null, hadSend: false, requests: [] }

/** Why there is no day yet. */
export type NoDay = 'onRoll' | 'leftUnknown' | 'birthDoubtful' | 'noReceipt' | 'notCountable'
/** What keeps a record whatever its day is. */
export type Keeping = { readonly since: Day; readonly says: string; readonly lookAgain: Day | null }

/** When a pupil's record may be disposed of, and whether anything stands against it. */
export type DisposalReview = {
  readonly group: RetentionGroup
  /** The first day on which the rules allow it; null where they can't say (`noDay`). */
  readonly day: Day | null
  readonly noDay: NoDay | null
  readonly why: Why
  /** A legal hold or an unanswered request: wins over every rule. */
  readonly held: Keeping | null
  /** True only when a person may now decide to dispose of it. */
  readonly due: boolean
}

export const noDayWords: Record<NoDay, string> = {
  onRoll: 'Still on roll',
  leftUnknown: 'The day of leaving is missing',
  birthDoubtful: 'The date of birth can’t be right',
  noReceipt: 'Waiting for a receipt from the next school',
  notCountable: 'The day to count from is missing',
}

/** Holds that are not lifted, oldest first. One that begins later counts already: else there would be nothing to hold. */
export const holdsInForce = <H extends HoldFacts>(holds: readonly H[], today: Day): H[] =>
  holds
    .filter((hold) => hold.lifted === null || hold.lifted > today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))

const keepingOf = (holds: readonly HoldFacts[], facts: RetentionFacts, today: Day): Keeping | null => {
  const hold = holdsInForce(holds, today)[0]
  if (hold) {
    const because = hold.kind ? `: ${holdKinds[hold.kind].toLowerCase()}` : ''
    return { since: hold.from, says: `On legal hold${because}`, lookAgain: hold.lookAgain }
  }
  const request = facts.requests.find(({ state }) => state === 'open')
  return request
    ? { since: request.received, says: 'A request for access is not answered yet', lookAgain: null }
    : null
}

const everSend = (pupil: RetentionPupil, facts: RetentionFacts): boolean =>
  facts.hadSend || pupil.status !== 'N' || pupil.planIssued !== null || pupil.statusFrom !== null

/** Whether the pupil went on to another school: it got the file, or the pupil left before compulsory school age ended. */
const wentOn = (pupil: RetentionPupil, facts: RetentionFacts): boolean =>
  facts.received !== null || (pupil.left !== null && pupil.left < endOfCompulsorySchoolAge(pupil.dateOfBirth))

/** A person leaves school between 2 and 26; anything else is a date of birth, or of leaving, that was mistyped. */
const doubtful = ({ dateOfBirth, left }: RetentionPupil): boolean =>
  left !== null && (ageOn(dateOfBirth, left) < 2 || ageOn(dateOfBirth, left) > 26)

type Line = { readonly day: Day | null; readonly rule: KeptFor; readonly from: Day | null }
const lineOf = (rule: KeptFor, days: KnownDays): Line => {
  const from = countedFrom(rule, days)
  return { day: from && periodOver(from, rule), rule, from }
}
const latestOf = (lines: readonly Line[]): Line =>
  lines.reduce((a, b) => (b.day !== null && (a.day === null || b.day > a.day) ? b : a))

/**
 * When one pupil's record may be disposed of under the rules in force today, why, and whether it is held. The day is
 * never earlier than the rule of its group, than six years (or what the school settled) after a complaint or tribunal,
 * or than the day of leaving; without those days there is none. `rules` are the school's rows, `holds` the pupil's.
 */
export const disposalReview = (
  pupil: RetentionPupil,
  rules: readonly RuleRow[],
  holds: readonly HoldFacts[],
  today: Day,
  facts: RetentionFacts = noFacts,
): DisposalReview => {
  const held = keepingOf(holds, facts, today)
  const left = pupil.left !== null && pupil.left <= today ? pupil.left : null
  const days: KnownDays = { dateOfBirth: pupil.dateOfBirth, left, received: facts.received }
  const last = lineOf(ruleOn(rules, everSend(pupil, facts) ? 'sendFile' : 'pupilFile', today), days)
  const complaints = holds
    .filter(({ kind, lifted }) => (kind === 'complaint' || kind === 'tribunal') && lifted !== null)
    .map(({ lifted }) =>
      lineOf({ ...ruleOn(rules, 'complaint', today), counted: 'closed' }, { closed: lifted }),
    )

  const answer = (line: Line, noDay: NoDay | null): DisposalReview => {
    const governing = noDay ? line : latestOf([line, ...complaints])
    const over = noDay || line.day === null ? null : latest(governing.day ?? line.day, left ?? line.day)
    return {
      group: line.rule.group,
      day: over,
      noDay: noDay ?? (over === null ? 'notCountable' : null),
      why: whyOf(governing, pupil, facts, noDay),
      held,
      due: over !== null && over <= today && held === null,
    }
  }

  if (doubtful(pupil)) return answer(last, 'birthDoubtful')
  // Whoever is on the register without a day of leaving is at the school, however old the record says they are.
  if (left === null && !pupil.archived) return answer(last, 'onRoll')
  const lastOver = last.day !== null && last.day <= today
  if (left === null && facts.received === null) return answer(last, lastOver ? null : 'leftUnknown')
  if (!wentOn(pupil, facts)) return answer(last, null)
  const copy = lineOf(ruleOn(rules, 'passedOn', today), days)
  if (facts.received === null) return lastOver ? answer(last, null) : answer(copy, 'noReceipt')
  return answer({ ...copy, day: copy.day && latest(copy.day, facts.received) }, null)
}

const counted = RetentionRule.fields.counted.choices

const whyOf = (line: Line, pupil: RetentionPupil, facts: RetentionFacts, noDay: NoDay | null): Why => {
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
    'The pupil went on to another school. The copy here stays until that school has confirmed that it has the file, or until the longest rule is over.',
  notCountable: 'The rule counts from a day that is not recorded.',
}

/** What a person has to look at, of all pupils whose records are kept, archived or not. */
export type RetentionQueue<P> = {
  readonly due: readonly QueueRow<P>[]
  /** Within twelve months. */
  readonly soon: readonly QueueRow<P>[]
  readonly held: readonly QueueRow<P>[]
  readonly waiting: readonly QueueRow<P>[]
  /** No day, for another reason than being on roll or waiting for a receipt. */
  readonly noDay: readonly QueueRow<P>[]
  /** Neither now nor within a year. */
  readonly later: number
}
export type QueueRow<P> = { readonly pupil: P; readonly review: DisposalReview }

/** The rows of the review queue, each part by its day. */
export const retentionQueue = <P extends Stored<RetentionPupil>>(
  pupils: readonly P[],
  reviewOf: (pupil: P) => DisposalReview,
  today: Day,
): RetentionQueue<P> => {
  const rows = pupils
    .map((pupil) => ({ pupil, review: reviewOf(pupil) }))
    .toSorted((a, b) => ((a.review.day ?? '9') < (b.review.day ?? '9') ? -1 : 1))
  const partOf = ({ review }: QueueRow<P>) => {
    if (review.held) return 'held'
    if (review.noDay === 'noReceipt') return 'waiting'
    if (review.noDay !== null) return review.noDay === 'onRoll' ? 'later' : 'noDay'
    if (review.due) return 'due'
    return review.day !== null && review.day <= addMonths(today, 12) ? 'soon' : 'later'
  }
  const part = (name: ReturnType<typeof partOf>) => rows.filter((row) => partOf(row) === name)
  return {
    due: part('due'),
    soon: part('soon'),
    held: part('held'),
    waiting: part('waiting'),
    noDay: part('noDay'),
    later: part('later').length,
  }
}

/** What another rule would do to the days of pupils. */
export type RuleEffect = { readonly earlier: number; readonly later: number; readonly newlyDue: number }

/** Compares the answers under two sets of rules, pupil by pupil. */
export const ruleEffect = <P>(
  pupils: readonly P[],
  before: (pupil: P) => DisposalReview,
  after: (pupil: P) => DisposalReview,
): RuleEffect => {
  const pairs = pupils.map((pupil) => [before(pupil), after(pupil)] as const)
  // A day that the rules can no longer say has moved out of sight, so it is later.
  const moved = pairs.map(([a, b]) => [a.day ?? '9', b.day ?? '9'] as const)
  return {
    earlier: moved.filter(([a, b]) => b < a).length,
    later: moved.filter(([a, b]) => b > a).length,
    newlyDue: pairs.filter(([a, b]) => b.due && !a.due).length,
  }
}
