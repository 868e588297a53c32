import { createHash } from 'node:crypto'

/** What a package is made for: where the pages are hosted and the school's own registration in Entra. */
export type PackageFor = {
  /** The web address's host, with a port where it has one: `goldthread.example.sch.uk`. */
  readonly host: string
  /** The application (client) id of the registration. */
  readonly clientId: string
  /** Of the unified app in Teams and Microsoft 365. */
  readonly appId: string
  /** Of the add-in-only package; Office hides one of the two by these ids, so they differ. */
  readonly addInId: string
}

const namespace = Buffer.from('9b1d6f0e4c2a4b7f8e35a1c0d2746f58', 'hex')

/** An id that follows from a name, the same each time: UUID version 5 (RFC 9562, section 5.5). */
export const idFrom = (name: string): string => {
  const bytes = createHash('sha1')
    .update(Buffer.concat([namespace, Buffer.from(name)]))
    .digest()
    .subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostName = new RegExp(`^(?:${label}\\.)+${label}(?::\\d{1,5})?$`)

/** What is wrong with a host name, in words for IT; null where nothing is. */
export const hostComplaint = (host: string): string | null => {
  if (/^[a-z]+:\/\//i.test(host) || host.includes('/'))
    return `--host is a name without https:// and without a path: ${host.replace(/^[a-z]+:\/\//i, '').split('/')[0]}`
  if (host !== host.toLowerCase()) return `--host is written in small letters: ${host.toLowerCase()}`
  return hostName.test(host) ? null : `“${host}” is not a host name such as goldthread.example.sch.uk.`
}

/** A GUID in small letters, from however Entra's pages or PowerShell show it; null where it is none. */
export const readGuid = (typed: string): string | null => {
  const bare = typed
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase()
  return guid.test(bare) ? bare : null
}

/** The ids of both packages: given, or following from the registration, so that a later version updates the app. */
export const packageIds = (clientId: string, given: { appId?: string; addInId?: string } = {}) => ({
  appId: given.appId ?? idFrom(`app ${clientId}`),
  addInId: given.addInId ?? idFrom(`add-in ${clientId}`),
})
