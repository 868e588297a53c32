import { breathe } from '../domain/breathe.ts'
import { Problem } from '../domain/problem.ts'
import { isMarker } from './marker.ts'
import { pagesOf } from './pages.ts'
import { refusalOf } from './problem.ts'
import { gather, type Gathered, listingOf, type Loose, type Row, rowQuery } from './rows.ts'
import { atOnce, pageSize, type Rows } from './storeRows.ts'
import type { Changes, Listing, Reading } from './storeTypes.ts'

/** An element of a delta: a row as it is now, one that has gone, or SharePoint's own stumbling over it. */
type Change = Row & { readonly deleted?: object; readonly error?: object }

/** A delta that leads on after fewer rows than this does not give the pages it was asked for. */
const largePage = 1000

type First = (rows: Listing<Loose>) => void

/**
 * What changed since a token. Without one, SharePoint's delta tells all rows, page by page, and ends with the token:
 * no request more than the list alone would take, and the first page without waiting for the site's id. The delta is
 * not to be leaned on alone: when it says that the token is too old (410), holds an `error` inside a 200
 * (msgraph-sdk-typescript #544), leaves the columns out or gives small pages, everything is read as a list, once.
 */
export const changesOf = (rows: Rows) => {
  const { graph, type, list, items, itemsAtOnce, notByDelta } = rows
  const name = `${type.audience} ${type.list}`
  const startAt = (path: string, more: string) =>
    `${path}/delta?${rowQuery(type).replace('$select=', '$select=deleted,')}&${more}`

  /** The token first: what changes while the rows are read is told again next time, never left out. */
  const whole = async (reading: Reading): Promise<Changes<Loose>> => {
    const from = startAt(await items(), `$top=${pageSize}&token=latest`)
    const { token } = await followed(from, reading).catch((thrown: unknown) => {
      throw isTooOld(thrown) ? withoutToken(list.name, thrown) : thrown
    })
    return { ...(await rows.listed('', reading)), whole: true, removed: [], token }
  }

  const followed = async (path: string, reading: Reading): Promise<{ changes: Change[]; token: string }> => {
    const changes: Change[] = []
    let token: string | undefined
    for await (const page of pagesOf<Change>(graph, { ...reading, path, about: list })) {
      for (const each of page.value) changes.push(each)
      token = page['@odata.deltaLink']
    }
    if (token !== undefined) return { changes, token }
    throw withoutToken(list.name)
  }

  /** All rows as the delta tells them; null where it can't be relied on for that. */
  const enumerated = async (path: string, reading: Reading, first: First): Promise<Changes<Loose> | null> => {
    const all = gather(type, [])
    let token: string | undefined
    let marked = false
    let pages = 0
    const asking = { ...reading, path: startAt(path, `$top=${pageSize}`), about: list }
    for await (const page of pagesOf<Change>(graph, asking)) {
      if (page.value.some(isBroken)) return null
      await taken(page.value, all)
      token = page['@odata.deltaLink']
      marked ||= page.value.some(isMarker)
      pages += 1
      if (pages > 1) continue
      // Whose own rows alone are shown must not take them for the school's.
      if (marked) first(listingOf(all))
      if (token === undefined && page.value.length < largePage) return null
    }
    // Without the marker either the person is shown their own rows alone or the delta left rows out: the list tells.
    if (token === undefined || !marked) return null
    await rows.whole.mustBeWhole(all, 'all')
    return { ...listingOf(all), whole: true, removed: [], token }
  }

  const taken = async (value: readonly Change[], into: Gathered) => {
    for (let from = 0; from < value.length; from += atOnce) {
      if (value.length > atOnce) await breathe()
      const some = value.slice(from, from + atOnce)
      for (const { id, deleted } of some) if (deleted) into.rows.delete(id)
      gather(type, some.filter(({ deleted }) => !deleted), into) // prettier-ignore
    }
  }

  const everything = async (reading: Reading, first: First): Promise<Changes<Loose>> => {
    const soon = notByDelta.has(name) ? null : itemsAtOnce()
    if (soon === null) return whole(reading)
    const all = await enumerated(soon.path, reading, first).catch(async (thrown: unknown) => {
      if (isTooOld(thrown)) return null
      // An address may be refused where an id is taken: what is wrong, if anything is, the id's answer tells.
      if (!soon.byId && refusalOf(thrown)) return enumerated(await items(), reading, first)
      throw thrown
    })
    if (all) return all
    notByDelta.add(name)
    return whole(reading)
  }

  const since = async (token: string, reading: Reading): Promise<Changes<Loose> | null> => {
    const { changes, token: next } = await followed(token, reading).catch((thrown: unknown) => {
      if (isTooOld(thrown)) return { changes: [], token: null }
      throw thrown
    })
    if (next === null || changes.some(isBroken)) return null
    // A row may come more than once: as it was told last is how it is.
    const last = new Map(changes.map((each) => [each.id, each]))
    const there = gather(type, [...last.values()].filter(({ deleted }) => !deleted)) // prettier-ignore
    await rows.whole.mustBeWhole(there, 'since')
    const removed = [...last.values()].filter(({ deleted }) => deleted).map(({ id }) => id)
    return { ...listingOf(there), whole: false, removed, token: next }
  }

  return async (
    token: string | null,
    reading: Reading = {},
    first: First = () => {},
  ): Promise<Changes<Loose>> =>
    token === null ? everything(reading, first) : ((await since(token, reading)) ?? (await whole(reading)))
}

const isTooOld = (thrown: unknown): boolean => refusalOf(thrown)?.status === 410

const withoutToken = (list: string, cause?: unknown): Problem =>
  new Problem({ code: 'unexpected' }, `Changes of ${list} came without a token`, cause)

const isBroken = ({ id, deleted, error, fields }: Change): boolean =>
  error !== undefined || typeof id !== 'string' || (!deleted && fields === undefined)
