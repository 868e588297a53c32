import type { UseQueryResult } from '@tanstack/react-query'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { LedgerSources } from '../../domain/rules/ledgerSchool.ts'
import { usePupilLedger } from './useLedger.ts'

/**
 * What was logged of a pupil, for their review. A log that can't be read, or that this person isn't let into, leaves
 * its table out and stops nothing else: `query` has come once it is known either way.
 */
export const useReviewLedger = (
  key: string,
  pupil: Stored<Pupil> | undefined,
): { readonly query: UseQueryResult<boolean>; readonly sources: LedgerSources | null } => {
  const { queries, sources } = usePupilLedger(key, pupil)
  const settled = queries.every(({ isPending }) => !isPending)
  const query = {
    data: settled ? true : undefined,
    isError: false,
    error: null,
  } as unknown as UseQueryResult<boolean>
  return { query, sources }
}
