import { badRequest, notEmulated } from './refusal.ts'

/** What a part of a query names: `fields($select=A,B)` is `{ name: 'fields', select: ['A', 'B'] }`. */
export type Expanded = { name: string; select: readonly string[] | null }

/**
 * The options of a query string, `$` made optional as Graph does (`expand=` is `$expand=`).
 * Plain `token` and names with @ pass as they are.
 */
export const readQuery = (search: URLSearchParams): ReadonlyMap<string, string> => {
  const options = new Map<string, string>()
  for (const [name, value] of search) {
    const full = known.has(name) ? `$${name}` : name
    if (options.has(full))
      throw badRequest(`Query option '${full}' was specified more than once`, 'invalidQueryOption')
    options.set(full, value)
  }
  return options
}

const known = new Set([
  'select',
  'expand',
  'filter',
  'orderby',
  'top',
  'skip',
  'count',
  'search',
  'skiptoken',
])

/** Refuses every option that the route does not know. */
export const allowOnly = (query: ReadonlyMap<string, string>, ...allowed: readonly string[]): void => {
  for (const name of query.keys()) {
    if (!allowed.includes(name)) throw notEmulated(`the query option ${name} here`)
  }
}

/** `A,B` → `['A', 'B']`; null when nothing was asked. */
export const selected = (query: ReadonlyMap<string, string>): readonly string[] | null => {
  const text = query.get('$select')
  return text === undefined ? null : names(text)
}

const names = (text: string): readonly string[] => {
  const all = text.split(',').map((each) => each.trim())
  if (all.includes('')) throw badRequest('Invalid $select', 'invalidQueryOption')
  return all
}

/** The `$expand` option, one entry for each thing expanded. Only a nested `$select` is answered. */
export const expanded = (
  query: ReadonlyMap<string, string>,
  ...allowed: readonly string[]
): readonly Expanded[] => {
  const text = query.get('$expand')
  if (text === undefined) return []
  return splitOutsideBrackets(text).map((part) => {
    const [, name = '', inside] = /^\s*([A-Za-z]+)\s*(?:\((.*)\))?\s*$/.exec(part) ?? []
    if (!name) throw badRequest('Invalid $expand', 'invalidQueryOption')
    if (!allowed.includes(name)) throw notEmulated(`$expand=${name} here`)
    if (inside === undefined) return { name, select: null }
    const [, list] = /^\s*\$?select\s*=\s*(.+)$/i.exec(inside) ?? []
    if (list === undefined) throw notEmulated(`$expand=${name}(${inside})`)
    return { name, select: names(list) }
  })
}

const splitOutsideBrackets = (text: string): readonly string[] => text.match(/[^,(]+(?:\([^)]*\))?/g) ?? []

/** `$top` as a whole number from 1, or null; anything else is refused. */
export const topOf = (query: ReadonlyMap<string, string>): number | null => {
  const text = query.get('$top')
  if (text === undefined) return null
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw badRequest(`Invalid value '${text}' for $top`, 'zeroOrFewerResultsRequested')
  return Number(text)
}

/** The record with only the chosen keys; annotations stay. */
export const pick = <T extends object>(record: T, keys: readonly string[] | null): T => {
  if (!keys) return record
  return Object.fromEntries(
    Object.entries(record).filter(
      ([key]) => key.startsWith('@') || keys.includes(key) || keys.includes(key.split('@')[0] ?? ''),
    ),
  ) as T
}

/** A link to the same address with this token in place of whatever token was there. */
export const linkWith = (url: URL, name: string, token: string, drop: readonly string[] = []): string => {
  const next = new URL(url)
  for (const each of ['$skiptoken', 'skiptoken', ...drop]) next.searchParams.delete(each)
  next.searchParams.set(name, token)
  return next.href.replace(/%24/g, '$')
}

/** Text to an opaque token and back; null when it is no token of ours. */
export const toToken = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

export const fromToken = (token: string): string | null => {
  try {
    const raw = atob(token.replace(/-/g, '+').replace(/_/g, '/'))
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(raw, (letter) => letter.charCodeAt(0)),
    )
  } catch {
    return null
  }
}
