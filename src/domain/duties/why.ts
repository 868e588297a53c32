import { t } from '../../words/t.ts'
import type { School } from '../records/school.ts'
import { addDays, addMonths, type Day, showDay } from '../rules/day.ts'
import { setting } from '../rules/settings.ts'
import type { Why } from '../rules/why.ts'

type Days = 'referralReply' | 'referralWait' | 'referralReport' | 'transferReceipt' | 'enquiryDays'

/** So many days of the school's settings after a day, with why. */
export const daysAfter = (
  school: School | null,
  name: Days,
  rule: string,
  says: string,
  from: { readonly label: string; readonly day: Day },
): { readonly day: Day; readonly why: Why } => {
  const days = setting(school ?? undefined, name)
  const own = school?.[name] != null
  return {
    day: addDays(from.day, days),
    why: {
      rule,
      says,
      strength: own ? 'local' : 'recommended',
      source: own
        ? t`School settings, in force from ${showDay(school.from)}`
        : t`Practice: usual where School settings say nothing`,
      inputs: [
        { label: from.label, value: showDay(from.day) },
        { label: t`Days`, value: String(days) },
      ],
    },
  }
}

/** A day that somebody wrote down. */
export const settledDay = (rule: string, label: string, day: Day | null): Why => ({
  rule,
  says: t`The day that was written down for it`,
  strength: 'local',
  source: rule,
  inputs: day === null ? [] : [{ label, value: showDay(day) }],
})

/** So many months of the school's settings after a day; day null where there was none before. */
export const monthsAfter = (
  school: School | null,
  name: 'reportReview' | 'evidenceReview',
  told: Pick<Why, 'rule' | 'says' | 'strength' | 'source'>,
  label: string,
  last: Day | null,
): { readonly day: Day | null; readonly why: Why } => {
  const months = setting(school ?? undefined, name)
  const own = school?.[name] != null
  return {
    day: last === null ? null : addMonths(last, months),
    why: {
      ...told,
      ...(own
        ? { strength: 'local' as const, source: t`School settings, in force from ${showDay(school.from)}` }
        : {}),
      inputs: [
        { label, value: last === null ? t`Never` : showDay(last) },
        { label: t`Months`, value: String(months) },
      ],
    },
  }
}
