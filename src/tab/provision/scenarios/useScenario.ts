import { t } from '../../../words/t.ts'
import { useMemo } from 'react'
import { derivedKey } from '../../../domain/derivedKey.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Job } from '../../../domain/records/job.ts'
import { fullName } from '../../../domain/records/pupil.ts'
import type { Scenario } from '../../../domain/records/scenario.ts'
import { applyScenario } from '../../../domain/rules/scenario.ts'
import { compareScenario } from '../../../domain/rules/scenarioCompare.ts'
import { scenarioFigures, stillOwed } from '../../../domain/rules/scenarioFigures.ts'
import { readScenario } from '../../../domain/rules/scenarioText.ts'
import type { Change, ScenarioState } from '../../../domain/rules/scenarioTypes.ts'
import { calledIn } from '../../../domain/rules/scenarioWords.ts'
import { setting, settingsOn } from '../../../domain/rules/settings.ts'
import { optionsOf } from '../../../jobs/jobRow.ts'
import { yearStartOf } from '../../../ui/money/useMoneyRecords.ts'
import type { DeployedRecords } from '../staff/useDeployed.ts'

export const stateOf = ({
  staff,
  groups,
  allocations,
  slots,
  slotPupils,
  rates,
  pupils,
}: DeployedRecords): ScenarioState => ({
  staff,
  groups,
  lines: allocations,
  slots,
  slotPupils,
  rates,
  pupils,
})

/** The jobs that applied a scenario, newest first. */
export const jobsOf = (jobs: readonly Stored<Job>[], scenario: string): Stored<Job>[] =>
  jobs
    .filter((job) => job.kind === 'scenario' && optionsOf(job).asked?.['scenario'] === scenario)
    .toSorted((a, b) => (a.key < b.key ? 1 : -1))

/** What a scenario would come to against the records as they are. */
export const reckoned = (
  scenario: Pick<Stored<Scenario>, 'key' | 'starts'>,
  changes: readonly Change[],
  records: DeployedRecords,
  times: number,
) => {
  const { starts, key } = scenario
  const { calendar, provisions, rulebooks, fundings, bands } = records
  const school = settingsOn(records.schools, starts)
  const state = stateOf(records)
  const context = {
    starts,
    calendar,
    school,
    yearStarts: yearStartOf(records, starts),
    provisions,
    rulebooks,
    fundings,
    bands,
  }
  const applied = applyScenario(state, changes, {
    starts,
    calendar,
    weeksInYear: setting(school, 'weeksInYear'),
    // Undone and applied once more: what lies in the archive keeps its keys.
    salt: times === 0 ? key : derivedKey(key, 'again', String(times)),
  })
  const before = scenarioFigures(state, context)
  const after =
    applied.did.length === 0 ? before : scenarioFigures(applied.state, context, stillOwed(before, applied))
  return { state, applied, before, after, compared: compareScenario(before, after, applied, state) }
}
export type Reckoned = ReturnType<typeof reckoned>

export const useReckoned = (scenario: Stored<Scenario>, records: DeployedRecords, times: number) => {
  const { key, starts, changes } = scenario
  return useMemo(() => {
    const read = readScenario(changes)
    return { read, is: reckoned({ key, starts }, read.changes ?? [], records, times) }
    // The lists come from one cache: a new one of any of them is a new object there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [...Object.values(records), key, starts, changes, times])
}

/** How the records of a scenario are called on a screen; a child's name is blanked while details are hidden. */
export const calledOn = (records: DeployedRecords, hidden: boolean) => {
  const pupils = new Map(records.pupils.map((pupil) => [pupil.key, pupil]))
  const provisions = new Map(records.provisions.map(({ key, name }) => [key, name]))
  const lines = new Map(records.allocations.map((line) => [line.key, line]))
  return calledIn(stateOf(records), (key) => {
    const line = lines.get(key)
    if (!line) return t`support that is no longer there`
    const pupil = pupils.get(line.pupil)
    const name = hidden || !pupil ? t`a pupil` : fullName(pupil)
    return `${name}, ${provisions.get(line.provision) ?? 'support'}`
  })
}
