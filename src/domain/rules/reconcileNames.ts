import { folded } from '../folded.ts'
import { daysBetween, type Day, partsOf } from './day.ts'
import type { ListName, ListRow } from './reconcileTypes.ts'

/** A name without what two clerks write differently: capitals, accents, apostrophes, hyphens and spaces. */
export const foldName = (name: string | null | undefined): string =>
  folded(name ?? '').replace(/[^\p{L}\p{N}]/gu, '')

/** Letters put in, left out, changed or swapped with their neighbour between two words; counted up to `most` + 1. */
export const slips = (one: string, other: string, most = 2): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return Math.min(last[other.length]!, most + 1)
}

/** Words that may be one name: a slip or two in a long one, one the beginning or a part of the other. */
const nearWord = (one: string, other: string): boolean =>
  one === other ||
  (one !== '' &&
    other !== '' &&
    (slips(one, other) <= (Math.min(one.length, other.length) > 4 ? 2 : 1) ||
      (Math.min(one.length, other.length) >= 3 && (one.startsWith(other) || other.startsWith(one)))))

const namesOf = ({ surname, forename, preferredForename }: ListRow) => ({
  surname: foldName(surname),
  forenames: [foldName(forename), foldName(preferredForename)].filter((name) => name !== ''),
})

/** Whether two rows bear one name: surname, and forename or the name that the child goes by. */
export const sameName = (a: ListRow, b: ListRow): boolean => {
  const [one, other] = [namesOf(a), namesOf(b)]
  return (
    one.surname !== '' &&
    one.surname === other.surname &&
    one.forenames.some((name) => other.forenames.includes(name))
  )
}

/** Whether the forenames of two rows may be one, whatever the surnames. */
export const nearForename = (a: ListRow, b: ListRow): boolean => {
  const [one, other] = [namesOf(a), namesOf(b)]
  return one.forenames.some((name) => other.forenames.some((theirs) => nearWord(name, theirs)))
}

/** Whether two rows bear names that may be one, names in the wrong columns too. */
export const nearName = (a: ListRow, b: ListRow): boolean => {
  const [one, other] = [namesOf(a), namesOf(b)]
  const swapped = one.forenames.includes(other.surname) && other.forenames.includes(one.surname)
  return (
    swapped ||
    (nearWord(one.surname, other.surname) &&
      one.forenames.some((name) => other.forenames.some((theirs) => nearWord(name, theirs))))
  )
}

/** Whether one day may be the other, mistyped: day and month swapped, one figure wrong, a year or a few days off. */
export const nearDay = (one: Day, other: Day): boolean => {
  const [year, month, date] = partsOf(one)
  const [theirYear, theirMonth, theirDate] = partsOf(other)
  if (year === theirYear && month === theirDate && date === theirMonth) return true
  return slips(one, other, 1) <= 1 || Math.abs(daysBetween(one, other)) <= 3
}

/** Surname, legal forename and date of birth together; null where one of them is missing: never any less. */
export const nameKeyOf = ({ surname, forename, dateOfBirth }: ListRow): string | null =>
  foldName(surname) === '' || foldName(forename) === '' || !dateOfBirth
    ? null
    : `${foldName(surname)}|${foldName(forename)}|${dateOfBirth}`

/** What a row of a list is known by from one reading to the next, wherever it stands. */
export const identityOf = (list: ListName, row: ListRow): string =>
  row.key ??
  `${list}|${row.upn ?? ''}|${nameKeyOf(row) ?? `${foldName(row.surname)}|${foldName(row.forename)}|${row.dateOfBirth ?? ''}`}`
