import type { AnyDuty, DutyPlace } from './duty.ts'
import { leading } from './leading.ts'
import { meetings } from './meetings.ts'
import { referrals } from './referrals.ts'
import { services } from './services.ts'

/** Every duty that is a list of rows, in the order of its place. A new one is added here. */
export const duties: readonly AnyDuty[] = [referrals, services, meetings, ...leading]

/** The duties of a place, in order. */
export const dutiesAt = (place: DutyPlace): readonly AnyDuty[] =>
  duties.filter((duty) => duty.place === place)
