import { inWords, t } from '../../words/t.ts'
import type { Block } from '../blocks.ts'
import { contributorRoles } from '../../domain/records/contributor.ts'
import { contributorsInOrder } from '../reviewPlaces.ts'
import type { LetterBody, Writing } from './letter.ts'
import {
  adviceHere,
  bornIn,
  calledIn,
  heading,
  isFamily,
  isTheirs,
  lawNote,
  list,
  meetingFacts,
  paragraph,
  text,
} from './parts.ts'

const papers = (writing: Writing): Block[] => {
  const all = contributorsInOrder(writing.file)
  const here = adviceHere(writing)
  const later = all.filter((one) => one.adviceAsked && !one.adviceReceived)
  return [
    heading(2, t`With this letter`),
    here.length > 0 ? list(...here, t`The EHC plan as it is now`) : list(t`The EHC plan as it is now`),
    ...(later.length > 0
      ? [
          heading(2, t`Asked for and not here yet`),
          list(...later.map((one) => `${inWords(contributorRoles[one.role])}`)),
          paragraph(text(t`We send on what comes in before the meeting.`)),
        ]
      : []),
  ]
}

/** Goes with the papers that are circulated before the meeting. */
export const circulationCover: LetterBody = (writing) => ({
  subject: isTheirs(writing)
    ? t`Papers for the review of your EHC plan`
    : t`Papers for the review of ${calledIn(writing)}’s EHC plan`,
  blocks: [
    paragraph(
      text(
        isTheirs(writing)
          ? t`Here is what people have written for the review of your EHC plan. If something is wrong or missing, please tell us before we meet.`
          : isFamily(writing)
            ? t`Here is what people have written for the review of ${calledIn(writing)}’s EHC plan. If something is wrong or missing, please tell us before we meet.`
            : t`Here are the advice and information gathered for the review of the EHC plan of ${bornIn(writing)}. Please read them before the meeting.`,
      ),
    ),
    meetingFacts(writing),
    ...papers(writing),
    lawNote(
      'must',
      t`the advice must be sent to those whom the law has invited at least two weeks before the meeting`,
      t`SEND Regulations 2014, regulation 20(4)`,
    ),
  ],
})
