import type { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import type { CostingRulebook } from '../../domain/records/costingRulebook.ts'
import type { Delivery } from '../../domain/records/delivery.ts'
import type { Funding } from '../../domain/records/funding.ts'
import type { FundingBand } from '../../domain/records/fundingBand.ts'
import type { Goal } from '../../domain/records/goal.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Scenario } from '../../domain/records/scenario.ts'
import type { School } from '../../domain/records/school.ts'
import type { Score } from '../../domain/records/score.ts'
import type { Slot } from '../../domain/records/slot.ts'
import type { SlotPupil } from '../../domain/records/slotPupil.ts'
import type { SupportStaff } from '../../domain/records/supportStaff.ts'

type Keyed<T> = T & { readonly key: string }

/** Records for the sheets beside the map. What is not here is not shown. */
export type MoreRecords = {
  readonly needs?: readonly Keyed<Need>[]
  readonly slots?: readonly Keyed<Slot>[]
  readonly slotPupils?: readonly Keyed<SlotPupil>[]
  readonly staff?: readonly Keyed<SupportStaff>[]
  readonly deliveries?: readonly Keyed<Delivery>[]
  readonly scores?: readonly Keyed<Score>[]
  readonly tools?: readonly Keyed<AssessmentTool>[]
  readonly goals?: readonly Keyed<Goal>[]
  readonly rulebooks?: readonly Keyed<CostingRulebook>[]
  readonly fundings?: readonly Keyed<Funding>[]
  readonly bands?: readonly Keyed<FundingBand>[]
  readonly scenarios?: readonly Keyed<Scenario>[]
  /** All settings of the school by date, for a what if that begins when others hold; without them those of the map. */
  readonly schools?: readonly Keyed<School>[]
}

/** The sheets that a person may leave out, in the order in which they stand in the workbook. */
export const workbookSheets = {
  pupils: {
    words: 'Costed map of each pupil',
    help: 'Assessed needs, support in order of intensity, and its cost against the threshold',
  },
  timetable: { words: 'Staff timetable', help: 'Who is where when, hours used against hours for support' },
  delivery: { words: 'Delivery', help: 'Sessions and minutes planned and given, and why they were missed' },
  impact: { words: 'Impact', help: 'Scores at start and end, gains, effect sizes and goals' },
  scenario: { words: 'What if', help: 'Other hours, groups or rates: cost before and after' },
} as const
export type SheetChoice = keyof typeof workbookSheets

/** What a workbook has unless somebody chooses; each only where it has something to show. */
export const usualSheets: readonly SheetChoice[] = ['pupils', 'timetable', 'delivery', 'impact']
