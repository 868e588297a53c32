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
 * Keys for what an import makes: the same for everybody who imports the same, and none that a record has already. Where
 * the usual one is taken, such as by a need of the same type that has ended, it is the next that follows from it.
 */
export type NewKeys = {
  pupil(who: Who): string
  of(pupil: string, ...part: readonly string[]): string
}

export const newKeysFor = ({ pupils, taken, salt }: Existing): NewKeys => {
  const used = new Set([...pupils.map(({ key }) => key), ...(taken ?? [])])
  const freeFrom = (usual: string) => {
    let key = usual
    while (used.has(key)) key = derivedKey(key, 'Next')
    used.add(key)
    return key
  }
  return {
    pupil: (who) => freeFrom(keyOfPupil(salt, who)),
    of: (pupil, ...part) => freeFrom(derivedKey(pupil, ...part)),
  }
}
