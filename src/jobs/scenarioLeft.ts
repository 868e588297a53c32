import type { Plan, Step } from './plan.ts'
import type { StepResult } from './result.ts'

/** What a scenario that was written only in part leaves behind. */
export type ScenarioLeft = {
  /** Pupils whose support ends while what was to go on in its place was not written, or ends with its group. */
  readonly pupils: readonly string[]
  /** Times in the week that end in the same way, by what staff read there. */
  readonly times: readonly string[]
  /** Writes that were refused, and those that were not reached. */
  readonly refused: number
  readonly notReached: number
}

const endsIt = (step: Step): boolean => step.do === 'change' && Object.hasOwn(step.changes, 'until')

/**
 * Endings come first, then what begins in their place: between the two, or where one of them was refused, a child may be
 * left without. Says which, so that a person goes on, tries again or undoes it.
 */
export const scenarioLeft = (plan: Pick<Plan, 'steps'>, results: readonly StepResult[]): ScenarioLeft => {
  const isStored = (at: number) => results[at]?.outcome === 'stored'
  const endings = new Map(
    plan.steps.flatMap((step, at) => (endsIt(step) ? [[step.key, { step, at }] as const] : [])),
  )
  const cutOf = (type: string): Step[] =>
    plan.steps.flatMap((step, at): Step[] => {
      if (step.type !== type) return []
      const before = (step.after ?? []).flatMap((key) => endings.get(key) ?? [])
      if (step.do === 'create') {
        const origin = before.find((one) => one.step.type === type)
        return origin && isStored(origin.at) && !isStored(at) ? [step] : []
      }
      // A line that could not be touched still ends with a group that did.
      return endsIt(step) && !isStored(at) && before.some((one) => isStored(one.at)) ? [step] : []
    })
  const count = (outcome: StepResult['outcome']) =>
    plan.steps.filter((_, at) => (results[at]?.outcome ?? 'notReached') === outcome).length
  const timeOf = (step: Step): string => (step.do === 'create' ? String(step.record['what'] ?? '') : '')
  return {
    pupils: [...new Set(cutOf('Allocation').flatMap(({ pupil }) => pupil ?? []))],
    times: [...new Set(cutOf('Slot').map(timeOf))].filter((what) => what !== ''),
    refused: count('refused'),
    notReached: count('notReached'),
  }
}
