import { t } from '../../words/t.ts'
import type { School } from '../records/school.ts'
import { addMonths, type Day, latest, showDay } from '../rules/day.ts'
import { setting } from '../rules/settings.ts'
import type { Why } from '../rules/why.ts'
import { settledDay } from './why.ts'

/**
 * When an adjustment or a safety plan is looked at again: the day that was written down, where it is after the last
 * look, else so many months after that (School settings; 12 where they say nothing).
 */
export const lookAgain = (
  row: { readonly reviewOn: Day | null; readonly reviewedOn: Day | null },
  since: Day,
  school: School | null,
  rule: string,
): { readonly day: Day; readonly why: Why } => {
  const last = row.reviewedOn === null ? since : latest(since, row.reviewedOn)
  if (row.reviewOn !== null && (row.reviewedOn === null || row.reviewOn > row.reviewedOn))
    return { day: row.reviewOn, why: settledDay(rule, t`Look at it again on`, row.reviewOn) }
  const months = setting(school ?? undefined, 'adjustmentReview')
  const own = school?.adjustmentReview != null
  return {
    day: addMonths(last, months),
    why: {
      rule,
      says: t`What a pupil needs changes: it is looked at again with the pupil and the family`,
      strength: own ? 'local' : 'recommended',
      source: own
        ? t`School settings, in force from ${showDay(school.from)}`
        : t`Practice: usual where School settings say nothing`,
      inputs: [
        { label: row.reviewedOn ? t`Last looked at on` : t`In place from`, value: showDay(last) },
        { label: t`Months`, value: String(months) },
      ],
    },
  }
}
