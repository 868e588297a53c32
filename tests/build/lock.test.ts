import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Entry = { version?: string; optionalDependencies?: Record<string, string>; resolved?: string }

const packages = (): Record<string, Entry> =>
  (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> }).packages

test('package-lock.json names the parts for every kind of machine, without which npm ci refuses it', () => {
  const locked = packages()
  const absent = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !locked[`node_modules/${name}`] && !locked[`${path}/node_modules/${name}`],
    ),
  )
  expect(absent).toEqual([])
})

test('package-lock.json agrees with package.json and names no registry', () => {
  const wanted = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  const root = packages()[''] as unknown as Record<string, Record<string, string>>
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'])
    expect(root[kind], kind).toEqual(wanted[kind])
  expect(Object.values(packages()).filter(({ resolved }) => resolved)).toEqual([])
})
