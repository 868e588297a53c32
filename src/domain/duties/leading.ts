import type { AnyDuty } from './duty.ts'
import { evidence } from './evidence.ts'
import { governors } from './governors.ts'
import { objectives } from './objectives.ts'
import { planActions } from './planActions.ts'
import { policies } from './policies.ts'
import { publishedOn } from './publishedOn.ts'
import { sections } from './reportSections.ts'
import { walks } from './walks.ts'

/** What the SENCO does for the whole school, in the order of its place. */
export const leading: readonly AnyDuty[] = [
  sections,
  publishedOn,
  governors,
  objectives,
  planActions,
  walks,
  policies,
  evidence,
]
