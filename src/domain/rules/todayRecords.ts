import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { Need } from '../records/need.ts'
import type { Outcome } from '../records/outcome.ts'
import type { OutcomeProgress } from '../records/outcomeProgress.ts'
import type { Profile } from '../records/profile.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { addMonths, showDay } from './day.ts'
import { profileOn } from './publish.ts'
import { meetingHeld } from './reviewMoves.ts'
import { type Context, inPupil, recordLine, stillHere, verb, whyOf } from './todayParts.ts'
import { nearDay, type Published, type WorkLine } from './todayTypes.ts'

const withSend = ({ pupils, today }: Context): Stored<Pupil>[] =>
  [...pupils.values()].filter((pupil) => pupil.status !== 'N' && stillHere(pupil, today))

/** Pupils with a status and no need, and plans whose first issue nobody wrote down: nothing can be reckoned from them. */
export const needLines = (needs: readonly Stored<Need>[], context: Context): WorkLine[] => {
  const { today } = context
  const having = new Set(
    needs.filter(({ until }) => until === null || until >= today).map(({ pupil }) => pupil),
  )
  return withSend(context)
    .filter(({ key }) => !having.has(key))
    .map(({ key, status }) =>
      recordLine(context, {
        id: `noNeed:${key}`,
        task: { purpose: 'provision', words: 'Need missing' },
        word: 'Missing',
        pupils: [key],
        what: 'No need is recorded',
        why: whyOf(
          'Need',
          'Who is on the register has a need: the spring census asks for its type',
          'must',
          'School census guide, SEN type',
          { Status: status === 'E' ? 'EHC plan' : 'SEN support' },
        ),
        next: verb('Add a need', inPupil(key, 'needs')),
        open: inPupil(key, 'needs'),
      }),
    )
}

export const planDateLines = (context: Context): WorkLine[] =>
  withSend(context)
    .filter(({ status, planIssued }) => status === 'E' && planIssued === null)
    .map(({ key, lastDecision }) =>
      recordLine(context, {
        id: `noPlanDate:${key}`,
        task: { purpose: 'review', words: 'Plan’s date of issue missing' },
        word: 'Missing',
        pupils: [key],
        what: 'EHC plan has no date of issue',
        why: whyOf(
          'R10',
          'The twelve months to the next review run from the plan’s issue or the authority’s last decision',
          'must',
          'Children and Families Act 2014, section 44',
          { 'Last decision': lastDecision ? showDay(lastDecision) : 'Not recorded' },
        ),
        next: verb('Add the date', inPupil(key, 'details', { field: 'planIssued' })),
        open: inPupil(key, 'details'),
      }),
    )

/** Current outcomes of which the last review says nothing, and those whose day has passed. */
export const outcomeLines = (
  outcomes: readonly Stored<Outcome>[],
  progress: readonly Stored<OutcomeProgress>[],
  reviews: readonly Stored<Review>[],
  context: Context,
): WorkLine[] => {
  const { today } = context
  const here = new Set(withSend(context).map(({ key }) => key))
  const byPupil = grouped(reviews, ({ pupil }) => pupil)
  const meetings = new Map(reviews.map((review) => [review.key, review.meetingDate]))
  const found = grouped(
    progress.filter(({ rating, evidence }) => rating !== null || evidence !== null),
    ({ outcome }) => outcome,
  )
  return outcomes.flatMap((outcome): WorkLine[] => {
    const { key, pupil, status, by, setOn } = outcome
    if (status !== 'current' || !here.has(pupil)) return []
    const place = inPupil(pupil, 'outcomes', { about: key })
    const about = {
      pupils: [pupil],
      open: place,
      task: { purpose: 'review', words: 'Outcome out of date' },
    } as const
    if (by !== null && by < today)
      return [
        recordLine(context, {
          ...about,
          id: `outcomePast:${key}`,
          word: 'Out of date',
          what: `An outcome was to be reached by ${showDay(by)}`,
          why: whyOf('Outcome', 'Its own day has passed and it is still current', 'recommended', 'Outcomes', {
            By: showDay(by),
          }),
          next: verb('Look at the outcome', place),
        }),
      ]
    const last = (byPupil.get(pupil) ?? [])
      .filter((review) => review.meetingDate && meetingHeld(review))
      .reduce<Stored<Review> | null>(
        (latest, one) => (latest && latest.meetingDate! >= one.meetingDate! ? latest : one),
        null,
      )
    // While its report is being written, what is missing belongs to that.
    if (!last || last.stage === 'meetingHeld' || (setOn !== null && setOn >= last.meetingDate!)) return []
    const told = (found.get(key) ?? []).some(
      ({ review }) => (meetings.get(review) ?? '9') >= last.meetingDate!,
    )
    return told
      ? []
      : [
          recordLine(context, {
            ...about,
            id: `noProgress:${key}`,
            word: 'Out of date',
            what: `An outcome has no progress recorded since the review of ${nearDay(last.meetingDate!, today)}`,
            why: whyOf(
              'Outcome',
              'A review says of each outcome how far the pupil has come',
              'should',
              'SEND Code of Practice 9.166',
              { 'Last review': showDay(last.meetingDate!) },
            ),
            next: verb('Look at the outcome', place),
          }),
        ]
  })
}

/** Profiles older than a year, or whose own day for another look has passed. */
export const profileLines = (profiles: readonly Stored<Profile>[], context: Context): WorkLine[] => {
  const { today } = context
  const here = new Set(withSend(context).map(({ key }) => key))
  return [...grouped(profiles, ({ pupil }) => pupil)].flatMap(([pupil, own]) => {
    const profile = here.has(pupil) ? profileOn(own, today) : null
    if (!profile) return []
    const passed = profile.reviewOn !== null && profile.reviewOn < today
    if (!passed && addMonths(profile.from, 12) > today) return []
    return [
      recordLine(context, {
        id: `profileOld:${pupil}`,
        task: { purpose: 'provision', words: 'Profile out of date' },
        word: 'Out of date',
        pupils: [pupil],
        what: passed
          ? `Profile was to be looked at by ${showDay(profile.reviewOn!)}`
          : `Profile is from ${showDay(profile.from)}`,
        why: whyOf(
          'Profile',
          'A profile is looked at again on the day agreed, and at least once a year',
          'recommended',
          'Profile of the pupil',
          {
            'Agreed on': showDay(profile.from),
            ...(profile.reviewOn ? { 'Look at it again on': showDay(profile.reviewOn) } : {}),
          },
        ),
        next: verb('Look at it again', inPupil(pupil, 'profile')),
        open: inPupil(pupil, 'profile'),
      }),
    ]
  })
}

/** Pupils whose record changed since it was published to staff, and copies that staff should not see any more. */
export const publishedLines = (published: readonly Published[], context: Context): WorkLine[] =>
  published.flatMap(({ pupil, is, changes }) => {
    if ((is !== 'changed' && is !== 'stillShown') || !context.pupils.has(pupil)) return []
    const parts = [...new Set(changes.map(({ label }) => label.toLowerCase()))].join(', ')
    return [
      recordLine(context, {
        id: `published:${pupil}`,
        word: is === 'changed' ? 'Out of date' : 'Still shown',
        pupils: [pupil],
        what:
          is === 'changed'
            ? 'Record changed since it was published to staff'
            : 'Staff still see what should be withdrawn',
        detail: is === 'changed' ? parts : null,
        why: whyOf('Published', 'Staff see a copy: it is compared with the record', 'local', 'Profiles', {
          Differs: parts,
        }),
        task: { purpose: 'provision', words: is === 'changed' ? 'Publish again' : 'Withdraw from staff' },
        next:
          is === 'changed'
            ? verb('Publish again', { is: 'publish', pupil })
            : verb('Withdraw', { is: 'withdraw', pupil }),
        open: inPupil(pupil, 'profile'),
      }),
    ]
  })
