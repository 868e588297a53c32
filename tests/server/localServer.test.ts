import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createGraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../src/emulator/graph/local.ts'
import { serve } from '../../src/emulator/server/serve.ts'

const serving = async () => {
  const emulator = await createGraphEmulator({ host: localHost, personas: localPersonas, sites: localSites })
  const { origin, port, close } = await serve(emulator, 0)
  onTestFinished(close)
  return { emulator, origin, port }
}

const bearer = (persona: string) => ({ headers: { authorization: `Bearer local:${persona}` } })

/** A request exactly as written: `fetch` would tidy the path and choose the host itself. */
const raw = (port: number, path: string, host?: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = host ? { host } : {}
    const asked = request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.on('error', reject).end()
  })

test('Graph answers below /graph, with links of graph.microsoft.com as it gives them', async () => {
  const { origin } = await serving()
  const me = (await (await fetch(`${origin}/graph/v1.0/me`, bearer('head'))).json()) as Record<string, string>
  expect(me['userPrincipalName']).toBe('david.okafor@oakfieldtrust.example')
  expect(me['@odata.context']).toMatch(/^https:\/\/graph\.microsoft\.com\//)
  expect((await fetch(`${origin}/graph/v1.0/me`)).status).toBe(401)
})

test('what the local Graph does not know is refused with 501, not with a page', async () => {
  const { origin } = await serving()
  expect((await fetch(`${origin}/graph/v1.0/planner/tasks`, bearer('senco'))).status).toBe(501)
})

test('an answer that is lost cuts the connection, after the work was done', async () => {
  const { origin, emulator } = await serving()
  emulator.admin.fault({ answer: 'lostAfter', method: 'GET', path: '/me' })
  await expect(fetch(`${origin}/graph/v1.0/me`, bearer('senco'))).rejects.toThrow('fetch failed')
  expect((await fetch(`${origin}/graph/v1.0/me`, bearer('senco'))).status).toBe(200)
})

test('nothing outside the pages’ folders is served', async () => {
  const { port } = await serving()
  const tries = [
    '/../package.json',
    '/%2e%2e/package.json',
    '/office-js/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
  ]
  for (const path of tries) expect(await raw(port, path), path).toBe(404)
  expect(await raw(port, '/%ff')).toBe(400)
})

test('a name that was pointed at this machine, and a page from elsewhere, get nothing', async () => {
  const { port, origin } = await serving()
  expect(await raw(port, '/config.json', 'elsewhere.example')).toBe(421)
  const foreign = await fetch(`${origin}/admin/settings`, {
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(foreign.status).toBe(403)
})

test('office.js is served as it was published', async () => {
  const { origin } = await serving()
  const served = await (await fetch(`${origin}/office-js/office.js`)).text()
  expect(served).toBe(await readFile('node_modules/@microsoft/office-js/dist/office.js', 'utf8'))
})

test('config.json names the tenant’s sites, and a called-back token is followed by another', async () => {
  const { origin, emulator } = await serving()
  const config = (await (await fetch(`${origin}/config.json`)).json()) as {
    schools: { sites: { senco: string } }[]
  }
  expect(config.schools.map(({ sites }) => sites.senco)).toEqual([
    'oakfieldtrust.sharepoint.com:/sites/oakfield-senco',
    'oakfieldtrust.sharepoint.com:/sites/northmoor-senco',
  ])
  const token = async () => ((await (await fetch(`${origin}/token?as=ta`)).json()) as { token: string }).token
  const before = await token()
  emulator.admin.expire('ta')
  expect(await token()).not.toBe(before)
  expect((await fetch(`${origin}/token?as=nobody`)).status).toBe(404)
})
