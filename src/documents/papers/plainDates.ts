import { t } from '../../words/t.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import {
  commentsNotBefore,
  decisionBy,
  finalAfterNotice,
  finalBy,
  notAmendedBy,
  reportBy,
} from '../../domain/rules/reviewDates.ts'
import { appealWindow } from '../../domain/rules/reviewState.ts'
import { limitOn, lawOn } from '../../domain/rules/limits.ts'
import type { LimitName } from '../../domain/rules/limitRows.ts'
import { type ReviewSettings, usualReviewSettings } from '../../domain/rules/reviewSettings.ts'
import { spanWords } from '../../domain/rules/spanWords.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { settingsOfFile } from '../reviewFile.ts'
import { fullDay } from '../letters/letter.ts'

const usual = usualReviewSettings

/** One thing that comes next, in plain words: by when, what, and why then. */
export type Coming = { readonly by: Day; readonly what: string; readonly why: string }

/** Who keeps the plan, as a family calls it. */
export const councilOf = ({ pupil, school }: Pick<ReviewFile, 'pupil' | 'school'>): string =>
  pupil.localAuthority ?? school?.localAuthority ?? t`The council`

/** How a reason reads where the law gives so long, and where it is agreed here. */
type Given = Record<'must' | 'agreed', (long: string) => string>
const toSchool: Given = {
  must: (long) => t`The law gives the school ${long} after the meeting.`,
  agreed: (long) => t`It is agreed here: ${long} after the meeting.`,
}
const toCouncil: Given = {
  ...toSchool,
  must: (long) => t`The law gives the council ${long} after the meeting.`,
}
const afterNotice: Given = {
  must: (long) => t`The law gives the council ${long} after the letter with the changes.`,
  agreed: (long) => t`It is agreed here: ${long} after the letter with the changes.`,
}
const toComment: Given = {
  must: (long) => t`The law gives you at least ${long} for it.`,
  agreed: (long) => t`It is agreed here: ${long} for it.`,
}
const toAppeal: Given = {
  must: (long) => t`The law gives you ${long} after the letter.`,
  agreed: (long) => t`It is agreed here: ${long} after the letter.`,
}

/** The reason as the rule has it on that day: how long, to whom, and whether it is law. */
const given = (name: LimitName, on: Day, settings: ReviewSettings, says: Given): string => {
  const { span, strength } = limitOn(name, on, settings)
  return says[strength === 'must' ? 'must' : 'agreed'](spanWords(span))
}

export const dayHasPassed = (): string => t`This day has passed. Ask us about it.`

/**
 * What is still to come of a review that was held, soonest first: the same dates as the rules have them, with the
 * reason in words that need no explaining. What is done is left out.
 */
export const comingOf = (file: ReviewFile, today: Day): Coming[] => {
  const { review } = file
  const meeting = review.meetingDate
  if (!meeting) return []
  const settings = settingsOfFile(file)
  const council = councilOf(file)
  const amending = review.decision === 'amend'
  const final = finalBy(meeting, review.noticeSent)
  const appeal = appealWindow(review)
  const open = review.finalIssued === null && review.notAmended === null
  const all: (Coming | null)[] = [
    review.reportSent
      ? null
      : {
          by: reportBy(meeting, settings).day,
          what: t`The school sends the full report to everyone who was asked to come.`,
          why: given('reportBy', meeting, settings, toSchool),
        },
    review.decisionReceived
      ? null
      : {
          by: decisionBy(meeting, settings).day,
          what: t`${council} decides. It can keep the plan, change it or end it. It writes to you and to the school.`,
          why: given('decisionBy', meeting, settings, toCouncil),
        },
    amending && !review.noticeSent && open
      ? {
          by: decisionBy(meeting, settings).day,
          what: t`${council} sends you the changes that it wants to make.`,
          why: given('noticeBy', meeting, usual, toCouncil),
        }
      : null,
    amending && review.noticeSent && open
      ? {
          by: commentsNotBefore(review.noticeSent).day,
          what: t`You can say what you think of the changes. You have until this day at least.`,
          why: `${t`The council sent them on ${showDay(review.noticeSent)}.`} ${given('comments', review.noticeSent, usual, toComment)}`,
        }
      : null,
    (amending || (review.decision === null && review.recommendation === 'amend')) && open
      ? {
          by: final.day,
          what: t`${council} sends you the final plan, if it makes changes.`,
          why:
            review.noticeSent && final.day === finalAfterNotice(review.noticeSent).day
              ? given('finalAfterNotice', review.noticeSent, usual, afterNotice)
              : given('finalAfterMeeting', meeting, usual, toCouncil),
        }
      : null,
    amending && review.noticeSent && open
      ? {
          by: notAmendedBy(review.noticeSent).day,
          what: t`Or ${council} tells you that it makes no change after all, and why.`,
          why: given('notAmended', review.noticeSent, usual, afterNotice),
        }
      : null,
    appeal && appeal.day >= today
      ? {
          by: appeal.day,
          what: t`This is the last day on which you can appeal.`,
          why: review.mediationCertificate
            ? `${given('appealAfterLetter', appeal.day, usual, toAppeal)} ${t`Or ${spanWords(lawOn('appealAfterCertificate', appeal.day).span)} after the certificate, if that is later.`}`
            : given('appealAfterLetter', appeal.day, usual, toAppeal),
        }
      : null,
    review.nextDue && review.nextDue >= today
      ? {
          by: review.nextDue,
          what: t`The next review is finished by this day.`,
          why: t`The law asks for a review each year.`,
        }
      : null,
  ]
  return all
    .filter((one) => one !== null)
    .map((one) => (one.by < today ? { ...one, what: `${one.what} ${dayHasPassed()}` } : one))
    .toSorted((a, b) => (a.by < b.by ? -1 : 1))
}

/** How the council’s decision reads at home. */
export const decidedWords = ({ review, ...file }: ReviewFile): string | null => {
  const { decision, decisionReceived } = review
  if (!decision) return null
  const council = councilOf(file)
  const words = {
    maintain: t`${council} has decided to keep the plan as it is.`,
    amend: t`${council} has decided to change the plan.`,
    cease: t`${council} has decided to end the plan.`,
  }
  return [words[decision], ...(decisionReceived ? [t`We heard on ${fullDay(decisionReceived)}.`] : [])].join(
    ' ',
  )
}
