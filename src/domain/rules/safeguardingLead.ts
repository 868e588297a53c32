import { t } from '../../words/t.ts'
import type { School } from '../records/school.ts'

/** `Asha Patel; if away: Sam Reed; extension 12`; null where School settings name nobody. */
export const leadShown = (
  school: Pick<School, 'safeguardingLead' | 'safeguardingDeputy' | 'safeguardingReach'> | null,
): string | null =>
  school?.safeguardingLead
    ? [
        school.safeguardingLead,
        school.safeguardingDeputy && t`if away: ${school.safeguardingDeputy}`,
        school.safeguardingReach,
      ]
        .filter(Boolean)
        .join('; ')
    : null
