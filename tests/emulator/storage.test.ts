import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { fileStorage } from '../../src/emulator/fileStorage.ts'
import { bookList, sencoSite, startGraph } from './world.ts'

const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'graph-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

const opened = async (path: string, shortenAt?: number) => {
  const storage = await fileStorage(path, shortenAt === undefined ? {} : { shortenAt })
  const started = await startGraph({ storage })
  return { ...started, dump: () => JSON.stringify(started.graph.admin.dump()) }
}

test('lists, rows, versions, deletions, deltas and files are the same after a restart', async () => {
  const path = await folder()
  const first = await opened(path)
  const ask = first.as('local:senco')
  const at = await bookList(first.as, [{ Title: 'a', Key: 'A' }, { Title: 'b' }, { Title: 'c' }])
  await ask('PATCH', `${at}/items/1/fields`, { Title: 'A', Notes: 'line\nline\u2028“quoted”' })
  const { link } = { link: (await ask('GET', `${at}/items/delta`)).body['@odata.deltaLink'] }
  await ask('DELETE', `${at}/items/3`)
  await ask('PUT', `${sencoSite}/drive/root:/a/b.txt:/content`, new Uint8Array([0, 255, 10]))
  await ask('PUT', `${sencoSite}/drive/root:/gone.txt:/content`, new Uint8Array([1]))
  await ask('DELETE', `${sencoSite}/drive/root:/gone.txt`)
  const guard = { members: { senco: 'owner', head: 'write' }, readOwnOnly: true, editing: 'none' } as const
  await first.graph.admin.setListPermissions('/sites/oakfield-senco', 'Books', guard)
  const before = first.dump()
  const versions = (await ask('GET', `${at}/items/1/versions?$expand=fields`)).body.value
  await first.graph.close()

  const second = await opened(path)
  const again = second.as('local:senco')
  expect(second.dump()).toBe(before)
  expect(second.graph.admin.binOf('/sites/oakfield-senco').map(({ name }) => name)).toEqual(['c', 'gone.txt'])
  expect((await second.as('local:head')('GET', `${at}/items`)).body.value).toEqual([])
  expect((await again('GET', `${at}/items/1/versions?$expand=fields`)).body.value).toEqual(versions)
  expect((await again('GET', link)).body.value).toMatchObject([{ id: '3', deleted: { state: 'deleted' } }])
  expect((await again('POST', `${at}/items`, { fields: { Key: 'a' } })).status).toBe(400)
  expect((await again('POST', `${at}/items`, { fields: {} })).body.id).toBe('4')
  await second.graph.close()
})

test('a journal that grew long gives way to a snapshot, again and again, and nothing is lost', async () => {
  const path = await folder()
  const first = await opened(path, 2000)
  const at = await bookList(first.as, [{ Title: 'a' }, { Title: 'gone' }])
  const ask = first.as('local:senco')
  await ask('DELETE', `${at}/items/2`)
  for (let each = 0; each < 60; each += 1) {
    await Promise.all([
      ask('PATCH', `${at}/items/1/fields`, { Title: `t${each}` }),
      ask('POST', `${at}/items`, { fields: { Pages: each } }),
    ])
  }
  const before = first.dump()
  const versions = (await ask('GET', `${at}/items/1/versions?$expand=fields`)).body.value
  await first.graph.close()
  const names = (await readdir(path)).filter((name) => name.startsWith('journal'))
  expect(names).toHaveLength(1)
  expect(Number(/\d+/.exec(names[0] ?? '')?.[0])).toBeGreaterThan(5)
  const second = await opened(path)
  expect(second.dump()).toBe(before)
  expect(second.graph.admin.binOf('/sites/oakfield-senco')).toMatchObject([{ id: '2', name: 'gone' }])
  expect((await second.as('local:senco')('GET', `${at}/items/1/versions?$expand=fields`)).body.value).toEqual(
    versions,
  )
  expect(versions.map(({ id }: { id: string }) => id)).toEqual(
    Array.from({ length: 50 }, (_, index) => `${61 - index}.0`),
  )
  await second.graph.close()
})

test('a last line that was cut short is dropped, and what follows is still read', async () => {
  const path = await folder()
  const first = await opened(path)
  const at = await bookList(first.as, [{ Title: 'a' }])
  await first.graph.close()
  await appendFile(join(path, 'journal-0.jsonl'), '[{"put":"row","list":"x","ro')
  const second = await opened(path)
  await second.as('local:senco')('POST', `${at}/items`, { fields: { Title: 'b' } })
  await second.graph.close()
  const third = await opened(path)
  expect((await third.as('local:senco')('GET', `${at}/items`)).body.value).toHaveLength(2)
  await third.graph.close()
})

test('damage before the last line is not passed over in silence', async () => {
  const path = await folder()
  await (await opened(path)).graph.close()
  await appendFile(join(path, 'journal-0.jsonl'), 'nonsense\n[]\n')
  await expect(opened(path)).rejects.toThrow('damaged in line 1')
})

test('a folder in use is refused, a lock left behind by the dead is not', async () => {
  const path = await folder()
  const first = await opened(path)
  await expect(fileStorage(path)).rejects.toThrow(`held by process ${process.pid}`)
  await first.graph.close()
  await appendFile(join(path, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, began: null }))
  await (await opened(path)).graph.close()
})

test('killed in the middle of writing, every row that was acknowledged is there after the restart', async () => {
  const path = await folder()
  let acknowledged: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/emulator/writer.ts', path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const ended = once(child, 'exit')
    const heard: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      heard.push(line)
      if (heard.length === 150 + 40 * round) child.kill('SIGKILL')
    }
    expect((await ended)[1]).toBe('SIGKILL')
    acknowledged = [...acknowledged, ...heard]
    const { graph } = await opened(path)
    const rows = (graph.admin.dump() as any).sites[1].lists[0].rows.map((row: any) => row.fields.Key)
    expect(acknowledged.length).toBeGreaterThanOrEqual(150)
    expect(acknowledged.filter((key) => !rows.includes(key))).toEqual([])
    expect(new Set(rows).size).toBe(rows.length)
    await graph.close()
  }
  expect(await readFile(join(path, 'snapshot.jsonl'), 'utf8')).toContain('"snapshot"')
}, 120_000)
