import fc from 'fast-check'
import type { Audience, AnyRecordType, Stored } from '../../src/domain/record.ts'
import { check, fieldsOf } from '../../src/domain/record.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { graphClient } from '../../src/graph/client.ts'
import { isFilterable } from '../../src/graph/columns.ts'
import { setUpSite } from '../../src/graph/lists.ts'
import type { Loose } from '../../src/graph/rows.ts'
import type { Store } from '../../src/graph/storeTypes.ts'
import { oakfield, type Oakfield, oakfieldSchool } from '../graph/oakfield.ts'
import { anyRecord } from '../graph/records.ts'

export const personas = ['senco', 'head', 'teacher', 'ta', 'governor', 'it'] as const
export type Persona = (typeof personas)[number]
export const audiences = ['senco', 'staff'] as const
export type Held = (typeof audiences)[number]

/** What a person is on each of the two sites: the one table that the tests expect from. */
export const roleOn = {
  senco: { senco: 'write', staff: 'write' },
  head: { senco: 'read', staff: 'write' },
  teacher: { senco: 'none', staff: 'write' },
  ta: { senco: 'none', staff: 'write' },
  governor: { senco: 'none', staff: 'none' },
  it: { senco: 'owner', staff: 'owner' },
} as const satisfies Record<Persona, Record<Held, string>>
export type Role = 'none' | 'read' | 'write' | 'owner'
export type Need = 'read' | 'write' | 'setUp'

/** What each role may do: nothing more is said anywhere else. */
const mayDo: Readonly<Record<Role, readonly Need[]>> = {
  none: [],
  read: ['read'],
  write: ['read', 'write'],
  owner: ['read', 'write', 'setUp'],
}
export const may = (who: Persona, audience: Held, need: Need): boolean =>
  mayDo[roleOn[who][audience]].includes(need)

/** Every record type as it would be kept for an audience: what the app keeps in the other site is refused alike. */
export const typesFor = (audience: Audience): AnyRecordType[] =>
  recordTypes.map((type) => ({ ...type, audience }))

/** A school whose lists stand in both sites, so that each call has an answer to be refused. */
export const bothSites = async (): Promise<Oakfield> => {
  const school = await oakfieldSchool()
  const { handle, admin } = school.emulator
  const token = () => Promise.resolve(admin.tokenFor('it'))
  const graph = graphClient({ token, send: handle, now: () => new Date(), sleep: async () => {} })
  for (const audience of audiences) await setUpSite(graph, oakfield.sites[audience]!, typesFor(audience))
  return school
}

const mark = 'Zzyxq'

/** A valid record of a type whose every text says the mark, so that one word in a message would be seen. */
export const markedRecord = (type: AnyRecordType, seed: number): Loose => {
  const [sample] = fc.sample(anyRecord(type, { full: true }), { numRuns: 1, seed })
  const marked = Object.fromEntries(
    fieldsOf(type).flatMap(([name, field]) =>
      field.kind === 'longText' || (field.kind === 'text' && field.max > 8) ? [[name, `${mark}${seed}`]] : [],
    ),
  )
  const written = { ...sample, ...marked }
  // A text that a rule of its type reads, such as times of day, keeps what was made for it.
  const read = check(type, written as never).map(({ field }) => [field, sample![field]])
  const record = { ...written, ...Object.fromEntries(read) }
  if (check(type, record as never).length > 0) throw new Error(`A marked ${type.name} is not valid`)
  return record
}

/** Words of a record that must never be in what a person is told of a refusal. */
export const tellingWords = (type: AnyRecordType, record: Loose): string[] => [
  mark,
  ...fieldsOf(type).flatMap(([name, { kind }]) =>
    ['date', 'key', 'upn'].includes(kind) && record[name] ? [String(record[name])] : [],
  ),
]

type Given = { readonly row: Stored<Loose>; readonly more: Loose; readonly key: string }
type Call = {
  readonly needs: Need
  /** Made by somebody who may, before the call. */
  readonly archived?: true
  does(store: Store<Loose>, given: Given, type: AnyRecordType): Promise<unknown>
}

const filterField = (type: AnyRecordType, row: Loose): [string, string] => {
  const named = fieldsOf(type).filter(([name]) => typeof row[name] === 'string')
  const [name] = named.find(([, field]) => isFilterable(field)) ?? named[0]!
  return [name, row[name] as string]
}

/** Every call that a store has. */
export const calls: Readonly<Record<keyof Store<Loose>, Call>> = {
  all: { needs: 'read', does: (store) => store.all() },
  allWithArchived: { needs: 'read', does: (store) => store.allWithArchived() },
  about: { needs: 'read', does: (store, { row }, type) => store.about(...filterField(type, row)) },
  byKey: { needs: 'read', does: (store, { row }) => store.byKey(row.key) },
  create: { needs: 'write', does: (store, { more, key }) => store.create(more, key) },
  update: { needs: 'write', does: (store, { row, more }) => store.update(row, more) },
  createMany: { needs: 'write', does: (store, { more, key }) => store.createMany([{ key, record: more }]) },
  updateMany: {
    needs: 'write',
    does: (store, { row, more }) => store.updateMany([{ stored: row, changes: more }]),
  },
  archive: { needs: 'write', does: (store, { row }) => store.archive(row, 'Left') },
  restore: { needs: 'write', archived: true, does: (store, { row }) => store.restore(row) },
  shelveMany: {
    needs: 'write',
    does: (store, { row }) => store.shelveMany([{ stored: row, reason: 'Left' }]),
  },
  history: { needs: 'read', does: (store, { row }) => store.history(row) },
  changes: { needs: 'read', does: (store) => store.changes(null) },
  dispose: { needs: 'write', does: (store, { row }) => store.dispose(row) },
}
