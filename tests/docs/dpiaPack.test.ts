import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { markdownOf } from '../../src/cli/dpia/markdown.ts'
import { dpiaPack } from '../../src/cli/dpia/pack.ts'
import { scopes } from '../../src/cli/dpia/scopes.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { basisOf, keptAs, markOf, typesWithBasisApart } from '../../src/domain/dataProtection.ts'
import { fieldsOf } from '../../src/domain/record.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { belongingTypes } from '../../src/domain/rules/belongings.ts'

const pack = () => markdownOf(dpiaPack(recordTypes).blocks)

test('docs/dpia-pack.md is what the record types say (npm run dictionary)', () => {
  expect(readFileSync('docs/dpia-pack.md', 'utf8')).toBe(pack())
})

test('every list about people has a part with its list, its basis and each of its fields; every other list is named', () => {
  const parts = pack().split('\n### ')
  const nobody = parts.find((part) => part.startsWith('Lists that are about nobody'))!
  for (const type of recordTypes) {
    if (type.people.length === 0) {
      expect(nobody, type.name).toContain(`| ${type.label} | ${type.list} |`)
      continue
    }
    const part = parts.find((one) => one.startsWith(`${type.label}\n`)) ?? ''
    expect(part, type.name).toContain(`**List:** ${type.list}\n`)
    expect(part, type.name).toContain('**Lawful basis:** ')
    const told = part.replaceAll('\\', '')
    for (const [name, field] of fieldsOf(type)) expect(told, `${type.name}.${name}`).toContain(field.label)
  }
})

test('what leads to a pupil is declared to be about pupils, has a basis, and goes with the pupil’s file but for the log', () => {
  for (const { type } of belongingTypes()) {
    expect(type.people, type.name).toContain('pupil')
    expect(basisOf(type), type.name).not.toBeNull()
    expect(Array.isArray(keptAs(type)), type.name).toBe(true)
  }
  const told = recordTypes.filter((type) => fieldsOf(type).some(([name]) => name === 'userPrincipalName'))
  expect(told.length).toBeGreaterThan(3)
  for (const type of told) expect(type.people, type.name).toContain('staff')
  for (const name of typesWithBasisApart)
    expect(
      recordTypes.some((type) => type.name === name),
      name,
    ).toBe(true)
})

test('a field that tells of health or need stands only where it is about a pupil', () => {
  const special = recordTypes.flatMap((type) =>
    fieldsOf(type).flatMap(([, field]) => (field.special ? [{ type, mark: markOf(type, field) }] : [])),
  )
  expect(special.length).toBeGreaterThan(20)
  for (const { type, mark } of special) expect([type.name, mark]).toEqual([type.name, 'special'])
  for (const { type } of special) expect(type.people, type.name).toContain('pupil')
})

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'emulator' ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })

test('every permission of Graph that the product or its manifest asks for is told, with what it is for', () => {
  const named = [...sources('src'), 'manifest/manifest.json'].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/https:\/\/graph\.microsoft\.com\/([A-Z]\w*(?:\.\w+)+)/g)].map(
      ([, scope]) => scope,
    ),
  )
  const told = scopes().map(({ scope }) => scope)
  expect(new Set(named)).toEqual(new Set(told))
  for (const scope of told) expect(pack()).toContain(`| ${scope} | `)
})

test('the Word document is sound and is the same each time', () => {
  const bytes = docxOf(dpiaPack(recordTypes))
  expect(lintDocx(bytes)).toEqual([])
  expect(docxOf(dpiaPack(recordTypes))).toEqual(bytes)
})
