import { t } from '../../words/t.ts'
import type { AgendaPart } from '../../domain/rules/meetingAgenda.ts'

/** What is asked aloud in each part, in words that a parent and a child understand. */
export const prompts: Record<AgendaPart, string> = {
  people: t`Who is here today, and who sent apologies?`,
  child: t`What is going well? What is hard? What should change? What do you hope for?`,
  parents: t`What is going well at school and at home? What worries you? What should change?`,
  last: t`What did we say we would do, and is it done?`,
  working: t`What works for this child, and what doesn’t?`,
  outcomes: t`How far has each outcome come? Is it still the right one?`,
  attainment: 'What do lessons, tests and attendance show?',
  support: t`Was the support in the plan given? Does it work?`,
  health: t`Has anything changed in health or social care?`,
  targets: t`What are the next steps for this year?`,
  adulthood: t`What comes after school: work, home, friends, health?`,
  placement: t`Is this still the right school? How does travel work?`,
  budget: t`Has the right to ask for a personal budget been explained? Which equipment is needed?`,
  changes: t`Which words of the plan should change?`,
  recommendation: t`What does each person recommend, and why?`,
  actions: t`Who does what, by when?`,
  close: t`When do we meet next, and when does the report come?`,
}
