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

/** What each decision means at home. `who`: the child's name, or "you"; `whose`: the possessive. */
const meaning: Record<Decision, (who: string, whose: string, school: string) => string> = {
  noAction: (_, whose) =>
    t`We found nothing beyond what good teaching in class answers. ${cap(whose)} teachers know what was seen and keep an eye on it.`,
  monitor: (who) =>
    t`For now nothing changes. We watch how ${who} ${who === 'you' ? 'get' : 'gets'} on and look again.`,
  universal: (_, whose) => t`${cap(whose)} teachers change some things in class. No plan is needed for that.`,
  support: (who, _, school) =>
    t`${school} gives ${who} special educational provision: help that is more than, or different from, what others of the same age get. At school it is called SEN support. A plan says what is done, and you are asked to help to make it.`,
  external: (_, whose) =>
    t`We would like to ask somebody from outside the school for help. We do so with ${whose === 'your' ? 'your' : t`a parent’s`} agreement only, and will speak to you about it.`,
  request: (who) =>
    t`We mean to ask the local authority to assess whether ${who} ${who === 'you' ? 'need' : 'needs'} an education, health and care plan. You can ask for it yourself too.`,
}
const cap = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`

/**
 * Tells parents, or the young person, what was found and decided about a concern. Source: SEND Code of Practice 6.38
 * to 6.43; where SEN support begins Children and Families Act 2014, section 68.
 */
export const concernLetter =
  (concern: Concern & { readonly decision: Decision }): LetterBody =>
  (writing) => {
    const own = writing.to.as === 'youngPerson'
    const who = own ? 'you' : calledIn(writing)
    const whose = own ? 'your' : `${calledIn(writing)}’s`
    const { decision, decidedOn, lookAgain } = concern
    return {
      subject: own ? t`What we found and decided` : t`What we found and decided about ${calledIn(writing)}`,
      blocks: [
        paragraph(
          text(
            t`On ${fullDay(concern.raisedOn)} somebody was concerned about how ${own ? t`you are` : t`${who} is`} getting on at ${schoolIn(writing)}. We looked into it. This letter says what we found and what happens now.`,
          ),
        ),
        ...heads(t`What we found`, concern.found),
        heading(2, t`What happens now`),
        paragraph(text(meaning[decision](who, whose, schoolIn(writing)))),
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
          t`Tell us what you see at home, and what worries you about ${whose} learning`,
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
