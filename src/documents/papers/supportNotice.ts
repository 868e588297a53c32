import { inWords, t } from '../../words/t.ts'
import type { Contact } from '../../domain/records/contact.ts'
import type { Stored } from '../../domain/record.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { needTypes } from '../../domain/rules/codes.ts'
import { cycleSteps } from '../../domain/rules/cycle.ts'
import type { Day } from '../../domain/rules/day.ts'
import { rightsWithYoungPerson } from '../../domain/rules/reviewDates.ts'
import type { Block } from '../blocks.ts'
import type { Addressee, LetterBody } from '../letters/letter.ts'
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
import { aimsOf } from '../../domain/rules/cycleCarry.ts'
import { amountInWords } from './amounts.ts'
import { nameOf, needsIn, type PlanFile, supportIn } from './supportPlan.ts'

/** What the notice says of the plan with which support starts. */
export type NoticeOf = Omit<PlanFile, 'school' | 'schoolName' | 'today'>

const planFacts = (plan: NoticeOf, today: Day): Block => {
  const { cycle, context } = plan
  const review = cycleSteps(cycle, context, today).find((one) => one.step === 'review')?.due ?? null
  return facts(
    t`The support: since when, for which needs, who leads on it and when it is looked at again`,
    [t`SEN support`, ''],
    [
      [t`Agreed on`, cycle.agreedOn && fullDay(cycle.agreedOn)],
      // A code of the census means nothing at home.
      [
        t`Needs`,
        needsIn(plan)
          .map(({ type }) => inWords(needTypes[type]).replace(/ \([A-Z]+\)$/, ''))
          .join('; '),
      ],
      [t`Who leads on it`, cycle.keyPerson],
      [t`We look at it again by`, review && fullDay(review)],
    ],
  )
}

const support = (plan: NoticeOf, today: Day): Block[] => {
  const lines = [
    ...supportIn({ ...plan, today }).map((one) =>
      [nameOf(plan, one.provision), amountInWords(one)].filter(Boolean).join(': '),
    ),
  ]
  return [
    ...(lines.length > 0 ? [heading(2, t`The support`), list(...lines)] : []),
    ...(plan.cycle.adjustments ? [heading(2, t`In class`), paragraph(text(plan.cycle.adjustments))] : []),
  ]
}

const targets = (plan: NoticeOf): Block[] => {
  const aims = aimsOf(plan.cycle.key, plan.targets, plan.outcomes).flatMap(({ outcome }) =>
    outcome ? [outcome.text] : [],
  )
  return aims.length > 0 ? [heading(2, t`What it should change`), list(...aims)] : []
}

/**
 * Tells parents, or the young person, that the school makes special educational provision. Source: Children and
 * Families Act 2014, section 68; what it is: section 21; talking about it at least three times a year: Code of
 * Practice 6.65.
 */
export const supportNotice =
  (plan: NoticeOf): LetterBody =>
  (writing) => {
    const { to, today } = writing
    const own = to.as === 'youngPerson'
    const child = calledIn(writing)
    const school = schoolIn(writing)
    return {
      subject: own ? t`Your SEN support` : t`SEN support for ${child}`,
      blocks: [
        paragraph(
          text(
            own
              ? t`We are writing to tell you that ${school} is giving you special educational provision. This means help that is more than, or different from, what others of the same age get. At school it is called SEN support.`
              : t`We are writing to tell you that ${school} is giving ${child} special educational provision. This means help that is more than, or different from, what others of the same age get. At school it is called SEN support.`,
          ),
        ),
        planFacts(plan, today),
        ...targets(plan),
        ...support(plan, today),
        heading(2, t`What we would like from you`),
        list(
          own
            ? t`Tell us what you see at home, what works, and what worries you about your learning`
            : t`Tell us what you see at home, what works, and what worries you about ${child}’s learning`,
          t`Meet us to look at the plan again: at least three times in a school year`,
          t`Tell us at once if something in this letter isn’t right`,
        ),
        lawNote(
          'must',
          own
            ? t`a school that makes special educational provision for a young person who has no EHC plan must tell them`
            : t`a school that makes special educational provision for a child who has no EHC plan must tell the child’s parent`,
          t`Children and Families Act 2014, section 68`,
        ),
      ],
    }
  }

/** To whom the notice goes: each parent with parental responsibility, or the young person in their own right. */
export const noticeAddressees = (
  pupil: Stored<Pupil>,
  contacts: readonly Stored<Contact>[],
  today: Day,
): Addressee[] => {
  const base = { organisation: null, statutory: true } as const
  if (rightsWithYoungPerson(pupil.dateOfBirth, today))
    return [
      {
        ...base,
        key: pupil.key,
        name: fullName(pupil),
        as: 'youngPerson',
        role: t`Young person`,
        address: pupil.address,
        email: null,
        language: null,
        restriction: null,
      },
    ]
  return contacts
    .filter(({ parentalResponsibility }) => parentalResponsibility === true)
    .map((contact) => ({
      ...base,
      key: contact.key,
      name: contact.name,
      as: 'parent' as const,
      role: t`Parent or carer`,
      address: contact.address ?? pupil.address,
      email: contact.email,
      language: contact.language,
      restriction: contact.restriction,
      contact: contact.key,
    }))
}
