import { t } from '../../words/t.ts'
import { answers, duty, type Owed, owedTable, remindedBefore } from './chases.ts'
import type { LetterBody } from './letter.ts'
import { bornIn, calledIn, fullDay, paragraph, text } from './parts.ts'

/** What of an EHC needs assessment is waited for, and since when the request is with the authority. */
export type AssessmentOwed = Owed & {
  readonly step: string
  readonly requested: string
  readonly reference: string | null
}

/** Asks the authority for the next step of an EHC needs assessment. */
export const chaseAssessment =
  (owed: AssessmentOwed): LetterBody =>
  (writing) => ({
    subject: t`Overdue: ${calledIn(writing)}’s EHC needs assessment`,
    blocks: [
      paragraph(
        text(
          t`You received the request for an EHC needs assessment of ${bornIn(writing)} on ${fullDay(owed.requested)}${owed.reference ? t` (your reference ${owed.reference})` : ''}. We have not heard from you about the step below.`,
        ),
      ),
      owedTable([[t`Step`, owed.step]], owed, writing.today),
      ...remindedBefore(owed),
      ...duty(owed),
      ...answers(
        t`What you decided, sent to the family and to us`,
        t`If it isn’t decided yet: the day on which it will be, and why it is late`,
        t`Who is dealing with it, with a telephone number`,
      ),
    ],
  })
