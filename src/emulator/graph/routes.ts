import { calendarView, changeEvent, dropEvent, makeEvent, oneEvent } from './calendar.ts'
import type { Call, Reply } from './call.ts'
import { changeColumn, column, columns, makeColumn } from './columns.ts'
import { delta } from './delta.ts'
import * as drive from './drive.ts'
import { changeFields, dropItem, fields, item, makeItem } from './items.ts'
import { items } from './itemQuery.ts'
import { list, lists, makeList } from './lists.ts'
import { me, user, users } from './people.ts'
import { site } from './sites.ts'
import { createUploadSession } from './uploads.ts'
import { restoreVersion, version, versions } from './versions.ts'
import type { Role } from './world.ts'

export type Route = {
  method: string
  /** The parts of the path below /v1.0; those in braces are parameters. */
  pattern: readonly string[]
  /** What the person must be on the list in the path, or on the site where there is none. */
  need: Role
  /** Resource units that Microsoft counts for it. */
  units: (query: ReadonlyMap<string, string>) => number
  run: (call: Call) => Reply | Promise<Reply>
}

const one = () => 1
const two = () => 2
const route = (
  method: string,
  pattern: string,
  need: Role,
  units: Route['units'],
  run: Route['run'],
): Route => ({
  method,
  pattern: pattern.split('/').slice(1),
  need,
  units,
  run,
})

const siteAt = '/sites/{site}'
const listAt = `${siteAt}/lists/{list}`
const itemAt = `${listAt}/items/{item}`
const driveAt = `${siteAt}/drive`

/** Everything that this Graph answers; the rest is refused with 501. The first that fits is taken. */
export const routes: readonly Route[] = [
  route('GET', '/me', 'read', one, me),
  route('GET', '/me/calendarView', 'read', two, calendarView),
  route('POST', '/me/events', 'read', one, makeEvent),
  route('GET', '/me/events/{event}', 'read', one, oneEvent),
  route('PATCH', '/me/events/{event}', 'read', one, changeEvent),
  route('DELETE', '/me/events/{event}', 'read', one, dropEvent),
  route('GET', '/users', 'read', two, users),
  route('GET', '/users/{user}', 'read', one, user),
  route('GET', siteAt, 'read', one, site),
  route('GET', `${siteAt}/lists`, 'read', two, lists),
  route('POST', `${siteAt}/lists`, 'owner', two, makeList),
  route('GET', listAt, 'read', one, list),
  route('GET', `${listAt}/columns`, 'read', two, columns),
  route('POST', `${listAt}/columns`, 'owner', two, makeColumn),
  route('GET', `${listAt}/columns/{column}`, 'read', one, column),
  route('PATCH', `${listAt}/columns/{column}`, 'owner', two, changeColumn),
  route('GET', `${listAt}/items/delta`, 'read', (query) => (query.has('token') ? 1 : 2), delta),
  route('GET', `${listAt}/items/delta()`, 'read', (query) => (query.has('token') ? 1 : 2), delta),
  route(
    'GET',
    `${listAt}/items/microsoft.graph.delta()`,
    'read',
    (query) => (query.has('token') ? 1 : 2),
    delta,
  ),
  route('GET', `${listAt}/items`, 'read', two, items),
  route('POST', `${listAt}/items`, 'write', two, makeItem),
  route('GET', itemAt, 'read', one, item),
  route('DELETE', itemAt, 'write', two, dropItem),
  route('GET', `${itemAt}/fields`, 'read', one, fields),
  route('PATCH', `${itemAt}/fields`, 'write', two, changeFields),
  route('GET', `${itemAt}/versions`, 'read', two, versions),
  route('GET', `${itemAt}/versions/{version}`, 'read', one, version),
  route('POST', `${itemAt}/versions/{version}/restoreVersion`, 'write', two, restoreVersion),
  route('POST', `${itemAt}/versions/{version}/microsoft.graph.restoreVersion`, 'write', two, restoreVersion),
  route('GET', driveAt, 'read', one, drive.drive),
  route('GET', `${driveAt}/root`, 'read', one, drive.entry),
  route('GET', `${driveAt}/root/children`, 'read', two, drive.children),
  route('POST', `${driveAt}/root/children`, 'write', two, drive.makeFolder),
  route('GET', `${driveAt}/at/{path}`, 'read', one, drive.entry),
  route('GET', `${driveAt}/at/{path}/children`, 'read', two, drive.children),
  route('POST', `${driveAt}/at/{path}/children`, 'write', two, drive.makeFolder),
  route('GET', `${driveAt}/at/{path}/content`, 'read', one, drive.download),
  route('PUT', `${driveAt}/at/{path}/content`, 'write', two, drive.upload),
  route('DELETE', `${driveAt}/at/{path}`, 'write', two, drive.drop),
  route('POST', `${driveAt}/at/{path}/createUploadSession`, 'write', two, createUploadSession),
  route('GET', `${driveAt}/items/{entry}`, 'read', one, drive.entry),
  route('GET', `${driveAt}/items/{entry}/children`, 'read', two, drive.children),
  route('GET', `${driveAt}/items/{entry}/content`, 'read', one, drive.download),
  route('DELETE', `${driveAt}/items/{entry}`, 'write', two, drive.drop),
  route('DELETE', `${driveAt}/root`, 'write', two, drive.drop),
]

const shapeOf = (method: string, parts: readonly string[]) => `${method} ${parts.length}`

const byShape = new Map<string, Route[]>()
for (const each of routes) {
  const shape = shapeOf(each.method, each.pattern)
  byShape.set(shape, [...(byShape.get(shape) ?? []), each])
}

export type Found = { route: Route; params: Readonly<Record<string, string>> }

/** The route for a path below /v1.0, its parts still encoded, or null. */
export const findRoute = (method: string, path: string): Found | null => {
  const parts = plainPath(path).split('/').slice(1)
  for (const each of byShape.get(shapeOf(method, parts)) ?? []) {
    const params = fit(each.pattern, parts)
    if (params) return { route: each, params }
  }
  return null
}

/**
 * Colon addresses made plain, so that a slash separates and nothing else does:
 * `/sites/host:/sites/x:/lists` → `/sites/host%3A%2Fsites%2Fx/lists`,
 * `…/drive/root:/a/b.docx:/content` → `…/drive/at/a%2Fb.docx/content`.
 */
const plainPath = (path: string): string => {
  const [, host, at, rest = ''] = /^\/sites\/([^/:]+):(\/[^:]*)(?::(\/.*)?)?$/.exec(siteFirst(path)) ?? []
  const site =
    host === undefined ? path : `/sites/${encodeURIComponent(`${host}:${decode(at ?? '')}`)}${rest}`
  const [, before, file, action = ''] = /^(.*\/drive)\/root:\/([^:]*)(?::(\/[^:]*)?)?$/.exec(site) ?? []
  return file === undefined ? site : `${before}/at/${encodeURIComponent(decode(file))}${action}`
}

// A colon further on (in a file's address) must not end the site's address when the site is named by its id.
const siteFirst = (path: string) => (/^\/sites\/[^/]*,/.test(path) ? '' : path)

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Functions of Graph that stand where an id would. */
const functions = new Set(['delta', 'delta()', 'getAllSites', 'getAllSites()', 'getByIds', 'add', 'remove'])

const fit = (wanted: readonly string[], parts: readonly string[]): Record<string, string> | null => {
  const params: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const part = parts[index] ?? ''
    if (!want.startsWith('{')) {
      if (part !== want && decode(part).toLowerCase() !== want.toLowerCase()) return null
    } else if (part === '' || part.startsWith('$') || functions.has(part)) return null
    else params[want.slice(1, -1)] = decode(part)
  }
  return params
}
