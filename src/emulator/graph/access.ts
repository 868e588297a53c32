import type { Graph, Site } from './call.ts'
import { accessDenied, badRequest, Refusal } from './refusal.ts'
import type { Persona } from './tenant.ts'
import type { ListState, Role } from './world.ts'

/** How many times each person's tokens were called back; a token must be younger than that. */
export type Revoked = Map<string, number>

const realm =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"'

const unauthorized = (message: string, challenge = realm) =>
  new Refusal(401, 'InvalidAuthenticationToken', message, { headers: { 'WWW-Authenticate': challenge } })

/** The claims that Microsoft asks for when it wants the person to be looked at again. */
const claimsAsked = '{"access_token":{"nbf":{"essential":true,"value":"1757000000"}}}'

/**
 * The persona for whom a token speaks. A token is `local:senco`, with marks after semicolons: `cp1` was fetched
 * with claims, `g2` is of the second generation after tokens were called back, `expired` is too old, `scp=…` was consented to beside the
 * daily scopes.
 */
export const personaOf = (graph: Graph, revoked: Revoked, authorization: string | null): Persona => {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(authorization ?? '') ?? []
  if (token === undefined) throw unauthorized('Access token is empty.')
  const [name, ...marks] = token.split(';')
  const persona = graph.personas.find((each) => each.token === name)
  if (!persona) throw unauthorized('Access token validation failure. Invalid audience.')
  const generation = Number(/^g(\d+)$/.exec(marks.find((mark) => /^g\d+$/.test(mark)) ?? '')?.[1] ?? 0)
  if (marks.includes('expired') || generation < (revoked.get(persona.id) ?? 0)) {
    throw unauthorized('Lifetime validation failed, the token is expired.')
  }
  if (graph.settings.claimsChallenge && !marks.includes('cp1')) {
    throw unauthorized(
      'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
      `${realm}, error="insufficient_claims", claims="${btoa(claimsAsked)}"`,
    )
  }
  return persona
}

/** The token that the persona would be given now. */
export const tokenOf = (
  persona: Persona,
  revoked: Revoked,
  claims: boolean,
  scopes: readonly string[] = [],
): string => {
  const generation = revoked.get(persona.id) ?? 0
  return [
    persona.token,
    ...(generation > 0 ? [`g${generation}`] : []),
    ...(claims ? ['cp1'] : []),
    ...scopes.map((scope) => `scp=${scope}`),
  ].join(';')
}

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** The site that a path names: `root`, `host`, `host:/sites/x`, `host,guid,guid` or the first guid alone. */
export const siteNamed = (graph: Graph, named: string): Site => {
  const missing = () => new Refusal(404, 'itemNotFound', 'Requested site could not be found')
  const [, host, path] = /^([^/:,]+):(\/.*)$/.exec(named) ?? []
  if (host !== undefined && path !== undefined) {
    const same = (site: Site) => site.path.toLowerCase() === path.replace(/\/+$/, '').toLowerCase()
    const found = host.toLowerCase() === graph.host ? graph.sites.find(same) : undefined
    if (!found) throw missing()
    return found
  }
  if (named === 'root' || named.toLowerCase() === graph.host) return rootOf(graph)
  const [first = '', second, third] = named.split(',')
  const collection = second ?? first
  if (!guid.test(collection) || (second !== undefined && !guid.test(third ?? ''))) {
    throw badRequest('Provided identifier is malformed - site collection id is not valid')
  }
  const found = graph.sites.find((site) =>
    second === undefined ? site.guid === named.toLowerCase() : site.id.toLowerCase() === named.toLowerCase(),
  )
  if (!found) throw missing()
  return found
}

const rootOf = (graph: Graph): Site => {
  const root = graph.sites.find(({ path }) => path === '/')
  if (!root) throw new Refusal(404, 'itemNotFound', 'Requested site could not be found')
  return root
}

const rank: Readonly<Record<Role, number>> = { read: 1, write: 2, owner: 3 }

/** What a person is on a list: by the list's own permissions where it has some, else as on its site. */
export const roleOn = (site: Site, { head }: ListState, persona: Persona): Role | undefined =>
  head.permissions ? head.permissions[persona.id] : site.members.get(persona.id)

/** Refuses a person whose role does not reach so far. */
export const mustBe = (role: Role | undefined, needed: Role): void => {
  if (!role || rank[role] < rank[needed]) throw accessDenied()
}
