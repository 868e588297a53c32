import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { Contributor } from '../records/contributor.ts'
import type { Review } from '../records/review.ts'
import { addDays, type Day, earliest } from './day.ts'
import { circulateBy } from './reviewDates.ts'
import { meetingHeld } from './reviewMoves.ts'
import { settingsFor } from './reviewSettings.ts'
import { chasedWords, mayChase } from './todayChases.ts'
import { type Context, joined, lateWords, lineOf, review as at, verb, whyOf } from './todayParts.ts'
import { nearDay, type WorkLine } from './todayTypes.ts'

/** `2 of 5 in`; null where nobody was asked. */
export const adviceIn = (people: readonly Contributor[]): string | null => {
  const asked = people.filter(({ adviceAsked, adviceReceived }) => adviceAsked ?? adviceReceived)
  const here = asked.filter(({ adviceReceived }) => adviceReceived)
  return asked.length > 0 ? t`${here.length} of ${asked.length} in` : null
}

/** Advice that was asked for and isn't there: one line a review, until its meeting is held. */
export const adviceLines = (
  reviews: readonly Stored<Review>[],
  people: readonly Stored<Contributor>[],
  context: Context,
): WorkLine[] => {
  const { today, chases, pupils } = context
  const known = new Map(reviews.map((one) => [one.key, one]))
  return [...grouped(people, (one) => one.review)].flatMap(([key, invited]) => {
    const one = known.get(key)
    if (!one || meetingHeld(one) || !pupils.has(one.pupil)) return []
    const missing = invited.filter(({ adviceAsked, adviceReceived }) => adviceAsked && !adviceReceived)
    if (missing.length === 0) return []
    const reminded = missing.flatMap((person) => chases.of({ what: 'advice', contributor: person.key }) ?? [])
    const last = reminded.reduce<WorkLine['chased']>(
      (newest, each) => (newest && newest.on >= each.on ? newest : each),
      null,
    )
    const settings = settingsFor(pupils.get(one.pupil)!, context.review)
    const rule = one.meetingDate ? circulateBy(one.meetingDate, settings) : null
    const days = missing.flatMap(({ adviceDue }) => adviceDue ?? rule?.day ?? [])
    const day: Day | null = days.length > 0 ? earliest(...days) : null
    const byLaw = rule !== null && day === rule.day
    // Nobody writes to herself: the SENCO's own advice is waited for, not chased.
    const toChase = missing.filter(
      ({ key: person, role }) =>
        role !== 'senco' && mayChase(chases.of({ what: 'advice', contributor: person }), today),
    ).length
    const soon = day !== null && day <= addDays(today, 7)
    return [
      lineOf('others', day, context, {
        id: `advice:${key}`,
        about: 'advice',
        pupils: [one.pupil],
        what: one.meetingDate
          ? t`Advice for the review of ${nearDay(one.meetingDate, today)}`
          : t`Advice for the review`,
        detail: joined(
          adviceIn(invited),
          day !== null && day < today && lateWords(day, today),
          last &&
            (reminded.length < missing.length ? t`${reminded.length} chased` : chasedWords(last, today)),
        ),
        chased: last,
        why: byLaw
          ? rule.why
          : whyOf(
              t`Advice`,
              t`The earliest day by which it was asked for`,
              'local',
              t`People of the review`,
              {
                'Not in yet': String(missing.length),
                ...(one.meetingDate ? { Meeting: nearDay(one.meetingDate, today) } : {}),
              },
            ),
        next:
          soon && toChase > 0
            ? verb(t`Chase ${toChase}`, {
                is: 'chase',
                of: { review: key, what: 'advice', contributor: null },
              })
            : verb(t`See who is left`, at(key, 'step-advice'), false),
        open: at(key, 'step-advice'),
      }),
    ]
  })
}
