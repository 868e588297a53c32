import { folded, searchWords } from '../../domain/folded.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import { saidOf } from '../../domain/fields.ts'
import { fieldsOf, type Stored } from '../../domain/record.ts'
import { fullName } from '../../domain/records/pupil.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { classKey } from '../../domain/rules/classStaff.ts'
import { type YearGroup, yearGroupOrder } from '../../domain/rules/codes.ts'

const shows = ['seen', 'changed', 'none'] as const
/** What the screen lists: what staff see; for the SENCO also what changed since, and of whom nothing is published. */
export type Shows = (typeof shows)[number]

/** What of the profiles is listed; all of it but the words typed is kept in the address. */
export type Filter = {
  readonly shows: Shows
  readonly years: readonly string[]
  /** Codes of classes: a class's name is typed by a person, and nothing typed is ever in an address. */
  readonly classes: readonly string[]
  /** Those of the classes that the person is put down for, or everybody's; null: as is usual for them. */
  readonly whose: 'mine' | 'all' | null
}

/** The code of a class in an address: the same for everybody, and says nothing. */
export const codeOfClass = (name: string): string => derivedKey('class', name).slice(-8)

const listed = (query: URLSearchParams, name: string) => (query.get(name) ?? '').split('.').filter(Boolean)

export const filterOf = (query: URLSearchParams): Filter => ({
  shows: shows.find((name) => name === query.get('show')) ?? 'seen',
  years: listed(query, 'year').filter((code) => yearGroupOrder.includes(code as YearGroup)),
  classes: listed(query, 'class').filter((code) => /^[0-9A-Z]{8}$/.test(code)),
  whose: (['mine', 'all'] as const).find((name) => name === query.get('whose')) ?? null,
})

/** The address part of a filter; what is usual is not written. */
export const queryOf = (filter: Filter): URLSearchParams => {
  const query = new URLSearchParams()
  if (filter.shows !== 'seen') query.set('show', filter.shows)
  if (filter.years.length > 0) query.set('year', filter.years.join('.'))
  if (filter.classes.length > 0) query.set('class', filter.classes.join('.'))
  if (filter.whose) query.set('whose', filter.whose)
  return query
}

/** The classes of some pupils, by code and name. */
export const classesIn = (
  all: readonly { readonly className: string | null }[],
): [code: string, name: string][] =>
  [...new Set(all.flatMap(({ className }) => className ?? []))]
    .toSorted((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
    .map((name) => [codeOfClass(name), name])

const haystack = (profile: StaffProfile) =>
  folded(
    [
      fullName(profile),
      ...fieldsOf(StaffProfile).map(([name, field]) => saidOf(field, profile[name as keyof StaffProfile])),
    ].join(' '),
  )

type Placed = { readonly yearGroup: string | null; readonly className: string | null }
/**
 * Whether a list begins with the person's own classes: where they are put down for some, read the profiles and not the
 * records, and have not chosen another class.
 */
export const showsMine = (
  { whose, classes, years }: Filter,
  mine: readonly string[],
  senco: boolean,
): boolean =>
  mine.length > 0 && (whose === 'mine' || (whose === null && !senco && classes.length + years.length === 0))

/** Whether someone is in a chosen year and class; nothing chosen means everybody. */
export const isIn = ({ years, classes }: Filter, { yearGroup, className }: Placed): boolean =>
  (years.length === 0 || (yearGroup !== null && years.includes(yearGroup))) &&
  (classes.length === 0 || (className !== null && classes.includes(codeOfClass(className))))

/** The profiles that a filter and the words typed leave, by year, class and name. */
export const shownProfiles = (
  all: readonly Stored<StaffProfile>[],
  filter: Filter,
  typed: string,
  /** Names of the only classes wanted; null for all. */
  only: readonly string[] | null = null,
): Stored<StaffProfile>[] => {
  const own = only && new Set(only.map(classKey))
  const words = searchWords(typed)
  const yearOf = ({ yearGroup }: StaffProfile) => (yearGroup ? yearGroupOrder.indexOf(yearGroup) : 99)
  return all
    .filter((profile) => isIn(filter, profile))
    .filter(({ className }) => own === null || (className !== null && own.has(classKey(className))))
    .filter((profile) => {
      if (words.length === 0) return true
      const text = haystack(profile)
      return words.every((word) => text.includes(word))
    })
    .toSorted(
      (a, b) =>
        yearOf(a) - yearOf(b) ||
        (a.className ?? '').localeCompare(b.className ?? '', 'en-GB') ||
        a.surname.localeCompare(b.surname, 'en-GB'),
    )
}
