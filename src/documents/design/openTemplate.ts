import { strFromU8 } from 'fflate'
import { Problem } from '../../domain/problem.ts'
import { type Element, treeOf } from '../form/tree.ts'
import { docxLimits } from '../docxParts.ts'
import { openArchive, Unpackable, type WhyNot } from '../unpack.ts'
import { identityNamespace } from '../word/names.ts'

/** One thing that a part points to. `target`: the whole name of the part, or the address of what is outside. */
export type Link = {
  readonly id: string
  /** The last word of its type: `image`, `header`. */
  readonly kind: string
  readonly target: string
  readonly outside: boolean
}
/** A part of the package with the links of its own. */
export type Part = {
  readonly name: string
  readonly xml: string
  readonly tree: Element
  readonly links: readonly Link[]
}
export type TemplatePackage = {
  readonly main: Part
  /** The first part of a kind that the main part points to; null where it has none. */
  linked(kind: string): Part | null
  part(name: string): Part | null
  /** Bytes of a part; null where it is not there. */
  bytes(name: string): Uint8Array | null
  sizeOf(name: string): number
  readonly names: readonly string[]
}

/** Why a file gives no look, in words for the person who chose it. */
export class NoTemplate extends Error {}

const isText = (name: string) => /\.(xml|rels)$/i.test(name)

const damaged = 'This file is damaged. Open it in Word, save it again, and choose the new file.'
const tooLarge =
  'This file is larger than any template. Save a copy in Word without pictures on the page, and choose that.'
const noWord = 'This is no Word document. Choose the school’s template as a .docx or .dotx.'
const locked =
  'This is a document of Word 97 to 2003, or one that is locked with a password. Open it in Word, take the password off, and save it as a .docx or .dotx.'
const words: { [W in WhyNot]: string } = {
  noArchive: noWord,
  damaged,
  locked,
  tooMany: tooLarge,
  twice: damaged,
  outside: damaged,
  tooLarge,
  missing: damaged,
}

const begins = (bytes: Uint8Array, mark: string) =>
  [...mark].every((letter, at) => bytes[at] === letter.charCodeAt(0))
/** The container of Word 97 files, and of files with a password. */
const compound = '\u00d0\u00cf\u0011\u00e0'

const refused = <T>(read: () => T): T => {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof Unpackable) throw new NoTemplate(words[thrown.why], { cause: thrown })
    if (thrown instanceof Problem) throw new NoTemplate(damaged, { cause: thrown })
    throw thrown
  }
}

/** Strict documents say the same under other names. */
const transitional = (xml: string): string =>
  xml.includes('http://purl.oclc.org/ooxml/')
    ? xml.replace(/http:\/\/purl\.oclc\.org\/ooxml\/(\w+)\//g, 'http://schemas.openxmlformats.org/$1/2006/')
    : xml

/** Word's own list of what styles it could have is half of most styles parts, and nothing is made of it. */
const withoutLatent = (xml: string): string => {
  const [found, prefix = ''] = /<([\w.-]+:)?latentStyles[\s>]/.exec(xml) ?? []
  if (found === undefined) return xml
  const end = `</${prefix}latentStyles>`
  const from = xml.indexOf(found)
  const to = xml.indexOf(end, from)
  return to < 0 ? xml : xml.slice(0, from) + xml.slice(to + end.length)
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
const resolved = (folder: string, target: string): string => {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}

const linksIn = (tree: Element | null, folder: string): Link[] =>
  (tree?.children ?? []).flatMap(
    ({ attributes: { Id: id, Type: type, Target: target, TargetMode: mode } }) => {
      if (!id || !type || target === undefined) return []
      const outside = mode === 'External'
      return [
        {
          id,
          kind: type.slice(type.lastIndexOf('/') + 1),
          target: outside ? target : resolved(folder, target),
          outside,
        },
      ]
    },
  )

/**
 * Opens a .docx or .dotx (or one of them with macros) without unpacking more than is asked for. Throws NoTemplate with
 * words for the person where it is none, is locked or damaged, or holds a pupil's document of ours.
 */
export const openTemplate = (bytes: Uint8Array): TemplatePackage => {
  if (bytes.length === 0) throw new NoTemplate('This file is empty. Choose the template once more.')
  if (begins(bytes, compound)) throw new NoTemplate(locked)
  if (begins(bytes, '%PDF'))
    throw new NoTemplate('This is a PDF. Choose the Word template itself, a .docx or .dotx.')
  const texts = refused(() => openArchive(bytes, docxLimits, isText))
  const all = refused(() => openArchive(bytes, { ...docxLimits, part: Infinity, whole: Infinity }))
  const sizes = new Map(all.parts.map(({ name, size }) => [name, size]))
  const textOf = (name: string): string | null =>
    texts.parts.some((part) => part.name === name)
      ? transitional(strFromU8(refused(() => texts.read(name))).replace(/^\uFEFF/, ''))
      : null
  const treeIn = (name: string): Element | null => {
    const xml = textOf(name)
    return xml === null ? null : refused(() => treeOf(xml))
  }
  const partAt = (name: string): Part | null => {
    const text = textOf(name)
    if (text === null) return null
    const xml = withoutLatent(text)
    const folder = folderOf(name)
    const links = linksIn(treeIn(`${folder}_rels/${name.slice(folder.length)}.rels`), folder)
    return { name, xml, tree: refused(() => treeOf(xml)), links }
  }
  const [start] = linksIn(treeIn('_rels/.rels'), '').filter(({ kind }) => kind === 'officeDocument')
  const main = start && !start.outside ? partAt(start.target) : null
  if (!main || main.tree.name !== 'document') throw new NoTemplate(noWord)
  for (const { name } of texts.parts)
    if (/^customXml\/item\d*\.xml$/i.test(name) && textOf(name)?.includes(identityNamespace))
      throw new NoTemplate(
        'This document was made by Goldthread for one pupil, whose name may stand in its header or footer. Choose the school’s own empty template.',
      )
  return {
    main,
    names: [...sizes.keys()],
    part: partAt,
    linked: (kind) => {
      const link = main.links.find((one) => one.kind === kind && !one.outside)
      return link ? partAt(link.target) : null
    },
    bytes: (name) =>
      sizes.has(name)
        ? refused(() => openArchive(bytes, docxLimits, (other) => other === name).read(name))
        : null,
    sizeOf: (name) => sizes.get(name) ?? 0,
  }
}
