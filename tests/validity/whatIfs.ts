import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import type { Scenario } from '../../src/domain/records/scenario.ts'
import { holdsOn } from '../../src/domain/rules/deploymentPeople.ts'
import { seenNow } from '../../src/domain/rules/scenario.ts'
import { scenarioText } from '../../src/domain/rules/scenarioText.ts'
import type { Change, ScenarioState } from '../../src/domain/rules/scenarioTypes.ts'

type Stored = Scenario & { readonly key: string }
const blank: Omit<Scenario, 'name' | 'starts' | 'changes'> = {
  state: 'draft',
  reasons: null,
  appliedOn: null,
  appliedBy: null,
}

/** A change with what it saw of the records when it was thought of. */
const seenIn = (input: MapInput) => {
  const { staff = [], slots = [], slotPupils = [] } = input.more ?? {}
  const { groups = [], rates, pupils, allocations } = input
  const state: ScenarioState = { staff, groups, lines: allocations, slots, slotPupils, rates, pupils }
  return (change: object): Change =>
    ({ ...change, seen: seenNow({ ...change, seen: {} } as Change, state) }) as Change
}

/** Much more of each line that runs, at a dearer hour: pupils come above the threshold, and the school pays more. */
export const muchMore = (input: MapInput, starts: string, key: string): Stored => {
  const seen = seenIn(input)
  const lines = input.allocations.filter((line) => line.group === null && holdsOn(line, starts))
  return {
    ...blank,
    key,
    name: `Much more from ${starts}`,
    starts,
    changes: scenarioText([
      seen({ do: 'changeRate', role: 'ta', basis: 'weeklyHour', amount: 731_37, weeks: 39 }),
      ...lines.slice(0, 20).map((line) => seen({ do: 'changeLine', line: line.key, set: { sessionsPerWeek: 9, minutes: 55 } })),
    ]),
  }
} // prettier-ignore

/** What ifs of a school that between them make every kind of change to its money and times. */
export const whatIfs = (input: MapInput, starts: string): Stored[] => {
  const { staff = [] } = input.more ?? {}
  const { groups = [], allocations } = input
  const seen = seenIn(input)
  const running = groups.filter((group) => holdsOn(group, starts))
  const pair = running.flatMap((from) =>
    running.filter((into) => into.key > from.key && into.provision === from.provision).map((into) => [from, into]),
  )[0] // prettier-ignore
  const lines = allocations.filter((line) => holdsOn(line, starts))
  const [alone, second] = lines.filter(({ group }) => group === null)
  const inGroup = lines.find(
    ({ group }) => group !== null && group !== pair?.[0]?.key && group !== pair?.[1]?.key,
  )
  const busy = staff.find(({ role, until }) => role === 'ta' && (until === null || until > starts))
  const all: [string, (Change | undefined)[]][] = [
    [
      'Groups together, a dearer hour',
      [
        pair && seen({ do: 'mergeGroups', from: pair[0]!.key, into: pair[1]!.key }),
        seen({ do: 'changeRate', role: 'ta', basis: 'weeklyHour', amount: 731_37, weeks: 39 }),
        alone && seen({ do: 'endLine', line: alone.key }),
        second && seen({ do: 'changeLine', line: second.key, set: { sessionsPerWeek: 3, minutes: 35 } }),
      ],
    ],
    [
      'Fewer hours',
      [
        busy && seen({ do: 'loseStaff', member: busy.key, give: {}, rest: null }),
        inGroup && seen({ do: 'changeGroup', group: inGroup.group!, set: { minutes: 15, size: 7 } }),
      ],
    ],
  ]
  return all.map(([name, changes], at) => ({
    ...blank,
    key: `01JD0000000000000000000${at}ZZ`.padEnd(26, '0').slice(0, 26),
    name,
    starts,
    changes: scenarioText(changes.filter((change) => change !== undefined)),
  }))
}
