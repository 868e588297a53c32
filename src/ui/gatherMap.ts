import type { MapInput } from '../documents/provisionMap/input.ts'
import type { MoreRecords, SheetChoice } from '../documents/provisionMap/more.ts'
import type { AnyRecordType, RecordOf } from '../domain/record.ts'
import { AssessmentTool } from '../domain/records/assessmentTool.ts'
import { CostingRulebook } from '../domain/records/costingRulebook.ts'
import { Delivery } from '../domain/records/delivery.ts'
import { Funding } from '../domain/records/funding.ts'
import { FundingBand } from '../domain/records/fundingBand.ts'
import { Goal } from '../domain/records/goal.ts'
import { Need } from '../domain/records/need.ts'
import { Scenario } from '../domain/records/scenario.ts'
import { Score } from '../domain/records/score.ts'
import { Slot } from '../domain/records/slot.ts'
import { SlotPupil } from '../domain/records/slotPupil.ts'
import { SupportStaff } from '../domain/records/supportStaff.ts'
import { TermDate } from '../domain/records/termDate.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { Group } from '../domain/records/group.ts'
import { LevelSetting } from '../domain/records/levelSetting.ts'
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
  const lists = await Promise.all([
    all(School),
    all(Rate),
    all(Pupil),
    all(Provision),
    all(Allocation),
    all(Outcome),
    all(Group),
    all(LevelSetting),
    all(TermDate),
  ])
  const [schools, rates, pupils, provisions, allocations, outcomes, groups, levels, termDates] = lists
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
      levels: levels.records,
      termDates: termDates.records,
      today,
    },
    listings: lists,
  }
}

/** What each sheet beside the map is made of. The money and rules sheets are always there. */
const needed = {
  always: { rulebooks: CostingRulebook, fundings: Funding, bands: FundingBand },
  pupils: { needs: Need },
  timetable: { slots: Slot, slotPupils: SlotPupil, staff: SupportStaff },
  delivery: { slots: Slot, slotPupils: SlotPupil, deliveries: Delivery },
  impact: { scores: Score, tools: AssessmentTool, goals: Goal },
  scenario: { scenarios: Scenario, schools: School, slots: Slot, slotPupils: SlotPupil, staff: SupportStaff },
} as const satisfies Record<SheetChoice | 'always', Partial<Record<keyof MoreRecords, AnyRecordType>>>

/** The records for chosen sheets, each list read once; what belongs into `more` of a MapInput. */
export const gatherMore = async (
  all: <R extends AnyRecordType>(type: R) => Promise<Listing<RecordOf<R>>>,
  sheets: readonly SheetChoice[],
): Promise<{ readonly more: MoreRecords; readonly listings: readonly Listing<unknown>[] }> => {
  const types = Object.assign({}, needed.always, ...sheets.map((sheet) => needed[sheet])) as Record<
    keyof MoreRecords,
    AnyRecordType
  >
  const read = await Promise.all(
    Object.entries(types).map(async ([name, type]) => [name, await all(type)] as const),
  )
  return {
    more: Object.fromEntries(read.map(([name, { records }]) => [name, records])) as MoreRecords,
    listings: read.map(([, listing]) => listing),
  }
}
