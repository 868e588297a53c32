import { useQuery } from '@tanstack/react-query'
import { troubleOf } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { useServices } from './services.tsx'
import { useMayWrite } from './writeAccess.ts'

/** Fits no row: whatever is written with it is not written. */
const noVersion = '"00000000-0000-0000-0000-000000000000,0"'

/**
 * Asks once a session whether this person may write to the SENCO's records, so that no button that only fails is in
 * sight; true once that is known. Graph tells nobody what they may do in a list, so this is a write that can't come
 * about: of a row's own surname, for a version that no row has. Who may write is told that the row is another version,
 * who may only read is refused, which is noted as any refusal is (see `useMayWrite`). `row`: any that is there.
 */
export const useAskMayWrite = (row: Stored<Pupil> | undefined): boolean => {
  const { records, school } = useServices()
  const asked = useQuery({
    queryKey: ['mayWrite', school.id],
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
  return asked.isSuccess || asked.isError
}

/** Whether this person may add to the SENCO's records; false until that is known. */
export const useMayAdd = (row: Stored<Pupil> | undefined): boolean => {
  const mayWrite = useMayWrite(Pupil)
  const known = useAskMayWrite(row)
  return mayWrite && (row === undefined || known)
}
