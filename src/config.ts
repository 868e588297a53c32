import { Problem } from './domain/problem.ts'

/** A SharePoint site as Graph takes it: `host:/path`, e.g. `oakfieldtrust.sharepoint.com:/sites/oakfield-senco`. */
export type SiteAddress = string

export type SchoolSites = {
  readonly senco: SiteAddress
  readonly staff?: SiteAddress
  readonly managers?: SiteAddress
  readonly governors?: SiteAddress
}

export type School = { readonly id: string; readonly name: string; readonly sites: SchoolSites }

/** What `config.json` beside the pages says: which tenant, which app registration, which schools. No secrets. */
export type Config = {
  readonly tenantId: string
  readonly clientId: string
  readonly schools: readonly School[]
}

const audiences = ['senco', 'staff', 'managers', 'governors'] as const
const site = /^[a-z0-9.-]+:\/[^\s]+$/i

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const schoolFault = (school: unknown, place: string): string | null => {
  if (!isObject(school)) return `${place} is not a school`
  for (const key of ['id', 'name']) if (!isText(school[key])) return `${place} has no "${key}"`
  if (!isObject(school.sites)) return `${place} has no "sites"`
  if (!isText(school.sites.senco)) return `${place} has no "senco" site`
  for (const [audience, address] of Object.entries(school.sites)) {
    if (!audiences.some((known) => known === audience))
      return `${place} names a site "${audience}" that is not known`
    if (!isText(address) || !site.test(address))
      return `${place}: the ${audience} site must be written host:/path`
  }
  return null
}

const fault = (value: unknown): string | null => {
  if (!isObject(value)) return 'it is not an object'
  for (const key of ['tenantId', 'clientId']) if (!isText(value[key])) return `"${key}" is missing`
  if (!Array.isArray(value.schools) || value.schools.length === 0) return '"schools" names no school'
  for (const [at, school] of value.schools.entries()) {
    const found = schoolFault(school, `school ${at + 1}`)
    if (found) return found
  }
  const ids = value.schools.map((school: School) => school.id)
  if (new Set(ids).size < ids.length) return 'two schools have the same "id"'
  return null
}

/** The same value, known to be a Config. Throws a `notSetUp` Problem that names what is missing. */
export const checkConfig = (value: unknown): Config => {
  const found = fault(value)
  if (found)
    throw new Problem({ code: 'notSetUp', missing: `config.json: ${found}` }, `config.json: ${found}`)
  return value as Config
}

/**
 * Reads `config.json`, which lies beside the pages' folders.
 * Throws a `notSetUp` Problem when it is missing or says too little, `offline` when it cannot be fetched.
 */
export const readConfig = async (
  address: URL = new URL('../config.json', document.baseURI),
): Promise<Config> => {
  const answer = await fetch(address, { cache: 'no-store' }).catch((cause: unknown) => {
    throw new Problem({ code: 'offline' }, 'config.json could not be fetched', cause)
  })
  if (!answer.ok)
    throw new Problem({ code: 'notSetUp', missing: 'config.json' }, `config.json: ${answer.status}`)
  return checkConfig(await answer.json().catch(() => null))
}
