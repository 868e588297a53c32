import { t } from '../words/t.ts'
import { Problem } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { Job } from '../domain/records/job.ts'
import { type JobPorts, workerIn, workerText } from './jobRow.ts'

/**
 * Why a run came to its end. `takenOver`: another page goes on with the job. A Problem: the job is paused, and can go
 * on when what the Problem says is over.
 */
export type Ended = 'finished' | 'paused' | 'stopped' | 'takenOver' | Problem

/** Thrown inside a run to end it. */
export class Ends extends Error {
  readonly how: Ended
  constructor(how: Ended) {
    super(t`The run ends`)
    this.how = how
  }
}

/** Milliseconds after which a page shows that it still works, and after which others may think that it doesn't. */
export const beatEvery = 20_000
export const silentAfter = 90_000

/** A job's row as the page that works on it holds it: read and written by others too. */
export type Hold = {
  job(): Stored<Job>
  /** What another page asked for in between; thrown by the run when it next looks. */
  heard(): Ends | null
  /** Writes the row, one write after another; throws Ends where another page asked for an end meanwhile. */
  update(changes: Partial<Job>): Promise<void>
  /** Puts this page's name in the row, over that of a page that has gone. Ends where the job is over. */
  takeOver(): Promise<void>
  /** Shows now and then that the page still works. */
  beat(): void
}

/** The job's row as somebody else saved it, where that is what stood in the way. */
const theirsIn = (thrown: unknown): Stored<Job> | null =>
  thrown instanceof Problem && thrown.trouble.code === 'changed'
    ? (thrown.trouble.theirs as Stored<Job> | null)
    : null

export const endIfOver = ({ state }: Pick<Job, 'state'>): void => {
  if (state === 'running' || state === 'paused') return
  throw new Ends(state === 'stopped' ? 'stopped' : 'finished')
}

export const holdOf = ({ records, now }: JobPorts, given: Stored<Job>, worker: string): Hold => {
  const jobs = records.store(Job)
  let job = given
  let beats = 0
  let lastWrite = 0
  let heard: Ends | null = null
  // One write of the job's row after another: two at once would take each other for somebody else.
  let writing: Promise<void> = Promise.resolve()

  /** What another page asked for in between is heard, and obeyed once this is written. */
  const writeRow = async (wanted: Partial<Job>): Promise<void> => {
    let changes = wanted
    for (let tries = 0; ; tries += 1) {
      beats += 1
      try {
        job = await jobs.update(job, { ...changes, worker: workerText(worker, beats) })
        lastWrite = now().getTime()
        if (heard && wanted.state === undefined) throw heard
        return
      } catch (thrown) {
        const theirs = theirsIn(thrown)
        if (!theirs || tries === 5) throw thrown
        if (workerIn(theirs) !== worker) {
          heard = new Ends('takenOver')
          throw heard
        }
        if (theirs.state === 'finished') {
          // This page finished it, and the answer was lost: nothing is written after that.
          job = theirs
          if (changes.state === 'finished') return
          heard = new Ends('finished')
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
  return {
    job: () => job,
    heard: () => heard,
    update,
    takeOver: async () => {
      for (let tries = 0; ; tries += 1) {
        try {
          beats += 1
          job = await jobs.update(job, { state: 'running', worker: workerText(worker, beats) })
          lastWrite = now().getTime()
          return
        } catch (thrown) {
          const theirs = theirsIn(thrown)
          if (!theirs || tries === 3) throw thrown
          job = theirs
          endIfOver(job)
        }
      }
    },
    beat: () => {
      if (now().getTime() - lastWrite < beatEvery) return
      lastWrite = now().getTime()
      // What it meets, the next update of the row meets too.
      update({}).catch(() => {})
    },
  }
}
