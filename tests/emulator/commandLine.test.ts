import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { localHost } from '../../src/emulator/graph/local.ts'
import { books } from './world.ts'

const start = async (...args: string[]) => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/graph.ts', '--port', '0', '--empty', ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const [, origin] = /(http:\/\/localhost:\d+)\/v1\.0/.exec(line) ?? []
    if (origin) return { child, ended, origin }
  }
  throw new Error('It ended without saying where it is')
}

const ask = async (address: string, token: string, method = 'GET', body?: object) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(address, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  return { status: answer.status, body: await answer.json() }
}

test('npm run graph keeps what it was told through a kill, and its links can be followed', async () => {
  const data = await mkdtemp(join(tmpdir(), 'graph-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  const first = await start('--data', data)
  const lists = `/v1.0/sites/${localHost}:/sites/oakfield-senco:/lists`
  expect((await ask(first.origin + lists, 'local:senco', 'POST', books)).status).toBe(403)
  expect((await ask(first.origin + lists, 'local:it', 'POST', books)).status).toBe(201)
  for (const Key of ['A', 'B'])
    await ask(`${first.origin}${lists}/Books/items`, 'local:senco', 'POST', { fields: { Key } })
  first.child.kill('SIGKILL')
  await first.ended

  const second = await start('--data', data)
  const page = await ask(`${second.origin}${lists}/Books/items?$top=1`, 'local:senco')
  const next = await ask(page.body['@odata.nextLink'], 'local:senco')
  expect([page.body.value[0].id, next.body.value[0].id]).toEqual(['1', '2'])
  await expect(start('--data', data)).rejects.toThrow('It ended')
  await ask(`${second.origin}/admin/faults`, '', 'POST', { answer: 'lostBefore' })
  await expect(ask(`${second.origin}/v1.0/me`, 'local:senco')).rejects.toThrow('fetch failed')
  second.child.kill('SIGTERM')
  expect((await second.ended)[0]).toBe(0)
}, 120_000)
