import type { Admin, SettingsChange } from './admin.ts'
import type { Fault } from './faults.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { Fields, Role } from './world.ts'

/**
 * The admin face over HTTP, below /admin. Only the local server mounts it; it cannot be reached through `handle`.
 * Answers JSON; 400 names what was wrong.
 */
export const adminRoutes =
  (admin: Admin) =>
  async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname.replace(/\/+$/, '')
    const act = actions[`${request.method} ${path}`]
    if (!act)
      return json(404, { error: `There is no ${request.method} ${path}`, known: Object.keys(actions) })
    try {
      const text = await request.text()
      const given: unknown = text === '' ? {} : JSON.parse(text)
      if (!isObject(given)) throw new Error('Send a JSON object')
      return json(200, (await act(admin, given)) ?? { done: true })
    } catch (error) {
      return json(400, { error: error instanceof Error ? error.message : String(error) })
    }
  }

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

type Action = (admin: Admin, given: JsonObject) => unknown

const text = (given: JsonObject, key: string): string => {
  const value = given[key]
  if (typeof value !== 'string' || value === '') throw new Error(`Give ${key} as text`)
  return value
}

const where = (given: JsonObject): [string, string] => [text(given, 'site'), text(given, 'list')]

const object = (given: JsonObject, key: string): { [key: string]: Json } => {
  const value = given[key]
  if (!isObject(value)) throw new Error(`Give ${key} as an object`)
  return value
}

const role = ({ role: given = null }: JsonObject): Role | null => {
  if (given !== null && given !== 'read' && given !== 'write' && given !== 'owner') {
    throw new Error('Give role as read, write, owner or null')
  }
  return given
}

const permissions = ({ members = null, readOwnOnly = false, editing = 'all' }: JsonObject) => {
  if (members === null) return null
  if (!isObject(members)) throw new Error('Give members as an object of roles, or null for those of the site')
  if (editing !== 'all' && editing !== 'own' && editing !== 'none')
    throw new Error('Give editing as all, own or none')
  const roles = Object.entries(members).map(([id, each]) => [id, role({ role: each })] as const)
  const held = Object.fromEntries(roles.flatMap(([id, each]) => (each ? [[id, each]] : [])))
  return { members: held, readOwnOnly: readOwnOnly === true, editing } as const
}

const actions: Readonly<Record<string, Action>> = {
  'GET /admin/settings': (admin) => admin.settings(),
  'PATCH /admin/settings': (admin, given) => {
    admin.set(given as unknown as SettingsChange)
    return admin.settings()
  },
  'POST /admin/faults': (admin, given) => admin.fault(given as unknown as Fault),
  'DELETE /admin/faults': (admin) => admin.clearFaults(),
  'POST /admin/expire': (admin, given) => admin.expire(text(given, 'persona')),
  'POST /admin/member': (admin, given) =>
    admin.member(text(given, 'site'), text(given, 'persona'), role(given)),
  'POST /admin/read-own-only': (admin, given) => admin.readOwnOnly(...where(given), given['on'] === true),
  'POST /admin/list-permissions': (admin, given) =>
    admin.setListPermissions(...where(given), permissions(given)),
  'POST /admin/fill': async (admin, given) => {
    const { rows } = given
    if (!Array.isArray(rows)) throw new Error('Give rows as a list of fields')
    const ids = await admin.fill(...where(given), rows as unknown as Fields[], given['persona'] as string)
    return { filled: ids.length }
  },
  'POST /admin/bin': (admin, given) => ({ bin: admin.binOf(text(given, 'site')) }),
  'POST /admin/rename-list': (admin, given) => admin.renameList(...where(given), text(given, 'title')),
  'POST /admin/rename-column': (admin, given) =>
    admin.renameColumn(...where(given), text(given, 'column'), text(given, 'title')),
  'POST /admin/retype-column': (admin, given) =>
    admin.retypeColumn(...where(given), text(given, 'column'), object(given, 'definition')),
  'POST /admin/drop-column': (admin, given) => admin.dropColumn(...where(given), text(given, 'column')),
  'POST /admin/edit-row': (admin, given) =>
    admin.editRow(
      ...where(given),
      Number(given['id']),
      object(given, 'fields') as Fields,
      given['persona'] as string | undefined,
    ),
  'POST /admin/reset': (admin) => admin.reset(),
  'GET /admin/dump': (admin) => admin.dump(),
  'GET /admin/log': (admin) => admin.log(),
  'DELETE /admin/log': (admin) => admin.clearLog(),
}
