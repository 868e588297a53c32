import { blank } from '../../domain/record.ts'
import { Chase } from '../../domain/records/chase.ts'
import { addDays } from '../../domain/rules/day.ts'
import { decisionBy } from '../../domain/rules/reviewDates.ts'
import { keyOn, type randomFrom } from './random.ts'
import type { Held } from './reviewParts.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

/** Letters to the authority about decisions that are late: some a few days ago, some long enough to write again. */
export const makeChases = (
  { today }: Setting,
  random: ReturnType<typeof randomFrom>,
  held: readonly Held[],
): Row<Chase>[] =>
  held.flatMap(({ review: { key, record }, known }) => {
    if (record.stage !== 'reportSent' || !record.meetingDate) return []
    const { day, why } = decisionBy(record.meetingDate)
    const on = addDays(today, -random.pick([2, 9]))
    if (on <= day) return []
    return [
      {
        key: keyOn(random, on),
        record: blank(Chase, {
          pupil: known.pupil.key,
          review: key,
          what: 'decision',
          to: known.pupil.record.localAuthorityOfficer,
          on,
          by: 'letter',
          wasDue: day,
          duty: `${why.says}.`,
        }),
      },
    ]
  })
