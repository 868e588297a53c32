import type { Pupil } from '../domain/records/pupil.ts'
import type { Unreadable } from '../graph/storeTypes.ts'
import { type Existing, sameName } from './existing.ts'
import { keyOfPupil } from './newKeys.ts'
import type { Reason } from './readRow.ts'

type Who = Pick<Pupil, 'surname' | 'forename' | 'dateOfBirth'> & Partial<Pick<Pupil, 'upn' | 'misId'>>

/**
 * A pupil on record whose row can't be read would come out of an import as a second, new pupil. Where what is left of
 * such a row doesn't tell that it is somebody else, the row of the file is refused.
 */
export const mayBeUnreadable = (who: Who, { unreadable = [], salt }: Existing): Reason | null => {
  const found = unreadable.find((row) => row.key === keyOfPupil(salt, who) || mayBe(who, row))
  return found
    ? {
        column: '',
        found: 'a pupil who may be on record in a row that can’t be read',
        expected: `a record that can be read: put row ${found.id} of the list Pupils right in SharePoint, then import again`,
      }
    : null
}

const mayBe = (who: Who, { key, rest }: Unreadable): boolean => {
  // An empty line that somebody added in SharePoint is nobody.
  if (key === null && Object.values(rest).every((value) => value === null)) return false
  if (who.upn && rest['upn']) return rest['upn'] === who.upn
  const names = (['surname', 'forename'] as const).every(
    (field) => typeof rest[field] !== 'string' || sameName(rest[field], who[field]),
  )
  return names && (typeof rest['dateOfBirth'] !== 'string' || rest['dateOfBirth'] === who.dateOfBirth)
}
