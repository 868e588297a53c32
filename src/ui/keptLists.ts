import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { AnyRecordType, Kept } from '../domain/record.ts'
import type { Changes, Listing } from '../graph/storeTypes.ts'
import type { Services } from './services.tsx'

/**
 * Lists that grow with the school and that most screens show: read whole once, and then only what changed since. Each
 * of the rest is small, or read by pupil or week.
 */
const byChanges: ReadonlySet<string> = new Set(['Pupil', 'Need', 'Review'])
export const isReadByChanges = (type: AnyRecordType): boolean => byChanges.has(type.name)

/** SharePoint's delta is never the only truth: after an hour everything is read anew. */
const trusted = 3_600_000

type Standing = { readonly token: string; readonly from: number }
const standings = new WeakMap<Services, Map<string, Standing>>()
const standingsOf = (services: Services) => {
  const known = standings.get(services) ?? new Map<string, Standing>()
  standings.set(services, known)
  return known
}

/** Where the first page stands while the rest is still being read. */
export const firstPageKey = (services: Services, type: AnyRecordType): QueryKey => [
  'firstPage',
  services.school.id,
  type.name,
]

/**
 * All records of a type that are not archived. Where they were read before, only what changed since is asked for and
 * put into what is known, with what was saved here meanwhile; the same listing comes back where nothing changed.
 */
export const readKept = async (
  services: Services,
  type: AnyRecordType,
  client: QueryClient,
  key: QueryKey,
): Promise<Listing<Kept>> => {
  const known = standingsOf(services)
  const before = client.getQueryData<Listing<Kept>>(key)
  const standing = before ? known.get(type.name) : undefined
  const now = services.now().getTime()
  const isTrusted = standing !== undefined && now - standing.from < trusted && now >= standing.from
  const first = (rows: Listing<unknown>) =>
    client.setQueryData(firstPageKey(services, type), shown(rows as Listing<Kept>))
  // That of an earlier reading is not how the list begins now.
  if (!before) client.setQueryData(firstPageKey(services, type), null)
  const store = services.records.store(type)
  const changes: Changes<Kept> = await store.changes(
    isTrusted ? standing.token : null,
    {},
    before ? undefined : first,
  )
  known.set(type.name, { token: changes.token, from: changes.whole ? now : standing!.from })
  if (changes.whole) return shown(changes)
  return withChanges(client.getQueryData<Listing<Kept>>(key) ?? before!, changes)
}

const shown = ({ records, unreadable }: Listing<Kept>): Listing<Kept> => ({
  records: records.filter(({ archived }) => !archived),
  unreadable,
})

/** What is known with what changed put in, in the place where it stood; the same object where nothing did. */
export const withChanges = (known: Listing<Kept>, changes: Changes<Kept>): Listing<Kept> => {
  const gone = new Set(changes.removed)
  const changed = new Map(changes.records.map((record) => [record.id, record]))
  const spoilt = new Map(changes.unreadable.map((row) => [row.id, row]))
  const isMoved = (id: string) => gone.has(id) || changed.has(id) || spoilt.has(id)
  const isSame = ({ id, etag }: Kept) => {
    const now = changed.get(id)
    return now ? now.etag === etag && !now.archived : !isMoved(id)
  }
  const ids = new Set(known.records.map(({ id }) => id))
  const added = changes.records.filter(({ id, archived }) => !archived && !ids.has(id))
  const kept = known.unreadable.filter(({ id }) => !isMoved(id))
  const same = kept.length === known.unreadable.length && spoilt.size === 0 && added.length === 0
  if (same && known.records.every(isSame)) return known
  const records = known.records.flatMap((record) => {
    if (isSame(record)) return [record]
    const now = changed.get(record.id)
    return now && !now.archived ? [now] : []
  })
  return { records: [...records, ...added], unreadable: [...kept, ...spoilt.values()] }
}
