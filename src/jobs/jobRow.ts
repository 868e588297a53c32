import { newKey } from '../domain/key.ts'
import type { Stored } from '../domain/record.ts'
import { blank } from '../domain/record.ts'
import { Job } from '../domain/records/job.ts'
import type { Files, SchoolRecords } from '../graph/storeTypes.ts'
import { pupilCounter } from './perPupil.ts'
import { type Plan, planBytes, planFrom } from './plan.ts'
import { type StepResult, resultsFrom, type Why } from './result.ts'

/** All that jobs reach. `sleep` ends early when its signal does. */
export type JobPorts = {
  readonly records: SchoolRecords
  readonly files: Pick<Files, 'save' | 'read'>
  now(): Date
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** What a job's row knows beside its fields; text in `options`. */
export type JobOptions = {
  /** The job that this one undoes. */
  readonly undoes?: string
  /** What the person chose, for their own memory: never a name. */
  readonly asked?: Readonly<Record<string, string | number | boolean>>
  /** Refused so far: place in the plan and why. Those that no longer fit lie in the files of `parts`. */
  readonly refusals?: readonly (readonly [at: number, why: Why])[]
  readonly parts?: readonly string[]
}

export const optionsOf = ({ options }: Pick<Job, 'options'>): JobOptions => {
  try {
    return options ? (JSON.parse(options) as JobOptions) : {}
  } catch {
    return {}
  }
}
export const optionsText = (options: JobOptions): string => JSON.stringify(options)

/** Where jobs keep their files, in the SENCO site's own library. A file is named by the job's key alone. */
export const jobsFolder = 'Goldthread jobs'
const json = 'application/json'

export const saveJobFile = async (
  { files }: Pick<JobPorts, 'files'>,
  name: string,
  bytes: Uint8Array,
): Promise<string> =>
  `${jobsFolder}/${(await files.save('senco', `${jobsFolder}/${name}.json`, bytes, json)).name}`

/** Keeps a plan in its file, then makes the job's row: paused, with nothing done. Nothing is written before `runJob`. */
export const makeJob = async (
  ports: JobPorts,
  plan: Plan,
  options: JobOptions = {},
  key: string = newKey(ports.now().getTime()),
): Promise<Stored<Job>> => {
  const file = await saveJobFile(ports, key, planBytes(plan))
  const row = blank(Job, {
    kind: plan.kind,
    title: plan.title,
    state: 'paused',
    total: plan.steps.length,
    done: 0,
    refused: 0,
    pupils: pupilCounter(plan.steps)(0, [])?.of ?? null,
    plan: file,
    options: optionsText(options),
  })
  return ports.records.store(Job).create(row, key)
}

export const readPlan = async (
  { files }: Pick<JobPorts, 'files'>,
  { plan }: Pick<Job, 'plan'>,
): Promise<Plan> => planFrom(await files.read('senco', plan ?? ''))

/** What became of each step, as far as is known: from the results' file, else from the job's row. */
export const readResults = async (
  ports: Pick<JobPorts, 'files'>,
  job: Pick<Job, 'result' | 'options' | 'total' | 'done'>,
): Promise<StepResult[]> =>
  job.result ? resultsFrom(await ports.files.read('senco', job.result)) : resultsSoFar(ports, job)

export const resultsSoFar = async (
  { files }: Pick<JobPorts, 'files'>,
  job: Pick<Job, 'options' | 'total' | 'done'>,
): Promise<StepResult[]> => {
  const { refusals = [], parts = [] } = optionsOf(job)
  const older = await Promise.all(
    parts.map(async (part) => {
      const held = JSON.parse(new TextDecoder().decode(await files.read('senco', part))) as JobOptions
      return held.refusals ?? []
    }),
  )
  const refused = new Map([...older.flat(), ...refusals])
  return Array.from({ length: job.total }, (_, at): StepResult => {
    const why = refused.get(at)
    if (why) return { outcome: 'refused', why }
    return at < (job.done ?? 0) ? { outcome: 'stored' } : { outcome: 'notReached' }
  })
}

/** A page's name in a job's row, with a count that rises so that others see that it still works. */
export const workerText = (worker: string, beat: number): string => `${worker}~${beat}`
export const workerIn = ({ worker }: Pick<Job, 'worker'>): string | null => worker?.split('~')[0] ?? null
