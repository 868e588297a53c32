import { t } from '../../words/t.ts'
import type { School } from '../../domain/records/school.ts'
import type { Review } from '../../domain/records/review.ts'
import type { Day } from '../../domain/rules/day.ts'
import { appealWindow } from '../../domain/rules/reviewState.ts'
import type { Block } from '../blocks.ts'
import { fullDay } from '../letters/letter.ts'
import { waysTo } from '../letters/waysTo.ts'
import { heading, text } from '../minutes/parts.ts'

const list = (items: readonly string[]): Block => ({ is: 'list', items: items.map((words) => [text(words)]) })

/** Whom a family can turn to: the school, and free advice that stands apart from it. */
export const whoToAsk = (
  school: Pick<School, 'senco' | 'telephone' | 'email'> | null,
  keyAdult: string | null,
): Block[] => {
  const ways = waysTo(school)
  return [
    heading(1, t`Who to ask`),
    list([
      [
        school?.senco
          ? t`${school.senco} leads on special needs at school (the SENCO).`
          : t`Ask for the SENCO. That is the teacher who leads on special needs.`,
        ...(ways ? [t`Call or write: ${ways}.`] : []),
      ].join(' '),
      ...(keyAdult ? [t`${keyAdult} is the adult at school to talk to first.`] : []),
      t`SENDIASS is a free advice service for families. It is not part of the school. The council’s Local Offer on the web says how to reach it.`,
    ]),
  ]
}

/**
 * Rights in plain lines: only what the law gives, and with the day where there is one. Sources: Children and Families
 * Act 2014, sections 51 to 55; First-tier Tribunal Rules 2008, rule 20; SEND Code of Practice 9.168.
 */
export const rights = (
  review: Pick<
    Review,
    'decision' | 'decisionReceived' | 'finalIssued' | 'notAmended' | 'mediationCertificate'
  > | null,
  today: Day,
): Block[] => {
  const window = review && appealWindow(review)
  const canAppeal = window && window.day >= today
  const mayLater = review !== null && window === null
  const first = t`First, speak to a mediation adviser. Mediation means that somebody helps you and the council to agree. The adviser gives you a certificate. You don’t need one if you only appeal about which school is named.`
  return [
    heading(1, t`Your rights`),
    list([
      t`When the plan is looked at, you can ask for a personal budget. That is money that the council sets aside for some of the help in the plan.`,
      ...(canAppeal
        ? [
            t`If you don’t agree, you can appeal to the SEND Tribunal. It is free. Appeal by ${fullDay(window.day)}.`,
            first,
          ]
        : []),
      ...(mayLater
        ? [
            review.decision === 'amend'
              ? t`When the council has sent the final plan, you can appeal if you don’t agree. Its letter says how, and by when.`
              : t`When the council has decided, its letter says if you can appeal, how, and by when. It tells you about mediation too.`,
          ]
        : []),
      t`You can ask for this page in large print, in another language or read to you.`,
    ]),
  ]
}
