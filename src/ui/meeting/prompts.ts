import type { AgendaPart } from '../../domain/rules/meetingAgenda.ts'

/** What is asked aloud in each part, in words that a parent and a child understand. */
export const prompts: Record<AgendaPart, string> = {
  people: 'Who is here today, and who sent apologies?',
  child: 'What is going well? What is hard? What should change? What do you hope for?',
  parents: 'What is going well at school and at home? What worries you? What should change?',
  last: 'What did we say we would do, and is it done?',
  working: 'What works for this child, and what doesn’t?',
  outcomes: 'How far has each outcome come? Is it still the right one?',
  attainment: 'What do lessons, tests and attendance show?',
  support: 'Was the support in the plan given? Does it work?',
  health: 'Has anything changed in health or social care?',
  targets: 'What are the next steps for this year?',
  adulthood: 'What comes after school: work, home, friends, health?',
  placement: 'Is this still the right school? How does travel work?',
  budget: 'Has the right to ask for a personal budget been explained? Which equipment is needed?',
  changes: 'Which words of the plan should change?',
  recommendation: 'What does each person recommend, and why?',
  actions: 'Who does what, by when?',
  close: 'When do we meet next, and when does the report come?',
}
