import { blank } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { SavedView } from '../../domain/records/savedView.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const reasons = {
  K: [
    'Little progress after two terms of help in class; agreed with the parents to begin support.',
    'The screening in the first term and what two teachers see point the same way.',
    'Came from the last school with a support plan; looked at again after six weeks here.',
  ],
  E: ['The authority issued the plan.', 'The authority issued the plan after the needs assessment.'],
} as const

/** The statuses that a pupil with SEND had before, each on its own days; a few were written down late. */
export const makeStatusPeriods = (
  { today, senco }: Pick<Setting, 'today' | 'senco'>,
  random: Random,
  pupils: readonly Row<Pupil>[],
): Row<StatusPeriod>[] =>
  pupils.flatMap(({ key, record: { status, statusFrom, admitted } }) => {
    if (status === 'N' || statusFrom === null || random.chance(0.25)) return []
    const closed = (before: 'N' | 'K', from: Day | null, next: 'K' | 'E', day: Day): Row<StatusPeriod> => {
      const late = addDays(day, random.chance(0.15) ? random.whole(9, 40) : random.whole(0, 3))
      const told = addDays(day, random.whole(-7, 5))
      return {
        key: keyOn(random, day),
        record: blank(StatusPeriod, {
          pupil: key,
          status: before,
          from,
          until: addDays(day, -1),
          became: next,
          why: random.pick(reasons[next]),
          decidedBy: next === 'E' ? null : senco,
          parentTold: next === 'K' && random.chance(0.92) && told <= today ? told : null,
          recordedOn: late > today ? today : late,
        }),
      }
    }
    if (status === 'K') return [closed('N', null, 'K', statusFrom)]
    const began = addDays(statusFrom, -random.whole(240, 560))
    const from = admitted !== null && admitted > began ? null : began
    return from === null
      ? [closed('K', null, 'E', statusFrom)]
      : [closed('N', null, 'K', from), closed('K', from, 'E', statusFrom)]
  })

/** Views of the register that a SENCO looks at again and again. */
export const makeSavedViews = ({ today }: Pick<Setting, 'today'>, random: Random): Row<SavedView>[] =>
  (
    [
      ['EHC plans by next date', 'status=E&sort=due'],
      ['Moving on this year', 'has=moves&columns=year.class.status.need.moves.adult'],
      ['Looked after or pupil premium', 'has=premium.looked&columns=year.class.status.needs.premium.looked'],
    ] as const
  ).map(([name, query]) => ({
    key: keyOn(random, addDays(today, -60)),
    record: blank(SavedView, { name, place: 'register', query }),
  }))
