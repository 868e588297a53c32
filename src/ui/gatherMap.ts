import type { MapInput } from '../documents/provisionMap/input.ts'
import type { AnyRecordType, RecordOf } from '../domain/record.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { Group } from '../domain/records/group.ts'
import { Outcome } from '../domain/records/outcome.ts'
import { Provision } from '../domain/records/provision.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { Rate } from '../domain/records/rate.ts'
import { School } from '../domain/records/school.ts'
import type { Day } from '../domain/rules/day.ts'
import { settingsOn } from '../domain/rules/settings.ts'
import type { Listing } from '../graph/storeTypes.ts'

/** What a provision map is made of, whatever part of it is shown. */
export type MapRecords = Omit<MapInput, 'scope'>
export type GatheredMap = {
  readonly records: MapRecords
  /** The lists with rows that can't be read: whoever shows the map says that those are left out. */
  readonly listings: readonly Listing<unknown>[]
}

/** Everything that a map needs, read side by side by `all`. `schoolName` stands where the school has no settings. */
export const gatherMap = async (
  all: <R extends AnyRecordType>(type: R) => Promise<Listing<RecordOf<R>>>,
  { schoolName, today }: { readonly schoolName: string; readonly today: Day },
): Promise<GatheredMap> => {
  const [schools, rates, pupils, provisions, allocations, outcomes, groups] = await Promise.all([
    all(School),
    all(Rate),
    all(Pupil),
    all(Provision),
    all(Allocation),
    all(Outcome),
    all(Group),
  ])
  const school = settingsOn(schools.records, today)
  return {
    records: {
      school,
      schoolName: school?.name ?? schoolName,
      rates: rates.records,
      pupils: pupils.records,
      provisions: provisions.records,
      allocations: allocations.records,
      outcomes: outcomes.records,
      groups: groups.records,
      today,
    },
    listings: [schools, rates, pupils, provisions, allocations, outcomes, groups],
  }
}
