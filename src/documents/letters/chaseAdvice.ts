import { t } from '../../words/t.ts'
import { addDays } from '../../domain/rules/day.ts'
import { circulateBy } from '../../domain/rules/reviewDates.ts'
import { settingsOfFile } from '../reviewFile.ts'
import { duty, type Owed, owedTable, remindedBefore } from './chases.ts'
import type { LetterBody } from './letter.ts'
import { bornIn, calledIn, fullDay, isFamily, isTheirs, paragraph, text } from './parts.ts'

/** Reminds somebody of the advice that they were asked for. */
export const chaseAdvice =
  (owed: Owed): LetterBody =>
  (writing) => {
    const { file, to, today } = writing
    const { meetingDate } = file.review
    const person = file.contributors.find(({ key }) => key === to.key)
    const asked = person?.adviceAsked ? fullDay(person.adviceAsked) : null
    const papers = meetingDate ? circulateBy(meetingDate, settingsOfFile(file)).day : null
    return {
      subject: isTheirs(writing)
        ? t`Before the review of your EHC plan: a reminder`
        : isFamily(writing)
          ? t`Before the review of ${calledIn(writing)}’s EHC plan: a reminder`
          : t`Review of ${calledIn(writing)}’s EHC plan: a reminder of your advice`,
      blocks: [
        paragraph(
          text(
            isFamily(writing)
              ? asked
                ? t`We asked for your views on ${asked} and would still very much like to have them. A few lines or a telephone call is enough.`
                : t`We asked for your views and would still very much like to have them. A few lines or a telephone call is enough.`
              : asked
                ? t`We asked you on ${asked} for your advice about ${bornIn(writing)}, for the review of the EHC plan. It hasn’t reached us.`
                : t`We asked you for your advice about ${bornIn(writing)}, for the review of the EHC plan. It hasn’t reached us.`,
          ),
        ),
        owedTable(meetingDate ? [[t`The meeting`, fullDay(meetingDate)]] : [], owed, today),
        ...remindedBefore(owed),
        paragraph(
          text(
            papers && papers >= addDays(today, 1)
              ? t`The papers go to everybody on ${fullDay(papers)}. Please send yours before then.`
              : t`Please send it as soon as you can: we pass it on at once to everybody who is invited. If somebody else gives the advice, tell us who.`,
          ),
        ),
        ...(isFamily(writing) ? [] : duty(owed)),
      ],
    }
  }
