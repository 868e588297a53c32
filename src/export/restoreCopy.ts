import { Problem, type ProblemCode } from '../domain/problem.ts'
import type { Files, SchoolRecords, Written } from '../graph/storeTypes.ts'
import {
  type CompareOptions,
  type ListPlan,
  planRestore,
  type RestorePlan,
  storeFor,
  workIn,
} from './compareCopy.ts'
import type { Copy, Fields } from './readCopy.ts'

export type NotStored = { readonly list: string; readonly key: string; readonly why: Problem }
export type RestoreResult = {
  readonly stored: number
  readonly archived: number
  readonly documents: number
  /** Refused by SharePoint, one by one. */
  readonly refused: readonly NotStored[]
  /** Why it ended early; 'stopped' by the person. Run it again: what is there is not stored twice. */
  readonly ended: Problem | 'stopped' | null
  /** Read afresh after the last write: what still lacks or differs. Null where it ended before that. */
  readonly after: RestorePlan | null
}

const atOnce = 200
const ends: readonly ProblemCode[] = ['busy', 'offline', 'signedOut', 'noAccess', 'notSetUp', 'newer']
const problemOf = (thrown: unknown): Problem =>
  thrown instanceof Problem
    ? thrown
    : new Problem({ code: 'unexpected' }, 'Bringing in a copy met something unforeseen', thrown)

/**
 * Stores what the school lacks of a copy, with the same keys; archived records are archived again with their reason.
 * What is there is never written over. It may be run again after any break: it begins by looking at what is there, and
 * ends by reading everything once more. Never throws: what went wrong is in the result.
 */
export const runRestore = async (
  copy: Copy,
  records: SchoolRecords,
  files?: Files,
  options: CompareOptions = {},
): Promise<RestoreResult> => {
  const { progress = () => {}, signal, gate = async () => {} } = options
  const refused: NotStored[] = []
  let [stored, archived, documents, done] = [0, 0, 0, 0]
  const result = (ended: RestoreResult['ended'], after: RestorePlan | null): RestoreResult => ({
    stored,
    archived,
    documents,
    refused,
    ended,
    after,
  })
  try {
    const plan = await planRestore(copy, records, files, { signal, gate })
    const work = workIn(plan)
    const next = async (doing: string) => {
      progress(done, work, doing)
      await gate()
      signal?.throwIfAborted()
    }
    for (const list of plan.lists) {
      const store = storeFor(records, list.type)
      const note = (written: readonly Written<Fields>[]) => {
        const problems = written.flatMap((each) =>
          each.outcome === 'refused' ? [{ key: each.key, why: problemOf(each.problem) }] : [],
        )
        const end = problems.find(({ why }) => ends.includes(why.code))
        if (end) throw end.why
        refused.push(...problems.map((problem) => ({ list: list.type.list, ...problem })))
        done += written.length
        return written.flatMap((each) => (each.outcome === 'stored' ? [each.record] : []))
      }
      const shelve = async (pairs: ListPlan['toArchive']) => {
        for (const some of chunks(pairs)) {
          await next(list.type.list)
          const rows = some.map(({ row, stored: record }) => ({
            stored: record,
            reason: row.archivedReason ?? '',
          }))
          archived += note(await store.shelveMany(rows)).length
        }
      }
      await shelve(list.toArchive)
      for (const some of chunks(list.fresh)) {
        await next(list.type.list)
        const made = note(await store.createMany(some.map(({ key, record }) => ({ key, record }))))
        stored += made.length
        const byKey = new Map(made.map((record) => [record.key, record]))
        await shelve(
          some.flatMap((row) => {
            const record = byKey.get(row.key)
            return row.archived && record ? [{ row, stored: record }] : []
          }),
        )
      }
    }
    for (const { document, is } of plan.documents) {
      if (is !== 'fresh') continue
      await next('Documents')
      await files!.save(document.audience, document.path, document.read(), 'application/octet-stream')
      documents += 1
      done += 1
    }
    progress(work, work, 'Comparing')
    return result(null, await planRestore(copy, records, files, { signal, gate }))
  } catch (thrown) {
    return result(signal?.aborted ? 'stopped' : problemOf(thrown), null)
  }
}

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) => all.slice(at * atOnce, (at + 1) * atOnce))
