/** Letters that carry no separable accent, as people type them on a British keyboard. */
const letters: Readonly<Record<string, string>> = {
  ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', '’': "'", '‘': "'",
} // prettier-ignore

/** Small letters without accents, so that "Zoe" finds Zoë and "Malgorzata" finds Małgorzata. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþæœßı’‘]/g, (letter) => letters[letter]!)

/** The words typed into a search: each must be found somewhere, in any order. */
export const searchWords = (typed: string): string[] => folded(typed).split(/\s+/).filter(Boolean)
