import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'

type Running = { readonly child: ChildProcess; readonly origin: string; readonly said: () => string }

/** `npm start` itself, without npm: what it says, and how it ends. */
const launch = (data: string, ...args: string[]) => {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--no-build', '--data', data, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, ended, said: () => text }
}

const started = async (
  data: string,
  ...args: string[]
): Promise<Running & { ended: Promise<number | null> }> => {
  const { child, ended, said } = launch(data, '--port', '0', ...args)
  const origin = await expect
    .poll(() => /http:\/\/localhost:\d+/.exec(said())?.[0], { timeout: 55_000 })
    .toBeTruthy()
  return { child, ended, said, origin: /http:\/\/localhost:\d+/.exec(said())?.[0] ?? String(origin) }
}

const graph = async (origin: string, path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${origin}/graph/v1.0${path}`, {
    ...init,
    headers: { authorization: 'Bearer local:senco', 'content-type': 'application/json' },
  })
  return (await answer.json()) as { id: string; value: { id: string; displayName: string }[] }
}

const pupils = async (origin: string) => {
  const site = await graph(origin, '/sites/oakfieldtrust.sharepoint.com:/sites/oakfield-senco')
  const lists = await graph(origin, `/sites/${site.id}/lists`)
  const list = lists.value.find(({ displayName }) => displayName === 'Pupils')!
  return `/sites/${site.id}/lists/${list.id}/items`
}

const folder = () => mkdtemp(join(inject('scratch'), 'start-'))

test('the first start fills the schools, a stop leaves them whole, and the next start finds what was changed', async () => {
  const data = await folder()
  const first = await started(data)
  expect(first.said()).toMatch(/Oakfield Primary School: Pupils, \d+/)
  for (const page of ['/', '/teams/', '/tab/'])
    expect((await fetch(first.origin + page)).status, page).toBe(200)
  const path = await pupils(first.origin)
  const row = (await graph(first.origin, `${path}?$top=1`)).value[0]!
  const removed = await fetch(`${first.origin}/graph/v1.0${path}/${row.id}`, {
    method: 'DELETE',
    headers: { authorization: 'Bearer local:senco' },
  })
  expect(removed.status).toBe(204)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(existsSync(join(data, 'server.json'))).toBe(false)

  const second = await started(data)
  expect(second.said()).not.toContain('Filling')
  const gone = await fetch(`${second.origin}/graph/v1.0${path}/${row.id}`, {
    headers: { authorization: 'Bearer local:senco' },
  })
  expect(gone.status).toBe(404)
  second.child.kill('SIGKILL')
  await second.ended

  const third = await started(data, '--reset')
  expect(third.said()).toContain('Filling')
  third.child.kill('SIGINT')
  expect(await third.ended).toBe(0)
})

test('a stop while the schools are being filled in leaves nothing half done', async () => {
  const data = await folder()
  const first = launch(data, '--port', '0')
  await expect.poll(first.said, { timeout: 30_000 }).toContain('Pupils')
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  const second = await started(data)
  expect(second.said()).toContain('Northmoor Academy: Actions')
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
})

test('a folder that is being served is refused politely, and a busy port is stepped over', async () => {
  const data = await folder()
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  onTestFinished(() => void busy.close())
  const { port } = busy.address() as AddressInfo
  const first = launch(data, '--port', String(port))
  await expect.poll(first.said, { timeout: 55_000 }).toContain('is running on this machine')
  expect(first.said()).toContain(`Port ${port} is busy, so this is at `)

  const second = launch(data, '--port', '0')
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain('These schools are being served already, at http://localhost:')
  expect(second.said()).not.toMatch(/\n\s+at /)
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
})

test('what is not known on the command line is said in words', async () => {
  const wrong = launch(await folder(), '--porrt', '1')
  expect(await wrong.ended).toBe(1)
  expect(wrong.said()).toContain('--porrt is not known here.')
})
