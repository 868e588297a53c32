/**
 * Flesch-Kincaid grade of English text, and the reading age that goes with it (grade and five years). Syllables are
 * counted by groups of vowels, so a figure is right to about a year: enough to tell a letter of the authority from a
 * page for a family, not enough for more.
 */
export const readingAge = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(wordsIn)
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return grade + 5
}

export const wordsIn = (text: string): string[] => text.match(/[\p{L}’']+/gu) ?? []

const syllablesIn = (word: string): number => {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  if (plain.length <= 3) return 1
  const groups = plain
    // A silent end: `decide`, `goes`, `asked`, but not `needed` or `table`.
    .replace(/(?:[^laeiouy]es|[^aeioutd]ed|[^laeiouy]e)$/, '')
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 1)
}

/** The sentences of a text; a heading or a label is one. */
export const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n|\t/)
    .map((one) => one.trim())
    .filter((one) => wordsIn(one).length > 0)
