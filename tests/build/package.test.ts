import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { hostComplaint, idFrom, packageIds, readGuid } from '../../src/cli/packaging/appIds.ts'
import { installScriptName } from '../../src/cli/packaging/installScript.ts'
import { makePackages } from '../../src/cli/packaging/makePackages.ts'
import { Stop } from '../../src/cli/stop.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { planIn } from './installPlanIn.ts'
import { complaints, type Manifest } from './manifestSchema.ts'

const out = mkdtempSync(join(tmpdir(), 'package-'))
afterAll(() => rmSync(out, { recursive: true }))

const clientId = '1b4e28ba-2fa1-11d2-883f-0016d3cca427'
const host = 'goldthread.example.sch.uk'
/** What `npm run package` does, in this process; that it is what the command runs, tests/docs/commands.test.ts sees. */
const run = async (...args: string[]): Promise<{ said: string; exit: number }> => {
  const said: string[] = []
  try {
    await makePackages(args, (text) => said.push(text))
    return { said: said.join('\n'), exit: 0 }
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown
    return { said: thrown.message, exit: thrown.exitCode }
  }
}
const made = () => {
  const [xmlFile, zipFile] = readdirSync(out).toSorted()
  const files = unzipSync(readFileSync(join(out, zipFile!)))
  return {
    files,
    manifest: JSON.parse(strFromU8(files['manifest.json']!)) as Manifest,
    xml: readFileSync(join(out, xmlFile!), 'utf8'),
    bytes: readFileSync(join(out, zipFile!)),
  }
}

test('both packages are made for a school’s host and registration, the same bytes each time', async () => {
  expect((await run('--host', host, '--client-id', `{${clientId.toUpperCase()}}`, '--out', out)).exit).toBe(0)
  const first = made()
  expect(complaints(first.manifest)).toEqual([])
  const text = `${JSON.stringify(first.manifest)}${first.xml}`
  expect(text).not.toMatch(/goldthread\.example(?!\.sch\.uk)|00000000-0000-4000/)
  expect(first.manifest['webApplicationInfo']).toMatchObject({
    id: clientId,
    resource: `api://${host}/${clientId}`,
  })
  expect(Object.keys(first.files).toSorted()).toEqual(
    ['manifest.json', ...Object.values(first.manifest.icons)].toSorted(),
  )
  await run('--host', host, '--client-id', clientId, '--out', out)
  expect(made().bytes.equals(first.bytes)).toBe(true)
})

test('the add-in-only package has the ribbon of the unified one, under an id that the unified one hides', () => {
  const { manifest, xml } = made()
  const told: string[] = []
  const parsed = new DOMParser({ onError: (level, message) => void told.push(`${level} ${message}`) })
  const root = parsed.parseFromString(xml, 'text/xml').documentElement!
  expect(told).toEqual([])
  const all = (name: string) => [...root.getElementsByTagName(name)]
  const extension = (manifest['extensions'] as Record<string, unknown>[])[0]!
  const hidden = JSON.stringify(extension['alternates'])
  expect(hidden).toContain(all('Id')[0]!.textContent)
  expect(all('Id')[0]!.textContent).not.toBe(manifest['id'])
  const resources = new Map(
    ['bt:Image', 'bt:Url', 'bt:String'].flatMap(all).flatMap((one) => {
      const id = one.getAttribute('id')
      return id ? [[id, one.getAttribute('DefaultValue')!] as const] : []
    }),
  )
  const used = [...root.getElementsByTagName('*')].flatMap((one) => one.getAttribute('resid') || [])
  expect(used.length).toBeGreaterThan(15)
  for (const id of used) expect(resources.get(id), id).toBeTruthy()
  expect(new Set(used).size).toBe(resources.size)
  // What Office puts on a button is cut at these lengths.
  for (const one of all('bt:ShortStrings').flatMap((list) => [...list.getElementsByTagName('bt:String')]))
    expect(one.getAttribute('DefaultValue')!.length).toBeLessThanOrEqual(125)
  const labels = all('Control').map((one) =>
    resources.get(one.getElementsByTagName('Label')[0]!.getAttribute('resid')!),
  )
  expect(labels).toEqual(['Review minutes', 'Provision map'])
  expect(all('Version')[0]!.textContent).toMatch(/^\d+\.\d+\.\d+\.0$/)
})

test('what was typed wrongly is said in words, and nothing is made', async () => {
  const before = readdirSync(out).length
  for (const [args, words] of [
    [['--host', host], /--host and --client-id are needed, or --host and --config/],
    [['--host', `https://${host}/tab`, '--client-id', clientId], /without https:\/\/ and without a path/],
    [['--host', host, '--client-id', '1b4e28ba'], /--client-id is 32 digits/],
    [['--host', host, '--client-id', clientId, '--app-id', clientId], /two are the same/],
    [['--host', host, '--client-id', clientId, '--colour', 'red'], /--colour/],
  ] as const) {
    const { said, exit } = await run(...args)
    expect(exit).toBe(2)
    expect(said).toMatch(words)
  }
  expect(await run('--help')).toMatchObject({
    exit: 0,
    said: expect.stringContaining('--client-id') as string,
  })
  expect(readdirSync(out)).toHaveLength(before)
})

test('the script for IT comes with config.json: before there is a registration alone, then with both packages', async () => {
  const here = mkdtempSync(join(tmpdir(), 'install-'))
  const config = join(here, 'config.json')
  const write = (id: string) => writeFileSync(config, JSON.stringify({ ...localConfig, clientId: id }))
  const args = ['--host', host, '--config', config, '--out', join(here, 'out')]
  write('')
  const first = await run(...args)
  expect(first).toMatchObject({ exit: 0 })
  expect(first.said).toMatch(/put the client id that it tells into config\.json/)
  expect(readdirSync(join(here, 'out'))).toEqual([installScriptName])
  const script = () => planIn(readFileSync(join(here, 'out', installScriptName), 'utf8'))
  expect(script()).toMatchObject({ host, app: { clientId: null } })
  expect(script().sites.map(({ address }) => address)).toEqual(
    localConfig.schools.flatMap(({ sites }) => Object.values(sites)),
  )
  write(clientId)
  expect((await run(...args)).exit).toBe(0)
  expect(readdirSync(join(here, 'out'))).toHaveLength(3)
  expect(script()).toMatchObject({ app: { clientId } })
  expect((await run(...args, '--client-id', idFrom('another'))).said).toMatch(
    /another than that of config\.json/,
  )
  rmSync(here, { recursive: true })
})

test('a config.json that nobody could sign in with, or that would put records where others read, makes nothing', async () => {
  const here = mkdtempSync(join(tmpdir(), 'config-'))
  const config = join(here, 'config.json')
  const [school, other] = localConfig.schools
  const saying = async (text: string) => {
    writeFileSync(config, text)
    return run('--host', host, '--config', config, '--out', join(here, 'out'))
  }
  const withSchools = (...schools: unknown[]) => ({ ...localConfig, schools })
  const withSites = (sites: object) => withSchools({ ...school!, sites })
  const { senco } = school!.sites
  for (const [json, words] of [
    [withSchools(), /config\.json: names no school/],
    [{ ...localConfig, tenantId: '<directory id>' }, /tenantId is the directory id.*: <directory id>/],
    [{ ...localConfig, clientId: '1b4e28ba' }, /clientId is the id that the script tells.*: 1b4e28ba/],
    // As a browser shows the address.
    [withSites({ senco: `https://${senco.replace(':', '')}` }), /not like .*: https:\/\/oakfieldtrust/],
    [withSites({ staff: senco }), /no site “senco” for Oakfield/],
    [withSites({ senco, staff: senco.toUpperCase() }), /one site twice/],
    [withSites({ senco, govenors: school!.sites.governors }), /no site is called “govenors”/],
    [withSchools(school, { ...other!, sites: school!.sites }), /one site twice/],
    [withSchools(school, { ...other!, id: school!.id }), /two schools with the id oakfield/],
  ] as const) {
    const { said, exit } = await saying(JSON.stringify(json))
    expect([exit, said]).toEqual([2, expect.stringMatching(words) as string])
  }
  expect(await saying('{"tenantId": ')).toMatchObject({ exit: 2 })
  expect((await run('--host', host, '--config', join(here, 'none.json'))).said).toMatch(/can’t be read/)
  expect(readdirSync(here)).toEqual(['config.json'])
  // As Notepad saves it.
  expect(await saying(`\uFEFF${JSON.stringify(localConfig)}`)).toMatchObject({ exit: 0 })
  rmSync(here, { recursive: true })
})

test('ids follow from the registration, and differ', () => {
  const { appId, addInId } = packageIds(clientId)
  expect(packageIds(clientId)).toEqual({ appId, addInId })
  expect(new Set([appId, addInId, clientId, packageIds(idFrom('another')).appId]).size).toBe(4)
  for (const id of [appId, addInId])
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
  expect(readGuid('nonsense')).toBeNull()
})

test('a host is a name', () => {
  for (const good of ['goldthread.example.sch.uk', 'a.b', 'localhost.test:8443', 'xn--caf-dma.example'])
    expect(hostComplaint(good), good).toBeNull()
  for (const bad of [
    '',
    'gold',
    'a..b',
    '-a.b',
    'A.b',
    'a.b/c',
    'http://a.b',
    'a b.c',
    'a.b:port',
    `${'a'.repeat(64)}.b`,
  ])
    expect(hostComplaint(bad), bad).not.toBeNull()
})
