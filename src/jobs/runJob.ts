import { t } from '../words/t.ts'
import { Problem } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { Job } from '../domain/records/job.ts'
import { type Ended, endIfOver, Ends, holdOf } from './jobHold.ts'
import {
  type JobOptions,
  type JobPorts,
  optionsOf,
  optionsText,
  readPlan,
  resultsSoFar,
  saveJobFile,
} from './jobRow.ts'
import { type PupilCount, pupilCounter } from './perPupil.ts'
import type { Plan, Step } from './plan.ts'
import { resultBytes, type StepResult } from './result.ts'
import { rowsFor } from './rows.ts'
import { type Placed, round, type Settled, type Tries } from './settle.ts'
import { waitingOf } from './waiting.ts'

/** How far a job is, in rows, and in pupils where it is about pupils. `until`: SharePoint asked to wait until then. */
export type JobProgress = {
  readonly done: number
  readonly of: number
  readonly refused: number
  readonly pupils: PupilCount | null
  readonly until: string | null
}

export type JobEnd = {
  readonly job: Stored<Job>
  readonly ended: Ended
  readonly results: readonly StepResult[]
}

/** What a page asks of a job that it runs; given as the reason of the signal's abort. */
export type Wish = 'pause' | 'stop'

export type Running = {
  /** Unlike that of any other page and run. */
  readonly worker: string
  /** Where the caller has it at hand. */
  readonly plan?: Plan
  readonly progress?: (progress: JobProgress) => void
  readonly signal?: AbortSignal
  /** Rows written between two looks at the job's row. */
  readonly groupSize?: number
}

/** Rows between two updates of the job's row: a crash loses no more than the answers about these. */
const usualGroup = 100
/** Text that a job's row may hold beside the rest; SharePoint's limit is 60,000 characters. */
const mostOptions = 40_000

/**
 * Works on a job until it is done, paused, stopped or taken over. Never throws for what a row or Microsoft 365 does;
 * the answer says how it ended. Two pages that run the same job at once write the same rows with the same values, and
 * the one whose name is no longer in the job's row ends.
 */
export const runJob = async (ports: JobPorts, job: Stored<Job>, running: Running): Promise<JobEnd> => {
  const run = newRun(ports, job, running)
  try {
    await run.begin()
    await run.all()
    await run.finish('finished')
    return run.end('finished')
  } catch (thrown) {
    const how = thrown instanceof Ends ? thrown.how : problemOf(thrown)
    if (how !== 'takenOver') await run.leave(how)
    return run.end(how)
  }
}

const problemOf = (thrown: unknown): Problem =>
  thrown instanceof Problem
    ? thrown
    : new Problem({ code: 'unexpected' }, 'A job met something unforeseen', thrown)

/** Consecutive steps of one type and verb, at most so many. */
const groupFrom = (steps: readonly Step[], from: number, size: number): Placed[] => {
  const group: Placed[] = []
  for (let at = from; at < steps.length && group.length < size; at += 1) {
    const step = steps[at]!
    if (step.type !== steps[from]!.type || step.do !== steps[from]!.do) break
    group.push({ at, step })
  }
  return group
}

const newRun = (ports: JobPorts, given: Stored<Job>, running: Running) => {
  const { worker, signal, progress = () => {}, groupSize = usualGroup } = running
  const hold = holdOf(ports, given, worker)
  let steps: readonly Step[] = []
  let countPupils = pupilCounter(steps)
  let options: JobOptions = optionsOf(given)
  const results: StepResult[] = []
  const refusedKeys = new Set<string>()
  let cursor = 0
  let began = false

  const refusedCount = () => results.reduce((sum, { outcome }) => sum + (outcome === 'refused' ? 1 : 0), 0)
  /** `more`: rows of the group in hand that are done too. */
  const tell = (until: Date | null = null, more = 0) => {
    const done = Math.min(cursor + more, steps.length)
    progress({
      done,
      of: steps.length,
      refused: refusedCount(),
      pupils: countPupils(done, results),
      until: until?.toISOString() ?? null,
    })
  }

  const wished = (): Wish | null => (signal?.aborted ? (signal.reason === 'stop' ? 'stop' : 'pause') : null)
  const obey = () => {
    const heard = hold.heard()
    if (heard) throw heard
    const wish = wished()
    if (wish) throw new Ends(wish === 'stop' ? 'stopped' : 'paused')
  }
  const waiting = waitingOf(ports, signal, obey, tell)
  const { insist } = waiting

  const groupDone = async (group: readonly Placed[], rows: ReturnType<typeof rowsFor>): Promise<void> => {
    const settled: Settled = new Map()
    const tries: Tries = new Map()
    const isRefused = (key: string) => refusedKeys.has(key)
    let open: readonly Placed[] = group
    while (open.length > 0) {
      const before = open.length
      const come = await insist(() =>
        round(open, rows, settled, isRefused, tries, (done, _of, until) => {
          hold.beat()
          tell(until ?? null, done)
        }),
      )
      open = come.open
      if (open.length < before) waiting.begunAnew()
      if (come.problem?.code === 'noAccess' && settled.size > 0) {
        for (const { at } of open) settled.set(at, { outcome: 'refused', why: { is: 'noAccess' } })
        open = []
      } else if (come.problem && open.length > 0) await waiting.out(come.problem)
    }
    for (const { at, step } of group) {
      const result = settled.get(at)!
      results[at] = result
      if (result.outcome === 'refused') {
        refusedKeys.add(step.key)
        options = { ...options, refusals: [...(options.refusals ?? []), [at, result.why]] }
      }
    }
    cursor += group.length
  }

  /** The job's row holds what was refused; what no longer fits goes to a file of its own. */
  const keptOptions = async (): Promise<string> => {
    if (optionsText(options).length > mostOptions) {
      const { refusals } = options
      const name = `${given.key} ${(options.parts ?? []).length + 1}`
      const part = await saveJobFile(ports, name, new TextEncoder().encode(JSON.stringify({ refusals })))
      options = { ...options, refusals: [], parts: [...(options.parts ?? []), part] }
    }
    return optionsText(options)
  }
  /** How far it is, as the job's row says it to other pages. */
  const counts = (): Partial<Job> => {
    const pupils = countPupils(cursor, results)
    return {
      done: cursor,
      refused: refusedCount(),
      ...(pupils ? { pupils: pupils.of, pupilsDone: pupils.done, pupilsRefused: pupils.refused } : {}),
    }
  }
  const sayHowFar = async (): Promise<void> => {
    const text = await insist(keptOptions)
    await insist(() => hold.update({ ...counts(), options: text }))
  }

  const begin = async (): Promise<void> => {
    endIfOver(hold.job())
    steps = (running.plan ?? (await insist(() => readPlan(ports, given)))).steps
    countPupils = pupilCounter(steps)
    await insist(hold.takeOver)
    const job = hold.job()
    options = optionsOf(job)
    cursor = job.done ?? 0
    const soFar = await insist(() => resultsSoFar(ports, { ...job, total: steps.length }))
    soFar.forEach((result, at) => {
      results[at] = result
      if (result.outcome === 'refused') refusedKeys.add(steps[at]!.key)
    })
    began = true
    tell()
  }

  const all = async (): Promise<void> => {
    const rows = rowsFor(ports.records, steps)
    while (cursor < steps.length) {
      obey()
      await groupDone(groupFrom(steps, cursor, groupSize), rows)
      await sayHowFar()
      waiting.begunAnew()
      tell()
    }
  }

  const finish = async (state: 'finished' | 'stopped'): Promise<void> => {
    const result = await insist(() => saveJobFile(ports, t`${given.key} results`, resultBytes(results)))
    const { refusals: _, parts: __, ...asked } = options
    if (state === 'finished' && options.undoes !== undefined) {
      const { undoes } = options
      await insist(() => markUndone(undoes))
    }
    await insist(() => hold.update({ state, result, ...counts(), options: optionsText(asked) }))
  }
  const markUndone = async (key: string): Promise<void> => {
    const jobs = ports.records.store(Job)
    const other = await jobs.byKey(key)
    if (other.state !== 'undone') await jobs.update(other, { state: 'undone' })
  }

  /** Leaves the job so that it can be gone on with. What can't be told now, the job's row shows by its silence. */
  const leave = async (how: JobEnd['ended']): Promise<void> => {
    try {
      if (how === 'stopped' && began) await finish('stopped')
      else if (how !== 'finished' && hold.job().state === 'running') await hold.update({ state: 'paused' })
    } catch {
      // Whoever opens the job next sees that nobody works on it.
    }
  }

  return {
    begin,
    all,
    finish,
    leave,
    end: (how: JobEnd['ended']): JobEnd => {
      const job = hold.job()
      const ended = how === 'paused' && job.state === 'finished' ? 'finished' : how
      return { job, ended, results: [...results] }
    },
  }
}
