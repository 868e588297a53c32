import { Problem } from '../domain/problem.ts'
import { newKey } from '../domain/key.ts'
import { type AnyRecordType, fieldOf, type RecordOf, type Stored } from '../domain/record.ts'
import type { Subject } from './asking.ts'
import { refuseChanges, refuseRecord } from './checks.ts'
import type { Graph } from './client.ts'
import { archivedColumn, archivedReasonColumn, columnName, isFilterable, keyColumn } from './columns.ts'
import { holds } from './jobs.ts'
import { manyOf } from './many.ts'
import { plainLine, plainText, shortened } from './plainText.ts'
import { allPages } from './pages.ts'
import { isPassing, isUncertain } from './problem.ts'
import {
  changedColumns,
  keepableRecord,
  type Loose,
  newColumns,
  type Row,
  rowQuery,
  rowRead,
} from './rows.ts'
import type { Sites } from './sites.ts'
import type { Listing, Reading, Store } from './storeTypes.ts'

/** Bigger pages mean fewer waits; Graph may send fewer rows than asked for. */
const pageSize = 1000

type Looking = Reading & { readonly patience?: number }
/** The person has waited for the write already. */
const afterFailure: Looking = { patience: 3_000 }

/** The records of one type in one school, kept in its SharePoint list. */
export const storeOf = <R extends AnyRecordType>(graph: Graph, sites: Sites, type: R): Store<RecordOf<R>> =>
  looseStore(graph, sites, type) as unknown as Store<RecordOf<R>>

/** `O'Brien` as OData writes text, ready for an address. Half a letter has no place in one and could match nothing. */
export const quoted = (value: string): string =>
  encodeURIComponent(plainText(`'${value.replaceAll("'", "''")}'`))

const looseStore = (graph: Graph, sites: Sites, type: AnyRecordType): Store<Loose> => {
  const list: Subject = { kind: 'list', name: type.list }
  const row: Subject = { kind: 'row', name: type.list }
  const query = rowQuery(type)
  const items = async () =>
    `/sites/${await sites.idOf(type.audience)}/lists/${encodeURIComponent(type.list)}/items`

  const listed = async (filter: string, looking: Looking = {}): Promise<Listing<Loose>> => {
    const path = `${await items()}?${query}&$top=${pageSize}${filter}`
    const rows = await allPages<Row>(graph, { ...looking, path, about: list })
    const read = rows.map((each) => rowRead(type, each))
    return {
      records: read.flatMap((each) => ('record' in each ? [each.record] : [])),
      unreadable: read.flatMap((each) => ('unreadable' in each ? [each.unreadable] : [])),
    }
  }
  const where = (column: string, value: string) =>
    `&$filter=${encodeURIComponent(`fields/${column} eq `)}${quoted(value)}`
  const only = ({ records, unreadable }: Listing<Loose>, wanted: (record: Stored<Loose>) => boolean) => ({
    records: records.filter(wanted),
    unreadable,
  })

  const findByKey = async (key: string, looking: Looking = {}): Promise<Stored<Loose> | null> => {
    const { records, unreadable } = await listed(where(keyColumn, key), looking)
    const found = records.find((record) => record.key === key)
    if (!found && unreadable.length > 0) throw spoilt(type, unreadable[0]!.fields)
    return found ?? null
  }
  const readRow = async (id: string, looking: Looking = {}): Promise<Stored<Loose>> => {
    const { body } = await graph.ask({ ...looking, path: `${await items()}/${id}?${query}`, about: row })
    return recordIn(type, body as Row | null)
  }

  const post = async (key: string, record: Loose): Promise<Stored<Loose>> => {
    const fields = newColumns(type, key, record)
    const { body } = await graph.ask({ method: 'POST', path: await items(), about: list, body: { fields } })
    const made = body as Row | null
    const there = made?.eTag && made.fields?.[keyColumn] === key ? recordIn(type, made) : await findByKey(key)
    if (there) return there
    throw new Problem({ code: 'unexpected' }, `A new row of ${type.list} can’t be found`)
  }

  const create = async (given: Loose, key: string = newKey()): Promise<Stored<Loose>> => {
    const record = keepableRecord(type, given)
    refuseRecord(type, record)
    for (let tries = 1; ; tries += 1) {
      try {
        return await post(key, record)
      } catch (thrown) {
        if (!isUncertain(thrown)) throw thrown
        // The row may be there although no answer came, or from an earlier try: its key tells.
        const there = await findByKey(key, afterFailure).catch(() => null)
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
        return await readRow(stored.id)
      } catch (thrown) {
        const moved = thrown instanceof Problem && thrown.code === 'changed'
        if (!moved && !isUncertain(thrown)) throw thrown
        const theirs = await readRow(stored.id, afterFailure).catch((why: unknown) =>
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

  const shelve = (stored: Stored<Loose>, archived: boolean, archivedReason: string | null) => {
    const columns = { [archivedColumn]: archived, [archivedReasonColumn]: archivedReason }
    return patch(stored, { archived, archivedReason }, columns)
  }

  const allWithArchived = (reading?: Reading) => listed('', reading)
  return {
    all: async (reading) => only(await listed('', reading), (record) => !record.archived),
    allWithArchived,
    about: async (name, value, reading) => {
      const filter = isFilterable(fieldOf(type, name)) ? where(columnName(name), value) : ''
      return only(await listed(filter, reading), (record) => !record.archived && record[name] === value)
    },
    byKey: async (key) => {
      const found = await findByKey(key)
      if (found) return found
      throw new Problem({ code: 'gone' }, `${type.list} has no row with this key`)
    },
    create,
    update,
    ...manyOf(graph, type, items),
    archive: (stored, reason) => shelve(stored, true, shortened(plainLine(reason), 255) || null),
    restore: (stored) => shelve(stored, false, null),
  }
}

const spoilt = (type: AnyRecordType, fields: readonly string[]): Problem =>
  new Problem({ code: 'unexpected' }, `A row of ${type.list} can’t be read: ${fields.join(', ')}`)

const recordIn = (type: AnyRecordType, row: Row | null): Stored<Loose> => {
  if (row === null) throw spoilt(type, ['everything'])
  const found = rowRead(type, row)
  if ('record' in found) return found.record
  throw spoilt(type, found.unreadable.fields)
}
