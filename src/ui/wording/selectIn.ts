/** Selects a stretch of a field's text, or the same words nearest to it where the field shows the text a little otherwise. */
export const selectIn = (around: HTMLElement | null, text: string, from: number, to: number): void => {
  const field = around?.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input')
  if (!field) return
  const words = text.slice(from, to)
  const shown = field.value
  const at = shown.slice(from, to) === words ? from : nearest(shown, words, from)
  field.focus()
  if (at >= 0) field.setSelectionRange(at, at + words.length)
  field.scrollIntoView({ block: 'nearest' })
}

const nearest = (text: string, words: string, from: number): number => {
  const [before, after] = [text.lastIndexOf(words, from), text.indexOf(words, from)]
  if (before < 0 || after < 0) return Math.max(before, after)
  return from - before < after - from ? before : after
}
