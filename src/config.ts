import { Problem } from './domain/problem.ts'
import type { Audience } from './domain/record.ts'

/** A SharePoint site as `host:/path`, such as `oakfieldtrust.sharepoint.com:/sites/oakfield-senco`. */
export type SiteAddress = string

export type SchoolConfig = {
  readonly id: string
  readonly name: string
  readonly sites: { readonly senco: SiteAddress } & Partial<Readonly<Record<Audience, SiteAddress>>>
}

/** Where this school's app finds its tenant and sites: `config.json` beside the pages. Holds no secret. */
export type Config = {
  readonly tenantId: string
  readonly clientId: string
  readonly schools: readonly SchoolConfig[]
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isSite = (value: unknown) => isText(value) && /^[^/:]+:\/.+/.test(value)

/** Checks what was read from config.json; Problem `unexpected` says in its message what is missing. */
export const configFrom = (json: unknown): Config => {
  const config = json as Partial<Config> | null
  const bad = (what: string): never => {
    throw new Problem({ code: 'notSetUp', missing: 'config.json' }, `config.json ${what}`)
  }
  if (!config || !isText(config.tenantId)) bad('has no tenantId')
  if (!isText(config!.clientId)) bad('has no clientId')
  if (!Array.isArray(config!.schools) || config!.schools.length === 0) bad('names no school')
  for (const school of config!.schools!) {
    if (!isText(school?.id) || !isText(school.name)) bad('has a school without id or name')
    if (!Object.values(school.sites ?? {}).every(isSite) || !isSite(school.sites?.senco))
      bad('has a school whose sites are not like host:/sites/name')
  }
  return config as Config
}
