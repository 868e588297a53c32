import { t } from '../../words/t.ts'
import { type Hold, holdKinds } from '../records/hold.ts'
import { type Day, latest } from './day.ts'
import {
  doubtful,
  everSend,
  noFacts,
  type RetentionFacts,
  type RetentionPupil,
  wentOn,
} from './retentionFacts.ts'
import {
  countedFrom,
  type KeptFor,
  type KnownDays,
  periodOver,
  type RetentionGroup,
  ruleOn,
  type RuleRow,
} from './retentionRules.ts'
import { type Line, type NoDay, whyOf } from './retentionWhy.ts'
import type { Why } from './why.ts'

export type HoldFacts = Pick<Hold, 'kind' | 'from' | 'lifted' | 'lookAgain'>

/** What keeps a record whatever its day is. */
export type Keeping = { readonly since: Day; readonly says: string; readonly lookAgain: Day | null }

/** When a pupil's record may be disposed of, and whether anything stands against it. */
export type DisposalReview = {
  readonly group: RetentionGroup
  /** The first day on which the rules allow it; null where they can't say (`noDay`). */
  readonly day: Day | null
  readonly noDay: NoDay | null
  readonly why: Why
  /** A legal hold, an unanswered request or an open complaint: wins over every rule. */
  readonly held: Keeping | null
  /** True only when a person may now decide to dispose of it. */
  readonly due: boolean
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
    return { since: hold.from, says: t`On legal hold${because}`, lookAgain: hold.lookAgain }
  }
  const request = facts.requests.find(({ state }) => state === 'open')
  if (request)
    return { since: request.received, says: t`A request for access is not answered yet`, lookAgain: null }
  const complaint = facts.complaints?.find(({ closed, wentOn: on }) => closed === null && on === null)
  return complaint
    ? { since: complaint.received, says: t`A complaint or appeal is not closed yet`, lookAgain: null }
    : null
}

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
  const complaints = [
    ...holds
      .filter(({ kind, lifted }) => (kind === 'complaint' || kind === 'tribunal') && lifted !== null)
      .map(({ lifted }) => lifted),
    ...(facts.complaints ?? []).map(({ closed, wentOn: on }) => closed ?? on),
  ].map((closed) => lineOf({ ...ruleOn(rules, 'complaint', today), counted: 'closed' }, { closed }))

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
