import { answers, duty, type Owed, owedTable, remindedBefore } from './chases.ts'
import type { LetterBody } from './letter.ts'
import { bornIn, calledIn, fullDay, paragraph, text } from './parts.ts'

/** Asks the authority for the amendments that it decided to make. */
export const chaseNotice =
  (owed: Owed): LetterBody =>
  (writing) => {
    const { meetingDate, decisionReceived } = writing.file.review
    return {
      subject: `Overdue: the proposed changes to ${calledIn(writing)}’s EHC plan`,
      blocks: [
        paragraph(
          text(
            `You told us${decisionReceived ? ` on ${fullDay(decisionReceived)}` : ''} that you will amend the EHC plan of ${bornIn(writing)}. The notice with the proposed amendments hasn’t reached us.`,
          ),
        ),
        owedTable(meetingDate ? [['Review meeting', fullDay(meetingDate)]] : [], owed, writing.today),
        ...remindedBefore(owed),
        ...duty(owed),
        ...answers(
          'The plan, the proposed amendments and the evidence for them, sent to the family and to us',
          'If they aren’t ready: the day on which they will be, and why they are late',
        ),
      ],
    }
  }
