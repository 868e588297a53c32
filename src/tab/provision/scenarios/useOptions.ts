import { Slot } from '../../../domain/records/slot.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { isThem } from '../../../domain/rules/deploymentPeople.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import { useHiddenDetails } from '../../../ui/hiddenDetails.tsx'
import type { DeployedRecords } from '../staff/useDeployed.ts'
import type { Answers } from './changeAnswers.ts'
import { calledOn } from './useScenario.ts'

const byText = (a: { readonly text: string }, b: { readonly text: string }) => (a.text < b.text ? -1 : 1)

/** What a change can be about: whatever still runs on the day on which it would begin, by what it is called. */
export const useOptions = (records: DeployedRecords, starts: Day, answers: Answers) => {
  const called = calledOn(records, useHiddenDetails().hidden)
  const open = <T extends { readonly until: string | null }>(all: readonly T[]) =>
    all.filter(({ until }) => until === null || until >= starts)
  const staff = open(records.staff).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const groups = open(records.groups).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const running = open(filledFromGroups(records.allocations, records.groups))
  const lines = running.map(({ key }) => ({ key, text: called.line(key) })).toSorted(byText)
  const members = running
    .filter((line) => line.group !== null && line.group === answers['group'])
    .map(({ key }) => ({ key, text: called.line(key) }))
  const times = open(records.slots)
    .map((slot) => ({ key: slot.key, text: `${Slot.titleOf(slot)}${slot.staff ? `, ${slot.staff}` : ''}` }))
    .toSorted(byText)
  const lost = staff.find(({ key }) => key === answers['member'])
  const theirs = lost
    ? [
        ...groups.filter((group) => isThem(lost, group)).map(({ key, name }) => ({ key, text: name })),
        ...running
          .filter((line) => line.group === null && isThem(lost, { staff: line.staff }))
          .map(({ key }) => ({ key, text: called.line(key) })),
      ]
    : []
  return { staff, groups, lines, members, theirs, times }
}
