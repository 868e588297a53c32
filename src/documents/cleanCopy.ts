import { strFromU8, strToU8, zipSync } from 'fflate'
import { spliced, type Splice } from './form/splice.ts'
import { childOf, type Element, treeOf } from './form/tree.ts'
import { tagParts } from './readBack.ts'
import { docxParts, unreadableFor } from './docxParts.ts'
import { identityNamespace } from './word/names.ts'

/** A document without what ties it to the record, and what a person should know of it before it goes. */
export type CleanCopy = {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Gaps that nobody has filled in: what belongs there still stands in brackets. */
  readonly gaps: number
  /** Tracked changes that nobody has accepted or rejected; whoever opens the copy sees both texts. */
  readonly changes: number
  readonly comments: number
  /** Fields that became plain text. */
  readonly fields: number
}

const what = 'Making a clean copy of this document'
const unreadable = unreadableFor(what)

const everyElement = function* (root: Element): Generator<Element> {
  yield root
  for (const child of root.children) yield* everyElement(child)
}

const changeMarks = new Set(['ins', 'del', 'moveFrom', 'moveTo'])
const off = new Set(['0', 'false', 'off'])

type Cleaned = Omit<CleanCopy, 'bytes'> & { readonly xml: string }

/** One part of the text without our controls: what each held stays where it was, byte for byte. */
const withoutControls = (xml: string): Cleaned => {
  const splices: Splice[] = []
  let [gaps, changes, comments, fields] = [0, 0, 0, 0]
  for (const element of everyElement(treeOf(xml))) {
    if (changeMarks.has(element.name)) changes++
    if (element.name === 'commentReference') comments++
    if (element.name !== 'sdt') continue
    const properties = childOf(element, 'sdtPr')
    const content = childOf(element, 'sdtContent')
    const tag = (properties && childOf(properties, 'tag')?.attributes['val']) ?? ''
    if (!tagParts(tag) || !properties) continue
    fields++
    const placeholder = childOf(properties, 'showingPlcHdr')
    if (placeholder && !off.has(placeholder.attributes['val'] ?? '')) gaps++
    if (!content || content.closing === content.opened)
      splices.push({ from: element.start, to: element.end, text: '' })
    else
      splices.push(
        { from: element.start, to: content.opened, text: '' },
        { from: content.closing, to: element.end, text: '' },
      )
  }
  return { xml: splices.length > 0 ? spliced(xml, splices) : xml, gaps, changes, comments, fields }
}

const isText = (name: string) => /^word\/(document|header|footer|footnotes|endnotes)\d*\.xml$/.test(name)
const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
const relationshipsOf = (name: string) =>
  `${folderOf(name)}_rels/${name.slice(name.lastIndexOf('/') + 1)}.rels`

/** A target as a relationship writes it, from the root of the package. */
const resolved = (base: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps = base.split('/').filter(Boolean)
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}

/** Our parts of the package, with the descriptions that Word keeps beside each. */
const ownParts = (parts: Readonly<Record<string, Uint8Array>>): Set<string> => {
  const found = new Set<string>()
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/^customXml\/item\d*\.xml$/.test(name) || !strFromU8(bytes).includes(identityNamespace)) continue
    found.add(name)
    const relationships = relationshipsOf(name)
    if (!Object.hasOwn(parts, relationships)) continue
    found.add(relationships)
    for (const { attributes } of everyElement(treeOf(textOf(parts[relationships]!))))
      if (attributes['Target']) found.add(resolved('customXml', attributes['Target']))
  }
  return found
}

const textOf = (bytes: Uint8Array) => strFromU8(bytes).replace(/^\uFEFF/, '')

/** A list of parts without the lines that name any of these. */
const without = (xml: string, gone: (attributes: Readonly<Record<string, string>>) => boolean): string =>
  spliced(
    xml,
    [...everyElement(treeOf(xml))]
      .filter(({ attributes }) => gone(attributes))
      .map(({ start, end }) => ({ from: start, to: end, text: '' })),
  )

/**
 * A copy of a Word document to send: our own part is gone, and our fields are plain text. Everything else stays byte
 * for byte: other people's fields and data, properties, comments, tracked changes. The same document gives the same
 * bytes. Problem `unsupported` where the bytes are no Word document.
 */
export const cleanCopy = (bytes: Uint8Array): CleanCopy => {
  const parts = docxParts(bytes, what)
  if (!Object.keys(parts).some(isText)) throw unreadable('the package has no Word document in it')
  const own = ownParts(parts)
  const result: Record<string, Uint8Array> = {}
  let [gaps, changes, comments, fields] = [0, 0, 0, 0]
  for (const [name, part] of Object.entries(parts)) {
    if (own.has(name)) continue
    result[name] = part
    if (isText(name)) {
      const cleaned = withoutControls(textOf(part))
      gaps += cleaned.gaps
      changes += cleaned.changes
      comments += cleaned.comments
      fields += cleaned.fields
      if (cleaned.fields > 0) result[name] = strToU8(cleaned.xml)
    } else if (own.size > 0 && name === '[Content_Types].xml')
      result[name] = strToU8(without(textOf(part), ({ PartName = '' }) => own.has(PartName.slice(1))))
    else if (own.size > 0 && name.endsWith('.rels')) {
      const base = folderOf(name).replace(/_rels\/$/, '')
      const points = ({ Target = '' }: Readonly<Record<string, string>>) => own.has(resolved(base, Target))
      const xml = textOf(part)
      const left = without(xml, (attributes) => attributes['Target'] !== undefined && points(attributes))
      if (left !== xml) result[name] = strToU8(left)
    }
  }
  // The earliest moment that a zip can hold: the same content is always the same bytes.
  const zip = zipSync(result, { level: 6, mtime: new Date(1980, 0, 1) })
  return { bytes: zip, gaps, changes, comments, fields }
}
