import type { UseQueryResult } from '@tanstack/react-query'
import { troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { LedgerSources } from '../../domain/rules/ledgerSchool.ts'
import { usePupilLedger } from './useLedger.ts'

const isShut = (thrown: unknown) => ['noAccess', 'notSetUp'].includes(troubleOf(thrown).code)

/**
 * What was logged of a pupil, for their review. A log that can't be read stops nothing else, and is said (`failed`);
 * one that this person isn't let into leaves its table out. `query` has come once it is known either way.
 */
export const useReviewLedger = (
  key: string,
  pupil: Stored<Pupil> | undefined,
): {
  readonly query: UseQueryResult<boolean>
  readonly sources: LedgerSources | null
  readonly failed: boolean
} => {
  const { queries, sources } = usePupilLedger(key, pupil)
  const settled = queries.every(({ isPending }) => !isPending)
  const query = {
    data: settled ? true : undefined,
    isError: false,
    error: null,
  } as unknown as UseQueryResult<boolean>
  const failed = queries.some(({ isError, error }) => isError && !isShut(error))
  return { query, sources, failed }
}
