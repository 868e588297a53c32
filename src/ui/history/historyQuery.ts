import { queryOptions } from '@tanstack/react-query'
import type { AnyRecordType } from '../../domain/record.ts'
import type { Store } from '../../graph/storeTypes.ts'
import type { AnyRecord, AnyStored } from '../draft/types.ts'
import type { Services } from '../services.tsx'
import type { AnyVersion } from './changes.ts'

/** The versions of a record as it stands; read anew after each change of it. */
export const historyQuery = (services: Services, type: AnyRecordType, stored: AnyStored) =>
  queryOptions<AnyVersion[]>({
    queryKey: ['history', services.school.id, type.name, stored.key, stored.etag],
    queryFn: ({ signal }) =>
      (services.records.store(type) as unknown as Store<AnyRecord>).history(stored, { signal }),
  })
