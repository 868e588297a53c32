import { t } from '../../words/t.ts'
import type { Contributor } from '../../domain/records/contributor.ts'
import type { Block } from '../blocks.ts'
import { circulateBy } from '../../domain/rules/reviewDates.ts'
import { settingsOfFile } from '../reviewFile.ts'
import type { LetterBody, Writing } from './letter.ts'
import {
  adviceDue,
  authorityIn,
  bornIn,
  calledIn,
  fullDay,
  heading,
  lawNote,
  list,
  looksAtToo,
  meetingFacts,
  othersAsked,
  paragraph,
  schoolIn,
  text,
} from './parts.ts'

/** Which part of regulation 20(2) has somebody invited. */
const paragraphs = (): Partial<Record<Contributor['role'], string>> => ({
  parent: t`regulation 20(2)(a)`,
  youngPerson: t`regulation 20(2)(a)`,
  head: t`regulation 20(2)(b)`,
  authority: t`regulation 20(2)(c)`,
  health: t`regulation 20(2)(d)`,
  socialCare: t`regulation 20(2)(e)`,
})

const byWhen = (writing: Writing, how: string): Block => {
  const { meetingDate } = writing.file.review
  const latest = meetingDate
    ? fullDay(circulateBy(meetingDate, settingsOfFile(writing.file)).day)
    : t`two weeks before the meeting`
  return paragraph(text(`${t`${how} Please let us have it by`} `), ...adviceDue(writing, latest), text('.'))
}

const parent = (writing: Writing): Block[] => {
  const name = calledIn(writing)
  return [
    paragraph(
      text(
        t`We would like you to come to the review of ${name}’s education, health and care plan (EHC plan). Together we look at how ${name} is getting on, whether the help in the plan works, and what should change. Afterwards ${authorityIn(writing)} decides whether to keep the plan as it is, to change it or to end it.`,
      ),
    ),
    meetingFacts(writing),
    ...looksAtToo(writing),
    heading(2, t`What we would like to hear from you`),
    list(
      t`What is going well for ${name}, at school and at home`,
      t`What worries you`,
      t`What you would like to change, and what you hope for ${name}`,
    ),
    byWhen(
      writing,
      t`A few lines, an email or a telephone call is enough. Everybody who is invited gets what you write at least two weeks before the meeting.`,
    ),
    paragraph(
      text(
        t`${name} can come for all or part of the meeting, or can tell us beforehand what matters. You may bring somebody to support you. You can also ask about a personal budget. If the date doesn’t suit you, or you would rather join online, please tell us soon.`,
      ),
    ),
    ...othersAsked(writing),
    lawNote(
      'must',
      t`a parent must be invited, with at least two weeks’ notice`,
      t`SEND Regulations 2014, regulation 20(2) and (3)`,
    ),
  ]
}

const youngPerson = (writing: Writing): Block[] => [
  paragraph(
    text(
      t`We would like you to come to the review of your education, health and care plan (EHC plan). We look together at how you are getting on, whether the help in your plan is working, and what should change. Afterwards ${authorityIn(writing)} decides whether to keep the plan as it is, to change it or to end it.`,
    ),
  ),
  paragraph(
    text(
      t`You are past the age at which school is compulsory, so the rights in this review are yours and this letter comes to you. You can ask a parent or anybody else whom you trust to help you or to come with you.`,
    ),
  ),
  meetingFacts(writing),
  ...looksAtToo(writing),
  heading(2, t`What we would like to hear from you`),
  list(
    t`What is going well, and what is hard`,
    t`What you would like to change`,
    t`What you hope for: work or study, where you live, friends, health`,
  ),
  byWhen(
    writing,
    t`Write, type, record or tell us: any way is good. Everybody who is invited gets it two weeks before we meet.`,
  ),
  ...othersAsked(writing),
  paragraph(text(t`If the date doesn’t suit you, or if you would rather join online, please tell us soon.`)),
  lawNote(
    'must',
    t`the young person must be invited to the review, with at least two weeks’ notice`,
    t`SEND Regulations 2014, regulation 20(2) and (3); Children and Families Act 2014, section 83`,
  ),
]

const child = (writing: Writing): Block[] => [
  paragraph(
    text(
      t`We are going to talk about how school is going for you, and about your plan: the paper that says what help you get. We would like you to be part of it.`,
    ),
  ),
  meetingFacts(writing),
  heading(2, t`You can tell us`),
  list(t`What you like and what is going well`, t`What is hard`, t`What you would like to be different`),
  paragraph(
    text(
      t`You can come for all of it or a part of it. You can also draw it, write it or tell somebody whom you trust, and they tell us for you.`,
    ),
  ),
]

const professional = (writing: Writing): Block[] => {
  const { to, file } = writing
  const name = calledIn(writing)
  const role = file.contributors.find(({ key }) => key === to.key)?.role
  const paragraphOf = role && paragraphs()[role]
  return [
    paragraph(
      text(
        t`${schoolIn(writing)} is holding the review of the EHC plan of ${bornIn(writing)}. ${authorityIn(writing)} maintains the plan. We would like you to come.`,
      ),
    ),
    meetingFacts(writing),
    ...looksAtToo(writing),
    paragraph(
      text(
        t`The meeting looks at progress towards each outcome of the plan, whether the provision is made and works, and what should change. If you can’t come, please tell us who comes for you, or send your advice in writing.`,
      ),
    ),
    ...othersAsked(writing),
    paragraph(
      text(
        t`We ask for your advice about ${name} in a letter of its own, and send the papers two weeks before the meeting.`,
      ),
    ),
    paragraphOf
      ? lawNote(
          'must',
          t`you must be invited, with at least two weeks’ notice`,
          t`SEND Regulations 2014, ${paragraphOf} and (3)`,
        )
      : lawNote(
          'should',
          t`others who work with the child should be asked to contribute to the review`,
          t`SEND Code of Practice 9.176`,
        ),
  ]
}

const bodies = { parent, youngPerson, child, professional }

/** The invitation to the meeting: to each parent, to the young person in their own right, to each officer. */
export const invitation: LetterBody = (writing) => ({
  subject:
    writing.to.as === 'child'
      ? t`Your review`
      : writing.to.as === 'youngPerson'
        ? t`The review of your EHC plan: an invitation`
        : t`Review of ${calledIn(writing)}’s EHC plan: an invitation`,
  blocks: bodies[writing.to.as](writing),
})
