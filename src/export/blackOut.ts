/** What stands where something was blacked out: always as long, so that it does not tell how much. */
export const blackBar = '████'

export type Span = { readonly from: number; readonly to: number }

/** Spans in order, those that touch or overlap made one; nothing outside the text. */
export const mergedSpans = (spans: readonly Span[], length: number): Span[] => {
  const merged: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const [start, end] = [Math.max(0, from), Math.min(length, to)]
    if (start >= end) continue
    const last = merged.at(-1)
    if (last && start <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, end) }
    else merged.push({ from: start, to: end })
  }
  return merged
}

/** The text with these parts blacked out. */
export const blackOut = (text: string, spans: readonly Span[]): string => {
  let [result, at] = ['', 0]
  for (const { from, to } of mergedSpans(spans, text.length)) {
    result += text.slice(at, from) + blackBar
    at = to
  }
  return result + text.slice(at)
}

/**
 * The parts of a text that its blacked out form leaves out; null where that is not a form of this text, as when the
 * text was changed since.
 */
export const blackedOut = (text: string, redacted: string): Span[] | null => {
  const kept = redacted.split(blackBar)
  if (kept.length === 1) return redacted === text ? [] : null
  const [first, last] = [kept[0]!, kept.at(-1)!]
  if (!text.startsWith(first) || !text.endsWith(last) || first.length + last.length > text.length) return null
  const end = text.length - last.length
  const spans: Span[] = []
  let at = first.length
  for (const part of kept.slice(1, -1)) {
    const found = text.indexOf(part, part === '' ? at : at + 1)
    if (found < 0 || found + part.length > end) return null
    spans.push({ from: at, to: found })
    at = found + part.length
  }
  if (at >= end) return null
  spans.push({ from: at, to: end })
  return spans
}
