import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildProduct } from './buildProduct.ts'

let out = ''
let files: string[] = []

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [relative(out, join(folder, entry.name))],
  )
const text = (file: string): string => readFileSync(join(out, file), 'utf8')

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'goldthread-build-'))
  await buildProduct(out)
  files = filesUnder(out)
}, 120_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

test('the pages that a school hosts are made, with nothing written into them by script', () => {
  const about = ['support', 'privacy', 'terms', 'unavailable'].map((name) => `about/${name}.html`)
  for (const page of ['tab/index.html', 'taskpane/index.html', 'redirect.html', 'relay.html', ...about]) {
    expect(files).toContain(page)
    expect(text(page).match(/<script(?![^>]*\bsrc=)/g), page).toBeNull()
  }
})

test('office.js comes from Microsoft’s own address, in the pane alone', () => {
  const loading = files.filter((file) => file.endsWith('.html') && text(file).includes('office.js'))
  expect(loading).toEqual(['taskpane/index.html'])
  expect(text('taskpane/index.html')).toContain(
    'src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"',
  )
})

test('nothing of the stand-ins is in the build', () => {
  const names = [
    'emulator',
    'Stand-in',
    'stand-in',
    'local:senco',
    'oakfieldtrust',
    'NotEmulated',
    'officeHost',
  ]
  const found = files
    .filter((file) => /\.(js|html|css|json)$/.test(file))
    .flatMap((file) => names.filter((name) => text(file).includes(name)).map((name) => `${file}: ${name}`))
  expect(found).toEqual([])
})
