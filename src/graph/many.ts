import { Problem, type ProblemCode } from '../domain/problem.ts'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import { batch, type PartAnswer } from './batch.ts'
import { createJob, isJob, type Job, type Planned, shelveJob, updateJob } from './jobs.ts'
import { mayBeColumns, spoiltColumns } from './heldColumns.ts'
import { isPassing, isUncertain } from './problem.ts'
import { keyColumn } from './columns.ts'
import { type Loose, type Row, rowRead } from './rows.ts'
import type { Rows } from './storeRows.ts'
import type { Progress, Store, Written } from './storeTypes.ts'

type Waiting = (until: Date) => void

/** As many as one batch holds: when its answer is lost, no more than these rows must be looked at. */
const groupSize = 20

/** Writes of many rows over $batch, each with its own outcome. */
export const manyOf = ({
  graph,
  type,
  items,
  refuseNewRows,
}: Rows): Pick<Store<Loose>, 'createMany' | 'updateMany' | 'shelveMany'> => {
  const run = async (
    planned: readonly Planned[],
    progress: Progress = () => {},
  ): Promise<Written<Loose>[]> => {
    const outcomes: Written<Loose>[] = []
    for (let from = 0; from < planned.length; from += groupSize) {
      const some = planned.slice(from, from + groupSize)
      const waiting = (until: Date) => progress(outcomes.length, planned.length, until)
      const told = await group(some, waiting)
      const behind = await columnsBehind(told)
      const done = behind ? some.map((each) => unsent(each, behind)) : told
      outcomes.push(...done)
      progress(outcomes.length, planned.length)
      const stopped = stoppedBy(some, done)
      if (stopped)
        return [...outcomes, ...planned.slice(from + groupSize).map((each) => unsent(each, stopped))]
    }
    return outcomes
  }

  /** When nothing of a group was taken, because of a column that somebody changed: the next would fare alike. */
  const columnsBehind = async (done: readonly Written<Loose>[]): Promise<Problem | null> =>
    done.length > 0 && done.every((each) => mayBeColumns(problemIn(each)))
      ? spoiltColumns(graph, await items(), type)
      : null

  const group = async (planned: readonly Planned[], waiting: Waiting): Promise<Written<Loose>[]> => {
    const outcomes = new Map<Job, Written<Loose>>()
    let jobs = planned.filter(isJob)
    // A second time only for those that may pass now, and whose row shows that nothing was done.
    for (let tries = 0; jobs.length > 0 && tries < 2; tries += 1) {
      for (const [job, outcome] of await writeAndLook(jobs, waiting)) outcomes.set(job, outcome)
      jobs = jobs.filter((job) => mayPass(problemIn(outcomes.get(job))))
    }
    return planned.map((each) => (isJob(each) ? outcomes.get(each)! : each))
  }

  const writeAndLook = async (jobs: readonly Job[], waiting: Waiting): Promise<[Job, Written<Loose>][]> => {
    const written = await batch(graph, jobs.map(({ write }) => write), waiting) // prettier-ignore
    const said = jobs.map((job, index) => saidBy(type, job, written[index]!))
    const unsure = jobs.filter((_, index) => needsLook(said[index]!))
    const looked = await batch(graph, unsure.map(({ look }) => look), waiting) // prettier-ignore
    return jobs.map((job, index) => {
      const at = unsure.indexOf(job)
      const before = said[index]!
      return [job, at < 0 && before !== 'look' ? before : settled(type, job, before, looked[at]!)]
    })
  }

  return {
    createMany: async (records, progress) => {
      await refuseNewRows()
      const path = await items()
      return run(
        records.map(({ key, record }) => createJob(type, path, key, record)),
        progress,
      )
    },
    updateMany: async (given, progress) => {
      const path = await items()
      return run(
        given.map(({ stored, changes }) => updateJob(type, path, stored, changes as Loose)),
        progress,
      )
    },
    shelveMany: async (rows, progress) => {
      const path = await items()
      return run(
        rows.map(({ stored, reason }) => shelveJob(type, path, stored, reason)),
        progress,
      )
    },
  }
}

// A conflict with a row that another saved would only come again; it carries that row.
const mayPass = (problem: Problem | null): boolean =>
  isPassing(problem) && !(problem?.trouble.code === 'changed' && problem.trouble.theirs !== null)

const ends: readonly ProblemCode[] = ['busy', 'offline', 'signedOut', 'noAccess', 'notSetUp', 'newer']

/** Why nothing more is to be sent: a whole group failed for a reason that the next would meet too. */
const stoppedBy = (planned: readonly Planned[], done: readonly Written<Loose>[]): Problem | null => {
  const problems = done.flatMap((outcome, index) => (isJob(planned[index]!) ? [problemIn(outcome)] : []))
  return problems.length > 0 && problems.every((each) => each && ends.includes(each.code))
    ? problems[0]!
    : null
}

const unsent = (planned: Planned, problem: Problem): Written<Loose> =>
  isJob(planned) ? { key: planned.key, outcome: 'refused', problem } : planned

/** What a write's own answer says; 'look' where it was done and only the row as it now is lacks. */
type Said = Written<Loose> | 'look'

const saidBy = (type: AnyRecordType, { key }: Job, answer: PartAnswer): Said => {
  if ('problem' in answer) return { key, outcome: 'refused', problem: answer.problem }
  const row = answer.answer.body as Row | null
  if (row?.fields?.[keyColumn] !== key || !row.eTag) return 'look'
  const found = rowRead(type, row)
  return 'record' in found ? { key, outcome: 'stored', record: found.record } : 'look'
}

const problemIn = (outcome: Said | undefined): Problem | null =>
  typeof outcome === 'object' && outcome.outcome === 'refused' && outcome.problem instanceof Problem
    ? outcome.problem
    : null

const needsLook = (said: Said): boolean => {
  const problem = problemIn(said)
  return said === 'look' || problem?.code === 'changed' || isUncertain(problem)
}

/** The outcome of a write once its row was looked at: done after all, changed by another, or as it was said. */
const settled = (type: AnyRecordType, job: Job, said: Said, looked: PartAnswer): Written<Loose> => {
  const { key } = job
  const now = rowIn(type, looked)
  if (now && job.isDone(now)) return { key, outcome: 'stored', record: now }
  const told = problemIn(said)
  // “Changed” may be our own write, done by a try whose answer was late: only the row tells.
  const unknown = 'problem' in looked && (told === null || told.code === 'changed') ? looked.problem : null
  const problem = unknown ?? told ?? unread(type)
  if (now && problem.code === 'changed' && job.isOthers(now)) {
    const trouble = { code: 'changed', mine: { ...now, ...job.mine }, theirs: now } as const
    return {
      key,
      outcome: 'refused',
      problem: new Problem(trouble, `${type.list} ${now.id} was changed`, problem),
    }
  }
  return { key, outcome: 'refused', problem }
}

const rowIn = (type: AnyRecordType, looked: PartAnswer): Stored<Loose> | null => {
  if ('problem' in looked) return null
  const body = looked.answer.body as { value?: Row[] } | Row | null
  const [row] = body && 'value' in body ? (body.value ?? []) : [body as Row | null]
  const found = row ? rowRead(type, row) : null
  return found && 'record' in found ? found.record : null
}

const unread = (type: AnyRecordType) =>
  new Problem({ code: 'unexpected' }, `A row of ${type.list} that was just written can’t be read`)
