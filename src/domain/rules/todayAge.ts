import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import { type Contributor, toBeNamed } from '../records/contributor.ts'
import type { Review } from '../records/review.ts'
import { reviewDuties } from './ageDuties.ts'
import type { Day } from './day.ts'
import { inviteBy, reportBy } from './reviewDates.ts'
import { meetingHeld } from './reviewMoves.ts'
import { settingsFor } from './reviewSettings.ts'
import { type Context, lineOf, review, verb } from './todayParts.ts'
import type { WorkLine } from './todayTypes.ts'

const adulthood = [
  'adulthoodWork',
  'adulthoodLiving',
  'adulthoodCommunity',
  'adulthoodHealth',
  'adulthoodDestination',
  'adulthoodReferrals',
] as const satisfies readonly (keyof Review)[]

/**
 * What a pupil's age asks of a review and nobody has done: the young person on the list of those invited before the
 * meeting (R14), what prepares for adulthood in the report after it (R13).
 */
export const ageLines = (
  reviews: readonly Stored<Review>[],
  contributors: readonly Stored<Contributor>[],
  context: Context,
): WorkLine[] => {
  const people = grouped(contributors, (one) => one.review)
  return reviews.flatMap((one) => {
    const pupil = context.pupils.get(one.pupil)
    const { meetingDate } = one
    if (!pupil || !meetingDate || one.stage === 'closed' || one.reportSent) return []
    const settings = settingsFor(pupil, context.review)
    // The authority runs the review of a pupil who is at no school.
    if (settings.elsewhere) return []
    const duties = reviewDuties(pupil, meetingDate, null, settings)
    const whyOf = (name: 'adulthood' | 'youngPerson') => duties.find(({ duty }) => duty === name)?.why ?? null
    const line = (
      id: string,
      day: Day,
      what: string,
      words: string,
      block: string,
      name: 'adulthood' | 'youngPerson',
    ) =>
      // prettier-ignore
      lineOf('school', day, context, {
        id: `${id}:${one.key}`,
        about: 'review',
        pupils: [one.pupil],
        what,
        why: whyOf(name),
        next: verb(words, review(one.key, block)),
        open: review(one.key, block),
      })
    if (meetingHeld(one))
      return whyOf('adulthood') && adulthood.every((field) => one[field] === null)
        ? [line('adulthood', reportBy(meetingDate, settings).day, t`Preparing for adulthood isn’t written yet`, t`Write it`, 'adulthood', 'adulthood')] // prettier-ignore
        : []
    const invited = (people.get(one.key) ?? []).some(
      ({ role, name }) => role === 'youngPerson' && name !== toBeNamed,
    )
    return whyOf('youngPerson') && !invited
      ? [line('youngPerson', inviteBy(meetingDate, settings).day, t`The young person isn’t on the list of those invited`, t`Invite them`, 'step-invite', 'youngPerson')] // prettier-ignore
      : []
  })
}
