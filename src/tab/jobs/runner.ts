import type { QueryClient } from '@tanstack/react-query'
import { newKey } from '../../domain/key.ts'
import type { Stored } from '../../domain/record.ts'
import { Job } from '../../domain/records/job.ts'
import type { JobOptions, JobPorts } from '../../jobs/jobRow.ts'
import { pupilsOfJob } from '../../jobs/perPupil.ts'
import type { Plan } from '../../jobs/plan.ts'
import type { JobEnd, JobProgress, Wish } from '../../jobs/runJob.ts'
import { putStored } from '../../ui/records.ts'
import type { Services } from '../../ui/services.tsx'

/** A job as this page runs it, or ran it last. */
export type LocalRun = {
  readonly key: string
  readonly title: string
  readonly progress: JobProgress
  /** Milliseconds of the clock, and rows done by then: for what is left to wait. */
  readonly began: { readonly at: number; readonly done: number }
  readonly wish: Wish | null
  /** Null while it runs. */
  readonly end: JobEnd | null
}

/** `signal` is aborted with the person's wish as its reason. */
export type Work = (signal: AbortSignal, progress: (at: JobProgress) => void) => Promise<JobEnd>

/** The jobs that this page works on, for one school. It lives above the screens: going from one to another stops nothing. */
export type JobRunner = {
  readonly ports: JobPorts
  /** Keeps the plan and begins; answers as soon as the job's row is there. Problems as the store has them. */
  start(plan: Plan, options?: JobOptions): Promise<Stored<Job>>
  /** Works on a job in a way of its own: shown, paused and stopped like any other, and a page that is left warns. */
  run(job: Stored<Job>, work: Work): Promise<void>
  /** Goes on with a job that paused or whose page was closed. */
  goOn(job: Stored<Job>): void
  wish(key: string, wish: Wish): void
  subscribe(changed: () => void): () => void
  runs(): ReadonlyMap<string, LocalRun>
}

const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true })
  })

const newRunner = (services: Services, client: QueryClient): JobRunner => {
  let runs: ReadonlyMap<string, LocalRun> = new Map()
  const wishes = new Map<string, AbortController>()
  const listeners = new Set<() => void>()
  const { records, files, now } = services
  const ports: JobPorts = { records, files, now, sleep: pause }

  const put = (run: LocalRun) => {
    runs = new Map(runs).set(run.key, run)
    listeners.forEach((changed) => changed())
  }
  const change = (key: string, changes: Partial<LocalRun>) => {
    const run = runs.get(key)
    if (run) put({ ...run, ...changes })
  }
  const isRunning = (key: string) => runs.get(key)?.end === null

  const run = async (job: Stored<Job>, work: Work): Promise<void> => {
    if (isRunning(job.key)) return
    const controller = new AbortController()
    wishes.set(job.key, controller)
    const done = job.done ?? 0
    put({
      key: job.key,
      title: job.title,
      progress: { done, of: job.total, refused: job.refused ?? 0, pupils: pupilsOfJob(job), until: null },
      began: { at: Date.now(), done },
      wish: null,
      end: null,
    })
    const end = await work(controller.signal, (progress) => change(job.key, { progress }))
    change(job.key, { end, wish: null })
    putStored(client, services, Job, end.job)
    await client.invalidateQueries({ queryKey: ['records', services.school.id] })
  }

  const work = (job: Stored<Job>, plan?: Plan): Promise<void> =>
    run(job, async (signal, progress) => {
      const { runJob } = await import('../../jobs/runJob.ts')
      return runJob(ports, job, { worker: newKey(), ...(plan ? { plan } : {}), signal, progress })
    })

  window.addEventListener('beforeunload', (event) => {
    if ([...runs.keys()].some(isRunning)) event.preventDefault()
  })

  return {
    ports,
    start: async (plan, options) => {
      const { makeJob } = await import('../../jobs/jobRow.ts')
      const job = await makeJob(ports, plan, options)
      putStored(client, services, Job, job)
      void work(job, plan)
      return job
    },
    run,
    goOn: (job) => void work(job),
    wish: (key, wish) => {
      if (!isRunning(key)) return
      change(key, { wish })
      wishes.get(key)?.abort(wish)
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    runs: () => runs,
  }
}

const known = new WeakMap<Services, JobRunner>()

/** The runner of a school's services: the same each time. */
export const runnerFor = (services: Services, client: QueryClient): JobRunner => {
  const runner = known.get(services) ?? newRunner(services, client)
  known.set(services, runner)
  return runner
}
