import { derivedKey } from '../domain/derivedKey.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import { type Existing, nameKey } from './existing.ts'

/** Stands for the school's own secret where it has settled nothing yet. */
const noSalt = '0'.repeat(26)

type Who = Pick<Pupil, 'surname' | 'forename' | 'dateOfBirth'> & Partial<Pick<Pupil, 'upn' | 'misId'>>

/** The key that a new pupil of this school has whoever imports them, so that two who do so at once make one pupil. */
export const keyOfPupil = (salt: string | undefined, who: Who): string => {
  const known = who.upn ? ['upn', who.upn] : who.misId ? ['mis', who.misId] : ['name', nameKey(who)]
  return derivedKey(salt ?? noSalt, 'Pupil', ...known)
}

/**
 * Keys for what an import makes: the same for everybody who imports the same, and none that a record has already.
 * `spare` gives another where the usual one is taken, such as by a need of the same type that has ended.
 */
export type NewKeys = {
  pupil(who: Who, spare: () => string): string
  of(pupil: string, part: readonly string[], spare: () => string): string
}

export const newKeysFor = ({ pupils, taken, salt }: Existing): NewKeys => {
  const used = new Set([...pupils.map(({ key }) => key), ...(taken ?? [])])
  const unless = (key: string, spare: () => string) => {
    const free = used.has(key) ? spare() : key
    used.add(free)
    return free
  }
  return {
    pupil: (who, spare) => unless(keyOfPupil(salt, who), spare),
    of: (pupil, part, spare) => unless(derivedKey(pupil, ...part), spare),
  }
}
