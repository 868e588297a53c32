import { t } from '../../words/t.ts'
import { saidOf } from '../../domain/fields.ts'
import { fieldOf, type Stored } from '../../domain/record.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { type Day, daysBetween, showDay } from '../../domain/rules/day.ts'

/** A review to choose, with its pupil. */
export type ReviewOption = {
  readonly review: Stored<Review>
  readonly pupil: Stored<Pupil>
  /** `Annual review · 10 Mar 2026 · Planning` */
  readonly words: string
}

const wordsOfReview = (review: Review): string =>
  [
    saidOf(fieldOf(Review, 'type'), review.type),
    review.meetingDate ? showDay(review.meetingDate) : t`No date yet`,
    saidOf(fieldOf(Review, 'stage'), review.stage),
  ].join(' · ')

/** Every review with its pupil; those that are worked on come first, nearest to today. */
export const reviewOptions = (
  reviews: readonly Stored<Review>[],
  pupils: readonly Stored<Pupil>[],
  today: Day,
): ReviewOption[] => {
  const byKey = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const away = ({ meetingDate }: Review) => (meetingDate ? Math.abs(daysBetween(today, meetingDate)) : 10_000)
  const over = ({ stage }: Review) => (['reportSent', 'decided', 'closed'].includes(stage) ? 1 : 0)
  return reviews
    .flatMap((review) => {
      const pupil = byKey.get(review.pupil)
      return pupil ? [{ review, pupil, words: wordsOfReview(review) }] : []
    })
    .toSorted((a, b) => over(a.review) - over(b.review) || away(a.review) - away(b.review))
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const parts = (text: string) =>
  plain(text)
    .split(/[\s·.,'’-]+/)
    .filter(Boolean)

/** Those whose pupil's name, class or date begins as typed, word by word. */
export const optionsFor = (all: readonly ReviewOption[], typed: string): ReviewOption[] => {
  const wanted = parts(typed)
  return all.filter(({ pupil, words }) => {
    const has = parts(`${fullName(pupil)} ${pupil.forename} ${pupil.className ?? ''} ${words}`)
    return wanted.every((word) => has.some((one) => one.startsWith(word)))
  })
}
