import { newKey } from '../../../src/domain/key.ts'
import { createGraphEmulator, type GraphEmulator, type Snapshot } from '../../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../../src/emulator/graph/local.ts'
import type { Role, Row } from '../../../src/emulator/graph/world.ts'
import type { TokenOptions } from '../../../src/graph/connect.ts'
import { connect, type Connection } from '../../../src/graph/connect.ts'
import { type Meddling, people, type Person } from './commands.ts'
import { keyOf, mark, mending, type Place, places, schools, spoiling } from './places.ts'
import { sendSpoilt, type Spoil } from './spoils.ts'

/** Keys are few, so that creates meet rows that are there, or were. */
export const keys = Array.from({ length: 7 }, (_, at) => newKey(at + 1))
const isRecord = (row: Row) => keyOf(row) !== '0'.repeat(26)

const begun = (now: () => Date, begin: Snapshot) =>
  createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    begin,
    now,
    failed: (fault) => {
      throw fault
    },
  })

const guardMembers = { senco: 'owner', it: 'owner', head: 'write' } as const
/** Two schools as set-up and IT's script leave them: made once, begun with again and again. */
const madeOnce = async () => {
  const now = () => new Date('2026-07-14T09:00:00Z')
  const emulator = await begun(now, [])
  for (const school of schools) {
    const token = async () => emulator.admin.tokenFor('it')
    await connect({ school, token, send: emulator.handle, now, sleep: async () => {} }).setUp()
  }
  for (const { site, type } of places) {
    if (type.guard === 'addOnly')
      await emulator.admin.setListPermissions(site, type.list, {
        members: guardMembers,
        readOwnOnly: true,
        editing: 'none',
      })
  }
  return emulator.admin.snapshot()
}
let made: Promise<Snapshot> | null = null

/** Who may do what, as the model knows it: roles by site, and lists that show people only their own rows. */
export type Access = {
  readonly roles: Readonly<Record<string, Readonly<Partial<Record<Person, Role>>>>>
  readonly ownRows: ReadonlySet<Place>
}
const firstAccess: Access = {
  roles: Object.fromEntries(localSites.map(({ path, members }) => [path, members])),
  ownRows: new Set(places.filter(({ type }) => type.guard === 'addOnly')),
}
/** A list with permissions of its own does not ask those of its site. */
export const roleIn = ({ roles }: Access, { site, type }: Place, who: Person): Role | undefined =>
  (type.guard ? (guardMembers as Partial<Record<Person, Role>>) : roles[site])?.[who]

/** One change of one row: who made it, and what stood there before and after. */
export type Transition = {
  readonly by: 'store' | 'others'
  readonly before: Row | null
  readonly after: Row | null
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** A tenant of two schools, six people and a clock that moves only when somebody waits. */
export const openWorld = async () => {
  made ??= madeOnce()
  let time = Date.parse('2026-07-14T09:00:00Z')
  const now = () => new Date(time)
  const emulator: GraphEmulator = await begun(now, await made)
  const { admin } = emulator
  let access = firstAccess
  let accesses = [access]
  const retyped = new Set<Place>()
  const thin = { on: false }

  const rowsIn = ({ site, type }: Place) =>
    new Map(
      admin
        .rows(site, type.list)
        .filter(isRecord)
        .map((row) => [row.id, row]),
    )
  const kept = new Map(places.map((place) => [place, rowsIn(place)]))
  let counted = admin.changes()
  let target: Place = places[0]!
  let transitions: Transition[] = []

  /** Takes down what changed in the list that is worked on. */
  const note = (by: Transition['by']) => {
    if (admin.changes() === counted) return
    counted = admin.changes()
    const [was, is] = [kept.get(target)!, rowsIn(target)]
    for (const [id, after] of is) {
      const before = was.get(id) ?? null
      if (before !== after) transitions.push({ by, before, after })
    }
    for (const [id, before] of was) if (!is.has(id)) transitions.push({ by, before, after: null })
    kept.set(target, is)
  }
  /** Whether each list that nobody worked on is as it was. */
  const othersUntouched = () =>
    places.every((place) => {
      if (place === target) return true
      const [was, rows] = [kept.get(place)!, admin.rows(place.site, place.type.list).filter(isRecord)]
      return rows.length === was.size && rows.every((row) => was.get(row.id) === row)
    })

  const schedule: (Spoil | null)[] = []
  const hits = new Map<string, number>()
  const hit = (what: string) => void hits.set(what, (hits.get(what) ?? 0) + 1)
  let between: { left: number; act(): Promise<void> } | null = null
  const handle = async (request: Request) => {
    const answer = await emulator.handle(request)
    note('store')
    return answer
  }
  const send = async (request: Request): Promise<Response> => {
    const answer = await sendSpoilt(schedule.shift() ?? null, request, handle, now(), hit).catch(
      async (thrown: unknown) => {
        await pass()
        throw thrown
      },
    )
    await pass()
    return answer
  }
  const pass = async () => {
    if (!between || (between.left -= 1) > 0) return
    const { act } = between
    between = null
    await act()
  }

  const tokenOf = (who: Person) => {
    let held: string | null = null
    return async (options?: TokenOptions) => {
      if (options?.claims || options?.fresh) held = null
      return (held ??= admin.tokenFor(who, options?.claims !== undefined))
    }
  }
  const connections = new Map<string, Connection>()
  const stale = new Set<string>()
  const nameOf = (who: Person, place: Place) => `${who} ${place.school.id}`
  const connection = (who: Person, place: Place): Connection => {
    const found = connections.get(nameOf(who, place))
    if (found) return found
    const sleep = async (milliseconds: number) => void (time += milliseconds)
    const fresh = connect({ school: place.school, token: tokenOf(who), send, now, sleep })
    connections.set(nameOf(who, place), fresh)
    return fresh
  }
  const reopen = (who: Person, place: Place) => {
    connections.delete(nameOf(who, place))
    stale.delete(nameOf(who, place))
  }
  const setAccess = (next: Access) => {
    access = next
    accesses.push(next)
  }

  const remove = async (place: Place, row: Row) => {
    const list = encodeURIComponent(place.type.list)
    const url = `https://graph.microsoft.com/v1.0/sites/${localHost}:${place.site}:/lists/${list}/items/${row.id}`
    const headers = { Authorization: `Bearer ${admin.tokenFor('it', true)}` }
    const { status } = await emulator.handle(new Request(url, { method: 'DELETE', headers }))
    if (status !== 204) throw new Error(`The row that was to go is there: ${status}`)
  }

  /** What somebody does in SharePoint itself. Says whether it came to anything. */
  const meddle = async ({ how, which, value }: { how: Meddling; which: number; value: number }) => {
    const place = target
    const { site, type, texts, values, plain } = place
    const rows = [...kept.get(place)!.values()]
    const row = rows[which % Math.max(1, rows.length)]
    const pick = (at: 0 | 1) => values[at][value % values[at].length]!
    const field = (which % 2) as 0 | 1
    const column = (at: 0 | 1) => `gt${texts[at][0]!.toUpperCase()}${texts[at].slice(1)}`
    hit(`somebody: ${how}`)
    if (how === 'edit' && row && !(field === 1 && retyped.has(place)))
      await admin.editRow(site, type.list, row.id, { [column(field)]: pick(field) }, 'it')
    else if (how === 'spoil' && row) await admin.editRow(site, type.list, row.id, spoiling(place), 'it')
    else if (how === 'mend' && row) await admin.editRow(site, type.list, row.id, mending(place), 'it')
    else if (how === 'drop' && row) await remove(place, row)
    else if (how === 'add') {
      const key = keys[which % keys.length]!
      if (!rows.some((each) => keyOf(each) === key))
        await admin.fill(
          site,
          type.list,
          [{ ...plain, Title: mark, gtKey: key, gtArchived: false, [column(0)]: pick(0) }],
          'it',
        )
    } else if (how === 'shut' || how === 'open') {
      const who = people[1 + (which % 4)]!
      const role = how === 'shut' ? undefined : (['read', 'write'] as const)[value % 2]
      admin.member(site, who, role ?? null)
      const { [who]: _, ...others } = access.roles[site]!
      setAccess({ ...access, roles: { ...access.roles, [site]: role ? { ...others, [who]: role } : others } })
    } else if (how === 'ownRows' && !type.guard) {
      const on = !access.ownRows.has(place)
      await admin.readOwnOnly(site, type.list, on)
      const ownRows = new Set(access.ownRows)
      if (on) ownRows.add(place)
      else ownRows.delete(place)
      setAccess({ ...access, ownRows })
      for (const name of connections.keys()) stale.add(name)
    } else if (how === 'retype') {
      const back = retyped.delete(place)
      if (!back) retyped.add(place)
      const definition = back ? place.column : { number: { decimalPlaces: 'none', displayAs: 'number' } }
      await admin.retypeColumn(site, type.list, column(1), definition as never)
    } else if (how === 'rename') await admin.renameColumn(site, type.list, column(field), `Renamed ${value}`)
    note('others')
  }

  const change = (weather: string, who: Person, place: Place, number: number) => {
    hit(`weather: ${weather}`)
    if (weather === 'clock') admin.set({ clockAhead: [0, 3_600_000, -3_600_000][number % 3]! })
    else if (weather === 'challenge') admin.set({ claimsChallenge: !admin.settings().claimsChallenge })
    else if (weather === 'expire') admin.expire(who)
    else if (weather === 'duplicateStatus')
      admin.set({ duplicateStatus: ([400, 409, 500] as const)[number % 3]! })
    else if (weather === 'thin') {
      thin.on = !thin.on
      admin.set({ thinPages: thin.on ? 0.7 : 0 })
    } else reopen(who, place)
  }

  return {
    admin,
    hits,
    connection,
    meddle,
    change,
    now,
    retyped,
    othersUntouched,
    rows: (place: Place): ReadonlyMap<number, Row> => kept.get(place)!,
    isStale: (who: Person, place: Place) => stale.has(nameOf(who, place)),
    /** Every access that held at some moment of this command. */
    accesses: (): readonly Access[] => accesses,
    /** Begins a command on a list: these spoils for its requests, and perhaps somebody between two of them. */
    begin(place: Place, faults: readonly (Spoil | null)[], and: typeof between) {
      target = place
      transitions = []
      accesses = [access]
      schedule.push(...faults)
      between = and
    },
    end(): { transitions: readonly Transition[]; wrote: boolean } {
      schedule.length = 0
      between = null
      note('others')
      return { transitions, wrote: transitions.length > 0 }
    },
  }
}
