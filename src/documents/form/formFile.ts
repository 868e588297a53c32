import { strFromU8, strToU8, zipSync } from 'fflate'
import type { ReviewFile } from '../reviewFile.ts'
import { docxParts, unreadableFor } from '../docxParts.ts'
import type { Form } from './fields.ts'
import { fillForm, type FilledForm } from './fill.ts'
import { findAll, mainPart } from './findFields.ts'
import { marginsOf } from './margins.ts'
import type { Mapping } from './propose.ts'
import { stylesOf } from './styleNames.ts'
import { childOf, isOn, treeOf } from './tree.ts'

/** An authority's own form as somebody chose it: a .docx with nothing filled in yet. */
export type FormFile = {
  readonly parts: Readonly<Record<string, Uint8Array>>
  /** The text of each part that can have places, by its name: the body, headers and footers. */
  readonly texts: Readonly<Record<string, string>>
  /** The text of the body. */
  readonly xml: string
  readonly form: Form
  /** It only lets form fields be typed into; what is filled in from here is not held up by that. */
  readonly guarded: boolean
  /** Boxes that float over the page and tell two things to different readers: they are left alone. */
  readonly floating: number
}

const what = 'Reading this form'
const unreadable = unreadableFor(what)

/**
 * Reads a .docx and finds the places that take an answer. Problem `unsupported` where the bytes are no Word document:
 * a .doc of Word 97, a PDF, or a file locked with a password.
 */
export const readForm = (bytes: Uint8Array): FormFile => {
  const parts = docxParts(bytes, what)
  const textOf = (name: string): string | null =>
    Object.hasOwn(parts, name) ? strFromU8(parts[name]!).replace(/^\uFEFF/, '') : null
  const xml = textOf(mainPart)
  if (xml === null) throw unreadable('the package has no Word document in it')
  const treeIn = (name: string) => {
    const text = textOf(name)
    return text === null ? null : treeOf(text)
  }
  const { headers, footers } = marginsOf(treeIn('word/_rels/document.xml.rels'))
  const names = [...headers, mainPart, ...footers].filter((name) => textOf(name) !== null)
  const texts = Object.fromEntries(names.map((name) => [name, textOf(name)!]))
  const settings = treeIn('word/settings.xml')
  const guard = settings ? childOf(settings, 'documentProtection') : undefined
  const form = findAll(
    names.map((name) => ({ name, root: treeOf(texts[name]!) })),
    stylesOf(treeIn('word/styles.xml')),
  )
  return {
    parts,
    texts,
    xml,
    form,
    guarded:
      guard !== undefined && isOn({ ...guard, attributes: { val: guard.attributes['enforcement'] ?? '0' } }),
    floating: form.unread,
  }
}

/** The form filled for one review, as a .docx: every other part is the authority’s own, byte for byte. */
export const filledFile = (
  { parts, texts, form }: FormFile,
  mapping: Mapping,
  file: ReviewFile,
  today: string,
  most?: Readonly<Record<string, number>>,
): FilledForm & { readonly bytes: Uint8Array<ArrayBuffer>; readonly xml: string } => {
  const filled = fillForm(texts, form, mapping, file, today, most)
  const changed = Object.entries(filled.texts)
    .filter(([name, text]) => text !== texts[name])
    .map(([name, text]) => [name, strToU8(text)] as const)
  // The earliest moment that a zip can hold: the same content is always the same bytes.
  const bytes = zipSync(
    { ...parts, ...Object.fromEntries(changed) },
    { level: 6, mtime: new Date(1980, 0, 1) },
  )
  return { ...filled, xml: filled.texts[mainPart]!, bytes }
}
