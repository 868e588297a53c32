import { expect, test } from 'vitest'
import { overBudget } from '../../scripts/budgets/plugin.ts'
import { type Parts, weighed } from '../../scripts/budgets/weigh.ts'

const part = (source: string | null, bytes: number, imports: string[] = [], modules: string[] = []) => ({
  source,
  bytes,
  imports,
  modules: modules.map((name) => ({ name, length: bytes * 3 })),
})

/** A page that shares a part with what comes later; the later part imports another that the page never needs. */
const parts: Parts = {
  'page.js': part('/x/src/tab/index.html', 10_000, ['shared.js'], ['/x/src/tab/App.tsx']),
  'shared.js': part(
    null,
    20_000,
    [],
    ['/x/node_modules/react-dom/index.js', '/x/node_modules/react-dom/b.js'],
  ),
  'later.js': part('/x/src/tab/register/Screen.tsx', 5_000, ['shared.js', 'deep.js'], []),
  'deep.js': part(null, 7_000),
  'sdk.js': part('/x/node_modules/@some/sdk/dist/index.mjs', 3_000),
  'sdk-part.js': part('/x/node_modules/@some/sdk/dist/more.mjs', 900_000),
}
const budget = {
  page: 'tab/index.html',
  firstPaint: 30_000,
  usable: 45_000,
  asking: ['@some/sdk'],
  needed: ['src/tab/register/Screen.tsx'],
}

test('a page weighs what it imports, each part once, and nothing that is fetched on demand', () => {
  const { firstPaint, usable } = weighed(parts, budget)
  expect(firstPaint.bytes).toBe(30_000)
  expect(usable.bytes).toBe(45_000)
  expect(overBudget([weighed(parts, budget)])).toBe('')
})

test('one byte too many stops the build and names the page, its budget and what weighs most', () => {
  const said = overBudget([weighed(parts, { ...budget, firstPaint: 29_999 })])
  expect(said).toContain('tab/index.html needs 30.0 kB of JavaScript at first paint; its budget is 30.0 kB.')
  expect(said.split('\n')[2]).toBe('    120.0 react-dom')
  expect(said).not.toContain('until it can be used')
})

test('a budget that names a source which is no part of its own is refused: it would measure too little', () => {
  const wrong = { ...budget, needed: ['src/tab/Gone.tsx'] }
  expect(() => weighed(parts, wrong)).toThrow('Nothing in the build was made for src/tab/Gone.tsx')
})

test('a source that shares its part with others is weighed with all of that part', () => {
  const shares = { ...budget, needed: [...budget.needed, 'src/graph/pace.ts'] }
  const shared = {
    ...parts,
    'pace.js': part(null, 1_000, [], ['/x/src/graph/pace.ts', '/x/src/graph/units.ts']),
  }
  expect(weighed(shared, shares).usable.bytes).toBe(46_000)
})
