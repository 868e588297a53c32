import { t } from '../../words/t.ts'
import type { Block } from '../blocks.ts'
import { circulateBy } from '../../domain/rules/reviewDates.ts'
import { settingsOfFile } from '../reviewFile.ts'
import { reviewedOutcomes } from '../reviewPlaces.ts'
import type { LetterBody, Writing } from './letter.ts'
import {
  adviceDue,
  bornIn,
  calledIn,
  facts,
  fullDay,
  heading,
  isFamily,
  isTheirs,
  lawNote,
  list,
  paragraph,
  text,
} from './parts.ts'

const wanted = (writing: Writing): Block => {
  const { meetingDate } = writing.file.review
  const latest = meetingDate
    ? fullDay(circulateBy(meetingDate, settingsOfFile(writing.file)).day)
    : t`two weeks before the meeting`
  return facts(
    t`What we ask for, by when and in which form`,
    [t`What we ask for`, t`Details`],
    [
      [t`By`, adviceDue(writing, latest)],
      [t`For the meeting on`, meetingDate ? fullDay(meetingDate) : t`a day still to be set`],
      [
        t`Form`,
        isFamily(writing)
          ? t`Any: a few lines, an email, a recording, a telephone call, or we write down what you say`
          : t`A dated, signed report of one to four pages, as a Word document or PDF`,
      ],
      [t`Send it to`, writing.file.school?.email ?? t`the school, for the SENCO`],
    ],
  )
}

/** The outcomes of the plan, so that the advice answers each. Free text of the plan about this child alone. */
const outcomes = ({ file }: Writing): Block[] => {
  const all = reviewedOutcomes(file)
  return all.length === 0
    ? []
    : [heading(2, t`The outcomes in the plan`), { is: 'list', items: all.map((one) => [text(one.text)]) }]
}

const family = (writing: Writing): Block[] => [
  paragraph(
    text(
      isTheirs(writing)
        ? t`We are getting ready for the review of your EHC plan and would like to have your views beforehand. They go to everybody who is invited, in your own words.`
        : t`We are getting ready for the review of ${calledIn(writing)}’s EHC plan and would like to have your views beforehand. They go to everybody who is invited, in your own words.`,
    ),
  ),
  wanted(writing),
  list(
    t`What is going well, and what is hard`,
    isTheirs(writing)
      ? t`Has the help in your plan been given, and has it worked?`
      : t`Has the help in ${calledIn(writing)}’s plan been given, and has it worked?`,
    t`What should stay, and what should change`,
    t`Hopes for the next year and for later`,
  ),
]

const professional = (writing: Writing): Block[] => {
  const name = calledIn(writing)
  return [
    paragraph(
      text(
        t`We are preparing the review of the EHC plan of ${bornIn(writing)}, and ask for your written advice and information.`,
      ),
    ),
    wanted(writing),
    heading(2, t`What helps the review most`),
    list(
      t`Your work with ${name} since the last review: dates, how often, for how long`,
      t`Progress towards each outcome that you know of, with the measure and its dates`,
      t`Needs that have changed or are new, with the evidence`,
      t`Whether the provision in the plan is made as written, and whether it works`,
      t`What you recommend: keep, change or remove; specific, and with amounts`,
    ),
    ...outcomes(writing),
    paragraph(
      text(
        t`Please name no other child, and say if anything must not be shared with everybody who is invited.`,
      ),
    ),
  ]
}

/** The request for advice: what, by when, in which form. */
export const adviceRequest: LetterBody = (writing) => ({
  subject: isTheirs(writing)
    ? t`Before the review of your EHC plan: your views`
    : isFamily(writing)
      ? t`Before the review of ${calledIn(writing)}’s EHC plan: your views`
      : t`Review of ${calledIn(writing)}’s EHC plan: your advice`,
  blocks: [
    ...(isFamily(writing) ? family(writing) : professional(writing)),
    writing.to.statutory
      ? lawNote(
          'must',
          t`whoever arranges the meeting must obtain advice and information from everybody whom the law has invited, and must send it to them at least two weeks before`,
          t`SEND Regulations 2014, regulation 20(4)`,
        )
      : lawNote(
          'should',
          t`others who know the child should be asked to contribute to the review`,
          t`SEND Code of Practice 9.176`,
        ),
  ],
})
