import { inWords, t } from '../../words/t.ts'
import type { Block } from '../blocks.ts'
import { recommendations } from '../../domain/records/review.ts'
import { differingViews } from '../../domain/rules/differences.ts'
import { commentsNotBefore, decisionBy, finalBy } from '../../domain/rules/reviewDates.ts'
import type { LetterBody, Writing } from './letter.ts'
import {
  adviceHere,
  authorityIn,
  bornIn,
  calledIn,
  facts,
  fullDay,
  heading,
  isFamily,
  isTheirs,
  joinedNames,
  lawNote,
  list,
  lower,
  paragraph,
  strong,
  text,
} from './parts.ts'

const next = (writing: Writing): Block[] => {
  const { meetingDate, recommendation } = writing.file.review
  if (!meetingDate) return []
  const decided = decisionBy(meetingDate).day
  return [
    heading(2, t`What happens next`),
    facts(
      t`What the authority does next, and by when the law asks for it`,
      [t`By`, t`What`],
      [
        [
          fullDay(decided),
          t`${authorityIn(writing)} decides whether to keep, change or end the plan, and writes to the family and to the school`,
        ],
        ...(recommendation === 'amend'
          ? ([
              [
                fullDay(decided),
                t`If it wants to change the plan, it sends the proposed changes and the evidence for them with that letter`,
              ],
              [
                t`${fullDay(commentsNotBefore(decided).day)} or later`,
                t`The family has at least 15 days to comment on proposed changes, counting the day on which they are sent`,
              ],
              [fullDay(finalBy(meetingDate, decided).day), t`The final, changed plan is issued`],
            ] as [string, string][])
          : []),
      ],
    ),
  ]
}

/** Goes with the report to everybody who was invited. */
export const reportCover: LetterBody = (writing) => {
  const { review, contributors } = writing.file
  const held = review.meetingDate ? fullDay(review.meetingDate) : t`the day of the meeting`
  const version =
    review.version && review.version > 1
      ? t`This is version ${review.version} of the report: ${lower(review.reopenedWhy ?? t`it was put right`)}`
      : null
  const asked = [
    ...(review.reassessment ? [t`a reassessment`] : []),
    ...(review.placementChange ? [t`a change of school or college`] : []),
    ...(review.budgetRequested ? [t`a personal budget`] : []),
  ]
  const advice = adviceHere(writing)
  const differ = differingViews(review, contributors).length > 0
  return {
    subject: isTheirs(writing)
      ? t`Report of the review of your EHC plan`
      : t`Report of the review of ${calledIn(writing)}’s EHC plan`,
    blocks: [
      paragraph(
        text(
          [
            isFamily(writing)
              ? t`Thank you for your part in the review on ${held}. Here is the report, with the advice that people gave.`
              : t`Here is the report of the review of the EHC plan of ${bornIn(writing)}, held on ${held}, with the advice that was gathered.`,
            ...(version ? [version] : []),
          ].join(' '),
        ),
      ),
      ...(review.recommendation
        ? [
            paragraph(
              strong(`${t`The school recommends`}: `),
              text(
                [
                  `${lower(inWords(recommendations[review.recommendation]))}.`,
                  ...(differ
                    ? [
                        t`Not everybody sees it the same way; the report says who sees what otherwise, and why.`,
                      ]
                    : []),
                ].join(' '),
              ),
            ),
          ]
        : []),
      ...(asked.length > 0
        ? [paragraph(strong(`${t`Asked for too`}: `), text(`${joinedNames(asked)}.`))]
        : []),
      ...(isFamily(writing)
        ? [
            paragraph(
              text(
                t`If the report doesn’t say what you said, tell us and we put it right or add your words. When the authority has decided, its letter tells you how to appeal and about mediation.`,
              ),
            ),
          ]
        : []),
      ...next(writing),
      heading(2, t`With this letter`),
      list(
        t`The report of the review`,
        ...(advice.length > 0 ? advice : [t`The advice and information gathered for it`]),
      ),
      lawNote(
        'must',
        t`the report must go to everybody who was invited within two weeks of the meeting, and must say where recommendations differ`,
        t`SEND Regulations 2014, regulation 20`,
      ),
    ],
  }
}
