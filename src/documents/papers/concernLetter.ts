import { t } from '../../words/t.ts'
import type { Concern } from '../../domain/records/concern.ts'
import type { LetterBody } from '../letters/letter.ts'
import {
  calledIn,
  facts,
  fullDay,
  heading,
  lawNote,
  list,
  paragraph,
  schoolIn,
  text,
} from '../letters/parts.ts'
import { told } from './paper.ts'

type Decision = NonNullable<Concern['decision']>

/** What each decision means at home: of a child, and said to the young person whose rights they are. */
const meaning: Record<Decision, (own: boolean, child: string, school: string) => string> = {
  noAction: (own, child) =>
    own
      ? t`We found nothing beyond what good teaching in class answers. Your teachers know what was seen and keep an eye on it.`
      : t`We found nothing beyond what good teaching in class answers. ${child}’s teachers know what was seen and keep an eye on it.`,
  monitor: (own, child) =>
    own
      ? t`For now nothing changes. We watch how you get on and look again.`
      : t`For now nothing changes. We watch how ${child} gets on and look again.`,
  universal: (own, child) =>
    own
      ? t`Your teachers change some things in class. No plan is needed for that.`
      : t`${child}’s teachers change some things in class. No plan is needed for that.`,
  support: (own, child, school) =>
    own
      ? t`${school} gives you special educational provision: help that is more than, or different from, what others of the same age get. At school it is called SEN support. A plan says what is done, and you are asked to help to make it.`
      : t`${school} gives ${child} special educational provision: help that is more than, or different from, what others of the same age get. At school it is called SEN support. A plan says what is done, and you are asked to help to make it.`,
  external: (own) =>
    own
      ? t`We would like to ask somebody from outside the school for help. We do so with your agreement only, and will speak to you about it.`
      : t`We would like to ask somebody from outside the school for help. We do so with a parent’s agreement only, and will speak to you about it.`,
  request: (own, child) =>
    own
      ? t`We mean to ask the local authority to assess whether you need an education, health and care plan. You can ask for it yourself too.`
      : t`We mean to ask the local authority to assess whether ${child} needs an education, health and care plan. You can ask for it yourself too.`,
}

/**
 * Tells parents, or the young person, what was found and decided about a concern. Source: SEND Code of Practice 6.38
 * to 6.43; where SEN support begins Children and Families Act 2014, section 68.
 */
export const concernLetter =
  (concern: Concern & { readonly decision: Decision }): LetterBody =>
  (writing) => {
    const own = writing.to.as === 'youngPerson'
    const child = calledIn(writing)
    const day = fullDay(concern.raisedOn)
    const school = schoolIn(writing)
    const { decision, decidedOn, lookAgain } = concern
    return {
      subject: own ? t`What we found and decided` : t`What we found and decided about ${child}`,
      blocks: [
        paragraph(
          text(
            own
              ? t`On ${day} somebody was concerned about how you are getting on at ${school}. We looked into it. This letter says what we found and what happens now.`
              : t`On ${day} somebody was concerned about how ${child} is getting on at ${school}. We looked into it. This letter says what we found and what happens now.`,
          ),
        ),
        ...heads(t`What we found`, concern.found),
        heading(2, t`What happens now`),
        paragraph(text(meaning[decision](own, child, school))),
        ...(decidedOn || lookAgain
          ? [
              facts(
                t`The days: when this was decided, and when we look again`,
                [t`Days`, ''],
                [
                  [t`Decided on`, decidedOn && fullDay(decidedOn)],
                  [t`We look again on`, lookAgain && fullDay(lookAgain)],
                ],
              ),
            ]
          : []),
        ...heads(t`Why`, concern.reasons),
        heading(2, t`What we would like from you`),
        list(
          own
            ? t`Tell us what you see at home, and what worries you about your learning`
            : t`Tell us what you see at home, and what worries you about ${child}’s learning`,
          t`Ask us about anything in this letter, or to meet us`,
          t`Tell us at once if something in it isn’t right`,
        ),
        ...(decision === 'support'
          ? [
              lawNote(
                'must',
                own
                  ? t`a school that makes special educational provision for a young person who has no EHC plan must tell them`
                  : t`a school that makes special educational provision for a child who has no EHC plan must tell the child’s parent`,
                t`Children and Families Act 2014, section 68`,
              ),
            ]
          : []),
      ],
    }
  }

const heads = (title: string, words: string | null) => {
  const blocks = told(words)
  return blocks.length === 0 ? [] : [heading(2, title), ...blocks]
}
