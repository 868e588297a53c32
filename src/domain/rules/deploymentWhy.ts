import { t } from '../../words/t.ts'
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
  rule: t`Hours bought and used`,
  says:
    bought === null
      ? t`How many hours ${name} is paid for is not recorded under Staff.`
      : over > 0
        ? t`The timetable and preparation take ${showMinutes(over)} a week more than is bought.`
        : t`The timetable and preparation take ${showMinutes(timetabled + preparation)} of ${showMinutes(bought)} a week.`,
  strength: 'local',
  source: t`Staff, timetable, groups and lines of support`,
  inputs: [
    { label: t`On`, value: showDay(day) },
    { label: t`Paid a week`, value: paid === null ? t`not said` : showMinutes(paid) },
    { label: t`Of those for support`, value: bought === null ? t`not said` : showMinutes(bought) },
    { label: t`In the timetable`, value: t`${showMinutes(timetabled)} (weeks A and B evened out)` },
    { label: t`Preparation of those`, value: showMinutes(preparation) },
    { label: t`Asked for by groups and lines`, value: t`${showMinutes(needed)}, preparation included` },
  ],
})
