import { type Day, showDay } from './day.ts'
import type { StaffUse } from './deployment.ts'
import { showMinutes } from './deploymentPeople.ts'
import type { Why } from './why.ts'

/** Why somebody’s hours are what they are. */
export const whyUse = (
  {
    name,
    paid,
    bought,
    timetabled,
    preparation,
    needed,
    over,
  }: Pick<StaffUse, 'name' | 'paid' | 'bought' | 'timetabled' | 'preparation' | 'needed' | 'over'>,
  day: Day,
): Why => ({
  rule: 'Hours bought and used',
  says:
    bought === null
      ? `How many hours ${name} is paid for is not recorded under Staff.`
      : over > 0
        ? `The timetable and preparation take ${showMinutes(over)} a week more than is bought.`
        : `The timetable and preparation take ${showMinutes(timetabled + preparation)} of ${showMinutes(bought)} a week.`,
  strength: 'local',
  source: 'Staff, timetable, groups and lines of support',
  inputs: [
    { label: 'On', value: showDay(day) },
    { label: 'Paid a week', value: paid === null ? 'not said' : showMinutes(paid) },
    { label: 'Of those for support', value: bought === null ? 'not said' : showMinutes(bought) },
    { label: 'In the timetable', value: `${showMinutes(timetabled)} (weeks A and B evened out)` },
    { label: 'Preparation of those', value: showMinutes(preparation) },
    { label: 'Asked for by groups and lines', value: `${showMinutes(needed)}, preparation included` },
  ],
})
