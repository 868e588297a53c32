import { newKey } from '../domain/key.ts'
import { Problem } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { refuseChanges, refuseRecord } from './checks.ts'
import { archivedColumn, archivedReasonColumn, keyColumn } from './columns.ts'
import { mayBeColumns, spoiltColumns } from './heldColumns.ts'
import { holds, keptShelf } from './jobs.ts'
import { isPassing, isUncertain } from './problem.ts'
import { changedColumns, keepableRecord, type Loose, newColumns, type Row } from './rows.ts'
import { afterFailure, recordIn, type Rows } from './storeRows.ts'
import type { Store } from './storeTypes.ts'

/** Writes of one row at a time, each done once however its answer fares. */
export const writesOf = (rows: Rows): Pick<Store<Loose>, 'create' | 'update' | 'archive' | 'restore'> => {
  const { graph, type, list, row, items, refuseNewRows, find, read } = rows

  const post = async (key: string, record: Loose): Promise<Stored<Loose>> => {
    const fields = newColumns(type, key, record)
    const { body } = await graph.ask({ method: 'POST', path: await items(), about: list, body: { fields } })
    const made = body as Row | null
    const there = made?.eTag && made.fields?.[keyColumn] === key ? recordIn(type, made) : await find(key)
    if (there) return there
    throw new Problem({ code: 'unexpected' }, `A new row of ${type.list} can’t be found`)
  }

  const create = async (given: Loose, key: string = newKey()): Promise<Stored<Loose>> => {
    const record = keepableRecord(type, given)
    refuseRecord(type, record)
    await refuseNewRows()
    for (let tries = 1; ; tries += 1) {
      try {
        return await post(key, record)
      } catch (thrown) {
        if (!isUncertain(thrown)) throw thrown
        // The row may be there although no answer came, or from an earlier try: its key tells.
        const there = await find(key, afterFailure).catch(() => null)
        if (there) return there
        if (tries === 2 || !isPassing(thrown)) throw thrown
      }
    }
  }

  /** Writes columns with If-Match and gives the row as it then is. A write that was done after all is no conflict. */
  const patch = async (stored: Stored<Loose>, changes: Loose, columns: object): Promise<Stored<Loose>> => {
    const path = `${await items()}/${stored.id}/fields`
    const headers = { 'If-Match': stored.etag }
    for (let tries = 1; ; tries += 1) {
      try {
        await graph.ask({ method: 'PATCH', path, about: row, headers, body: columns })
        return await read(stored.id)
      } catch (thrown) {
        const moved = thrown instanceof Problem && thrown.code === 'changed'
        if (!moved && !isUncertain(thrown)) throw thrown
        const theirs = await read(stored.id, afterFailure).catch((why: unknown) =>
          Promise.reject(moved ? why : thrown),
        )
        if (holds(theirs, stored, changes)) return theirs
        if (tries === 1 && theirs.etag === stored.etag && isPassing(thrown)) continue
        if (!moved) throw thrown
        const trouble = { code: 'changed', mine: { ...stored, ...changes }, theirs } as const
        throw new Problem(trouble, `${type.list} ${stored.id} was changed`, thrown)
      }
    }
  }

  const update = async (stored: Stored<Loose>, given: Loose): Promise<Stored<Loose>> => {
    const { changes, mine } = refuseChanges(type, stored, given)
    if (Object.keys(changes).length === 0) return stored
    return patch(stored, changes, changedColumns(type, stored, changes, mine))
  }

  const shelve = (stored: Stored<Loose>, reason: string | null) => {
    const { archived, archivedReason } = keptShelf(reason)
    const columns = { [archivedColumn]: archived, [archivedReasonColumn]: archivedReason }
    return patch(stored, { archived, archivedReason }, columns)
  }

  /** A refusal that comes of a column somebody changed names that column. */
  const naming = async <T>(writing: Promise<T>): Promise<T> => {
    try {
      return await writing
    } catch (thrown) {
      throw (mayBeColumns(thrown) && (await spoiltColumns(graph, await items(), type, thrown))) || thrown
    }
  }

  return {
    create: (record, key) => naming(create(record, key)),
    update: (stored, changes) => naming(update(stored, changes as Loose)),
    archive: (stored, reason) => naming(shelve(stored, reason)),
    restore: (stored) => naming(shelve(stored, null)),
  }
}
