import { Problem } from '../domain/problem.ts'
import { pagesOf } from './pages.ts'
import { refusalOf } from './problem.ts'
import { gather, listingOf, type Loose, type Row, rowQuery } from './rows.ts'
import { pageSize, type Rows } from './storeRows.ts'
import type { Changes, Reading } from './storeTypes.ts'

/** An element of a delta: a row as it is now, one that has gone, or SharePoint's own stumbling over it. */
type Change = Row & { readonly deleted?: object; readonly error?: object }

/**
 * What changed since a token. SharePoint's delta is not to be leaned on alone: when it says that the token is too
 * old (410), holds an `error` inside a 200 (msgraph-sdk-typescript #544), or leaves the columns out, everything is
 * read anew, once.
 */
export const changesOf = (rows: Rows) => {
  const { graph, type, list, items } = rows
  const start = async (more: string) =>
    `${await items()}/delta?${rowQuery(type).replace('$select=', '$select=deleted,')}&${more}`

  /** The token first: what changes while the rows are read is told again next time, never left out. */
  const whole = async (reading: Reading): Promise<Changes<Loose>> => {
    const from = await start(`$top=${pageSize}&token=latest`)
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

  return async (token: string | null, reading: Reading = {}): Promise<Changes<Loose>> =>
    (token === null ? null : await since(token, reading)) ?? (await whole(reading))
}

const isTooOld = (thrown: unknown): boolean => refusalOf(thrown)?.status === 410

const withoutToken = (list: string, cause?: unknown): Problem =>
  new Problem({ code: 'unexpected' }, `Changes of ${list} came without a token`, cause)

const isBroken = ({ id, deleted, error, fields }: Change): boolean =>
  error !== undefined || typeof id !== 'string' || (!deleted && fields === undefined)
