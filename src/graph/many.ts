import { Problem } from '../domain/problem.ts'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import { batch, type Part, type PartAnswer } from './batch.ts'
import { refuseChanges, refuseRecord } from './checks.ts'
import type { Graph } from './client.ts'
import { keyColumn } from './columns.ts'
import { isUncertain } from './problem.ts'
import {
  columnsFor,
  keepableRecord,
  type Loose,
  newColumns,
  type Row,
  rowQuery,
  rowRead,
  titleFor,
} from './rows.ts'
import type { Progress, Store, Written } from './storeTypes.ts'

/** One row to write: its request, and how to know from the row as it now is that the write was done. */
type Job = {
  readonly key: string
  readonly part: Part
  done(now: Stored<Loose>): boolean
  readonly look: Part
}
type Planned =
  | Job
  | { readonly key: string; readonly problem: Problem }
  | { readonly key: string; readonly same: Stored<Loose> }

/** Rows that are written and then looked at together; a lost answer costs a look at no more than these. */
const groupSize = 20

/** Writes of many rows, each with its own outcome, over $batch. */
export const manyOf = (
  graph: Graph,
  type: AnyRecordType,
  items: () => Promise<string>,
): Pick<Store<Loose>, 'createMany' | 'updateMany'> => {
  const list = { kind: 'list', name: type.list } as const
  const row = { kind: 'row', name: type.list } as const
  const query = rowQuery(type)

  const run = async (
    planned: readonly Planned[],
    progress: Progress = () => {},
  ): Promise<Written<Loose>[]> => {
    const outcomes: Written<Loose>[] = []
    for (let from = 0; from < planned.length; from += groupSize) {
      outcomes.push(...(await writeGroup(planned.slice(from, from + groupSize))))
      progress(outcomes.length, planned.length)
    }
    return outcomes
  }

  const writeGroup = async (planned: readonly Planned[]): Promise<Written<Loose>[]> => {
    const outcomes = new Map<Planned, Written<Loose>>()
    let jobs = planned.filter((each): each is Job => 'part' in each)
    for (let tries = 1; jobs.length > 0 && tries <= 2; tries += 1) {
      const answers = await batch(
        graph,
        jobs.map(({ part }) => part),
      )
      const settled = await settle(jobs, answers)
      jobs.forEach((job, index) => outcomes.set(job, settled[index]!))
      jobs = jobs.filter((job) => isLost(outcomes.get(job)))
    }
    return planned.map((each) => {
      if ('problem' in each) return { key: each.key, outcome: 'refused', problem: each.problem }
      if ('same' in each) return { key: each.key, outcome: 'stored', record: each.same }
      return outcomes.get(each)!
    })
  }

  /** Each job's outcome. Where the answer does not hold the whole row, or none came, the row is looked at. */
  const settle = async (jobs: readonly Job[], answers: readonly PartAnswer[]): Promise<Written<Loose>[]> => {
    const outcomes = jobs.map((job, index) => outcomeIn(type, job, answers[index]!))
    const looked = jobs.filter((_, index) => outcomes[index] === null || mayBeDone(outcomes[index]))
    const rows = await batch(
      graph,
      looked.map(({ look }) => look),
    )
    return jobs.map((job, index) => {
      const at = looked.indexOf(job)
      return at < 0 ? outcomes[index]! : afterLook(type, job, outcomes[index] ?? null, rows[at]!)
    })
  }

  return {
    createMany: async (records, progress) => {
      const path = await items()
      const plan = ({ key, record: given }: { key: string; record: Loose }): Planned => {
        const record = keepableRecord(type, given)
        const fields = newColumns(type, key, record)
        const look = `${path}?${query}&$filter=${encodeURIComponent(`fields/${keyColumn} eq '${key}'`)}`
        return {
          key,
          part: { method: 'POST', path, about: list, body: { fields } },
          look: { method: 'GET', path: look, about: list },
          done: (now) => now.key === key,
        }
      }
      return run(
        records.map((each) =>
          tried(each.key, () => (refuseRecord(type, keepableRecord(type, each.record)), plan(each))),
        ),
        progress,
      )
    },
    updateMany: async (given, progress) => {
      const path = await items()
      const plan = (stored: Stored<Loose>, wanted: Loose): Planned => {
        const { changes, mine } = refuseChanges(type, stored, wanted)
        if (Object.keys(changes).length === 0) return { key: stored.key, same: stored }
        const title = titleFor(type, mine)
        const body = {
          ...columnsFor(type, changes),
          ...(title === titleFor(type, stored) ? {} : { Title: title }),
        }
        return {
          key: stored.key,
          part: {
            method: 'PATCH',
            path: `${path}/${stored.id}/fields`,
            about: row,
            headers: { 'If-Match': stored.etag },
            body,
          },
          look: { method: 'GET', path: `${path}/${stored.id}?${query}`, about: row },
          done: (now) =>
            now.etag !== stored.etag && Object.entries(changes).every(([name, value]) => now[name] === value),
        }
      }
      return run(
        given.map(({ stored, changes }) => tried(stored.key, () => plan(stored, changes as Loose))),
        progress,
      )
    },
  }
}

const tried = (key: string, plan: () => Planned): Planned => {
  try {
    return plan()
  } catch (thrown) {
    if (thrown instanceof Problem) return { key, problem: thrown }
    throw thrown
  }
}

/** What the answer alone says; null where the row must be looked at for its new eTag. */
const outcomeIn = (type: AnyRecordType, { key }: Job, answer: PartAnswer): Written<Loose> | null => {
  if ('problem' in answer) return { key, outcome: 'refused', problem: answer.problem }
  const made = answer.answer.body as Row | null
  if (made?.fields?.[keyColumn] !== key || !made.eTag) return null
  const found = rowRead(type, made)
  return 'record' in found ? { key, outcome: 'stored', record: found.record } : null
}

const problemIn = (outcome: Written<Loose> | null | undefined): unknown =>
  outcome?.outcome === 'refused' ? outcome.problem : null

const mayBeDone = (outcome: Written<Loose> | null | undefined): boolean => {
  const problem = problemIn(outcome)
  return isUncertain(problem) || (problem instanceof Problem && problem.code === 'changed')
}

const isLost = (outcome: Written<Loose> | undefined): boolean => {
  const problem = problemIn(outcome)
  return problem instanceof Problem && problem.code === 'offline'
}

const afterLook = (
  type: AnyRecordType,
  job: Job,
  before: Written<Loose> | null,
  answer: PartAnswer,
): Written<Loose> => {
  const { key } = job
  if ('problem' in answer) return before ?? { key, outcome: 'refused', problem: answer.problem }
  const { body } = answer.answer
  const rows = ((body as { value?: Row[] } | null)?.value ?? [body]) as Row[]
  for (const each of rows) {
    const found = rowRead(type, each)
    if ('record' in found && job.done(found.record)) return { key, outcome: 'stored', record: found.record }
    if ('record' in found && mayBeDone(before))
      return { ...before!, ...theirs(type, before!, found.record) } as Written<Loose>
  }
  return (
    before ?? {
      key,
      outcome: 'refused',
      problem: new Problem({ code: 'unexpected' }, `${type.list}: a row that was written can’t be read`),
    }
  )
}

/** A conflict with the row as another saved it. */
const theirs = (type: AnyRecordType, before: Written<Loose>, now: Stored<Loose>) => {
  const problem = problemIn(before)
  if (!(problem instanceof Problem) || problem.trouble.code !== 'changed') return {}
  const trouble = { ...problem.trouble, theirs: now }
  return { problem: new Problem(trouble, `${type.list} ${now.id} was changed`, problem) }
}
