import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import { folded } from '../folded.ts'
import type { Action } from '../records/action.ts'
import { showDay } from './day.ts'
import { chasedWords, mayChase } from './todayChases.ts'
import { type Context, inPupil, joined, lateWords, lineOf, review, verb, whyOf } from './todayParts.ts'
import type { Act, WorkLine } from './todayTypes.ts'

/** A name as it is compared: `The SENCO` and `the senco.` are one. */
const plain = (name: string) =>
  folded(name)
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** Whether an action is the SENCO's own: nobody else is named. */
const isOwn = (owner: string | null, senco: string | null): boolean => {
  if (owner === null) return true
  const name = plain(owner)
  return /^(the )?send?co$/.test(name) || (senco !== null && name === plain(senco))
}

const placeOf = (action: Stored<Action>): Act =>
  action.pupil
    ? inPupil(action.pupil, 'actions', { about: action.key })
    : action.review
      ? review(action.review, 'actions')
      : { is: 'done', action: action.key }

/** Every action that is still to do. One line long: the whole is where it opens. */
export const actionLines = (actions: readonly Stored<Action>[], context: Context): WorkLine[] => {
  const { today, school, chases, pupils } = context
  return actions.flatMap((action) => {
    if (action.status !== 'open' || (action.pupil !== null && !pupils.has(action.pupil))) return []
    const own = isOwn(action.owner, school?.senco ?? null)
    const late = action.due !== null && action.due < today
    const chased = chases.of({ what: 'action', action: action.key })
    const done = verb(t`Mark as done`, { is: 'done', action: action.key })
    return [
      lineOf(own ? 'school' : 'others', action.due, context, {
        id: `action:${action.key}`,
        about: 'action',
        ...(action.review ? { task: { purpose: 'review', words: 'Action of a review' } as const } : {}),
        pupils: action.pupil ? [action.pupil] : [],
        what: action.what.split('\n')[0]!,
        typed: true,
        detail: joined(
          action.owner,
          late && lateWords(action.due, today),
          chased && chasedWords(chased, today),
        ),
        chased,
        why: whyOf(
          t`Action`,
          action.review ? t`Agreed at a review` : t`Agreed at school`,
          'local',
          t`Actions`,
          {
            Who: action.owner ?? t`Nobody named`,
            By: action.due ? showDay(action.due) : t`No date`,
          },
        ),
        next:
          own || !late || !mayChase(chased, today)
            ? done
            : verb(t`Chase`, {
                is: 'remind',
                given: {
                  pupil: action.pupil,
                  review: action.review,
                  action: action.key,
                  what: 'action',
                  to: action.owner,
                  on: today,
                  wasDue: action.due,
                },
              }),
        open: placeOf(action),
      }),
    ]
  })
}
