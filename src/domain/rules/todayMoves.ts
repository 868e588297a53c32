import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Transfer } from '../records/transfer.ts'
import type { Transition } from '../records/transition.ts'
import { calendarOf } from './schoolCalendar.ts'
import { type Context, lineOf, verb } from './todayParts.ts'
import type { Act, WorkLine } from './todayTypes.ts'
import { leaversWithout, recordDue } from './transfer.ts'
import { moversWithout } from './transitionPlan.ts'

const list = (duty: 'transfers' | 'transitions'): Act => ({ is: 'duty', place: 'with', duty, key: null })

/** Moves for which nobody has begun anything: the limit runs from the last day on roll whether there is a row or not. */
export const moveLines = (
  transfers: readonly Stored<Transfer>[],
  transitions: readonly Stored<Transition>[],
  context: Context,
): WorkLine[] => {
  const { today, school, terms, review } = context
  const pupils = [...context.pupils.values()]
  const clock = { calendar: calendarOf(terms), inLaw: school?.inLaw ?? null }
  const leavers = leaversWithout(pupils, transfers, today).map((pupil) => {
    const { day, why } = recordDue(pupil.left!, clock)
    return lineOf('school', day, context, {
      id: `transfer:${pupil.key}`,
      about: 'support',
      task: { purpose: 'transfer', words: t`A transfer of records` },
      pupils: [pupil.key],
      what: t`A pupil leaves or left, and sending the SEND file is not begun`,
      why,
      next: verb(t`Begin a transfer`, list('transfers'), true),
      open: list('transfers'),
    })
  })
  const movers = moversWithout(pupils, transitions, review, today)
  const [first] = movers
  return [
    ...leavers,
    ...(first
      ? [
          lineOf('school', null, context, {
            id: 'transitions:without',
            about: 'support',
            task: { purpose: 'transfer', words: t`A move to another school` },
            pupils: [],
            word: t`Not begun`,
            what:
              movers.length === 1
                ? t`One pupil who moves on this year has no transition plan`
                : t`${movers.length} pupils who move on this year have no transition plan`,
            why: first.begin.why,
            next: verb(t`Begin`, list('transitions'), true),
            open: list('transitions'),
          }),
        ]
      : []),
  ]
}
