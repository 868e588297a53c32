import { context, type Call, type Reply, type Site } from './call.ts'
import type { JsonObject } from './json.ts'
import { allowOnly, pick, selected } from './query.ts'

const madeAt = '2024-09-02T08:00:00Z'

export const webUrlOf = (host: string, site: Site): string =>
  `https://${host}${site.path === '/' ? '' : site.path}`

const siteShown = (host: string, site: Site): JsonObject => ({
  '@odata.context': context('sites/$entity'),
  createdDateTime: madeAt,
  description: '',
  id: site.id,
  lastModifiedDateTime: madeAt,
  name: site.path.split('/').at(-1) ?? '',
  webUrl: webUrlOf(host, site),
  displayName: site.displayName,
  isPersonalSite: false,
  ...(site.path === '/' ? { root: {} } : {}),
  siteCollection: { hostname: host, ...(site.path === '/' ? { root: {} } : {}) },
})

export const site = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  return { status: 200, body: pick(siteShown(call.graph.host, call.site), selected(call.query)) }
}
