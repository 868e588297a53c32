import { grouped } from '../domain/grouped.ts'
import type { Contact } from '../domain/records/contact.ts'
import type { Need } from '../domain/records/need.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { Stored } from '../domain/record.ts'
import type { Unreadable } from '../graph/storeTypes.ts'
import { isTemporaryUpn } from '../domain/rules/upn.ts'

/** What the school has now. Pupils with the archived ones; needs and contacts without. */
export type Existing = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly needs: readonly Stored<Need>[]
  readonly contacts: readonly Stored<Contact>[]
  /** Pupils’ rows that somebody changed in SharePoint so that they can’t be read: what is left of each. */
  readonly unreadable?: readonly Unreadable[]
  /** Keys of needs and contacts, archived ones too: no new one may have them. */
  readonly taken?: ReadonlySet<string>
  /** What this school alone knows: without it nobody can reckon from a pupil's key back to a UPN. */
  readonly salt?: string
}

const same = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

export const sameName = (one: string, other: string): boolean => same(one) === same(other)

type Who = Pick<Pupil, 'surname' | 'forename' | 'dateOfBirth'>
/** Surname, forename and date of birth together: never any less. */
export const nameKey = ({ surname, forename, dateOfBirth }: Who): string =>
  `${same(surname)}|${same(forename)}|${dateOfBirth}`

export type Found =
  | { readonly pupil: Stored<Pupil>; readonly by: 'upn' | 'name' }
  | { readonly none: true; readonly namesake: boolean }
  | { readonly several: number; readonly by: 'upn' | 'name' }

/** Finds pupils on record in one step each. */
export type Finder = {
  pupilOf(who: Who & { readonly upn: string | null }): Found
  needsOf(pupil: string): readonly Stored<Need>[]
  contactsOf(pupil: string): readonly Stored<Contact>[]
}

/** A pupil on record without a UPN, or with a temporary one, may be the pupil of a row that has one. */
const awaitsUpn = ({ upn }: Pupil) => upn === null || isTemporaryUpn(upn)

export const finderOf = ({ pupils, needs, contacts }: Existing): Finder => {
  const byUpn = grouped(pupils, ({ upn }) => upn)
  const byName = grouped(pupils, nameKey)
  const needsBy = grouped(needs, ({ pupil }) => pupil)
  const contactsBy = grouped(contacts, ({ pupil }) => pupil)
  const oneOf = (found: readonly Stored<Pupil>[], by: 'upn' | 'name'): Found | null => {
    // A pupil in use goes before the same pupil archived.
    const inUse = found.filter(({ archived }) => !archived)
    const chosen = inUse.length > 0 ? inUse : found
    return chosen.length === 0
      ? null
      : chosen.length > 1
        ? { several: chosen.length, by }
        : { pupil: chosen[0]!, by }
  }
  return {
    pupilOf: (who) => {
      const named = byName.get(nameKey(who)) ?? []
      if (who.upn === null) return oneOf(named, 'name') ?? { none: true, namesake: false }
      return (
        oneOf(byUpn.get(who.upn) ?? [], 'upn') ??
        oneOf(named.filter(awaitsUpn), 'name') ?? { none: true, namesake: named.length > 0 }
      )
    },
    needsOf: (pupil) => needsBy.get(pupil) ?? [],
    contactsOf: (pupil) => contactsBy.get(pupil) ?? [],
  }
}
