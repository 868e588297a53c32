import { accessibility } from './accessibility.ts'
import { adjustments } from './adjustments.ts'
import { arrangements } from './arrangements.ts'
import type { AnyDuty, DutyPlace } from './duty.ts'
import { examDates } from './examDates.ts'
import { examEvidence } from './examEvidence.ts'
import { examForms } from './examForms.ts'
import { leading } from './leading.ts'
import { complaints } from './complaints.ts'
import { enquiries } from './enquiries.ts'
import { letters } from './letters.ts'
import { meetings } from './meetings.ts'
import { parents } from './parents.ts'
import { referrals } from './referrals.ts'
import { safetyPlans } from './safetyPlans.ts'
import { safeguarding } from './safeguarding.ts'
import { services } from './services.ts'
import { transfers } from './transfers.ts'
import { transitions } from './transitions.ts'
import { visits } from './visits.ts'

/** Every duty that is a list of rows, in the order of its place. A new one is added here. */
export const duties: readonly AnyDuty[] = [
  referrals,
  services,
  meetings,
  transfers,
  transitions,
  visits,
  arrangements,
  examEvidence,
  examForms,
  examDates,
  adjustments,
  safetyPlans,
  accessibility,
  ...leading,
  parents,
  letters,
  enquiries,
  complaints,
  safeguarding,
]

/** The duties of a place, in order. */
export const dutiesAt = (place: DutyPlace): readonly AnyDuty[] =>
  duties.filter((duty) => duty.place === place)
