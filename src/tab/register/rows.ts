import type { Stored } from '../../domain/record.ts'
import type { Need } from '../../domain/records/need.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import { needTypes, yearGroupOrder, yearGroups } from '../../domain/rules/codes.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { ReviewSettings } from '../../domain/rules/reviewDates.ts'
import { type ReviewDue, reviewDue } from '../../domain/rules/reviewDue.ts'

/** One line of the register, with what it is sorted and searched by. */
export type Row = {
  readonly pupil: Stored<Pupil>
  readonly need: Need['type'] | null
  readonly due: ReviewDue | null
  readonly haystack: string
}

/** Small letters without accents, so that "Zoe" finds Zoë. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Groups by a key, in order. */
export const by = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = found.get(key)
    if (group) group.push(one)
    else found.set(key, [one])
  }
  return found
}

/** The need that counts first: lowest rank that has not ended. */
export const primaryNeed = (needs: readonly Need[], today: Day): Need | undefined =>
  needs
    .filter((need) => !need.until || need.until >= today)
    .reduce<Need | undefined>(
      (first, need) => (first && (first.rank ?? 99) <= (need.rank ?? 99) ? first : need),
      undefined,
    )

export const rowsOf = (
  pupils: readonly Stored<Pupil>[],
  needs: readonly Need[],
  reviews: readonly Stored<Review>[],
  settings: ReviewSettings,
  today: Day,
): Row[] => {
  const needsOf = by(needs, (need) => need.pupil)
  const reviewsOf = by(reviews, (review) => review.pupil)
  return pupils
    .filter((pupil) => !pupil.left || pupil.left >= today)
    .map((pupil) => {
      const own = needsOf.get(pupil.key) ?? []
      const need = primaryNeed(own, today)?.type ?? null
      const words = [
        fullName(pupil),
        pupil.forename,
        pupil.upn,
        pupil.className,
        pupil.yearGroup && yearGroups[pupil.yearGroup],
        ...own.map(({ type }) => needTypes[type]),
      ]
      return {
        pupil,
        need,
        due: reviewDue(pupil, reviewsOf.get(pupil.key) ?? [], settings, today),
        haystack: folded(words.filter(Boolean).join(' ')),
      }
    })
}

export const columns = {
  name: 'Name',
  year: 'Year',
  class: 'Class',
  status: 'SEN status',
  need: 'Primary need',
  due: 'Next for the annual review',
  upn: 'UPN',
  born: 'Date of birth',
  plan: 'EHC plan since',
  adult: 'Key adult',
} as const
export type Column = keyof typeof columns
export const usualColumns: readonly Column[] = ['name', 'year', 'class', 'status', 'need', 'due']

const dueRank = { overdue: 0, late: 1, dueSoon: 2, authority: 3, unknown: 4, onTrack: 5, done: 6 }
const nameOf = ({ pupil }: Row) => folded(`${pupil.surname} ${pupil.preferredForename ?? pupil.forename}`)

const sortText: Record<Column, (row: Row) => string> = {
  name: nameOf,
  year: ({ pupil }) =>
    pupil.yearGroup ? String(yearGroupOrder.indexOf(pupil.yearGroup)).padStart(2, '0') : '',
  class: ({ pupil }) => folded(pupil.className ?? ''),
  status: ({ pupil }) => pupil.status,
  need: ({ need }) => (need ? needTypes[need] : ''),
  due: ({ due }) => (due ? `${dueRank[due.status]}${due.day ?? ''}` : ''),
  upn: ({ pupil }) => pupil.upn ?? '',
  born: ({ pupil }) => pupil.dateOfBirth,
  plan: ({ pupil }) => pupil.planIssued ?? '',
  adult: ({ pupil }) => folded(pupil.keyAdult ?? ''),
}

/** Sorted by a column, then by surname; a blank is last whichever way. */
export const sortedRows = (rows: readonly Row[], column: Column, down: boolean): Row[] => {
  const keyed = rows.map((row) => ({ row, text: sortText[column](row), name: nameOf(row) }))
  keyed.sort((a, b) => {
    if (a.text !== b.text) {
      if (a.text === '') return 1
      if (b.text === '') return -1
      return (a.text < b.text ? -1 : 1) * (down ? -1 : 1)
    }
    return a.name < b.name ? -1 : 1
  })
  return keyed.map(({ row }) => row)
}
