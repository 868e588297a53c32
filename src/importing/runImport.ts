import { Contact } from '../domain/records/contact.ts'
import { Need } from '../domain/records/need.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { Problem, type ProblemCode } from '../domain/problem.ts'
import type { Progress, SchoolRecords, Written } from '../graph/storeTypes.ts'
import { checkRows } from './checkRows.ts'
import type { ChangedRow, ImportPlan, NewRow, PlannedRow } from './plan.ts'
import { readExisting } from './readExisting.ts'
import type { Notice, Reason } from './readRow.ts'

/** What became of one row. `notReached`: the import ended before it; run it again. */
export type RowResult = {
  readonly row: number
  readonly outcome: 'stored' | 'unchanged' | 'refused' | 'notReached'
  readonly how: 'new' | 'changed' | null
  readonly reasons: readonly Reason[]
  readonly notices: readonly Notice[]
}
export type ImportResult = {
  readonly rows: readonly RowResult[]
  readonly counts: Readonly<Record<RowResult['outcome'], number>>
  /** Why it ended early, where it did; the person who stopped it is no Problem. */
  readonly ended: Problem | 'stopped' | null
}

/** Rows written together: a break loses no more than the answer about these, and running again finds them. */
const atOnce = 100

const ends: readonly ProblemCode[] = ['busy', 'offline', 'signedOut', 'noAccess', 'notSetUp', 'newer']
const problemOf = (thrown: unknown): Problem =>
  thrown instanceof Problem
    ? thrown
    : new Problem({ code: 'unexpected' }, 'The import met something unforeseen', thrown)

/**
 * Stores what a plan shows. The school's records are read afresh first, so that a second run, or one after a break,
 * finds what the first stored and stores nothing twice; a pupil whom somebody changed since the preview is refused.
 * Never throws: what went wrong is in the result.
 */
export const runImport = async (
  plan: ImportPlan,
  records: SchoolRecords,
  progress: Progress = () => {},
  signal?: AbortSignal,
): Promise<ImportResult> => {
  const results = new Map<number, RowResult>()
  let ended: ImportResult['ended'] = null
  let planned: readonly PlannedRow[] = plan.rows
  try {
    const fresh = checkRows(plan.table, plan.mapping, await readExisting(records), plan.today)
    planned = unlessMoved(plan.rows, fresh.rows)
    const work = planned.filter((row) => row.outcome === 'new' || row.outcome === 'changed')
    progress(0, work.length)
    for (let from = 0; from < work.length && !ended; from += atOnce) {
      if (signal?.aborted) {
        ended = 'stopped'
        break
      }
      const some = work.slice(from, from + atOnce)
      ended = await storeRows(some, records, results)
      progress(Math.min(from + atOnce, work.length), work.length)
    }
  } catch (thrown) {
    ended = problemOf(thrown)
  }
  const rows = planned.map((row) => results.get(row.row) ?? withoutWork(row))
  const counts = { stored: 0, unchanged: 0, refused: 0, notReached: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return { rows, counts, ended }
}

const withoutWork = (row: PlannedRow): RowResult => ({
  row: row.row,
  outcome: row.outcome === 'unchanged' || row.outcome === 'refused' ? row.outcome : 'notReached',
  how: null,
  reasons: row.outcome === 'refused' ? row.reasons : [],
  notices: row.notices,
})

/**
 * The person agreed to certain changes: where the record says something else by now, they must look again. What fills a
 * blank in a row that was seen as new is the rest of an import that broke off.
 */
const unlessMoved = (seen: readonly PlannedRow[], fresh: readonly PlannedRow[]): PlannedRow[] => {
  const before = new Map(seen.map((row) => [row.row, row]))
  return fresh.map((row) => {
    const old = before.get(row.row)
    if (row.outcome !== 'changed') return row
    const agreed = new Map(
      old?.outcome === 'changed' ? old.changes.map(({ field, from }) => [field, from]) : [],
    )
    const moved = row.changes.find(({ field, from }) =>
      old?.outcome === 'new' ? from !== '' : agreed.get(field) !== from,
    )
    return moved
      ? {
          ...row,
          outcome: 'refused',
          reasons: [
            {
              column: moved.label,
              found: 'a record that somebody changed since the preview',
              expected: 'the record as the preview showed it: import again and look at the new preview',
            },
          ],
        }
      : row
  })
}

type Work = NewRow | ChangedRow

/** Writes the pupils, then what belongs to those that are stored. Answers why to go no further, if so. */
const storeRows = async (
  rows: readonly Work[],
  records: SchoolRecords,
  results: Map<number, RowResult>,
): Promise<Problem | null> => {
  const trouble = new Map<Work, Problem>()
  const note = (owners: readonly Work[], written: readonly Written<unknown>[]) =>
    written.forEach((each, i) => {
      if (each.outcome === 'refused') trouble.set(owners[i]!, problemOf(each.problem))
    })
  const well = () => rows.filter((row) => !trouble.has(row))
  const each = <T>(of: (row: Work) => readonly T[]) =>
    well().flatMap((owner) => of(owner).map((one) => ({ owner, one })))
  const owners = (all: readonly { owner: Work }[]) => all.map(({ owner }) => owner)
  const ones = <T>(all: readonly { one: T }[]) => all.map(({ one }) => one)
  try {
    const pupils = records.store(Pupil)
    const fresh = each((row) => (row.outcome === 'new' ? [row.pupil] : []))
    if (fresh.length > 0) note(owners(fresh), await pupils.createMany(ones(fresh)))
    const known = each((row) =>
      row.outcome === 'changed' && Object.keys(row.pupilChanges).length > 0
        ? [{ stored: row.stored, changes: row.pupilChanges }]
        : [],
    )
    if (known.length > 0) note(owners(known), await pupils.updateMany(ones(known)))
    const moved = each((row) => (row.outcome === 'changed' ? row.needUpdates : []))
    if (moved.length > 0) note(owners(moved), await records.store(Need).updateMany(ones(moved)))
    const needs = each((row) => row.needs)
    if (needs.length > 0) note(owners(needs), await records.store(Need).createMany(ones(needs)))
    const contacts = each((row) => row.contacts)
    if (contacts.length > 0) note(owners(contacts), await records.store(Contact).createMany(ones(contacts)))
  } catch (thrown) {
    // What of these rows is stored and what is not is not known: the next run looks.
    return problemOf(thrown)
  }
  let end: Problem | null = null
  for (const row of rows) {
    const problem = trouble.get(row)
    if (problem && ends.includes(problem.code)) end = problem
    else
      results.set(row.row, {
        row: row.row,
        outcome: problem ? 'refused' : 'stored',
        how: row.outcome,
        reasons: problem ? [reasonOf(problem)] : [],
        notices: row.notices,
      })
  }
  return end
}

const reasonOf = ({ trouble }: Problem): Reason => {
  if (trouble.code === 'changed')
    return {
      column: '',
      found: 'a record that somebody changed at the same moment',
      expected: 'the record as it was: import again',
    }
  if (trouble.code === 'refused')
    return { column: '', found: 'a value that SharePoint does not take', expected: trouble.why }
  return {
    column: '',
    found: 'no answer from SharePoint',
    expected: 'an answer: import again, what is stored is not stored twice',
  }
}
