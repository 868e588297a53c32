import type { Group, Show } from '../../domain/rules/today.ts'
import type { Periods } from '../../domain/rules/todayPeriods.ts'

/** What each filter and group is called. */
export const namesOf = (periods: Periods): Record<Group, string> => ({
  overdue: 'Overdue',
  week: 'Due this week',
  halfTerm: `Due ${periods.halfTerm}`,
  authority: 'With the authority',
  others: 'Waiting on others',
  records: 'Out of date or missing',
})

/** What is said where a filter finds nothing: an empty list is good news. */
export const nothingIn: Record<Show, { readonly title: string; readonly todo: string }> = {
  overdue: { title: 'Nothing is overdue', todo: 'What passes its day without being done is listed here.' },
  week: {
    title: 'Nothing is due this week',
    todo: 'Reviews, reports, actions and support that ends are listed here in the week of their day.',
  },
  halfTerm: {
    title: 'Nothing is due until the end of it',
    todo: 'What has a day in this stretch of time is listed here.',
  },
  authority: {
    title: 'Nothing is with the authority',
    todo: 'Decisions, notices and final plans that it owes are listed here, with the day by which the law has them.',
  },
  others: {
    title: 'You are waiting for nobody',
    todo: 'Advice that was asked for and actions that somebody else took on are listed here until they come.',
  },
  records: {
    title: 'Your records are up to date',
    todo: 'Profiles, outcomes and support that nobody has looked at for too long, and what is missing, are listed here.',
  },
}
