import { answers, duty, type Owed, owedTable, remindedBefore } from './chases.ts'
import type { LetterBody } from './letter.ts'
import { bornIn, calledIn, fullDay, paragraph, text } from './parts.ts'

/** Asks the authority for the final amended plan. */
export const chaseFinalPlan =
  (owed: Owed): LetterBody =>
  (writing) => {
    const { meetingDate, noticeSent } = writing.file.review
    return {
      subject: `Overdue: ${calledIn(writing)}’s final EHC plan`,
      blocks: [
        paragraph(
          text(
            `${noticeSent ? `On ${fullDay(noticeSent)} you gave notice of amendments to` : 'You decided to amend'} the EHC plan of ${bornIn(writing)}. The final plan hasn’t reached us.`,
          ),
        ),
        owedTable(
          [
            ...(meetingDate ? ([['Review meeting', fullDay(meetingDate)]] as [string, string][]) : []),
            ...(noticeSent ? ([['Your notice', fullDay(noticeSent)]] as [string, string][]) : []),
          ],
          owed,
          writing.today,
        ),
        ...remindedBefore(owed),
        ...duty(owed, [
          'If the authority has decided not to amend after all, it must say so with its reasons within the same eight weeks (regulation 22(4)).',
        ]),
        ...answers(
          'The final plan, sent to the family and to us',
          'If it isn’t ready: the day on which it will be, and why it is late',
        ),
      ],
    }
  }
