import { t } from '../../words/t.ts'
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
        task: { purpose: 'provision', words: t`Need missing` },
        word: t`Missing`,
        pupils: [key],
        what: t`No need is recorded`,
        why: whyOf(
          t`Need`,
          t`Who is on the register has a need: the spring census asks for its type`,
          'must',
          t`School census guide, SEN type`,
          { Status: status === 'E' ? t`EHC plan` : t`SEN support` },
        ),
        next: verb(t`Add a need`, inPupil(key, 'needs')),
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
        task: { purpose: 'review', words: t`Plan’s date of issue missing` },
        word: t`Missing`,
        pupils: [key],
        what: t`EHC plan has no date of issue`,
        why: whyOf(
          'R10',
          t`The twelve months to the next review run from the plan’s issue or the authority’s last decision`,
          'must',
          t`Children and Families Act 2014, section 44`,
          { 'Last decision': lastDecision ? showDay(lastDecision) : t`Not recorded` },
        ),
        next: verb(t`Add the date`, inPupil(key, 'details', { field: 'planIssued' })),
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
          word: t`Out of date`,
          what: t`An outcome was to be reached by ${showDay(by)}`,
          why: whyOf(
            t`Outcome`,
            t`Its own day has passed and it is still current`,
            'recommended',
            t`Outcomes`,
            {
              By: showDay(by),
            },
          ),
          next: verb(t`Look at the outcome`, place),
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
            word: t`Out of date`,
            what: t`An outcome has no progress recorded since the review of ${nearDay(last.meetingDate!, today)}`,
            why: whyOf(
              t`Outcome`,
              t`A review says of each outcome how far the pupil has come`,
              'should',
              t`SEND Code of Practice 9.166`,
              { 'Last review': showDay(last.meetingDate!) },
            ),
            next: verb(t`Look at the outcome`, place),
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
        task: { purpose: 'provision', words: t`Profile out of date` },
        word: t`Out of date`,
        pupils: [pupil],
        what: passed
          ? t`Profile was to be looked at by ${showDay(profile.reviewOn!)}`
          : t`Profile is from ${showDay(profile.from)}`,
        why: whyOf(
          t`Profile`,
          t`A profile is looked at again on the day agreed, and at least once a year`,
          'recommended',
          t`Profile of the pupil`,
          {
            'Agreed on': showDay(profile.from),
            ...(profile.reviewOn ? { 'Look at it again on': showDay(profile.reviewOn) } : {}),
          },
        ),
        next: verb(t`Look at it again`, inPupil(pupil, 'profile')),
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
        word: is === 'changed' ? t`Out of date` : t`Still shown`,
        pupils: [pupil],
        what:
          is === 'changed'
            ? t`Record changed since it was published to staff`
            : t`Staff still see what should be withdrawn`,
        detail: is === 'changed' ? parts : null,
        why: whyOf(t`Published`, t`Staff see a copy: it is compared with the record`, 'local', t`Profiles`, {
          Differs: parts,
        }),
        task: { purpose: 'provision', words: is === 'changed' ? t`Publish again` : t`Withdraw from staff` },
        next:
          is === 'changed'
            ? verb(t`Publish again`, { is: 'publish', pupil })
            : verb(t`Withdraw`, { is: 'withdraw', pupil }),
        open: inPupil(pupil, 'profile'),
      }),
    ]
  })
