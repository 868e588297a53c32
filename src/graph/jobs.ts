import { Problem } from '../domain/problem.ts'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import type { Part } from './batch.ts'
import { refuseChanges, refuseRecord } from './checks.ts'
import { archivedColumn, archivedReasonColumn, keyColumn } from './columns.ts'
import { plainLine, shortened } from './plainText.ts'
import { changedColumns, keepableRecord, type Loose, newColumns, rowQuery } from './rows.ts'
import type { Written } from './storeTypes.ts'

/** One row to write among many. */
export type Job = {
  readonly key: string
  readonly write: Part
  /** Asks for the row as it is now: for its eTag, or because no answer to the write came. */
  readonly look: Part
  /** What the row would be. */
  readonly mine: Loose
  /** Whether the row as it is now shows that this write was done. */
  isDone(now: Stored<Loose>): boolean
  /** Whether somebody else saved the row since we read it. */
  isOthers(now: Stored<Loose>): boolean
}

/** A job, or its outcome where nothing needs to be sent. `path` is that of the list's items. */
export type Planned = Job | Written<Loose>
export const isJob = (planned: Planned): planned is Job => 'write' in planned

export const createJob = (type: AnyRecordType, path: string, key: string, given: Loose): Planned =>
  orRefused(key, () => {
    const record = keepableRecord(type, given)
    refuseRecord(type, record)
    const about = { kind: 'list', name: type.list } as const
    const filter = encodeURIComponent(`fields/${keyColumn} eq '${key}'`)
    return {
      key,
      write: { method: 'POST', path, about, body: { fields: newColumns(type, key, record) } },
      look: { method: 'GET', path: `${path}?${rowQuery(type)}&$filter=${filter}`, about },
      mine: record,
      isDone: (now) => now.key === key,
      isOthers: () => false,
    }
  })

export const updateJob = (type: AnyRecordType, path: string, stored: Stored<Loose>, given: Loose): Planned =>
  orRefused(stored.key, () => {
    const { changes, mine } = refuseChanges(type, stored, given)
    if (Object.keys(changes).length === 0) return { key: stored.key, outcome: 'stored', record: stored }
    const about = { kind: 'row', name: type.list } as const
    return {
      key: stored.key,
      write: {
        method: 'PATCH',
        path: `${path}/${stored.id}/fields`,
        about,
        headers: { 'If-Match': stored.etag },
        body: changedColumns(type, stored, changes, mine),
      },
      look: { method: 'GET', path: `${path}/${stored.id}?${rowQuery(type)}`, about },
      mine,
      isDone: (now) => holds(now, stored, changes),
      isOthers: (now) => now.etag !== stored.etag,
    }
  })

/** Takes a row out of sight with a reason, or brings it back where that is null. */
export const shelveJob = (
  type: AnyRecordType,
  path: string,
  stored: Stored<Loose>,
  reason: string | null,
): Planned => {
  const kept = keptShelf(reason)
  if (stored.archived === kept.archived) return { key: stored.key, outcome: 'stored', record: stored }
  return {
    key: stored.key,
    write: {
      method: 'PATCH',
      path: `${path}/${stored.id}/fields`,
      about: { kind: 'row', name: type.list },
      headers: { 'If-Match': stored.etag },
      body: { [archivedColumn]: kept.archived, [archivedReasonColumn]: kept.archivedReason },
    },
    look: {
      method: 'GET',
      path: `${path}/${stored.id}?${rowQuery(type)}`,
      about: { kind: 'row', name: type.list },
    },
    mine: { ...stored, ...kept },
    isDone: (now) => holds(now, stored, kept),
    isOthers: (now) => now.etag !== stored.etag,
  }
}

/** What is kept of being out of sight: a reason fits one line of 255 characters. */
export const keptShelf = (reason: string | null) => ({
  archived: reason !== null,
  archivedReason: reason === null ? null : shortened(plainLine(reason), 255) || null,
})

/** Whether a row moved on from where we knew it and holds all that we wanted of it. */
export const holds = (now: Stored<Loose>, before: Stored<Loose>, changes: Loose): boolean =>
  now.etag !== before.etag && Object.entries(changes).every(([name, value]) => now[name] === value)

const orRefused = (key: string, plan: () => Planned): Planned => {
  try {
    return plan()
  } catch (thrown) {
    if (thrown instanceof Problem) return { key, outcome: 'refused', problem: thrown }
    throw thrown
  }
}
