import { inWords, t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import { Transition } from '../records/transition.ts'
import type { Told } from '../rules/chronology.ts'
import { type Day, showDay } from '../rules/day.ts'
import { movesOn, transitionDay } from '../rules/transitionPlan.ts'
import { defineDuty, type DutyContext, type DutyStep, type Standing } from './duty.ts'
import { settledDay } from './why.ts'

const rule = t`Transition plan`

/** The day of the move: of whoever comes to us the first day here, of whoever leaves the day of moving on. */
export const moveDay = (row: Transition, { moving, today }: DutyContext): Day | null => {
  const pupil = moving?.pupilOf(row.pupil)
  if (!moving || !pupil) return null
  if (pupil.admitted !== null && pupil.admitted >= row.began) return pupil.admitted
  return movesOn(pupil, moving.review, today)
}

/** How a plan stands: first it is agreed, then the dates come, then somebody asks how it went. */
const standing = (row: Stored<Transition>, context: DutyContext): Standing => {
  if (row.closedOn !== null) return { is: 'done', word: t`Closed`, due: null }
  const moves = moveDay(row, context)
  if (row.lookedOn !== null)
    return {
      is: 'open',
      word: t`Looked at`,
      due: {
        what: t`Close a transition plan that was looked at again`,
        day: null,
        owner: 'school',
        verb: t`Close it`,
        why: settledDay(rule, t`Looked at again on`, row.lookedOn),
      },
    }
  if (row.agreedOn === null) {
    const by = moves === null ? null : transitionDay('transitionAgreed', moves)
    return {
      is: 'open',
      word: row.keyAdult === null ? t`No key adult there yet` : t`To be agreed`,
      due: {
        what:
          row.keyAdult === null
            ? t`Find the key adult at the next place, and agree a plan for the move`
            : t`Agree a plan for the move with family and school`,
        day: by?.day ?? null,
        owner: 'school',
        verb: t`Go on with it`,
        why: by?.why ?? {
          rule,
          says: t`The day of the move is not known yet: enter it as “Moves on” in the pupil’s details`,
          strength: 'recommended',
          source: t`Practice of schools`,
          inputs: [],
        },
      },
    }
  }
  const look = moves === null ? null : transitionDay('transitionLook', moves)
  const day = row.lookOn ?? look?.day ?? null
  const next = context.moving
    ?.visitsOf(row.key)
    .map(({ on }) => on)
    .toSorted()[0]
  return {
    is: 'waiting',
    word: next ? t`Agreed, next date ${showDay(next)}` : t`Agreed`,
    due:
      day === null
        ? null
        : {
            what: t`Ask how a move went`,
            day,
            owner: 'school',
            verb: t`Ask`,
            why: row.lookOn !== null ? settledDay(rule, t`Look at it again on`, row.lookOn) : look!.why,
          },
  }
}

const steps: readonly DutyStep<Transition>[] = [
  {
    field: 'keyAdult',
    words: t`Say who the key adult is`,
    said: t`Key adult recorded`,
    asks: 'keyAdult',
    offered: (r) => r.closedOn === null,
  },
  {
    field: 'agreedOn',
    words: t`Agreed today`,
    said: t`Plan agreed today`,
    offered: (r) => r.closedOn === null && r.keyAdult !== null,
  },
  {
    field: 'lookedOn',
    words: t`Looked at it again today`,
    said: t`Looked at again today`,
    offered: (r) => r.closedOn === null && r.agreedOn !== null,
  },
  {
    field: 'closedOn',
    words: t`Close this plan`,
    said: t`Transition plan closed`,
    offered: (r) => r.lookedOn !== null,
  },
]

export const transitions = defineDuty<typeof Transition>({
  name: 'transitions',
  place: 'with',
  words: t`Moving on`,
  says: t`How each pupil is helped to the next school, class or course: who is there, what worries, what helps, and which dates come.`,
  type: Transition,
  columns: [
    { words: t`Kind of move`, of: ({ kind }) => inWords(Transition.fields.kind.choices[kind]) },
    { words: t`School`, of: ({ transfer }, { moving }) => moving?.schoolOf(transfer) ?? '' },
    { words: t`Key adult there`, of: ({ keyAdult }) => keyAdult ?? '' },
  ],
  titleOf: ({ kind }) => t`Moving on: ${inWords(Transition.fields.kind.choices[kind])}`,
  searched: ({ worriesChild, worriesFamily, helps, buddy }) => [worriesChild, worriesFamily, helps, buddy],
  standing,
  steps,
  form: {
    add: t`Begin a transition plan`,
    fields: ['pupil', 'kind', 'began', 'worriesChild', 'worriesFamily', 'helps'],
    given: (today) => ({ began: today }),
    groups: [
      { title: t`The move`, fields: ['kind', 'began', 'transfer'] },
      { title: t`People`, fields: ['keyAdult', 'buddy'] },
      {
        title: t`What it is like for the pupil`,
        fields: ['worriesChild', 'worriesFamily', 'lookingForward', 'helps'],
      },
      {
        title: t`The first days`,
        fields: ['firstDays', 'travel', 'equipment', 'staffKnow'],
      },
      {
        title: t`Agreed, and looked at again`,
        fields: ['agreedOn', 'agreedWith', 'lookOn', 'lookedOn', 'howItWent', 'closedOn', 'note'],
      },
    ],
    past: ['began', 'agreedOn', 'lookedOn', 'closedOn'],
  },
  empty: {
    title: t`No transition plan yet`,
    todo: t`A plan says who is there for the pupil, what worries them and what helps. Visits and other dates stand beside it.`,
  },
  tells: (row): readonly Told[] => [
    { field: 'began', day: row.began, kind: 'services', title: t`Transition plan begun`, text: null },
    {
      field: 'agreedOn',
      day: row.agreedOn,
      kind: 'services',
      title: t`Transition plan agreed`,
      text: row.helps,
    },
    {
      field: 'lookedOn',
      day: row.lookedOn,
      kind: 'services',
      title: t`How the move went`,
      text: row.howItWent,
    },
  ],
  afterLeaving: true,
  task: { purpose: 'transfer', words: t`A move to another school` },
})
