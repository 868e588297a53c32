import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Transition } from '../records/transition.ts'
import type { TransitionVisit } from '../records/transitionVisit.ts'
import { addDays, type Day, showDay } from './day.ts'
import { lawOn, reckon, type RuledDay, whyOf } from './limits.ts'
import { type Move, phaseTransferOf } from './phaseTransfer.ts'
import type { ReviewSettings } from './reviewSettings.ts'

export type TransitionKind = Transition['kind']

/** The kind of a plan for each move between phases. */
const kindOfMove: Readonly<Record<Move, TransitionKind>> = {
  school: 'early',
  junior: 'phase',
  middle: 'phase',
  secondary: 'secondary',
  post16: 'post16',
  post16Other: 'post16',
}

const everybody = () => [
  t`Who meets the pupil on the first day, where and when?`,
  t`Who tells the pupil, and with what: photos, a map, a short film, a book about the new place?`,
  t`What must go with the pupil that works here: a card, a corner, a routine, a way of saying stop?`,
]

/** What is worth asking for a kind of move. Practice, in no law: a list to talk from, not to tick. */
export const worthAsking = (kind: TransitionKind): readonly string[] => {
  const own: Readonly<Record<TransitionKind, readonly string[]>> = {
    early: [
      t`Toileting, eating, sleeping and dressing: what does the child do alone, and who helps?`,
      t`Who was there before: key person, health visitor, portage, therapist? Have they been asked?`,
      t`Do the days begin shorter, and is it settled when they are whole?`,
      t`Is medicine or equipment needed on the first day, and who is trained by then?`,
    ],
    phase: [
      t`Which class, which teacher, and when do they meet the pupil?`,
      t`What is different there: toilets, lunch, playtimes, noise, how far to walk?`,
    ],
    secondary: [
      t`Many teachers and rooms: who reads the timetable with the pupil, and who is asked when lost?`,
      t`Where to be at break and lunch, and whom to sit with?`,
      t`Homework, bag, locker, lunch money, lift pass: what is practised in the summer?`,
      t`Which tutor group, with whom the pupil knows and without whom it goes wrong?`,
      t`How does the pupil work in tests, so that it is normal there from the first week?`,
    ],
    post16: [
      t`What course, at what level, and what if the results are others than hoped?`,
      t`Does the young person decide alone from 16, and what help do they want with it?`,
      t`Who trains the way there, and from when?`,
      t`Do health and social care go over to services for adults, and who is asked now?`,
      t`Arrangements in examinations: does the evidence (such as Form 8) go along?`,
      t`Is there a plan for the part of the week without lessons?`,
    ],
    midYear: [
      t`Why now, and what did the pupil and the family hope would be different?`,
      t`What was agreed with the authority, and which review or deadline falls just then?`,
      t`Who writes or rings in the first week, from here to there?`,
    ],
    within: [
      t`When do the old and the new adults talk, with the pupil’s one-page profile in hand?`,
      t`Which room, which seat, which adults, and when does the pupil see them before?`,
    ],
  }
  return [...own[kind], ...everybody()]
}

type Usual = { readonly kind: TransitionVisit['kind']; readonly weeks: number }
/** Weeks before the move (after it, below 0) at which each usual date lies. */
const usual: Readonly<Record<TransitionKind, readonly Usual[]>> = {
  early: [
    { kind: 'staffMeet', weeks: 14 },
    { kind: 'home', weeks: 10 },
    { kind: 'visit', weeks: 9 },
    { kind: 'family', weeks: 8 },
    { kind: 'start', weeks: 0 },
    { kind: 'after', weeks: -4 },
  ],
  phase: [
    { kind: 'staffMeet', weeks: 12 },
    { kind: 'visit', weeks: 10 },
    { kind: 'taster', weeks: 8 },
    { kind: 'start', weeks: 0 },
    { kind: 'after', weeks: -4 },
  ],
  secondary: [
    { kind: 'staffMeet', weeks: 22 },
    { kind: 'theyCome', weeks: 16 },
    { kind: 'family', weeks: 14 },
    { kind: 'extraVisit', weeks: 12 },
    { kind: 'taster', weeks: 9 },
    { kind: 'extraVisit', weeks: 8 },
    { kind: 'start', weeks: 0 },
    { kind: 'after', weeks: -4 },
  ],
  post16: [
    { kind: 'staffMeet', weeks: 26 },
    { kind: 'family', weeks: 20 },
    { kind: 'visit', weeks: 16 },
    { kind: 'extraVisit', weeks: 10 },
    { kind: 'route', weeks: 6 },
    { kind: 'start', weeks: 0 },
    { kind: 'after', weeks: -4 },
  ],
  midYear: [
    { kind: 'staffMeet', weeks: 2 },
    { kind: 'visit', weeks: 1 },
    { kind: 'start', weeks: 0 },
    { kind: 'after', weeks: -3 },
  ],
  within: [
    { kind: 'staffMeet', weeks: 9 },
    { kind: 'visit', weeks: 8 },
    { kind: 'start', weeks: 0 },
    { kind: 'after', weeks: -3 },
  ],
}

/** A date that a plan of this kind usually has, on its usual day or the first one after `today`. */
export type UsualVisit = { readonly kind: TransitionVisit['kind']; readonly on: Day }

/** The usual dates that a plan has not got yet, in order: of two alike, as many as are missing. */
export const usualVisits = (
  kind: TransitionKind,
  moves: Day,
  have: readonly Pick<TransitionVisit, 'kind' | 'fellThrough'>[],
  today: Day,
): UsualVisit[] => {
  const left = new Map<string, number>()
  for (const { kind: one, fellThrough } of have)
    if (fellThrough === null) left.set(one, (left.get(one) ?? 0) + 1)
  return usual[kind].flatMap(({ kind: one, weeks }) => {
    const there = left.get(one) ?? 0
    left.set(one, there - 1)
    const on = addDays(moves, -7 * weeks)
    return there > 0 ? [] : [{ kind: one, on: on < today && on < moves ? today : on }]
  })
}

type Counted = 'transitionBegins' | 'transitionAgreed' | 'transitionLook'
/** A day of practice, counted back from the move or on from it. */
export const transitionDay = (name: Counted, moves: Day): RuledDay => {
  const row = lawOn(name, moves)
  return {
    day: reckon(moves, row.span, name === 'transitionLook' ? 'after' : 'before'),
    why: whyOf(name, row, { [t`Moves on`]: showDay(moves) }),
  }
}

/** The day of the move that a plan is for: what the pupil's row says, else the last day here, else what is usual. */
export const movesOn = (
  pupil: Pick<Pupil, 'moves' | 'left' | 'movesTo' | 'yearGroup'>,
  settings: ReviewSettings,
  today: Day,
): Day | null => pupil.moves ?? pupil.left ?? phaseTransferOf(pupil, settings, today)?.moves ?? null

/** Pupils with a plan or support who move on this year and have no transition plan, once it is time to begin one. */
export const moversWithout = <P extends Stored<Pupil>>(
  pupils: readonly P[],
  transitions: readonly Pick<Transition, 'pupil' | 'closedOn'>[],
  settings: ReviewSettings,
  today: Day,
): { readonly pupil: P; readonly begin: RuledDay; readonly kind: TransitionKind }[] => {
  const planned = new Set(transitions.flatMap(({ pupil, closedOn }) => (closedOn === null ? [pupil] : [])))
  return pupils.flatMap((pupil) => {
    if (pupil.status === 'N' || (pupil.left !== null && pupil.left < today) || planned.has(pupil.key))
      return []
    const move = phaseTransferOf(pupil, settings, today)
    if (move === null) return []
    const begin = transitionDay('transitionBegins', move.moves)
    return begin.day <= today ? [{ pupil, begin, kind: kindOfMove[move.move] }] : []
  })
}
