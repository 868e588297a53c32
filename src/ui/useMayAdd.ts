import { useQuery } from '@tanstack/react-query'
import { troubleOf } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { useServices } from './services.tsx'
import { useMayWrite } from './writeAccess.ts'

/** Fits no row: whatever is written with it is not written. */
const noVersion = '"00000000-0000-0000-0000-000000000000,0"'

/**
 * Whether this person may add to the SENCO's records; false until that is known. Graph tells nobody what they may do in
 * a list, so the register asks once with a write that can't come about: of a row's own surname, for a version that no
 * row has. Who may write is told that the row is another version, who may only read is refused. `row`: any that is there.
 */
export const useMayAdd = (row: Stored<Pupil> | undefined): boolean => {
  const { records, school } = useServices()
  const mayWrite = useMayWrite(Pupil)
  const asked = useQuery({
    queryKey: ['mayAdd', school.id],
    enabled: row !== undefined,
    staleTime: Infinity,
    gcTime: Infinity,
    queryFn: async (): Promise<true> => {
      const { surname } = row!
      try {
        await records.store(Pupil).update({ ...row!, etag: noVersion, surname: `${surname}?` }, { surname })
      } catch (thrown) {
        // A refusal is noted where all are; what else is in the way says nothing of rights.
        if (troubleOf(thrown).code === 'signedOut') throw thrown
      }
      return true
    },
  })
  return mayWrite && (row === undefined || asked.isSuccess || asked.isError)
}
