/** A GUID from a source of chance: 0 ≤ random() < 1. */
export const guidFrom = (random: () => number): string => {
  const digit = (choices: string) => choices[Math.floor(random() * choices.length)] ?? '0'
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) =>
    digit(letter === 'x' ? '0123456789abcdef' : '89ab'),
  )
}

/** Always the same GUID for the same name: sites and built-in columns keep theirs from one start to the next. */
export const guidOf = (name: string): string => {
  let seed = 2166136261
  for (const letter of name) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0
  return guidFrom(chance(seed))
}

/** A source of chance that repeats itself for the same seed (mulberry32). */
export const chance = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
