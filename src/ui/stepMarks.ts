import { t } from '../words/t.ts'
import type { DueStatus } from '../domain/rules/reviewDue.ts'
import type { StepState } from '../domain/rules/reviewSteps.ts'

/** How a step of any path stands, as a mark and a word. */
export const stepMarks: Record<StepState, { readonly status: DueStatus; readonly word: string }> = {
  done: { status: 'done', word: t`Done` },
  late: { status: 'done', word: t`Done late` },
  overdue: { status: 'overdue', word: t`Overdue` },
  dueSoon: { status: 'dueSoon', word: t`Due soon` },
  onTrack: { status: 'onTrack', word: t`On track` },
  waiting: { status: 'unknown', word: t`Not yet` },
}
