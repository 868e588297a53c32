import { Slot } from '../records/slot.ts'
import type { Day } from './day.ts'
import type { ScenarioState } from './scenarioTypes.ts'
import { timetableClashes } from './timetableClashes.ts'

/** Somebody who would be in two places with a scenario, and is not without it. `times`: such as `Phonics, Monday 9:30`. */
export type ScenarioClash = {
  readonly is: 'staff' | 'pupil'
  readonly who: string
  readonly times: readonly [string, string]
}

/** Clashes of the week that a scenario brings about, from its day on. */
export const newClashes = (before: ScenarioState, after: ScenarioState, starts: Day): ScenarioClash[] => {
  const found = ({ slots, slotPupils }: ScenarioState) => {
    const titles = new Map(slots.map((slot) => [slot.key, Slot.titleOf(slot)]))
    return timetableClashes(slots, slotPupils)
      .filter(({ until }) => until === null || until >= starts)
      .map(({ is, who, slots: [a, b] }): ScenarioClash => ({
        is,
        who,
        times: [titles.get(a)!, titles.get(b)!],
      }))
  }
  const textOf = ({ is, who, times }: ScenarioClash) => [is, who, ...times.toSorted()].join('\n')
  const known = new Set(found(before).map(textOf))
  return found(after).filter((one) => !known.has(textOf(one)))
}
