import type { GraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas } from '../../src/emulator/graph/local.ts'
import { asker, startGraph, type Answer, type Ask } from '../emulator/world.ts'
import type { OpenCase } from './contractFiles.ts'

/** A site as the documentation assumes it: lists of things, one of them changed twice. */
export type Stage = {
  graph: GraphEmulator
  ask: Ask
  site: string
  list: string
  upload: (item?: object, more?: object) => Promise<string>
}

const owners = Object.fromEntries(localPersonas.map(({ id }) => [id, 'owner' as const]))

export const stage = async (): Promise<Stage> => {
  const sites = ['/', '/sites/documented'].map((path) => ({
    path,
    displayName: 'Documented',
    members: owners,
  }))
  const { graph } = await startGraph({ sites })
  const ask = asker(graph, 'local:it')
  const site = (await ask('GET', `/sites/${localHost}:/sites/documented`)).body.id
  const columns = [
    { name: 'Name', text: {} },
    { name: 'Color', text: {} },
    { name: 'Weight', number: {} },
    { name: 'Quantity', number: {} },
  ]
  await ask('POST', '/sites/root/lists', { displayName: 'Documents' })
  const list = (await ask('POST', `/sites/${site}/lists`, { displayName: 'Widgets', columns })).body.id
  const items = `/sites/${site}/lists/${list}/items`
  await ask('POST', items, { fields: { Name: 'Gadget', Color: 'Red', Quantity: 1 } })
  for (const Quantity of [502, 503]) await ask('PATCH', `${items}/1/fields`, { Quantity })
  const upload = async (item: object = {}, more: object = {}) => {
    const at = `/sites/${site}/drive/root:/largefile.vhd:/createUploadSession`
    return (await ask('POST', at, { item, ...more })).body.uploadUrl as string
  }
  return { graph, ask, site, list, upload }
}

const base = 'https://graph.microsoft.com/v1.0'

/** The case's address with its placeholders filled from the stage. */
const addressOf = ({ site, list }: Stage, url: string): string =>
  url
    .replace(base, '')
    .replace(/^(?=[^/])/, '/')
    .replace(
      /\/sites\/(\{(site-id|siteId|sitesId|id)\}|contoso\.sharepoint\.com,[^/]+|60a53b69[^/]+)/,
      `/sites/${site}`,
    )
    .replace(/\/lists\/(\{list-id\}|b5dabb84[^/]+)/, `/lists/${list}`)
    .replace(/\{(item-id)\}/, '1')
    .replace(/\{version-id\}/, '1.0')
    .replace('john.doe@contoso.onmicrosoft.com', localPersonas[0]!.user.userPrincipalName)
    .replace(/\{item-path\}/, 'largefile.dat')

/** A person's own drive is not here; the documented answers have the same shape for a site's drive. */
const onSiteDrive = (url: string) =>
  url
    .replace(base, '')
    .replace('/me/drive', '/sites/{site-id}/drive')
    .replace('/drives/{drive-id}', '/sites/{site-id}/drive')

export type Plan = {
  send?: (on: Stage, given: OpenCase) => Promise<Answer>
  /** Why the documented keys are not compared. */
  statusOnly?: string
}

export const asDocumented = (on: Stage, given: OpenCase): Promise<Answer> =>
  on.ask(
    given.method!,
    addressOf(on, given.url!),
    given.requestBody ?? undefined,
    given.headers['ConsistencyLevel'] ? { ConsistencyLevel: 'eventual' } : {},
  )

const drive: Plan = { send: (on, given) => asDocumented(on, { ...given, url: onSiteDrive(given.url!) }) }
const bytes = (from: number, to: number) =>
  [new Uint8Array(to - from + 1), { 'content-range': `bytes ${from}-${to}/128` }] as const
const toUpload = (
  run: (tell: Ask, url: string, on: Stage) => Promise<Answer>,
  item?: object,
  more?: object,
): Plan => ({
  send: async (on) => run(asker(on.graph, ''), await on.upload(item, more), on),
})
const firstPiece = toUpload((tell, url) => tell('PUT', url, ...bytes(0, 25)))
const whole = async (tell: Ask, url: string) => {
  await tell('PUT', url, ...bytes(0, 100))
  return tell('PUT', url, ...bytes(101, 127))
}

/** How each documented case is asked here. A case that is not named must be refused with 501. */
export const plans: Readonly<Record<string, Plan>> = {
  G021: { statusOnly: 'no answer is documented' },
  G022: drive,
  G033: drive,
  G034: firstPiece,
  G035: firstPiece,
  G036: toUpload(whole),
  G037: toUpload(async (tell, url) => (await whole(tell, url), tell('POST', url)), {}, { deferCommit: true }),
  G038: toUpload(async (tell, url, on) => {
    await on.ask('PUT', `/sites/${on.site}/drive/root:/largefile.vhd:/content`, new Uint8Array(1))
    await whole(tell, url)
    return tell('POST', url)
  }, { '@microsoft.graph.conflictBehavior': 'fail' }, { deferCommit: true }),
  G039: toUpload((tell, url) => tell('DELETE', url)),
  G040: toUpload((tell, url) => tell('GET', url)),
  G041: toUpload(async (tell, url) => (await whole(tell, url), tell('GET', url))),
  G050: drive,
  G058: drive,
  G097: {}, G101: {},
  G103: { statusOnly: 'the documented answer is that of the list’s operations, not of the list' },
  G104: {}, G106: {}, G107: {}, G109: {}, G110: {}, G112: {}, G113: {}, G127: {}, G164: {},
  G169: { send: (on, given) => asDocumented(on, { ...given, url: given.url!.replace('displayName:wa', 'displayName:ma') }) },
  G170: { send: (on, given) => asDocumented(on, { ...given, url: search(given.url!) }) },
  G171: {
    send: (on, given) => asDocumented(on, { ...given, url: search(given.url!) }),
    statusOnly: 'the documented answer is that of another request, which chooses licences',
  },
  G182: {}, G188: {}, G199: {},
  G198: {
    send: (on) => {
      on.graph.admin.set({ throttle: { next: 1, retryAfter: 10, body: 'documented' } })
      return on.ask('GET', '/me')
    },
  },
  G201: { statusOnly: 'it shows properties that are sent only when they are chosen' },
  G230: drive, G231: {},
  G236: toUpload(async (tell, url) => (await tell('PUT', url, ...bytes(0, 25)), tell('PUT', url, ...bytes(10, 40)))),
} // prettier-ignore

// The documentation leaves out the equals sign of $orderby=displayName.
const search = (url: string) =>
  url.replace('$orderbydisplayName', '$orderby=displayName').replace('displayName:wa', 'displayName:ma')
