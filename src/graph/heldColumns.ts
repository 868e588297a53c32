import { Problem } from '../domain/problem.ts'
import type { AnyRecordType } from '../domain/record.ts'
import type { Graph } from './client.ts'
import { columnsOf } from './columns.ts'
import { driftIn, type HeldColumn } from './drift.ts'
import { allPages } from './pages.ts'
import { refusalOf } from './problem.ts'

/** The columns that a record type's list has now; null where there is no list. `list` is its path. */
export const heldColumns = async (
  graph: Graph,
  list: string,
  type: AnyRecordType,
): Promise<HeldColumn[] | null> => {
  const about = { kind: 'list', name: type.list } as const
  try {
    return await allPages<HeldColumn>(graph, { path: `${list}/columns`, about })
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'notSetUp') return null
    throw thrown
  }
}

/**
 * Problem `notSetUp` that names the columns which somebody deleted or gave another type in SharePoint; null where
 * there is none, or where that can't be told now.
 */
export const spoiltColumns = async (
  graph: Graph,
  items: string,
  type: AnyRecordType,
  cause?: unknown,
): Promise<Problem | null> => {
  const held = await heldColumns(graph, items.replace(/\/items$/, ''), type).catch(() => null)
  const spoilt = driftIn(columnsOf(type), held ?? []).filter(
    ({ what }) => what === 'missing' || what === 'retyped',
  )
  if (held === null || spoilt.length === 0) return null
  const missing = `${type.list}: ${spoilt.map(({ column }) => column).join(', ')}`
  return new Problem({ code: 'notSetUp', missing }, `Columns were changed in SharePoint, ${missing}`, cause)
}

/** Whether a refusal may come from a column that is not as it was: Graph's texts don't say so. */
export const mayBeColumns = (thrown: unknown): boolean => {
  const refusal = refusalOf(thrown)
  return refusal !== null && !refusal.duplicate && (refusal.status === 400 || refusal.status === 500)
}
