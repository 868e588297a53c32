import type { TryAnswer, TryAnswers } from '../../../ui/diagnostics/tries.ts'

let kept: TryAnswers = {}

/** What was tried and said so far: on this page until it is closed, wherever in the tab the person goes meanwhile. */
export const answersSoFar = (): TryAnswers => kept

export const keepAnswer = (id: string, answer: TryAnswer): void => {
  kept = { ...kept, [id]: answer }
}
