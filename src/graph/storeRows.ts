import { breathe } from '../domain/breathe.ts'
import { Problem } from '../domain/problem.ts'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import type { Subject } from './asking.ts'
import type { Graph } from './client.ts'
import { keyColumn } from './columns.ts'
import { spoiltColumns } from './heldColumns.ts'
import { pagesOf } from './pages.ts'
import { plainText } from './plainText.ts'
import { gather, type Gathered, listingOf, type Loose, type Row, rowQuery, rowRead } from './rows.ts'
import type { Sites } from './sites.ts'
import type { Listing, Reading } from './storeTypes.ts'
import { type WholeList, wholeListOf, type WholeLists } from './wholeList.ts'

/** The most that Graph gives: bigger pages mean fewer waits. It may send fewer rows than asked for. */
export const pageSize = 5000

/** So many rows are taken in before the page may draw and hear clicks: some milliseconds’ work. */
export const atOnce = 200

export type Looking = Reading & { readonly patience?: number }
/** The person has waited for the write already. */
export const afterFailure: Looking = { patience: 3_000 }

/** The rows of one list: where they are and how they are read. */
export type Rows = {
  readonly graph: Graph
  readonly type: AnyRecordType
  readonly list: Subject
  readonly row: Subject
  /** The path of the list's rows. */
  items(): Promise<string>
  /** The same without waiting for the site's id; null where the school has no such site. */
  itemsAtOnce(): { readonly path: string; readonly byId: boolean } | null
  /** Lists whose delta is not to be asked for all rows. */
  readonly notByDelta: Set<string>
  readonly whole: WholeList
  /** Throws Problem `newer` where this app may not add rows. */
  refuseNewRows(): Promise<void>
  /** All rows, or those that a filter leaves: `&$filter=…`. Problem `noAccess` where only one's own are shown. */
  listed(filter: string, looking?: Looking): Promise<Listing<Loose>>
  /** Null where this person sees no row with the key. */
  find(key: string, looking?: Looking): Promise<Stored<Loose> | null>
  /** A row by SharePoint's own id; Problem `gone` when there is none. */
  read(id: string, looking?: Looking): Promise<Stored<Loose>>
}

/** `O'Brien` as OData writes text, ready for an address. Half a letter has no place in one and could match nothing. */
const quoted = (value: string): string => encodeURIComponent(plainText(`'${value.replaceAll("'", "''")}'`))

export const where = (column: string, value: string): string =>
  `&$filter=${encodeURIComponent(`fields/${column} eq `)}${quoted(value)}`

export const rowsOf = (graph: Graph, sites: Sites, wholeLists: WholeLists, type: AnyRecordType): Rows => {
  const list: Subject = { kind: 'list', name: type.list }
  const row: Subject = { kind: 'row', name: type.list }
  const query = rowQuery(type)
  const itemsOf = (site: string) => `/sites/${site}/lists/${encodeURIComponent(type.list)}/items`
  const items = async () => itemsOf(await sites.idOf(type.audience))
  const itemsAtOnce = () => {
    const site = sites.atOnce(type.audience)
    return site && { path: itemsOf(site.segment), byId: site.byId }
  }

  const whole = wholeListOf(graph, type, items, wholeLists)

  const gathered = async (filter: string, looking: Looking): Promise<Gathered> => {
    const path = `${await items()}?${query}&$top=${pageSize}${filter}`
    let all = gather(type, [])
    for await (const { value } of pagesOf<Row>(graph, { ...looking, path, about: list })) {
      for (let from = 0; from < value.length; from += atOnce) {
        // Before the first too: a long page’s text has just been read at one go.
        if (value.length > atOnce) await breathe()
        all = gather(type, value.slice(from, from + atOnce), all)
      }
    }
    return all
  }
  const listed = async (filter: string, looking: Looking = {}): Promise<Listing<Loose>> => {
    const read = await gathered(filter, looking)
    await whole.mustBeWhole(read, filter === '' ? 'all' : 'some')
    const listing = listingOf(read)
    // One row may be spoilt; when none can be read, it is rather the list.
    const spoilt = listing.records.length === 0 && listing.unreadable.length > 0
    const problem = spoilt ? await spoiltColumns(graph, await items(), type) : null
    if (problem) throw problem
    return listing
  }
  const find = async (key: string, looking: Looking = {}): Promise<Stored<Loose> | null> => {
    const { records, unreadable } = listingOf(await gathered(where(keyColumn, key), looking))
    const found = records.find((record) => record.key === key)
    if (!found && unreadable.length > 0) throw spoilt(type, unreadable[0]!.fields)
    return found ?? null
  }
  const read = async (id: string, looking: Looking = {}): Promise<Stored<Loose>> => {
    const { body } = await graph.ask({ ...looking, path: `${await items()}/${id}?${query}`, about: row })
    return recordIn(type, body as Row | null)
  }
  const { notByDelta } = sites
  const refuseNewRows = () => wholeLists.versions.refuseNewRows(graph, type, items)
  return { graph, type, list, row, items, itemsAtOnce, notByDelta, whole, refuseNewRows, listed, find, read }
}

const spoilt = (type: AnyRecordType, fields: readonly string[]): Problem =>
  new Problem({ code: 'unexpected' }, `A row of ${type.list} can’t be read: ${fields.join(', ')}`)

/** The record in a row; a Problem names the fields that can't be read. */
export const recordIn = (type: AnyRecordType, row: Row | null): Stored<Loose> => {
  if (row === null) throw spoilt(type, ['everything'])
  const found = rowRead(type, row)
  if ('record' in found) return found.record
  throw spoilt(type, found.unreadable.fields)
}
