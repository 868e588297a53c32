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
/** A whole web address is the likeliest slip: it has its colon before the host. */
const isSite = (value: unknown) => isText(value) && /^[^/:\s]+\.[^/:\s]+:\/[^\s]+$/.test(value)

const twice = (values: readonly string[]): string | undefined =>
  values.find((value, at) => values.indexOf(value) !== at)

/**
 * Checks what was read from config.json. A Problem `notSetUp` says in its message, for IT, what is missing or wrong.
 * Two audiences, or two schools, at one site are refused: SharePoint keeps people apart by site, so the SENCO's
 * records would be open to all staff, and two schools' pupils would stand in one list.
 */
export const configFrom = (json: unknown): Config => {
  const config = json as Partial<Config> | null
  const bad = (what: string): never => {
    throw new Problem({ code: 'notSetUp', missing: 'config.json' }, `config.json ${what}`)
  }
  if (!config || !isText(config.tenantId)) bad('has no tenantId')
  if (!isText(config!.clientId)) bad('has no clientId')
  if (!Array.isArray(config!.schools) || config!.schools.length === 0) bad('names no school')
  const schools = config!.schools!
  for (const school of schools) {
    if (!isText(school?.id) || !isText(school.name)) bad('has a school without id or name')
    if (!isText(school.sites?.senco)) bad(`names no site “senco” for ${school.name}`)
    const wrong = Object.values(school.sites).find((site) => !isSite(site))
    if (wrong !== undefined)
      bad(`has a site that is not like yourtrust.sharepoint.com:/sites/name: ${String(wrong)}`)
  }
  const id = twice(schools.map((school) => school.id))
  if (id !== undefined) bad(`has two schools with the id ${id}`)
  const site = twice(schools.flatMap(({ sites }) => Object.values(sites).map((each) => each.toLowerCase())))
  if (site !== undefined) bad(`names one site twice; each needs one of its own: ${site}`)
  return config as Config
}
