/** A stretch as each text has it: the same words in both (their spaces may differ), or a change. */
export type Stretch = { readonly both: boolean; readonly first: string; readonly second: string }

/** More than this many comparisons would hold up the screen. */
const most = 4_000_000

/** Each word with the space behind it. */
const wordsOf = (text: string): string[] => text.match(/^\s+|\S+\s*/g) ?? []
const same = (a: string | undefined, b: string | undefined) => a?.trimEnd() === b?.trimEnd()

/** How long the longest common run of words is from each pair of places on. */
const lengths = (first: readonly string[], second: readonly string[]): Uint32Array[] => {
  const table = Array.from({ length: first.length + 1 }, () => new Uint32Array(second.length + 1))
  for (let i = first.length - 1; i >= 0; i--)
    for (let j = second.length - 1; j >= 0; j--)
      table[i]![j] = same(first[i], second[j])
        ? table[i + 1]![j + 1]! + 1
        : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

type Part = { -readonly [K in keyof Stretch]: Stretch[K] }

/** A short word that happens to stand in both, between changes, says nothing: it goes with the changes. */
const joined = (parts: readonly Part[]): Part[] => {
  const all: Part[] = []
  for (const [at, part] of parts.entries()) {
    const island = part.both && at > 0 && at < parts.length - 1 && part.first.trim().length < 4
    const kind = part.both && !island
    const last = all.at(-1)
    if (last && last.both === kind) {
      last.first += part.first
      last.second += part.second
    } else all.push({ ...part, both: kind })
  }
  return all
}

/**
 * Which words of two texts differ, in reading order. Very long texts are shown as wholly different.
 */
export const changedWords = (firstText: string, secondText: string): Stretch[] => {
  const first = wordsOf(firstText)
  const second = wordsOf(secondText)
  const parts: Part[] = []
  const add = (both: boolean, a: string, b: string) => {
    const last = parts.at(-1)
    if (last?.both === both) {
      last.first += a
      last.second += b
    } else parts.push({ both, first: a, second: b })
  }
  let [i, j] = [0, 0]
  if (first.length * second.length <= most) {
    const table = lengths(first, second)
    while (i < first.length && j < second.length) {
      if (same(first[i], second[j])) add(true, first[i++]!, second[j++]!)
      else if (table[i + 1]![j]! >= table[i]![j + 1]!) add(false, first[i++]!, '')
      else add(false, '', second[j++]!)
    }
  }
  if (i < first.length || j < second.length) add(false, first.slice(i).join(''), second.slice(j).join(''))
  return joined(parts)
}
