import type { SaxesTagNS } from 'saxes'
import type { TextParagraph } from './paragraphs.ts'
import { compatibility, packageNamespace, walkPackage } from './walkPackage.ts'
import { strictWordNamespace, wordNamespace } from './word/names.ts'

type Kind = TextParagraph['is']
const parts: readonly (readonly [RegExp, Kind])[] = [
  [/^\/word\/document\d*\.xml$/, 'text'],
  [/^\/word\/(?:header|footer)\d*\.xml$/, 'footer'],
  [/^\/word\/(?:footnotes|endnotes)\d*\.xml$/, 'note'],
  [/^\/word\/comments\d*\.xml$/, 'comment'],
  [/^\/word\/(?:diagrams\/data|charts\/chart)\d*\.xml$/, 'drawing'],
]
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const placed = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
type Open = { text: string; deleted: string }

/**
 * Every paragraph of a Word document, from the flat package that Word's getOoxml gives: body, headers, footers, notes,
 * comments, text boxes, diagrams, charts, and the words beside a picture for who can't see it. What tracked changes deleted follows its paragraph and says so: it leaves with the file.
 * Problem `unsupported` where it is not XML that Word writes.
 */
export const readParagraphs = (xml: string): TextParagraph[] => {
  const found: TextParagraph[] = []
  const open: Open[] = []
  let part: Kind | null = 'text'
  let skipped = 0
  let gone = 0
  let inMark = 0
  let reads = false

  const say = (text: string) => {
    const paragraph = open.at(-1)
    if (!paragraph || skipped > 0 || part === null) return
    if (gone > 0) paragraph.deleted += text
    else paragraph.text += text
  }
  const counted = (name: 'skipped' | 'gone' | 'inMark') => {
    if (name === 'skipped') skipped++
    else if (name === 'gone') gone++
    else inMark++
    return () => {
      if (name === 'skipped') skipped--
      else if (name === 'gone') gone--
      else inMark--
    }
  }
  const reading = () => {
    reads = true
    return () => void (reads = false)
  }
  const sign = (text: string) => () => {
    if (inMark === 0) say(text)
  }
  const removed = () => (inMark > 0 ? undefined : counted('gone'))
  const word: Record<string, () => (() => void) | void> = {
    p: () => {
      const is = part
      open.push({ text: '', deleted: '' })
      return () => {
        const { text, deleted } = open.pop()!
        if (is === null) return
        if (text.trim() !== '') found.push({ text, is })
        if (deleted.trim() !== '') found.push({ text: deleted, is, deleted: true })
      }
    },
    t: reading,
    delText: reading,
    tab: sign('\t'),
    br: sign('\n'),
    cr: sign('\n'),
    noBreakHyphen: sign('-'),
    pPr: () => counted('inMark'),
    del: removed,
    moveFrom: removed,
  }
  const started = (tag: SaxesTagNS): (() => void) | void => {
    if (tag.uri === drawing && (tag.local === 'p' || tag.local === 't')) return word[tag.local]!()
    if (tag.uri === placed && tag.local === 'docPr' && part !== null && skipped === 0)
      for (const { local, value } of Object.values(tag.attributes))
        if ((local === 'descr' || local === 'title') && value.trim() !== '')
          found.push({ text: value, is: 'drawing' })
    if (tag.uri === packageNamespace && tag.local === 'package') part = null
    if (tag.uri === packageNamespace && tag.local === 'part') {
      const name = Object.values(tag.attributes).find(({ local }) => local === 'name')?.value ?? ''
      part = parts.find(([pattern]) => pattern.test(name))?.[1] ?? null
      return () => void (part = null)
    }
    if (tag.uri === compatibility && tag.local === 'Fallback') return counted('skipped')
    if (tag.uri === wordNamespace || tag.uri === strictWordNamespace)
      return Object.hasOwn(word, tag.local) ? word[tag.local]!() : undefined
  }

  walkPackage(xml, started, (text) => {
    if (reads) say(text)
  })
  return found
}
