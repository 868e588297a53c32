import { inWords, t } from '../../words/t.ts'
import { saidOf } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import { calledName, fullName } from '../../domain/records/pupil.ts'
import type { Profile } from '../../domain/records/profile.ts'
import { Transition } from '../../domain/records/transition.ts'
import { TransitionVisit } from '../../domain/records/transitionVisit.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import type { Block, DocumentContent } from '../blocks.ts'
import { cell, facts, note, paragraph, text } from '../minutes/parts.ts'
import { paperContent, type PaperOf, told, under } from './paper.ts'

/** What a transition plan on paper is made of. */
export type TransitionFile = PaperOf & {
  readonly transition: Stored<Transition>
  /** The dates of this plan. */
  readonly visits: readonly Stored<TransitionVisit>[]
  /** The other school; null where none is said. */
  readonly otherSchool: string | null
  readonly moves: Day | null
  /** The newest one-page profile; null where there is none. */
  readonly profile: Stored<Profile> | null
}

const dates = ({ visits }: TransitionFile): Block[] => {
  const all = visits
    .filter(({ fellThrough }) => fellThrough === null)
    .toSorted((a, b) => a.on.localeCompare(b.on))
  return all.length === 0
    ? []
    : [
        {
          is: 'table',
          summary: t`Visits and other dates of this plan`,
          head: [t`When`, t`What`, t`Where and with whom`, t`How it went`],
          widths: [2, 3, 3, 4],
          rowHeadings: true,
          rows: all.map((one) => [
            cell(text([showDay(one.on), one.time].filter(Boolean).join(', '))),
            cell(text(saidOf(TransitionVisit.fields.kind, one.kind))),
            cell(text([one.where, one.withWhom, one.goes].filter(Boolean).join(', '))),
            cell(text(one.howItWent ?? (one.doneOn ? t`Took place` : ''))),
          ]),
        },
      ]
}

/**
 * A plan for a move, for the family and the next school: who is there, what worries, what helps, which dates come. The
 * buddy is left out: another child's name goes into no document.
 */
export const transitionPaper = (file: TransitionFile): DocumentContent => {
  const { pupil, transition, otherSchool, moves, profile } = file
  const name = calledName(pupil)
  return paperContent(
    'transition',
    file,
    [
      { is: 'title', text: t`Moving on: ${fullName(pupil)}` },
      facts(
        t`The move: what kind, where to, when, and who is there`,
        [t`The move`, inWords(Transition.fields.kind.choices[transition.kind])],
        [
          [t`School or college`, otherSchool],
          [t`First day`, moves && showDay(moves)],
          [t`Key adult there`, transition.keyAdult],
          [t`Key adult here`, pupil.keyAdult],
          [t`Agreed`, transition.agreedOn && showDay(transition.agreedOn)],
          [t`Agreed with`, transition.agreedWith],
        ],
      ),
      ...under(1, t`What worries ${name}`, told(transition.worriesChild)),
      ...under(1, t`What worries the family`, told(transition.worriesFamily)),
      ...under(1, t`What ${name} looks forward to`, told(transition.lookingForward)),
      ...under(1, t`What helps`, [...told(transition.helps), ...told(profile?.strategies)]),
      ...under(1, t`What staff must know on the first day`, told(transition.staffKnow)),
      ...under(1, t`The first days`, told(transition.firstDays)),
      ...under(1, t`Travel`, told(transition.travel)),
      ...under(1, t`Rooms, equipment and care`, told(transition.equipment)),
      ...under(1, t`Visits and other dates`, dates(file)),
      ...under(1, t`How it went`, told(transition.howItWent)),
      ...(transition.agreedOn === null
        ? [note(t`This plan is not agreed yet.`)]
        : [paragraph(text(t`Please tell us what should be different before the first day.`))]),
    ],
    {
      subject: t`Plan for a move to another school, class or course`,
      foot: t`Transition plan of ${showDay(transition.began)}`,
      of: { transition: transition.key },
    },
  )
}
