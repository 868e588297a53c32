import { SaxesParser } from 'saxes'
import { type ImportFile, refusedFile, type SourceRow } from '../importFile.ts'
import { ctfHeadings, rowOf } from './pupilOf.ts'
import type { Node } from './tree.ts'

/** Real CTFs nest about eight deep; more is a trick. */
const deepest = 40
const mostPupils = 60_000
/** Longest text of one element; an address or a note is far shorter. */
const longestText = 100_000

class Refused extends Error {}

const declared = (bytes: Uint8Array) =>
  /^[^>]*encoding=["']([\w.:-]+)["']/i.exec(
    new TextDecoder('windows-1252').decode(bytes.subarray(0, 200)),
  )?.[1]

/** XML says itself how it is written; a byte order mark or UTF-16 has been seen to already. */
const asDeclared = (bytes: Uint8Array, text: string) => {
  const name = declared(bytes)
  if (!name || /^utf/i.test(name)) return text
  try {
    return new TextDecoder(name).decode(bytes)
  } catch {
    return text
  }
}

/**
 * The pupils of a Common Transfer File, of whatever version: elements are found by name, in any order. A document
 * type is refused, so that nothing is ever fetched or expanded; so is nesting deeper than a CTF has.
 */
export const readCtf = (bytes: Uint8Array, decoded: string): ImportFile => {
  const pupils: Node[] = []
  const path: Node[] = []
  /** How deep the pupil stands whose elements are being read; 0 outside. */
  let pupilAt = 0
  let version = ''
  let root = ''
  const parser = new SaxesParser({ xmlns: false })
  parser.on('doctype', () => {
    throw new Refused(
      'This XML file carries a document type, which a CTF never does and which can hide harmful content. Ask for the file again from the MIS.',
    )
  })
  parser.on('error', (error) => {
    throw new Refused(
      `This XML file breaks off or is damaged (${/^(\d+):/.exec(error.message)?.[1] ?? '?'} lines in). Export it again.`,
    )
  })
  parser.on('opentag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase()
    root ||= local
    if (path.length >= deepest)
      throw new Refused('This XML file is nested far deeper than a CTF. Ask for it again from the MIS.')
    const node: Node = { name: local, text: '', children: [] }
    // Only a pupil's own elements are kept: the rest of a large file is passed over.
    if (pupilAt > 0) path.at(-1)!.children.push(node)
    path.push(node)
    if (pupilAt === 0 && isPupil(node)) pupilAt = path.length
  })
  const take = (text: string) => {
    const node = path.at(-1)
    if (!node) return
    if (node.text.length + text.length > longestText)
      throw new Refused('A text in this XML file is far longer than a CTF holds.')
    node.text += text
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    const node = path.pop()!
    if (node.name === 'ctfversion') version = node.text.trim()
    if (path.length + 1 === pupilAt) {
      pupils.push(node)
      pupilAt = 0
    }
    if (pupils.length > mostPupils)
      throw new Refused(`This file has more than ${mostPupils.toLocaleString('en-GB')} pupils. Split it.`)
  })
  try {
    parser.write(asDeclared(bytes, decoded).replace(/^\uFEFF/, '')).close()
  } catch (thrown) {
    if (thrown instanceof Refused) return refusedFile(thrown.message)
    return refusedFile('This XML file could not be read. Export it again.')
  }
  if (root !== 'ctfile')
    return refusedFile(
      'This is an XML file, but not a Common Transfer File (CTF). Choose a CTF file, or a CSV export.',
    )
  if (pupils.length === 0)
    return refusedFile('This CTF holds no pupil. Ask for it again from the school that sent it.')
  const rows = pupils.map((pupil, i): SourceRow => rowOf(pupil, i + 1))
  return {
    kind: 'table',
    from: 'ctf',
    headings: ctfHeadings,
    rows,
    readAs: `CTF${version ? ` ${version}` : ''}`,
  }
}

const isPupil = ({ name }: Node) => name === 'pupil'
