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
  lawNote,
  list,
  paragraph,
  text,
  whosePlan,
} from './parts.ts'

const wanted = (writing: Writing): Block => {
  const { meetingDate } = writing.file.review
  const latest = meetingDate
    ? fullDay(circulateBy(meetingDate, settingsOfFile(writing.file)).day)
    : 'two weeks before the meeting'
  return facts(
    'What we ask for, by when and in which form',
    ['What we ask for', 'Details'],
    [
      ['By', adviceDue(writing, latest)],
      ['For the meeting on', meetingDate ? fullDay(meetingDate) : 'a day still to be set'],
      [
        'Form',
        isFamily(writing)
          ? 'Any: a few lines, an email, a recording, a telephone call, or we write down what you say'
          : 'A dated, signed report of one to four pages, as a Word document or PDF',
      ],
      ['Send it to', writing.file.school?.email ?? 'the school, for the SENCO'],
    ],
  )
}

/** The outcomes of the plan, so that the advice answers each. Free text of the plan about this child alone. */
const outcomes = ({ file }: Writing): Block[] => {
  const all = reviewedOutcomes(file)
  return all.length === 0
    ? []
    : [heading(2, 'The outcomes in the plan'), { is: 'list', items: all.map((one) => [text(one.text)]) }]
}

const family = (writing: Writing): Block[] => [
  paragraph(
    text(
      `We are getting ready for the review of ${whosePlan(writing)} EHC plan and would like to have your views beforehand. They go to everybody who is invited, in your own words.`,
    ),
  ),
  wanted(writing),
  list(
    'What is going well, and what is hard',
    `Has the help in ${whosePlan(writing)} plan been given, and has it worked?`,
    'What should stay, and what should change',
    'Hopes for the next year and for later',
  ),
]

const professional = (writing: Writing): Block[] => {
  const name = calledIn(writing)
  return [
    paragraph(
      text(
        `We are preparing the review of the EHC plan of ${bornIn(writing)}, and ask for your written advice and information.`,
      ),
    ),
    wanted(writing),
    heading(2, 'What helps the review most'),
    list(
      `Your work with ${name} since the last review: dates, how often, for how long`,
      'Progress towards each outcome that you know of, with the measure and its dates',
      'Needs that have changed or are new, with the evidence',
      'Whether the provision in the plan is made as written, and whether it works',
      'What you recommend: keep, change or remove; specific, and with amounts',
    ),
    ...outcomes(writing),
    paragraph(
      text(
        'Please name no other child, and say if anything must not be shared with everybody who is invited.',
      ),
    ),
  ]
}

/** The request for advice: what, by when, in which form. */
export const adviceRequest: LetterBody = (writing) => ({
  subject: isFamily(writing)
    ? `Before the review of ${whosePlan(writing)} EHC plan: your views`
    : `Review of ${calledIn(writing)}’s EHC plan: your advice`,
  blocks: [
    ...(isFamily(writing) ? family(writing) : professional(writing)),
    writing.to.statutory
      ? lawNote(
          'must',
          'whoever arranges the meeting must obtain advice and information from everybody whom the law has invited, and must send it to them at least two weeks before',
          'SEND Regulations 2014, regulation 20(4)',
        )
      : lawNote(
          'should',
          'others who know the child should be asked to contribute to the review',
          'SEND Code of Practice 9.176',
        ),
  ],
})
