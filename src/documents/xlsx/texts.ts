import { looksLikeFormula } from './looksLikeFormula.ts'
import { cellText, declaration, main } from './xml.ts'

/** Characters of texts that are packed at once. */
const pieceSize = 128_000

/** Only what begins or ends in space, or breaks its line, needs the mark that keeps it so. */
const spaced = /^\s|\s$|\n/

/** The texts of a workbook, each kept once: far fewer bytes to write and to pack than in every cell. */
export type Texts = {
  /** The number of a text, doubled; odd where it looks like a formula and its cell has to say that it is text. */
  readonly numberOf: (text: string) => number
  /** `sharedStrings.xml`, when all sheets are written. */
  readonly xml: () => Generator<string>
}

export const textsOf = (): Texts => {
  const numbers = new Map<string, number>()
  let used = 0
  return {
    numberOf: (text) => {
      used += 1
      const known = numbers.get(text)
      if (known !== undefined) return known
      const made = numbers.size * 2 + (looksLikeFormula(text) ? 1 : 0)
      numbers.set(text, made)
      return made
    },
    xml: function* () {
      let piece = `${declaration}<sst xmlns="${main}" count="${used}" uniqueCount="${numbers.size}">`
      for (const text of numbers.keys()) {
        piece += `<si><t${spaced.test(text) ? ' xml:space="preserve"' : ''}>${cellText(text)}</t></si>`
        if (piece.length > pieceSize) {
          yield piece
          piece = ''
        }
      }
      yield `${piece}</sst>`
    },
  }
}
