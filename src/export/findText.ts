import type { Span } from './blackOut.ts'

const phone = /(?<![\d.])(?:\+\s?44\s?(?:\(0\))?|\(?0)\d(?:[\s()-]{0,3}\d){8,9}(?!\d)/g
const addressPart = /[^\s@<>(),;:"“”]/u
const longestAddress = 254

/** Email addresses, each found from its @: a pattern over a long text without one would take time by its square. */
export const addressesIn = (text: string): Span[] => {
  const spans: Span[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let [from, to] = [at, at + 1]
    while (from > 0 && at - from < longestAddress && addressPart.test(text[from - 1]!)) from -= 1
    while (to < text.length && to - at < longestAddress && addressPart.test(text[to]!)) to += 1
    while (to > at && /[.!?'’]/.test(text[to - 1]!)) to -= 1
    if (from < at && text.slice(at, to).includes('.')) spans.push({ from, to })
  }
  return spans
}

/** What tells how to reach somebody. */
export const looks: readonly { readonly why: string; spans(text: string): Span[] }[] = [
  { why: 'Holds an email address', spans: addressesIn },
  { why: 'Holds a telephone number', spans: (text) => matches(text, phone) },
]

/** Any of these, not inside a longer word. */
export const anyOf = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Where a pattern is found in a text. */
export const matches = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))

/** Places of a whole text that are not inside a longer word. */
export const placesOf = (text: string, wanted: string): Span[] =>
  matches(text, new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}(?![\\p{L}\\p{N}])`, 'giu'))
