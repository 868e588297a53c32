import { SaxesParser } from 'saxes'
import { strictWordNamespace, wordNamespace } from './word/names.ts'

/** What a control shows, and how many times the same words stand in the body before it. */
export type Shown = { readonly text: string; readonly nth: number }

const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const packageNamespace = 'http://schemas.microsoft.com/office/2006/xmlPackage'

/**
 * The first line that the first control of this tag shows, its placeholder too, in the main part of a document or of
 * Word's flat package: by this Word's search finds a control that it gives to no add-in, such as a date. Null where
 * there is no such control, or nothing in it. The text is one that `readControls` has read already.
 */
export const shownControl = (xml: string, tag: string): Shown | null => {
  let before = ''
  let line = ''
  let shown = ''
  let skipped = 0
  let inPart = true
  let inText = false
  // The controls that are open, innermost last: whether each is the wanted one.
  const controls: { wanted: boolean }[] = []
  let state: 'before' | 'in' | 'after' = 'before'

  const parser = new SaxesParser({ xmlns: true })
  const isWord = (uri: string) => uri === wordNamespace || uri === strictWordNamespace
  parser.on('error', () => {})
  parser.on('opentag', ({ uri, local, attributes }) => {
    const value = (name: string) =>
      Object.values(attributes).find((attribute) => attribute.local === name)?.value ?? ''
    if (uri === packageNamespace) {
      if (local === 'package') inPart = false
      if (local === 'part') inPart = /^\/word\/document\d*\.xml$/.test(value('name'))
    }
    if (!inPart) return
    if (uri === compatibility && local === 'Fallback') skipped++
    if (!isWord(uri)) return
    if (local === 'sdt') controls.push({ wanted: false })
    const control = controls.at(-1)
    if (local === 'tag' && control && value('val') === tag) control.wanted = true
    if (local === 'sdtContent' && control?.wanted && state === 'before') state = 'in'
    if (local === 't') inText = true
    if ((local === 'br' || local === 'cr' || local === 'tab') && state === 'in' && shown !== '')
      state = 'after'
  })
  parser.on('closetag', ({ uri, local }) => {
    if (uri === compatibility && local === 'Fallback') skipped--
    if (!inPart || !isWord(uri)) return
    if (local === 't') inText = false
    if (local === 'sdt' && controls.pop()?.wanted && state === 'in') state = 'after'
    if (local === 'p') {
      if (state === 'before') before += `${line}\n`
      if (state === 'before') line = ''
      if (state === 'in' && shown !== '') state = 'after'
    }
  })
  parser.on('text', (text) => {
    if (!inText || skipped > 0) return
    if (state === 'in') shown += text
    if (state === 'before') line += text
  })
  parser.write(xml.replace(/^\uFEFF/, '')).close()

  if (shown.trim() === '') return null
  return { text: shown, nth: `${before}${line}`.toLowerCase().split(shown.toLowerCase()).length - 1 }
}
