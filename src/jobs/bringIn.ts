import { t } from '../words/t.ts'
import { Problem } from '../domain/problem.ts'
import { blank, type Stored } from '../domain/record.ts'
import { Job } from '../domain/records/job.ts'
import { londonDay, showDay } from '../domain/rules/day.ts'
import { isWhole, workOfAll } from '../export/compareCopy.ts'
import type { Copy } from '../export/readCopy.ts'
import { type RestoreResult, runRestore } from '../export/restoreCopy.ts'
import type { Files } from '../graph/storeTypes.ts'
import { broughtInOf } from './broughtIn.ts'
import { type Ended, Ends, holdOf } from './jobHold.ts'
import { type JobPorts, optionsText } from './jobRow.ts'
import type { JobEnd, Running } from './runJob.ts'

/** The same copy says the same here, each time that its file is chosen; another never does. */
const markOf = ({ index }: Copy): string => `${index.school.name} ${index.readUntil}`.slice(0, 200)

/**
 * The row of the job that brings in this copy: the one that was begun with it and is not over, else a new one. The file
 * itself is kept nowhere: who goes on chooses it again.
 */
export const bringInJob = async (
  { records }: Pick<JobPorts, 'records'>,
  copy: Copy,
): Promise<Stored<Job>> => {
  const jobs = records.store(Job)
  const open = (await jobs.about('kind', 'copy')).records.find(
    (job) => (job.state === 'running' || job.state === 'paused') && broughtInOf(job)?.copy === markOf(copy),
  )
  const { school, readUntil } = copy.index
  return (
    open ??
    jobs.create(
      blank(Job, {
        kind: 'copy',
        title: t`Copy of ${school.name}, made ${showDay(londonDay(new Date(readUntil)))}`.slice(0, 160),
        state: 'paused',
        total: workOfAll(copy),
        done: 0,
        refused: 0,
        options: optionsText({ asked: { copy: markOf(copy), stored: 0, archived: 0, documents: 0 } }),
      }),
    )
  )
}

export type BringInEnd = JobEnd & { readonly result: RestoreResult }

/** Milliseconds between two times that the job's row is told how far it is. */
const tellEvery = 5_000

/**
 * Brings in a copy as this job. Never throws. However it ended, doing it again with the same copy goes on: what is there
 * is never stored twice.
 */
export const bringIn = async (
  ports: JobPorts & { readonly files: Files },
  job: Stored<Job>,
  copy: Copy,
  { worker, signal, progress = () => {} }: Omit<Running, 'plan' | 'groupSize'>,
  doing: (what: string) => void = () => {},
): Promise<BringInEnd> => {
  const hold = holdOf(ports, job, worker)
  const halt = new AbortController()
  const heed = () => halt.abort()
  signal?.addEventListener('abort', heed, { once: true })
  const total = workOfAll(copy)
  let done = job.done ?? 0
  let told = ports.now().getTime()
  const tell = (text: string) => {
    doing(text)
    progress({ done, of: total, refused: 0, pupils: null, until: null })
    if (ports.now().getTime() - told < tellEvery) return
    told = ports.now().getTime()
    // What another page asks for ends this one; a row that can't be written now says no more than that it stands still.
    hold.update({ done, total }).catch((thrown: unknown) => thrown instanceof Ends && halt.abort())
  }
  const restore = async (): Promise<RestoreResult> => {
    await hold.takeOver()
    if (signal?.aborted) halt.abort()
    return runRestore(copy, ports.records, ports.files, {
      signal: halt.signal,
      progress: (at, of, what) => {
        done = total - (of - at)
        tell(what)
      },
    })
  }
  const result = await restore().catch((thrown: unknown): RestoreResult => notBegun(thrown))
  const ended = endOf(result, hold.heard(), signal)
  const before = broughtInOf(hold.job())
  const sum = {
    copy: markOf(copy),
    stored: (before?.stored ?? 0) + result.stored,
    archived: (before?.archived ?? 0) + result.archived,
    documents: (before?.documents ?? 0) + result.documents,
    whole: result.after !== null && isWhole(result.after),
  }
  if (ended !== 'takenOver') {
    const state = ended === 'finished' || ended === 'stopped' ? ended : 'paused'
    const last = {
      state,
      done,
      total,
      refused: result.refused.length,
      options: optionsText({ asked: sum }),
    } as const
    // A row that can't be told now shows by its silence that nobody works on it.
    await hold.update(last).catch(() => {})
  }
  return { job: hold.job(), ended, results: [], result }
}

const notBegun = (thrown: unknown): RestoreResult => ({
  stored: 0,
  archived: 0,
  documents: 0,
  refused: [],
  ended:
    thrown instanceof Problem
      ? thrown
      : new Problem({ code: 'unexpected' }, 'Bringing in a copy could not begin', thrown),
  after: null,
})

const endOf = ({ ended }: RestoreResult, heard: Ends | null, signal: AbortSignal | undefined): Ended => {
  if (ended === null) return 'finished'
  if (ended !== 'stopped') return ended
  return heard?.how ?? (signal?.reason === 'stop' ? 'stopped' : 'paused')
}
