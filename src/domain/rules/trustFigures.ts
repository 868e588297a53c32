import { inWords, t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { Need } from '../records/need.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { type Count, hiddenOf, type Sum } from './analysisHidden.ts'
import { needTypes, senStatuses, yearGroupOrder, yearGroups } from './codes.ts'
import { onRollOn } from './census.ts'
import { currentNeeds } from './currentNeeds.ts'
import { addMonths, type Day } from './day.ts'
import { reviewDue } from './reviewDue.ts'
import { heldReviews } from './reviewOwed.ts'
import type { ReviewSettings } from './reviewSettings.ts'

/** Counts are whole; money is pence, time is minutes. */
export type FigureUnit = 'pupils' | 'reviews' | 'pence' | 'minutes'
/** Value null: hidden, as it is small or beside a small one. */
export type TrustFigure = { readonly id: string; readonly value: number | null }

/** A sum that is hidden where fewer pupils than that stand behind it. */
export type Behind = { readonly value: number; readonly pupils: number }

export type TrustSources = {
  readonly pupils: readonly (Pupil & { readonly key: string })[]
  readonly needs: readonly Need[]
  readonly reviews: readonly (Review & { readonly key: string })[]
  readonly settings: ReviewSettings
  /** What provision costs in the financial year, and the top-up that comes for it; null where it isn't sent. */
  readonly cost: Behind | null
  readonly topUp: Behind | null
  /** Minutes of support planned and given in the last four weeks; null where nothing was planned. */
  readonly planned: Behind | null
  readonly given: Behind | null
}

const statuses = ['E', 'K'] as const
const years = [...yearGroupOrder, 'none'] as const
const types = [...Object.keys(needTypes), 'none'] as (keyof typeof needTypes | 'none')[]

export type FigurePart = 'register' | 'years' | 'needs' | 'reviews' | 'money' | 'delivery'
export type FigureKind = {
  readonly id: string
  readonly part: FigurePart
  readonly words: string
  readonly unit: FigureUnit
  /** How it is counted, for whoever asks why. */
  readonly says: string
}

/** Every figure that a school sends, in order. */
export const figureKinds: readonly FigureKind[] = [
  {
    id: 'send',
    part: 'register',
    words: t`Pupils with SEND`,
    unit: 'pupils',
    says: t`Pupils on roll on that day with SEN support or an EHC plan.`,
  },
  ...statuses.map((code): FigureKind => ({
    id: `status.${code}`,
    part: 'register',
    words: inWords(senStatuses[code]),
    unit: 'pupils',
    says: t`Pupils on roll on that day whose SEN status this is.`,
  })),
  ...years.map((code): FigureKind => ({
    id: `year.${code}`,
    part: 'years',
    words: code === 'none' ? t`No year group recorded` : inWords(yearGroups[code]),
    unit: 'pupils',
    says: t`Pupils with SEND on roll on that day, by the year group in their record.`,
  })),
  ...types.map((code): FigureKind => ({
    id: `need.${code}`,
    part: 'needs',
    words: code === 'none' ? t`No need recorded` : inWords(needTypes[code]),
    unit: 'pupils',
    says: t`Pupils with SEND on roll on that day, each once, by the first of their current needs.`,
  })),
  {
    id: 'plans.inTime',
    part: 'reviews',
    words: t`EHC plans with nothing of a review overdue`,
    unit: 'pupils',
    says: t`Pupils with an EHC plan whose review is neither overdue nor late on that day, by the school’s own limits.`,
  },
  {
    id: 'plans.overdue',
    part: 'reviews',
    words: t`EHC plans with something of a review overdue`,
    unit: 'pupils',
    says: t`Pupils with an EHC plan whose review is overdue or late on that day, the authority’s part too.`,
  },
  {
    id: 'reviews.inTime',
    part: 'reviews',
    words: t`Annual reviews held within 12 months`,
    unit: 'reviews',
    says: t`Annual reviews of the last 12 months held no more than 12 months after the one before, or after the plan was issued.`,
  },
  {
    id: 'reviews.late',
    part: 'reviews',
    words: t`Annual reviews held later`,
    unit: 'reviews',
    says: t`Annual reviews of the last 12 months held more than 12 months after the one before, or after the plan was issued.`,
  },
  {
    id: 'money.cost',
    part: 'money',
    words: t`Cost of provision this financial year`,
    unit: 'pence',
    says: t`What the lines of all pupils cost in the financial year of that day, at the school’s own rates.`,
  },
  {
    id: 'money.topUp',
    part: 'money',
    words: t`Top-up funding this financial year`,
    unit: 'pence',
    says: t`What comes for named pupils on top, in the financial year of that day.`,
  },
  {
    id: 'minutes.planned',
    part: 'delivery',
    words: t`Support planned in four weeks`,
    unit: 'minutes',
    says: t`Minutes of all sessions of pupils that should have been in the four weeks before that day.`,
  },
  {
    id: 'minutes.given',
    part: 'delivery',
    words: t`Support given in four weeks`,
    unit: 'minutes',
    says: t`Minutes given of those sessions, with what was made up for; never more than was planned.`,
  },
]

/** Reviews of the last twelve months that were held in time and late; without a day to reckon from a review is neither. */
const heldInTime = (sources: TrustSources, today: Day) => {
  const byPupil = grouped(sources.reviews, (review) => review.pupil)
  const since = addMonths(today, -12)
  const counts = { inTime: 0, late: 0 }
  for (const { key, planIssued } of sources.pupils) {
    const held = heldReviews(byPupil.get(key) ?? []).filter(({ type }) => type === 'annual')
    held.forEach((review, at) => {
      const day = review.meetingDate!
      const from = held[at + 1]?.meetingDate ?? review.previousDate ?? planIssued
      if (day <= since || day > today || !from || from > day) return
      counts[day <= addMonths(from, 12) ? 'inTime' : 'late'] += 1
    })
  }
  return counts
}

/**
 * What a school sends on a day: every figure of `figureKinds` that there is, small ones hidden and as many beside them
 * as it takes that none can be worked out from the rest. Sums of money and time are hidden where fewer pupils than
 * `fewest` stand behind them.
 */
export const trustFigures = (sources: TrustSources, today: Day, fewest: number): TrustFigure[] => {
  const send = sources.pupils.filter((pupil) => pupil.status !== 'N' && onRollOn(pupil, today))
  const needsOf = grouped(sources.needs, (need) => need.pupil)
  const reviewsOf = grouped(sources.reviews, (review) => review.pupil)
  const n = new Map<string, number>()
  const count = (id: string) => n.set(id, (n.get(id) ?? 0) + 1)
  for (const pupil of send) {
    count('send')
    count(`status.${pupil.status}`)
    count(`year.${pupil.yearGroup ?? 'none'}`)
    count(`need.${currentNeeds(needsOf.get(pupil.key) ?? [], today)[0]?.type ?? 'none'}`)
    if (pupil.status !== 'E') continue
    const due = reviewDue(pupil, reviewsOf.get(pupil.key) ?? [], sources.settings, today)
    count(due?.status === 'overdue' || due?.status === 'late' ? 'plans.overdue' : 'plans.inTime')
  }
  const reviews = heldInTime({ ...sources, pupils: send }, today)
  n.set('reviews.inTime', reviews.inTime)
  n.set('reviews.late', reviews.late)

  const counts = figureKinds
    .filter(({ unit }) => unit === 'pupils' || unit === 'reviews')
    .map(({ id }): Count => ({
      id,
      n: n.get(id) ?? 0,
      shown: true,
      ...(id === 'send' ? { last: true } : {}),
    }))
  const ids = (start: string) => counts.map(({ id }) => id).filter((id) => id.startsWith(start))
  const sums: Sum[] = [
    { whole: 'send', parts: ids('status.') },
    { whole: 'send', parts: ids('year.') },
    { whole: 'send', parts: ids('need.') },
    { whole: 'status.E', parts: ids('plans.') },
  ]
  const hidden = hiddenOf(counts, sums, fewest)
  const behind: readonly (readonly [string, Behind | null])[] = [
    ['money.cost', sources.cost],
    ['money.topUp', sources.topUp],
    ['minutes.planned', sources.planned],
    ['minutes.given', sources.given],
  ]
  return [
    ...counts.map(({ id, n: value }) => ({ id, value: hidden.has(id) ? null : value })),
    ...behind.flatMap(([id, sum]) =>
      sum === null ? [] : [{ id, value: sum.pupils > 0 && sum.pupils < fewest ? null : sum.value }],
    ),
  ]
}
