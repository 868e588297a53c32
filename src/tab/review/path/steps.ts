import type { ReviewFile } from '../../../documents/reviewFile.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { type ActFacts, nextAct, type ReviewAct } from '../../../domain/rules/reviewActs.ts'

/** The steps of the path that open as a place of their own, as the address names them. */
export const stepNames = {
  invite: 'Invite',
  advice: 'Advice',
  circulate: 'Papers',
  hold: 'Meeting',
  report: 'Report',
  decision: 'Decision',
  close: 'Close',
} as const
export type StepName = keyof typeof stepNames

// The places of steps begin with a word of their own: a block has the name `dates`, a step can't take it.
const start = 'step-'
export const stepPlace = (step: StepName): string => `${start}${step}`
export const stepAt = (block: string | null): StepName | null => {
  const name = block?.startsWith(start) ? block.slice(start.length) : ''
  return Object.hasOwn(stepNames, name) ? (name as StepName) : null
}

/** What the rules of the path look at, from the whole review. */
export const factsOf = ({ review, contributors, pupil }: ReviewFile, today: Day) =>
  ({ review, contributors, dateOfBirth: pupil.dateOfBirth, today }) satisfies ActFacts

const stepOf: Record<ReviewAct, StepName> = {
  invite: 'invite',
  advice: 'advice',
  circulate: 'circulate',
  hold: 'hold',
  report: 'report',
  decision: 'decision',
  final: 'decision',
  close: 'close',
}

/** The step that needs somebody now; the last one once the review is closed. */
export const stepNow = (file: ReviewFile, today: Day): StepName => {
  const act = nextAct(factsOf(file, today))
  return act ? stepOf[act] : 'close'
}
