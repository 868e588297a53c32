import { expect, test } from 'vitest'
import { joinedParts } from '../../scripts/budgets/joined.ts'
import type { Parts } from '../../scripts/budgets/weigh.ts'

const part = (modules: string[], imports: string[] = []) => ({
  source: modules[0]!,
  bytes: 1,
  imports,
  modules: modules.map((name) => ({ name, length: 1 })),
})

/** Two pages that share what draws; one step later both ask, and the tab alone shows rows, with what draws rows. */
const parts: Parts = {
  'tab.js': part(['/src/tab/index.html', '/src/tab/main.ts'], ['draw.js', 'link.js']),
  'pane.js': part(['/src/pane/index.html', '/src/pane/main.ts'], ['draw.js']),
  'draw.js': part(['/src/draw.ts', '/src/theme.ts']),
  'link.js': part(['/src/link.ts'], ['draw.js']),
  'ask.js': part(['/src/ask.ts'], ['draw.js', 'token.js']),
  'token.js': part(['/src/token.ts']),
  'rows.js': part(['/src/rows.ts'], ['virtual.js', 'link.js', 'box.js']),
  'virtual.js': part(['/src/virtual.ts']),
  'box.js': part(['/src/box.ts'], ['draw.js']),
  'today.js': part(['/src/today.ts', '/src/plan.ts'], ['box.js', 'draw.js', 'link.js']),
}
const page = (name: string, ...later: string[][]) => ({ name, steps: [[`src/${name}/index.html`], ...later] })
const pages = [
  page('tab', ['src/ask.ts'], ['src/rows.ts']),
  page('pane', ['src/ask.ts']),
  { name: 'today', apart: true as const, steps: [['src/today.ts']] },
]
const joined = joinedParts(parts, pages)
const placeOf = (module: string) => joined.findIndex(({ modules }) => modules.has(module))

test('what the same pages need at the same step shares a file, and nothing else does', () => {
  const files = joined.map(({ modules }) => [...modules].toSorted())
  expect(files).toHaveLength(7)
  expect(files).toEqual(
    expect.arrayContaining([
      ['/src/draw.ts', '/src/theme.ts'],
      ['/src/link.ts'],
      ['/src/tab/main.ts'],
      ['/src/pane/main.ts'],
      ['/src/ask.ts', '/src/token.ts'],
      ['/src/rows.ts', '/src/virtual.ts'],
      // Today shows boxes too, and is to fetch no rows for them.
      ['/src/box.ts'],
    ]),
  )
})

test('a page stays the file that its address names, and what only a named screen needs is left to come by itself', () => {
  for (const module of ['/src/tab/index.html', '/src/pane/index.html', '/src/today.ts', '/src/plan.ts'])
    expect(placeOf(module)).toBe(-1)
})

test('what others build on is claimed before them: a bundler gives a file also all that it imports and nobody has yet', () => {
  for (const [file, { imports, modules }] of Object.entries(parts))
    for (const imported of imports) {
      const [importer, needed] = [modules.at(-1)!.name, parts[imported]!.modules[0]!.name].map(placeOf)
      if (importer! >= 0) expect(needed, `${file} imports ${imported}`).toBeLessThanOrEqual(importer!)
    }
})
