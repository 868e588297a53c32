/**
 * Numbers so small that a child could be told from them are hidden, and as many others as it takes that a hidden one
 * can’t be got by adding and subtracting what is shown. For every table of pupils by group, whoever reads it.
 */

/**
 * Counts of one to four are hidden: five is the least that is shown. Usual practice for school statistics (the DfE
 * and the ONS hide counts this small in what they publish); a school may settle on more, such as ten.
 */
export const fewestShown = 5

/**
 * A count of pupils. `shown`: whether it stands in the table at all; what never does still must not be told. `last`: what
 * a reader comes for, such as everybody with SEND: hidden beside a small one only where nothing else helps.
 */
export type Count = {
  readonly id: string
  readonly n: number
  readonly shown: boolean
  readonly last?: boolean
}
/** A count that is the sum of others, by their ids. */
export type Sum = { readonly whole: string; readonly parts: readonly string[] }

const isSmall = (n: number, fewest: number) => n > 0 && n < fewest

/** Which unknowns a set of equations gives away: those that row reduction leaves alone in a row. */
const toldBy = (rows: readonly (readonly number[])[], width: number): Set<number> => {
  const left = rows.map((row) => [...row])
  const told = new Set<number>()
  let at = 0
  for (let column = 0; column < width && at < left.length; column += 1) {
    const pivot = left.findIndex((row, index) => index >= at && Math.abs(row[column]!) > 1e-9)
    if (pivot < 0) continue
    ;[left[at], left[pivot]] = [left[pivot]!, left[at]!]
    const head = left[at]!
    const by = head[column]!
    for (let c = column; c < width; c += 1) head[c]! /= by
    for (const [index, row] of left.entries()) {
      const factor = row[column]!
      if (index === at || Math.abs(factor) < 1e-9) continue
      for (let c = column; c < width; c += 1) row[c]! -= factor * head[c]!
    }
    at += 1
  }
  for (const row of left) {
    const some = row.flatMap((value, column) => (Math.abs(value) > 1e-9 ? [column] : []))
    if (some.length === 1) told.add(some[0]!)
  }
  return told
}

/**
 * The ids of the counts to hide. Every small one; then, until no small one can be worked out from what is shown, the
 * least count beside it. What is hidden of a whole that is shown comes to at least `fewest`, too, so that two or three
 * children together aren’t told of either. Counts of nobody are shown and taken as known.
 */
export const hiddenOf = (
  counts: readonly Count[],
  sums: readonly Sum[],
  fewest = fewestShown,
): ReadonlySet<string> => {
  const all = new Map(counts.map((count) => [count.id, count]))
  const known = sums.filter(({ whole, parts }) => all.has(whole) && parts.every((part) => all.has(part)))
  const hidden = new Set(counts.flatMap(({ id, n }) => (isSmall(n, fewest) ? [id] : [])))
  const isKnown = (id: string) => {
    const { n, shown } = all.get(id)!
    return n === 0 || (shown && !hidden.has(id))
  }
  const mayHide = (id: string) => all.get(id)!.n > 0 && isKnown(id)
  const least = (ids: readonly string[]): string | undefined =>
    ids.filter(mayHide).toSorted((a, b) => all.get(a)!.n - all.get(b)!.n || (a < b ? -1 : 1))[0]

  /** A whole that is shown with so little of it hidden that those few are told of together. */
  const tooLittleHidden = (): string | undefined => {
    for (const { whole, parts } of known) {
      const away = parts.filter((part) => !isKnown(part))
      const together = away.reduce((sum, part) => sum + all.get(part)!.n, 0)
      if (isKnown(whole) && away.length > 0 && together < fewest) {
        const next = least(parts) ?? least([whole])
        if (next) return next
      }
    }
    return undefined
  }
  /** The least count in the sums about this one, else in those about their numbers, and so on; the last ones not. */
  const leastAround = (id: string): string | undefined => {
    const reached = new Set([id])
    for (;;) {
      const near = known
        .map(({ whole, parts }) => [whole, ...parts])
        .filter((ids) => ids.some((one) => reached.has(one)))
        .flat()
      const next = least(near.filter((one) => one !== id && !all.get(one)!.last))
      if (next) return next
      const before = reached.size
      for (const one of near) reached.add(one)
      if (reached.size === before) return undefined
    }
  }
  /** A small count that can be worked out, answered by the least one that stands in a sum with what gives it away. */
  const givenAway = (): string | undefined => {
    const unknown = counts.flatMap(({ id }) => (isKnown(id) ? [] : [id]))
    const column = new Map(unknown.map((id, at) => [id, at]))
    const rows = known.map(({ whole, parts }) => {
      const row = unknown.map(() => 0)
      for (const [id, sign] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
        const at = column.get(id)
        if (at !== undefined) row[at]! += sign
      }
      return row
    })
    const told = [...toldBy(rows, unknown.length)]
      .map((at) => unknown[at]!)
      .filter((id) => isSmall(all.get(id)!.n, fewest))
    for (const id of told) {
      const next = leastAround(id) ?? least(counts.map((count) => count.id))
      if (next) return next
    }
    return undefined
  }
  for (;;) {
    const next = tooLittleHidden() ?? givenAway()
    if (next === undefined) return hidden
    hidden.add(next)
  }
}

/** What stands where a number is hidden, small or beside a small one: no one is to tell which. */
export const hiddenWords = 'hidden'
