import type { Owed } from '../../documents/letters/chases.ts'
import { type ReviewFile, settingsOfFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import type { Chase } from '../../domain/records/chase.ts'
import type { Contributor } from '../../domain/records/contributor.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import { adviceBy, circulateBy, decisionBy, finalBy, noticeBy } from '../../domain/rules/reviewDates.ts'
import { amends, meetingHeld } from '../../domain/rules/reviewMoves.ts'

type Chases = readonly Stored<Chase>[]
const daysOf = (chases: Chases): Day[] => chases.map(({ on }) => on).toSorted()

/** What somebody owes of the advice that they were asked for; null where nothing is late or asked for. */
export const adviceOwed = (person: Stored<Contributor>, file: ReviewFile, chases: Chases): Owed | null => {
  if (!person.adviceAsked || person.adviceReceived) return null
  const { meetingDate } = file.review
  const rule = meetingDate ? circulateBy(meetingDate, settingsOfFile(file)) : adviceBy(person.adviceAsked)
  const due = person.adviceDue ?? (meetingDate ? rule.day : addDays(person.adviceAsked, 42))
  return {
    due: { day: due, why: rule.why },
    before: daysOf(chases.filter((one) => one.what === 'advice' && one.contributor === person.key)),
  }
}

export type AuthorityOwes = 'decision' | 'notice' | 'finalPlan'

/** The authority's debts after the meeting, each with its rule, whether late or not yet. */
export const authorityOwes = (
  file: ReviewFile,
  chases: Chases,
): { readonly what: AuthorityOwes; readonly owed: Owed } | null => {
  const { review } = file
  if (!review.meetingDate || !meetingHeld(review)) return null
  const before = (what: Chase['what']) =>
    daysOf(chases.filter((one) => one.what === what && one.review === review.key))
  if (review.decisionReceived === null)
    return {
      what: 'decision',
      owed: { due: decisionBy(review.meetingDate, settingsOfFile(file)), before: before('decision') },
    }
  if (
    review.finalIssued === null &&
    review.decision === 'amend' &&
    review.noticeSent === null &&
    !review.notAmended
  )
    return { what: 'notice', owed: { due: noticeBy(review.meetingDate), before: before('notice') } }
  if (amends(review) && review.finalIssued === null && review.notAmended === null)
    return {
      what: 'finalPlan',
      owed: { due: finalBy(review.meetingDate, review.noticeSent), before: before('finalPlan') },
    }
  return null
}
