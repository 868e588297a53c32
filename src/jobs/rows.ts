import { Problem } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import type { SchoolRecords, Store } from '../graph/storeTypes.ts'
import { type Loose, type Step, typeOfStep } from './plan.ts'

export type Found = Stored<Loose> | null | { readonly unreadable: readonly string[] }

/** The rows that a job's steps are about, read when the first of their type is needed and kept up with what is written. */
export type Rows = {
  store(step: Pick<Step, 'type'>): Store<Loose>
  /** The row of a step; null where there is none. Problems as the store has them. */
  of(step: Step): Promise<Found>
  put(step: Pick<Step, 'type'>, row: Stored<Loose>): void
}

/** Fewer rows than this are asked for one by one; reading the whole list would take longer. */
const few = 12

export const rowsFor = (records: SchoolRecords, steps: readonly Step[]): Rows => {
  const known = new Map<string, Map<string, Found>>()
  const whole = new Set<string>()
  const store = (step: Pick<Step, 'type'>) => records.store(typeOfStep(step)) as unknown as Store<Loose>
  const listOf = (type: string) => {
    const list = known.get(type) ?? new Map<string, Found>()
    known.set(type, list)
    return list
  }
  const readAll = async (step: Step) => {
    const list = listOf(step.type)
    const { records: rows, unreadable } = await store(step).allWithArchived()
    for (const row of rows) list.set(row.key, row)
    for (const { key, fields } of unreadable) if (key !== null) list.set(key, { unreadable: fields })
    whole.add(step.type)
  }
  const readOne = async (step: Step): Promise<Found> => {
    try {
      return await store(step).byKey(step.key)
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown
      if (thrown.code === 'gone') return null
      if (thrown.code !== 'unexpected') throw thrown
      // Perhaps that one row alone can't be read: the whole list tells.
      await readAll(step)
      return listOf(step.type).get(step.key) ?? null
    }
  }
  return {
    store,
    of: async (step) => {
      // A create asks for its row by making it: the answer is the row that is there.
      if (step.do === 'create') return listOf(step.type).get(step.key) ?? null
      const many = steps.filter(({ type, do: verb }) => type === step.type && verb !== 'create').length > few
      if (many && !whole.has(step.type)) await readAll(step)
      const list = listOf(step.type)
      const row = list.get(step.key) ?? (await readOne(step))
      list.set(step.key, row)
      return row
    },
    put: (step, row) => void listOf(step.type).set(row.key, row),
  }
}
