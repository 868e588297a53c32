import type { Phrase } from '../records/phrase.ts'

type Kept = Pick<Phrase, 'text' | 'heading' | 'order'> & { readonly key: string }
const fold = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** In the order in which a school put them: by heading, those without one last, then by place. */
export const phrasesInOrder = <P extends Kept>(all: readonly P[]): P[] => {
  const first = new Map<string | null, number>()
  const place = ({ order }: Kept) => order ?? 10_001
  for (const phrase of all)
    first.set(phrase.heading, Math.min(first.get(phrase.heading) ?? Number.POSITIVE_INFINITY, place(phrase)))
  const group = ({ heading }: Kept) => (heading === null ? Number.POSITIVE_INFINITY : first.get(heading)!)
  return all.toSorted(
    (a, b) =>
      (group(a) === group(b) ? 0 : group(a) - group(b)) ||
      (a.heading ?? '').localeCompare(b.heading ?? '', 'en-GB') ||
      place(a) - place(b) ||
      (a.key < b.key ? -1 : 1),
  )
}

/** Those that hold every word typed, in the text or its heading; those headed like the field come first. */
export const phrasesFor = <P extends Kept>(all: readonly P[], typed: string, field: string): P[] => {
  const words = fold(typed).split(' ').filter(Boolean)
  const found = phrasesInOrder(all).filter(({ text, heading }) =>
    words.every((word) => fold(`${text} ${heading ?? ''}`).includes(word)),
  )
  const fits = ({ heading }: Kept) => heading !== null && fold(heading) === fold(field)
  return [...found.filter(fits), ...found.filter((phrase) => !fits(phrase))]
}

/** A text with a phrase put where the cursor or the selection is, parted from words by a space, and where to go on. */
export const withPhrase = (
  text: string,
  from: number,
  to: number,
  phrase: string,
): { readonly text: string; readonly cursor: number } => {
  const before = text.slice(0, from)
  const after = text.slice(to)
  const put = `${before === '' || /\s$/.test(before) ? '' : ' '}${phrase}`
  const gap = after === '' || /^[\s.,;:!?)]/.test(after) ? '' : ' '
  return { text: `${before}${put}${gap}${after}`, cursor: before.length + put.length }
}

export type NewPhrase = { readonly heading: string | null; readonly text: string }

/** Phrases from pasted lines, one a line: a line that begins with # or ends with a colon is a heading for those after it. */
export const phraseLines = (pasted: string): NewPhrase[] => {
  let heading: string | null = null
  const seen = new Set<string>()
  return pasted.split(/\r\n?|\n/).flatMap((line) => {
    const text = line.replace(/^\s*[-•*]\s+/, '').trim()
    if (text === '') return []
    const headed = /^#+\s*(.+)$/.exec(text)?.[1] ?? (/^.{1,80}:$/.test(text) ? text.slice(0, -1) : null)
    if (headed !== null) {
      heading = headed.trim().slice(0, 80)
      return []
    }
    if (seen.has(fold(text))) return []
    seen.add(fold(text))
    return [{ heading, text }]
  })
}

/** Those that the school doesn't have yet, letter case and spaces aside. */
export const unknownPhrases = (
  lines: readonly NewPhrase[],
  known: readonly Pick<Phrase, 'text'>[],
): NewPhrase[] => {
  const here = new Set(known.map(({ text }) => fold(text)))
  return lines.filter(({ text }) => !here.has(fold(text)))
}

/** All phrases as lines that `phraseLines` reads again; a line’s end within one becomes a space. */
export const phrasesAsLines = (all: readonly Kept[]): string => {
  let heading: string | null = null
  // Those without a heading come first: nothing ends a heading but the next.
  const inOrder = phrasesInOrder(all)
  const ordered = [...inOrder.filter((p) => p.heading === null), ...inOrder.filter((p) => p.heading !== null)]
  return ordered
    .flatMap((phrase) => {
      const head = phrase.heading !== null && phrase.heading !== heading ? [`# ${phrase.heading}`] : []
      heading = phrase.heading
      return [...head, phrase.text.replace(/\s*\n\s*/g, ' ')]
    })
    .join('\r\n')
}
