import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestShown, hiddenOf, type Sum } from '../../src/domain/rules/analysisHidden.ts'

const counts = (all: Record<string, number>) => Object.entries(all).map(([id, n]) => ({ id, n, shown: true }))
const sorted = (set: ReadonlySet<string>) => [...set].toSorted()

test('a small number is hidden, and the least beside it, so that the total gives nothing away', () => {
  const sums: Sum[] = [{ whole: 'all', parts: ['a', 'b', 'c'] }]
  expect(sorted(hiddenOf(counts({ all: 63, a: 3, b: 20, c: 40 }), sums))).toEqual(['a', 'b'])
})

test('five is shown and four is not', () => {
  const sums: Sum[] = [{ whole: 'all', parts: ['a', 'b'] }]
  expect(sorted(hiddenOf(counts({ all: 25, a: 5, b: 20 }), sums))).toEqual([])
  expect(sorted(hiddenOf(counts({ all: 24, a: 4, b: 20 }), sums))).toEqual(['a', 'b'])
})

test('nobody is shown as nobody, and hides nothing', () => {
  expect(sorted(hiddenOf(counts({ all: 20, a: 0, b: 20 }), [{ whole: 'all', parts: ['a', 'b'] }]))).toEqual(
    [],
  )
})

test('two small ones together are still too few to be left over from a shown total', () => {
  const sums: Sum[] = [{ whole: 'all', parts: ['a', 'b', 'c', 'd'] }]
  expect(sorted(hiddenOf(counts({ all: 43, a: 1, b: 2, c: 10, d: 30 }), sums))).toEqual(['a', 'b', 'c'])
})

test('a small part of a part is not got by way of another table', () => {
  // SEND = plans + support. Support alone would tell the three plans, since SEND stands in the other table.
  const sums: Sum[] = [
    { whole: 'all', parts: ['send', 'none'] },
    { whole: 'all', parts: ['plan', 'support', 'none'] },
  ]
  const hidden = hiddenOf(counts({ all: 143, send: 43, none: 100, plan: 3, support: 40 }), sums)
  expect(hidden.has('plan')).toBe(true)
  expect(hidden.has('support') || hidden.has('send')).toBe(true)
  expect(hidden.has('support') ? true : hidden.has('none') || hidden.has('all')).toBe(true)
})

test('what a reader came for stays: other numbers are hidden first', () => {
  // 20 with SEND of 60; three of them with another language, six of the others.
  const of = { all: 60, send: 20, none: 40, eal: 9, other: 51, ealSend: 3, ealNone: 6, oSend: 17, oNone: 34 }
  const sums: Sum[] = [
    { whole: 'all', parts: ['send', 'none'] },
    { whole: 'eal', parts: ['ealSend', 'ealNone'] },
    { whole: 'other', parts: ['oSend', 'oNone'] },
    { whole: 'all', parts: ['eal', 'other'] },
    { whole: 'send', parts: ['ealSend', 'oSend'] },
    { whole: 'none', parts: ['ealNone', 'oNone'] },
  ]
  const given = counts(of).map((one) => ({ ...one, last: ['all', 'send', 'none'].includes(one.id) }))
  const hidden = hiddenOf(given, sums)
  expect(['all', 'send', 'none'].filter((id) => hidden.has(id))).toEqual([])
  expect(hidden.has('ealSend')).toBe(true)
  expect(settled('ealSend', [...hidden], sums)).toBe(false)
})

test('what never stands in a table is protected, too', () => {
  // Only the differences would tell of it: all less those with SEND.
  const all = [
    { id: 'all', n: 42, shown: true },
    { id: 'send', n: 40, shown: true },
    { id: 'none', n: 2, shown: false },
  ]
  expect(hiddenOf(all, [{ whole: 'all', parts: ['send', 'none'] }]).size).toBeGreaterThan(1)
})

/**
 * Whether sums settle an unknown, by another way than the rule’s own: it is settled where it lies in the space that the
 * equations span, so that nothing is left of it beside them.
 */
const settled = (id: string, unknown: readonly string[], sums: readonly Sum[]): boolean => {
  const spanned: number[][] = []
  const restOf = (vector: readonly number[]) =>
    spanned.reduce((rest, by) => {
      const along = rest.reduce((sum, value, at) => sum + value * by[at]!, 0)
      return rest.map((value, at) => value - along * by[at]!)
    }, vector as number[])
  const lengthOf = (vector: readonly number[]) => Math.hypot(...vector)
  for (const { whole, parts } of sums) {
    const rest = restOf(unknown.map((one) => (one === whole ? -1 : parts.includes(one) ? 1 : 0)))
    const length = lengthOf(rest)
    if (length > 1e-6) spanned.push(rest.map((value) => value / length))
  }
  return lengthOf(restOf(unknown.map((one) => (one === id ? 1 : 0)))) < 1e-6
}

test('in any table of rows and columns no small number is settled by what is shown', () => {
  const table = fc.integer({ min: 2, max: 4 }).chain((columns) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: columns, maxLength: columns }), {
      minLength: 2,
      maxLength: 4,
    }),
  )
  fc.assert(
    fc.property(table, (cells) => {
      const columns = cells[0]!.length
      const of: Record<string, number> = {}
      const sums: Sum[] = []
      cells.forEach((row, i) => {
        row.forEach((n, j) => (of[`${i},${j}`] = n))
        of[`row${i}`] = row.reduce((a, b) => a + b, 0)
        sums.push({ whole: `row${i}`, parts: row.map((_, j) => `${i},${j}`) })
      })
      for (let j = 0; j < columns; j += 1) {
        of[`column${j}`] = cells.reduce((sum, row) => sum + row[j]!, 0)
        sums.push({ whole: `column${j}`, parts: cells.map((_, i) => `${i},${j}`) })
      }
      of['all'] = cells.flat().reduce((a, b) => a + b, 0)
      sums.push({ whole: 'all', parts: cells.map((_, i) => `row${i}`) })
      sums.push({ whole: 'all', parts: Array.from({ length: columns }, (_, j) => `column${j}`) })
      const hidden = hiddenOf(counts(of), sums)
      const unknown = [...hidden].filter((id) => of[id] !== 0)
      cells.forEach((row, i) =>
        row.forEach((n, j) => {
          if (n === 0 || n >= fewestShown) return
          expect(hidden.has(`${i},${j}`)).toBe(true)
          expect(settled(`${i},${j}`, unknown, sums)).toBe(false)
        }),
      )
      // What is left of a shown row is never a handful.
      for (const { whole, parts } of sums) {
        if (hidden.has(whole) || of[whole] === 0) continue
        const left = parts.filter((part) => hidden.has(part)).reduce((sum, part) => sum + of[part]!, 0)
        expect(left === 0 || left >= fewestShown).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
