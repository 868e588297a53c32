import { facts } from './facts.ts'
import { codeOfOption } from './options.ts'

/** Answers that a line gives in words, of which one is to be left standing; places are characters of the line. */
export type WordOptions = {
  readonly label: string
  readonly options: readonly { readonly text: string; readonly from: number; readonly to: number }[]
}

/** What asks to strike out or to ring what does or doesn't hold. */
const hint =
  /\(?\*?\s*(?:please\s+)?(?:delete|strike(?:\s+out)?|cross\s+out|circle|ring|underline|highlight)\b[^)]*?\b(?:appropriate|applicable|applies|apply|required|relevant|necessary)\b\.?\s*\)?/i

/** Whether a line tells how to answer the one above it: `* delete as appropriate`. */
export const isHint = (text: string): boolean => hint.test(text) && text.replace(hint, '').trim().length < 4

const plain = /^(?:yes|no|y|n|n\/a|not (?:known|applicable)|don’t know|unknown|unsure)$/i

/** Facts whose answers have words of their own. */
let own: readonly string[] | null = null
const choices = (): readonly string[] =>
  (own ??= [...facts.values()]
    .filter(
      ({ id, codes }) =>
        codes &&
        !Object.hasOwn(codes, 'true') &&
        !/^(?:parent2|person|section)\.|\.(?:[2-9]|\d\d)\./.test(id),
    )
    .map(({ id }) => id))

/** Whether these are together the answers of some fact, each another one. */
const answerOneFact = (options: readonly string[]): boolean =>
  choices().some((id) => {
    const codes = options.map((option) => codeOfOption(id, option))
    return !codes.includes(null) && new Set(codes).size === codes.length
  })

type Chunk = { text: string; from: number; to: number }

/** What stands between the strokes of a text that begins at `from`, without the blanks around it. */
const chunksOf = (text: string, from: number): Chunk[] => {
  const found: Chunk[] = []
  let at = 0
  for (const part of text.split('/')) {
    const said = part.trim()
    const start = from + at + part.indexOf(said)
    found.push({ text: said, from: start, to: start + said.length })
    at += part.length + 1
  }
  return found
}

/** `n/a` holds a stroke of its own. */
const joined = (chunks: readonly Chunk[]): Chunk[] =>
  chunks.reduce<Chunk[]>((all, each) => {
    const last = all.at(-1)
    if (last && /^n$/i.test(last.text) && /^a$/i.test(each.text) && last.to + 1 === each.from)
      all[all.length - 1] = { text: `${last.text}/${each.text}`, from: last.from, to: each.to }
    else all.push(each)
    return all
  }, [])

const longestOption = 40
const wordsIn = (text: string) => [...text.matchAll(/\S+/g)]

/** The first answer with the words before it cut off, and the last one with those behind it. */
const trimmed = (chunks: readonly Chunk[]): { chunks: Chunk[]; label: number } | null => {
  const [first, last] = [chunks[0]!, chunks.at(-1)!]
  const between = chunks.slice(1, -1)
  const starts = wordsIn(first.text).map(({ index }) => index)
  const ends = wordsIn(last.text).map((match) => match.index + match[0].length)
  // The fewest words in front, and the most behind, that make them answers of one fact, or of yes and no.
  for (let back = 1; back <= Math.min(3, starts.length); back++)
    for (let on = Math.min(4, ends.length); on > 0; on--) {
      const from = starts.at(-back)!
      const one = { text: first.text.slice(from), from: first.from + from, to: first.to }
      const other = { text: last.text.slice(0, ends[on - 1]), from: last.from, to: last.from + ends[on - 1]! }
      const all = [one, ...between, other]
      const texts = all.map(({ text }) => text.replace(/[*.]+$/, ''))
      if (texts.every((text) => plain.test(text)) || answerOneFact(texts))
        return { chunks: all, label: one.from }
    }
  return null
}

/**
 * The answers that a line gives in words: `Yes / No`, `maintained / amended / ceased*`. `told`: it is said, here or in
 * the line below, to strike out what doesn't hold. Without that only yes and no, and what are together the answers of
 * one fact, count; anything else with a stroke in it is a label, such as `Parent / carer`.
 */
export const optionsInWords = (line: string, told: boolean): WordOptions | null => {
  const asks = hint.exec(line)
  // What the hint covers is blanked, so that places stay.
  const text = asks ? line.replace(asks[0], ' '.repeat(asks[0].length)) : line
  if (!text.includes('/') || text.length > 300) return null
  const question = /^.*[:?](?=\s*[^\s:?/]+(?:\s[^/:?]*)?\/)/s.exec(text)?.[0].length ?? 0
  const chunks = joined(chunksOf(text.slice(question), question)).map((chunk) => {
    const said = chunk.text.replace(/[\s*.;,]+$/, '')
    return { ...chunk, text: said, to: chunk.from + said.length }
  })
  if (chunks.length < 2 || chunks.some(({ text: said }) => said === '')) return null
  const texts = chunks.map((chunk) => chunk.text)
  const whole =
    texts.every((said) => said.length <= longestOption) &&
    (texts.every((said) => plain.test(said)) || answerOneFact(texts))
  const cut = told || asks ? trimmed(chunks) : null
  const found = cut ?? (whole ? { chunks, label: chunks[0]!.from } : null)
  return found && { label: line.slice(0, found.label).trim(), options: found.chunks }
}
