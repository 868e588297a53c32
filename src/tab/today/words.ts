import { t } from '../../words/t.ts'
import type { Group, Show } from '../../domain/rules/today.ts'
import type { Periods } from '../../domain/rules/todayPeriods.ts'

/** What each filter and group is called. */
export const namesOf = (periods: Periods): Record<Group, string> => ({
  overdue: t`Overdue`,
  week: t`Due this week`,
  halfTerm: t`Due ${periods.halfTerm}`,
  authority: t`With the authority`,
  others: t`Waiting on others`,
  records: t`Out of date or missing`,
})

/** What is said where a filter finds nothing: an empty list is good news. */
export const nothingIn: Record<Show, { readonly title: string; readonly todo: string }> = {
  overdue: { title: t`Nothing is overdue`, todo: t`What passes its day without being done is listed here.` },
  week: {
    title: t`Nothing is due this week`,
    todo: t`Reviews, reports, actions and support that ends are listed here in the week of their day.`,
  },
  halfTerm: {
    title: t`Nothing is due until the end of it`,
    todo: t`What has a day in this stretch of time is listed here.`,
  },
  authority: {
    title: t`Nothing is with the authority`,
    todo: t`Decisions, notices and final plans that it owes are listed here, with the day by which the law has them.`,
  },
  others: {
    title: t`You are waiting for nobody`,
    todo: t`Advice that was asked for and actions that somebody else took on are listed here until they come.`,
  },
  records: {
    title: t`Your records are up to date`,
    todo: t`Profiles, outcomes and support that nobody has looked at for too long, and what is missing, are listed here.`,
  },
}
