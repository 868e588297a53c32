import { t } from '../../words/t.ts'
import { finalBy } from '../../domain/rules/reviewDates.ts'
import { answers, duty, type Owed, owedTable, remindedBefore } from './chases.ts'
import type { LetterBody } from './letter.ts'
import { bornIn, calledIn, fullDay, paragraph, text } from './parts.ts'

/** Asks the authority for the decision that it owes after the meeting. */
export const chaseDecision =
  (owed: Owed): LetterBody =>
  (writing) => {
    const { review } = writing.file
    const meeting = review.meetingDate
    return {
      subject: t`Overdue: your decision after the review of ${calledIn(writing)}’s EHC plan`,
      blocks: [
        paragraph(
          text(
            t`The review meeting for ${bornIn(writing)} was held${meeting ? t` on ${fullDay(meeting)}` : ''}${review.reportSent ? t`, and our report was sent on ${fullDay(review.reportSent)}` : ''}. We have no notice of your decision.`,
          ),
        ),
        owedTable(meeting ? [[t`Review meeting`, fullDay(meeting)]] : [], owed, writing.today),
        ...remindedBefore(owed),
        ...duty(owed, [
          t`Where the authority proposes to amend the plan, the notice with the proposed amendments must go out within the same four weeks, and the final plan must follow within eight weeks of it${meeting ? t`: by ${fullDay(finalBy(meeting, null).day)} at the latest` : ''} (R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)).`,
        ]),
        ...answers(
          t`Your decision: to keep, amend or cease the plan, sent to the family and to us`,
          t`If it isn’t made yet: the day on which it will be, and why it is late`,
          t`Who is dealing with it, with a telephone number`,
        ),
      ],
    }
  }
