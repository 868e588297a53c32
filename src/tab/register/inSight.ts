/** Rows of a long list, from one index to before another. */
export type Span = { readonly from: number; readonly to: number }

/** Rows drawn above and below those in sight, so that a turn of the wheel shows none that is blank. */
const spare = 10
/** Rows added in one frame: more of them would hold a slow computer up, whatever they hold. */
const atOnce = 5

/**
 * The rows to draw in the next frame. What is in sight comes first, what lies beside it after; what is far from sight
 * goes. Where somebody drags far, some frames show rows that are still blank.
 */
export const nextSpan = (drawn: Span, seen: Span, count: number): Span => {
  const top = Math.min(seen.from, count)
  const end = Math.min(seen.to, count)
  const first = Math.max(0, top - spare)
  const last = Math.min(count, end + spare)
  let from = Math.max(drawn.from, first)
  let to = Math.min(drawn.to, last)
  if (from >= to) from = to = top
  let left = atOnce
  const down = (until: number) => {
    const by = Math.max(0, Math.min(until - to, left))
    to += by
    left -= by
  }
  const up = (until: number) => {
    const by = Math.max(0, Math.min(from - until, left))
    from -= by
    left -= by
  }
  down(end)
  up(top)
  down(last)
  up(first)
  return from === drawn.from && to === drawn.to ? drawn : { from, to }
}
