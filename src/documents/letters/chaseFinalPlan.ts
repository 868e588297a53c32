import { t } from '../../words/t.ts'
import { answers, duty, type Owed, owedTable, remindedBefore } from './chases.ts'
import type { LetterBody } from './letter.ts'
import { bornIn, calledIn, fullDay, paragraph, text } from './parts.ts'

/** Asks the authority for the final amended plan. */
export const chaseFinalPlan =
  (owed: Owed): LetterBody =>
  (writing) => {
    const { meetingDate, noticeSent } = writing.file.review
    return {
      subject: t`Overdue: ${calledIn(writing)}’s final EHC plan`,
      blocks: [
        paragraph(
          text(
            t`${noticeSent ? t`On ${fullDay(noticeSent)} you gave notice of amendments to` : t`You decided to amend`} the EHC plan of ${bornIn(writing)}. The final plan hasn’t reached us.`,
          ),
        ),
        owedTable(
          [
            ...(meetingDate ? ([[t`Review meeting`, fullDay(meetingDate)]] as [string, string][]) : []),
            ...(noticeSent ? ([[t`Your notice`, fullDay(noticeSent)]] as [string, string][]) : []),
          ],
          owed,
          writing.today,
        ),
        ...remindedBefore(owed),
        ...duty(owed, [
          t`If the authority has decided not to amend after all, it must say so with its reasons within the same eight weeks (regulation 22(4)).`,
        ]),
        ...answers(
          t`The final plan, sent to the family and to us`,
          t`If it isn’t ready: the day on which it will be, and why it is late`,
        ),
      ],
    }
  }
