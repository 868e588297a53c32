import { complaints } from './complaints.ts'
import type { AnyDuty, DutyPlace } from './duty.ts'
import { enquiries } from './enquiries.ts'
import { letters } from './letters.ts'
import { meetings } from './meetings.ts'
import { parents } from './parents.ts'
import { referrals } from './referrals.ts'
import { safeguarding } from './safeguarding.ts'
import { services } from './services.ts'

/** Every duty that is a list of rows, in the order of its place. A new one is added here. */
export const duties: readonly AnyDuty[] = [
  referrals,
  services,
  meetings,
  parents,
  letters,
  enquiries,
  complaints,
  safeguarding,
]

/** The duties of a place, in order. */
export const dutiesAt = (place: DutyPlace): readonly AnyDuty[] =>
  duties.filter((duty) => duty.place === place)
