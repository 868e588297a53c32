import type { Call, Reply } from './call.ts'
import { listIn, maySee } from './findList.ts'
import { changesBetween } from './found.ts'
import { checkFieldsIn, itemContext, itemShown } from './items.ts'
import type { JsonObject } from './json.ts'
import { markOf, thinned } from './thinPages.ts'
import {
  allowOnly,
  expanded,
  fromToken,
  linkWith,
  pick,
  selected,
  toToken,
  topOf,
  type Expanded,
} from './query.ts'
import { Refusal } from './refusal.ts'
import type { Gone, ListState, Row } from './world.ts'

/**
 * Where a reader stands: changes up to `at` were sent, this round ends with `until` (null: with what there is now).
 * The first round knows no rows that have gone.
 */
type Standing = { list: string; first: boolean; at: number; until: number | null }

/**
 * Changes of a list since a token: each row once, as it is now, and the rows that have gone. Without a token all
 * rows come first; `token=latest` begins now. A token that is not known any more gets 410 and the address to
 * start again.
 */
export const delta = (call: Call): Reply => {
  allowOnly(call.query, '$select', '$expand', '$top', 'token')
  const list = listIn(call)
  const parts = expanded(call.query, 'fields')
  checkFieldsIn(call, list, parts)
  const standing = standingOf(call, list)
  const { page, more } = pageAfter(call, list, standing)
  const last = page.at(-1)
  const token = (next: Partial<Standing>) =>
    linkWith(call.url, 'token', toToken(JSON.stringify({ ...standing, ...next, ...markOf(call.graph) })))
  return {
    status: 200,
    body: {
      '@odata.context': itemContext(call, list),
      ...(more
        ? { '@odata.nextLink': token({ at: last?.sequence ?? standing.at }) }
        : { '@odata.deltaLink': token({ first: false, at: standing.until, until: null }) }),
      value: page.map((change) => changeShown(call, list, change, parts)),
    },
  }
}

type Round = Standing & { until: number }

const standingOf = (call: Call, list: ListState): Round => {
  const token = call.query.get('token')
  const until = list.sequence
  if (token === undefined || token === '') return { list: list.head.id, first: true, at: 0, until }
  if (token === 'latest') return { list: list.head.id, first: false, at: until, until }
  const known = readStanding(token)
  if (!known || known.list !== list.head.id || known.at > list.sequence) throw startAgain(call)
  return { ...known, until: known.until ?? until }
}

const readStanding = (token: string): Standing | null => {
  try {
    const { list, first, at, until } = JSON.parse(fromToken(token) ?? '') as Standing
    const whole = Number.isInteger(at) && (until === null || Number.isInteger(until))
    return whole ? { list, first, at, until } : null
  } catch {
    return null
  }
}

/** 410: everything must be read again, from the address in Location. */
export const startAgain = (call: Call): Refusal => {
  const fresh = new URL(call.url)
  for (const name of ['token', '$skiptoken']) fresh.searchParams.delete(name)
  return new Refusal(
    410,
    'resyncChangesApplyDifferences',
    "Resync required. Replace any local items with the server's version if you're sure that the service was up to date with your local changes when you last synchronized.",
    {
      inner: 'resyncRequired',
      headers: { Location: fresh.href.replace(/%24/g, '$') },
    },
  )
}

type Changed = Row | Gone

const pageAfter = (call: Call, list: ListState, { first, at, until }: Round) => {
  const top = thinned(call.graph, Math.min(topOf(call.query) ?? 200, 5000))
  const page: Changed[] = []
  // Rows changed while the pages are read come with a later token, at their newer place.
  for (const change of changesBetween(list, at, until)) {
    if ((first && !('fields' in change)) || !maySee(call, list, change)) continue
    if (page.length === top) return { page, more: true }
    page.push(change)
  }
  return { page, more: false }
}

const changeShown = (
  call: Call,
  list: ListState,
  change: Changed,
  parts: readonly Expanded[],
): JsonObject => {
  if ('fields' in change) return itemShown(call, list, change, parts, selected(call.query))
  const gone = {
    id: String(change.id),
    parentReference: { id: list.head.id, siteId: call.site.id },
    deleted: { state: 'deleted' },
  }
  // Who chooses properties and forgets this one is not told what went.
  return pick(gone, selected(call.query))
}
