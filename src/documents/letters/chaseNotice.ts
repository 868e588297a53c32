import { t } from '../../words/t.ts'
import { answers, duty, type Owed, owedTable, remindedBefore } from './chases.ts'
import type { LetterBody } from './letter.ts'
import { bornIn, calledIn, fullDay, paragraph, text } from './parts.ts'

/** Asks the authority for the amendments that it decided to make. */
export const chaseNotice =
  (owed: Owed): LetterBody =>
  (writing) => {
    const { meetingDate, decisionReceived } = writing.file.review
    return {
      subject: t`Overdue: the proposed changes to ${calledIn(writing)}’s EHC plan`,
      blocks: [
        paragraph(
          text(
            t`You told us${decisionReceived ? t` on ${fullDay(decisionReceived)}` : ''} that you will amend the EHC plan of ${bornIn(writing)}. The notice with the proposed amendments hasn’t reached us.`,
          ),
        ),
        owedTable(meetingDate ? [[t`Review meeting`, fullDay(meetingDate)]] : [], owed, writing.today),
        ...remindedBefore(owed),
        ...duty(owed),
        ...answers(
          t`The plan, the proposed amendments and the evidence for them, sent to the family and to us`,
          t`If they aren’t ready: the day on which they will be, and why they are late`,
        ),
      ],
    }
  }
