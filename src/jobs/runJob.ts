import { Problem } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { Job } from '../domain/records/job.ts'
import {
  type JobOptions,
  type JobPorts,
  optionsOf,
  optionsText,
  readPlan,
  resultsSoFar,
  saveJobFile,
  workerIn,
  workerText,
} from './jobRow.ts'
import type { Plan, Step } from './plan.ts'
import { resultBytes, type StepResult } from './result.ts'
import { rowsFor } from './rows.ts'
import { isPassing, type Placed, round, type Settled, type Tries } from './settle.ts'

/** How far a job is. `until`: SharePoint asked to wait until then. */
export type JobProgress = {
  readonly done: number
  readonly of: number
  readonly refused: number
  readonly until: string | null
}

/**
 * Why a run came to its end. `takenOver`: another page goes on with the job. A Problem: the job is paused, and can go
 * on when what the Problem says is over.
 */
export type JobEnd = {
  readonly job: Stored<Job>
  readonly ended: 'finished' | 'paused' | 'stopped' | 'takenOver' | Problem
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
/** Milliseconds after which a page shows that it still works, and after which others may think that it doesn't. */
export const beatEvery = 20_000
export const silentAfter = 90_000

const waits = { busy: { each: 30_000, most: 20 }, offline: { each: 10_000, most: 30 } }
/** SharePoint may ask for a longer wait than a page should sit out by itself. */
const longestWait = 15 * 60_000
/** Text that a job's row may hold beside the rest; SharePoint's limit is 60,000 characters. */
const mostOptions = 40_000

/** Thrown inside a run to end it. */
class Ends extends Error {
  readonly how: JobEnd['ended']
  constructor(how: JobEnd['ended']) {
    super('The run ends')
    this.how = how
  }
}

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

/** The job's row as somebody else saved it, where that is what stood in the way. */
const theirsIn = (thrown: unknown): Stored<Job> | null =>
  thrown instanceof Problem && thrown.trouble.code === 'changed'
    ? (thrown.trouble.theirs as Stored<Job> | null)
    : null

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
  const jobs = ports.records.store(Job)
  let job = given
  let beats = 0
  let lastWrite = 0
  let steps: readonly Step[] = []
  let options: JobOptions = optionsOf(given)
  const results: StepResult[] = []
  const refusedKeys = new Set<string>()
  let cursor = 0
  let waited = 0
  let heard: Ends | null = null
  let began = false
  // One write of the job's row after another: two at once would take each other for somebody else.
  let writing: Promise<void> = Promise.resolve()

  /** `more`: rows of the group in hand that are done too. */
  const tell = (until: Date | null = null, more = 0) =>
    progress({
      done: Math.min(cursor + more, steps.length),
      of: steps.length,
      refused: refusedCount(),
      until: until?.toISOString() ?? null,
    })
  const refusedCount = () => results.reduce((sum, { outcome }) => sum + (outcome === 'refused' ? 1 : 0), 0)

  const wished = (): Wish | null => (signal?.aborted ? (signal.reason === 'stop' ? 'stop' : 'pause') : null)
  const obey = () => {
    if (heard) throw heard
    const wish = wished()
    if (wish) throw new Ends(wish === 'stop' ? 'stopped' : 'paused')
  }

  /** Writes the job's row; what another page asked for in between is heard, and obeyed once this is written. */
  const writeRow = async (given: Partial<Job>): Promise<void> => {
    let changes = given
    for (let tries = 0; ; tries += 1) {
      beats += 1
      try {
        job = await jobs.update(job, { ...changes, worker: workerText(worker, beats) })
        lastWrite = ports.now().getTime()
        if (heard && given.state === undefined) throw heard
        return
      } catch (thrown) {
        const theirs = theirsIn(thrown)
        if (!theirs || tries === 5) throw thrown
        if (workerIn(theirs) !== worker) {
          heard = new Ends('takenOver')
          throw heard
        }
        if (theirs.state !== job.state && (theirs.state === 'paused' || theirs.state === 'stopped')) {
          heard = new Ends(theirs.state)
          if (changes.state !== 'finished') {
            const { state: _, ...rest } = changes
            changes = rest
          }
        }
        job = theirs
      }
    }
  }
  const update = (changes: Partial<Job>): Promise<void> => {
    const next = writing.then(() => writeRow(changes))
    writing = next.catch(() => {})
    return next
  }

  /** Waits out what passes by itself; throws it on where only a person can help, or where it goes on too long. */
  const waitOut = async (problem: Problem): Promise<void> => {
    const { trouble } = problem
    const patience = trouble.code === 'busy' ? waits.busy : trouble.code === 'offline' ? waits.offline : null
    if (!patience || waited >= patience.most) throw problem
    waited += 1
    const now = ports.now().getTime()
    const until = Math.max(
      now + patience.each,
      trouble.code === 'busy' && trouble.until ? Date.parse(trouble.until) : 0,
    )
    if (until - now > longestWait) throw problem
    tell(new Date(until))
    for (let left = until - now; left > 0; left -= beatEvery) {
      await ports.sleep(Math.min(left, beatEvery), signal)
      obey()
    }
    tell()
  }
  const insist = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await work()
      } catch (thrown) {
        if (!(thrown instanceof Problem) || !isPassing(thrown)) throw thrown
        await waitOut(thrown)
      }
    }
  }

  const beat = () => {
    if (ports.now().getTime() - lastWrite < beatEvery) return
    lastWrite = ports.now().getTime()
    // What it meets, the next update of the row meets too.
    update({}).catch(() => {})
  }

  const groupDone = async (group: readonly Placed[], rows: ReturnType<typeof rowsFor>): Promise<void> => {
    const settled: Settled = new Map()
    const tries: Tries = new Map()
    const isRefused = (key: string) => refusedKeys.has(key)
    let open: readonly Placed[] = group
    while (open.length > 0) {
      const before = open.length
      const come = await insist(() =>
        round(open, rows, settled, isRefused, tries, (done, _of, until) => {
          beat()
          tell(until ?? null, done)
        }),
      )
      open = come.open
      if (open.length < before) waited = 0
      if (come.problem?.code === 'noAccess' && settled.size > 0) {
        for (const { at } of open) settled.set(at, { outcome: 'refused', why: { is: 'noAccess' } })
        open = []
      } else if (come.problem && open.length > 0) await waitOut(come.problem)
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
      const name = `${job.key} ${(options.parts ?? []).length + 1}`
      const part = await saveJobFile(ports, name, new TextEncoder().encode(JSON.stringify({ refusals })))
      options = { ...options, refusals: [], parts: [...(options.parts ?? []), part] }
    }
    return optionsText(options)
  }
  const sayHowFar = async (): Promise<void> => {
    const text = await insist(keptOptions)
    await insist(() => update({ done: cursor, refused: refusedCount(), options: text }))
  }

  const begin = async (): Promise<void> => {
    endIfOver()
    steps = (running.plan ?? (await insist(() => readPlan(ports, job)))).steps
    await insist(takeOver)
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
  /** Puts this page's name in the job's row, over that of a page that has gone. */
  const takeOver = async (): Promise<void> => {
    for (let tries = 0; ; tries += 1) {
      try {
        beats += 1
        job = await jobs.update(job, { state: 'running', worker: workerText(worker, beats) })
        lastWrite = ports.now().getTime()
        return
      } catch (thrown) {
        const theirs = theirsIn(thrown)
        if (!theirs || tries === 3) throw thrown
        job = theirs
        endIfOver()
      }
    }
  }
  const endIfOver = () => {
    if (job.state === 'running' || job.state === 'paused') return
    throw new Ends(job.state === 'stopped' ? 'stopped' : 'finished')
  }

  const all = async (): Promise<void> => {
    const rows = rowsFor(ports.records, steps)
    while (cursor < steps.length) {
      obey()
      await groupDone(groupFrom(steps, cursor, groupSize), rows)
      await sayHowFar()
      waited = 0
      tell()
    }
  }

  const finish = async (state: 'finished' | 'stopped'): Promise<void> => {
    const result = await insist(() => saveJobFile(ports, `${job.key} results`, resultBytes(results)))
    const { refusals: _, parts: __, ...asked } = options
    if (state === 'finished' && options.undoes !== undefined) {
      const { undoes } = options
      await insist(() => markUndone(undoes))
    }
    await insist(() =>
      update({ state, result, done: cursor, refused: refusedCount(), options: optionsText(asked) }),
    )
  }
  const markUndone = async (key: string): Promise<void> => {
    const other = await jobs.byKey(key)
    if (other.state !== 'undone') await jobs.update(other, { state: 'undone' })
  }

  /** Leaves the job so that it can be gone on with. What can't be told now, the job's row shows by its silence. */
  const leave = async (how: JobEnd['ended']): Promise<void> => {
    try {
      if (how === 'stopped' && began) await finish('stopped')
      else if (how !== 'finished' && job.state === 'running') await update({ state: 'paused' })
    } catch {
      // Whoever opens the job next sees that nobody works on it.
    }
  }

  return {
    begin,
    all,
    finish,
    leave,
    end: (ended: JobEnd['ended']): JobEnd => ({ job, ended, results: [...results] }),
  }
}
