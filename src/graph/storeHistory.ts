import type { Stored } from '../domain/record.ts'
import { allPages } from './pages.ts'
import { isArchived, type Loose, type Row, rowColumns, valuesRead } from './rows.ts'
import type { Rows } from './storeRows.ts'
import type { Reading, Version } from './storeTypes.ts'

/** Every version of a row, newest first: Graph's documentation promises no order for those of list items. */
export const historyOf =
  ({ graph, type, row, items }: Rows) =>
  async (stored: Stored<Loose>, reading: Reading = {}): Promise<Version<Loose>[]> => {
    const path = `${await items()}/${stored.id}/versions?$expand=fields($select=${rowColumns(type)})`
    const rows = await allPages<Row>(graph, { ...reading, path, about: row })
    return rows
      .map((each): Version<Loose> => {
        const { values, unreadable } = valuesRead(type, each.fields ?? {})
        return {
          id: each.id,
          at: each.lastModifiedDateTime ?? null,
          by: each.lastModifiedBy?.user?.displayName ?? null,
          values,
          unreadable,
          archived: isArchived(each),
        }
      })
      .sort((a, b) => inOrder(b.id, a.id))
  }

const inOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })
