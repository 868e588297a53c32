import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextSpan, type Span } from '../../src/tab/register/inSight.ts'

const span = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(60)).map(([from, length]): Span => ({ from, to: from + length }))

/** What is drawn frame by frame until nothing more comes. */
const frames = (drawn: Span, seen: Span, count: number): Span[] => {
  const all = [drawn]
  for (;;) {
    const next = nextSpan(all.at(-1)!, seen, count)
    if (next === all.at(-1)) return all
    all.push(next)
  }
}

test('wherever somebody scrolls, all rows in sight come to be drawn, a few in each frame, and no more than lie near', () => {
  fc.assert(
    fc.property(span(3_000), span(3_000), fc.nat(3_000), (drawn, seen, count) => {
      const all = frames(drawn, seen, count)
      for (const [i, { from, to }] of all.entries()) {
        const before = all[i - 1]
        if (!before) continue
        expect(from).toBeLessThanOrEqual(to)
        const known = Math.max(0, Math.min(to, before.to) - Math.max(from, before.from))
        expect(to - from - known).toBeLessThanOrEqual(5)
      }
      const last = all.at(-1)!
      if (all.length > 1) {
        expect(last.from).toBeGreaterThanOrEqual(0)
        expect(last.to).toBeLessThanOrEqual(count)
      }
      expect(last.from).toBeLessThanOrEqual(Math.min(seen.from, count))
      expect(last.to).toBeGreaterThanOrEqual(Math.min(seen.to, count))
      expect(last.to - last.from).toBeLessThanOrEqual(seen.to - seen.from + 20)
    }),
  )
})

test('a turn of the wheel never shows a blank row: more than is scrolled by in a frame lies ready', () => {
  let drawn = frames({ from: 0, to: 0 }, { from: 0, to: 28 }, 10_000).at(-1)!
  for (let top = 0; top < 2_000; top += 4) {
    const seen = { from: top, to: top + 28 }
    expect(drawn.from).toBeLessThanOrEqual(seen.from)
    expect(drawn.to).toBeGreaterThanOrEqual(seen.to)
    drawn = nextSpan(drawn, seen, 10_000)
  }
})
