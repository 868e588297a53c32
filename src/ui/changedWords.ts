/** A stretch of words that both texts have, or only one of them. */
export type Stretch = { readonly in: 'both' | 'first' | 'second'; readonly text: string }

/** More than this many comparisons would hold up the screen. */
const most = 4_000_000

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

/** How long the longest common run of words is from each pair of places on. */
const lengths = (first: readonly string[], second: readonly string[]): Uint32Array[] => {
  const table = Array.from({ length: first.length + 1 }, () => new Uint32Array(second.length + 1))
  for (let i = first.length - 1; i >= 0; i--)
    for (let j = second.length - 1; j >= 0; j--)
      table[i]![j] =
        first[i] === second[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

/** Which words of two texts differ, in reading order. Very long texts are shown as wholly different. */
export const changedWords = (firstText: string, secondText: string): Stretch[] => {
  const first = wordsOf(firstText)
  const second = wordsOf(secondText)
  const found: { in: Stretch['in']; text: string }[] = []
  const add = (which: Stretch['in'], text: string) => {
    const last = found.at(-1)
    if (last?.in === which) last.text += text
    else if (text !== '') found.push({ in: which, text })
  }
  if (first.length * second.length > most) {
    add('first', firstText)
    add('second', secondText)
    return found
  }
  const table = lengths(first, second)
  let [i, j] = [0, 0]
  while (i < first.length && j < second.length) {
    if (first[i] === second[j]) {
      add('both', first[i]!)
      i++
      j++
    } else if (table[i + 1]![j]! >= table[i]![j + 1]!) add('first', first[i++]!)
    else add('second', second[j++]!)
  }
  add('first', first.slice(i).join(''))
  add('second', second.slice(j).join(''))
  return found
}
