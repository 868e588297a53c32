import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dailyScopes } from '../../src/graph/signIn.ts'
import { complaints, type Manifest } from './manifestSchema.ts'
import { appMark } from './png.ts'

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
    ...[16, 32, 64, 80, 128].map((size) => `icons/${size}.png`),
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
