import { grouped } from '../../domain/grouped.ts'
import { folded } from '../../domain/folded.ts'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { type Day, parseDay } from '../../domain/rules/day.ts'
import { normaliseUpn } from '../../domain/rules/upn.ts'
import type { Reason } from '../readRow.ts'
import { splitName } from '../wholeName.ts'

/** How a row says whom it is about; '' where it doesn't. */
export type RowNames = {
  readonly upn: string
  readonly surname: string
  readonly forename: string
  readonly fullName: string
  readonly dateOfBirth: string
}
export type PupilMatch =
  | { readonly is: 'matched'; readonly pupil: Stored<Pupil> }
  /** `maybe`: who may be meant, for a person to choose; never chosen by itself. */
  | { readonly is: 'doubt'; readonly reason: Reason; readonly maybe: readonly string[] }

const bare = (name: string) => folded(name).replace(/[^a-z0-9]/g, '')
const forenames = (pupil: Pupil) =>
  new Set([pupil.forename, pupil.preferredForename].flatMap((name) => (name ? [bare(name)] : [])))

const partsOf = ({ surname, forename, fullName }: RowNames) => {
  if (surname || forename) return { surname, forename }
  const parts = splitName(fullName)
  return { surname: parts.surname ?? '', forename: parts.forename ?? '' }
}

/**
 * Whom each row is about: by UPN, else by name and date of birth together; never by name alone, which is a doubt that a
 * person settles. A UPN of one pupil beside the whole name of another is a doubt too.
 */
export const pupilMatcher = (pupils: readonly Stored<Pupil>[]) => {
  const inUse = pupils.filter(({ archived }) => !archived)
  const byUpn = grouped(inUse, ({ upn }) => upn)
  const gone = new Set(pupils.flatMap(({ upn, archived }) => (archived && upn ? [upn] : [])))
  const bySurname = grouped(inUse, ({ surname }) => bare(surname))
  const byBirth = grouped(inUse, ({ dateOfBirth }) => dateOfBirth)
  const doubt = (
    column: string,
    found: string,
    expected: string,
    maybe: readonly Stored<Pupil>[] = [],
  ): PupilMatch => ({
    is: 'doubt',
    reason: { column, found, expected },
    maybe: [...new Set(maybe.map(({ key }) => key))].slice(0, 5),
  })
  return (names: RowNames): PupilMatch => {
    const { surname, forename } = partsOf(names)
    const isForename = (pupil: Pupil) => forenames(pupil).has(bare(forename))
    const named =
      surname && forename ? (bySurname.get(bare(surname)) ?? []).filter((pupil) => isForename(pupil)) : []
    const upn = normaliseUpn(names.upn)
    if (upn !== '') {
      const [pupil, ...others] = byUpn.get(upn) ?? []
      if (!pupil)
        return doubt(
          'UPN',
          gone.has(upn) ? 'the UPN of a pupil whose record is archived' : 'a UPN that no pupil has',
          'the UPN of a pupil on the register',
          named,
        )
      if (others.length > 0)
        return doubt('UPN', `a UPN that ${others.length + 1} pupils have`, 'a UPN that one pupil has', [
          pupil,
          ...others,
        ])
      const agrees =
        (!surname && !forename) ||
        (surname !== '' && bare(pupil.surname) === bare(surname)) ||
        (forename !== '' && isForename(pupil))
      return agrees
        ? { is: 'matched', pupil }
        : doubt('UPN', 'the UPN of one pupil with the name of another', 'UPN and name of one pupil', [
            pupil,
            ...named,
          ])
    }
    if (!surname || !forename)
      return doubt('', 'neither UPN nor a whole name', 'a UPN, or surname, forename and date of birth')
    if (names.dateOfBirth === '')
      return doubt(
        'Date of birth',
        'a name alone',
        'a UPN or a date of birth beside the name: names alone may be two children’s',
        named,
      )
    const born: Day | null = parseDay(names.dateOfBirth)
    if (born === null)
      return doubt('Date of birth', names.dateOfBirth.slice(0, 40), 'a date that the calendar has', named)
    const found = named.filter(({ dateOfBirth }) => dateOfBirth === born)
    if (found.length === 1) return { is: 'matched', pupil: found[0]! }
    if (found.length > 1)
      return doubt('UPN', 'no UPN', 'a UPN, since two pupils have this name and date of birth', found)
    // A name written otherwise, of somebody born on that day.
    const near = (byBirth.get(born) ?? []).filter(
      (pupil) => bare(pupil.surname) === bare(surname) || isForename(pupil),
    )
    return doubt(
      'Surname, Forename, Date of birth',
      named.length > 0
        ? 'a pupil’s name with another date of birth'
        : 'nobody on the register of this name, born on that day',
      'name and date of birth of a pupil on the register',
      [...named, ...near],
    )
  }
}
