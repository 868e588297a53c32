import type { QueryClient } from '@tanstack/react-query'
import { type MapInput, mapYear } from '../../documents/provisionMap/input.ts'
import { type MoreRecords, usualSheets } from '../../documents/provisionMap/more.ts'
import { Problem } from '../../domain/problem.ts'
import type { AnyRecordType, RecordOf } from '../../domain/record.ts'
import { Delivery } from '../../domain/records/delivery.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { gatherMore } from '../../ui/gatherMap.ts'
import { deliveriesOf, weeksIn } from '../../ui/ledger/useDeliveries.ts'
import type { Services } from '../../ui/services.tsx'
import { allOrNone } from '../../ui/useSchool.ts'

/** What was logged in the map's school year: of one pupil by itself, else week by week, never the whole log. */
const logsFor = async (
  services: Services,
  client: QueryClient,
  input: MapInput,
): Promise<Listing<Delivery>> => {
  const { scope, today } = input
  if (scope.is === 'pupil') return services.records.store(Delivery).about('pupil', scope.pupil)
  const weeks = weeksIn(`${mapYear(input)}-09-01`, today)
  const read = await Promise.all(weeks.map((week) => client.fetchQuery(deliveriesOf(services, week))))
  return {
    records: read.flatMap(({ records }) => records),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
  }
}

/**
 * The records that the chosen sheets and the money of the year are made of. A list that a school has not got, or whose
 * site this person is not let into, has nothing to show and stops nothing else.
 */
export const gatherBeside = async (
  services: Services,
  client: QueryClient,
  input: MapInput,
): Promise<MoreRecords> => {
  const reading = (type: AnyRecordType): Promise<Listing<unknown>> =>
    type.name === Delivery.name
      ? logsFor(services, client, input)
      : client.fetchQuery(allOrNone(services, type))
  const { more } = await gatherMore(async <R extends AnyRecordType>(type: R) => {
    try {
      return (await reading(type)) as Listing<RecordOf<R>>
    } catch (thrown) {
      if (thrown instanceof Problem && ['notSetUp', 'noAccess'].includes(thrown.code))
        return { records: [], unreadable: [] }
      throw thrown
    }
  }, input.sheets ?? usualSheets)
  return more
}
