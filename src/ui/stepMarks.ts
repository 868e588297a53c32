import type { DueStatus } from '../domain/rules/reviewDue.ts'
import type { StepState } from '../domain/rules/reviewSteps.ts'

/** How a step of any path stands, as a mark and a word. */
export const stepMarks: Record<StepState, { readonly status: DueStatus; readonly word: string }> = {
  done: { status: 'done', word: 'Done' },
  late: { status: 'done', word: 'Done late' },
  overdue: { status: 'overdue', word: 'Overdue' },
  dueSoon: { status: 'dueSoon', word: 'Due soon' },
  onTrack: { status: 'onTrack', word: 'On track' },
  waiting: { status: 'unknown', word: 'Not yet' },
}
