import { Problem } from '../domain/problem.ts'
import { type AnyRecordType, fieldOf, type RecordOf, type Stored } from '../domain/record.ts'
import type { Graph } from './client.ts'
import { columnName, isFilterable } from './columns.ts'
import { manyOf } from './many.ts'
import { gather, type Loose } from './rows.ts'
import type { Sites } from './sites.ts'
import { changesOf } from './storeChanges.ts'
import { disposeOf } from './storeDispose.ts'
import { historyOf } from './storeHistory.ts'
import { type Rows, rowsOf, where } from './storeRows.ts'
import type { Listing, Reading, Store } from './storeTypes.ts'
import { writesOf } from './storeWrites.ts'
import type { WholeLists } from './wholeList.ts'

/** The records of one type in one school, kept in its SharePoint list. */
export const storeOf = <R extends AnyRecordType>(
  graph: Graph,
  sites: Sites,
  wholeLists: WholeLists,
  type: R,
): Store<RecordOf<R>> =>
  looseStore(rowsOf(graph, sites, wholeLists, type), type) as unknown as Store<RecordOf<R>>

const looseStore = (rows: Rows, type: AnyRecordType): Store<Loose> => {
  const { listed, find, whole } = rows
  const only = ({ records, unreadable }: Listing<Loose>, wanted: (record: Stored<Loose>) => boolean) => ({
    records: records.filter(wanted),
    unreadable,
  })

  const allWithArchived = (reading?: Reading) => listed('', reading)
  return {
    all: async (reading) => only(await listed('', reading), (record) => !record.archived),
    allWithArchived,
    about: async (name, value, reading) => {
      const filter = isFilterable(fieldOf(type, name)) ? where(columnName(name), value) : ''
      return only(await listed(filter, reading), (record) => !record.archived && record[name] === value)
    },
    byKey: async (key) => {
      const found = await find(key)
      if (found) return found
      await whole.mustBeWhole(gather(type, []), 'some')
      throw new Problem({ code: 'gone' }, `${type.list} has no row with this key`)
    },
    ...writesOf(rows),
    ...manyOf(rows),
    history: historyOf(rows),
    changes: changesOf(rows),
    dispose: disposeOf(rows),
  }
}
