import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dailyScopes } from '../../src/graph/signIn.ts'
import { allIcons, ribbonSizes } from '../../scripts/icons/all.ts'
import { complaints, type Manifest } from './manifestSchema.ts'
import { appMark, pixelsOf } from './png.ts'

const read = (): Manifest => JSON.parse(readFileSync('manifest/manifest.json', 'utf8')) as Manifest

const addresses = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('https://goldthread.example/') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addresses) : []
}

test('the manifest is what Microsoft’s schema of its version asks for', () => {
  expect(complaints(read())).toEqual([])
})

test('that schema would notice a mistake', () => {
  expect(complaints({ ...read(), id: 'not a guid' })).not.toEqual([])
})

test('Teams fetches ahead the very token that the tab asks for', () => {
  const { nestedAppAuthInfo } = read()['webApplicationInfo'] as { nestedAppAuthInfo: { scopes: string[] }[] }
  expect(nestedAppAuthInfo.map(({ scopes }) => scopes)).toEqual([dailyScopes])
})

test('each page and icon that the manifest names is one that the build makes', () => {
  const made = [
    'tab/index.html',
    'taskpane/index.html',
    ...['support', 'privacy', 'terms'].map((name) => `about/${name}.html`),
    ...[...ribbonSizes, 128].map((size) => `icons/${size}.png`),
  ]
  const named = [...new Set(addresses(read()).map((address) => new URL(address).pathname.slice(1)))]
  expect(named.filter((path) => !made.includes(path))).toEqual([])
  for (const path of named.filter((name) => name.startsWith('icons/')))
    expect(appMark(`src/public/${path}`).size).toBe(Number(/\d+/.exec(path)?.[0]))
})

test('the app’s icons have the sizes and the transparency that Teams asks for', () => {
  const { icons } = read()
  expect(appMark(`manifest/${icons.color}`)).toEqual({ size: 192, corner: 'opaque' })
  expect(appMark(`manifest/${icons.outline}`)).toEqual({ size: 32, corner: 'clear' })
  expect(appMark(`manifest/${icons.color32x32}`).size).toBe(32)
})

test('each icon is the one that scripts/icons draws', () => {
  for (const [file, { pixels }] of allIcons())
    expect(Buffer.compare(pixelsOf(file), Buffer.from(pixels)), file).toBe(0)
})

type Ribbon = {
  tabs: { groups: { icons: Sized[]; controls: { keytip: string; icons: Sized[] }[] }[] }[]
}
type Sized = { size: number; url: string }
type Needs = { requirements: { scopes: string[]; capabilities: { name: string; minVersion: string }[] } }
const extension = () => (read()['extensions'] as { runtimes: Needs[]; ribbons: Ribbon[] }[])[0]!

test('each button on a ribbon has a key tip, and it and its group have an icon of every size', () => {
  const groups = extension().ribbons.flatMap(({ tabs }) => tabs.flatMap((tab) => tab.groups))
  const controls = groups.flatMap((group) => group.controls)
  expect(controls).toHaveLength(2)
  for (const { keytip } of controls) expect(keytip).toMatch(/^[A-Z0-9]{1,3}$/)
  for (const { icons } of [...groups, ...controls]) {
    expect(icons.map(({ size }) => size)).toEqual(ribbonSizes)
    for (const { size, url } of icons) expect(url).toMatch(new RegExp(`/icons/${size}\\.png$`))
  }
})

test('the floor is WordApi 1.3 for documents and ExcelApi 1.9 for workbooks', () => {
  expect(extension().runtimes.map(({ requirements }) => requirements)).toEqual([
    { scopes: ['document'], capabilities: [{ name: 'WordApi', minVersion: '1.3' }] },
    { scopes: ['workbook'], capabilities: [{ name: 'ExcelApi', minVersion: '1.9' }] },
  ])
})

test('the tab can be opened by one person, and added to a channel, shared and private ones too', () => {
  const { staticTabs, configurableTabs, supportsChannelFeatures } = read() as Manifest & {
    staticTabs: { entityId: string; scopes: string[] }[]
    configurableTabs: { scopes: string[] }[]
  }
  expect(staticTabs.find(({ entityId }) => entityId === 'send')?.scopes).toEqual(['personal'])
  expect(configurableTabs[0]?.scopes).toContain('team')
  expect(supportsChannelFeatures).toBe('tier1')
})
