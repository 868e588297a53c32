import { facts } from './facts.ts'
import { optionWords } from './optionWords.ts'
import { fit, wordsOf } from './words.ts'

const goodEnough = 0.6
const same = () => 1
const nothing: ReadonlySet<string> = new Set()

/** Its words, with whether it says no to something: `no amendments` is the opposite of `amend`. */
const meant = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text)
  return /\b(?:no|not|without|none|un(?:changed|altered))\b/i.test(text) ? new Set([...words, 'not']) : words
}

/** Every outcome is answered in the same words. */
const family = (id: string) => id.replace(/^outcome\.\d+\./, 'outcome.')

/** Which answer of a fact a box or an entry of a list stands for: by the code's own name, or by what forms call it. */
export const codeOfOption = (id: string, option: string | null): string | null => {
  const codes = facts.get(id)?.codes
  if (!codes) return null
  // A box with no words of its own stands for yes.
  if (option === null) return Object.hasOwn(codes, 'true') ? 'true' : null
  if (Object.hasOwn(codes, 'true')) {
    const short = option.trim().toLowerCase().replace(/[.:]$/, '')
    return /^(?:yes|y|true)$/.test(short) ? 'true' : /^(?:no|n|false)$/.test(short) ? 'false' : null
  }
  const asked = meant(option)
  let best: { code: string; score: number } | null = null
  for (const [code, name] of Object.entries(codes))
    for (const phrase of [name, ...(optionWords[family(id)]?.[code] ?? [])]) {
      const score = fit(meant(phrase), asked, nothing, same)
      if (score > (best?.score ?? 0)) best = { code, score }
    }
  return best && best.score >= goodEnough ? best.code : null
}

/** The same for every entry of a list, in its order. */
export const codesOfOption = (id: string, options: readonly string[]): (string | null)[] =>
  options.map((option) => codeOfOption(id, option))

/** Half of a list’s entries at least have to be answers of the fact: or there would be nothing to choose. */
export const answersList = (id: string, options: readonly string[]): boolean => {
  const known = codesOfOption(id, options).filter((code) => code !== null)
  return known.length > 1 && known.length * 2 >= options.length
}
