import { strFromU8, strToU8, zipSync } from 'fflate'
import { Problem } from '../../domain/problem.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { unpack, Unpackable } from '../unpack.ts'
import type { Form } from './fields.ts'
import { fillForm, type FilledForm } from './fill.ts'
import { findFields } from './findFields.ts'
import type { Mapping } from './propose.ts'
import { stylesOf } from './styleNames.ts'
import { below, childOf, isOn, treeOf } from './tree.ts'

/** An authority's own form as somebody chose it: a .docx with nothing filled in yet. */
export type FormFile = {
  readonly parts: Readonly<Record<string, Uint8Array>>
  readonly xml: string
  readonly form: Form
  /** It only lets form fields be typed into; what is filled in from here is not held up by that. */
  readonly guarded: boolean
  /** Boxes that float over the page, which aren't looked into. */
  readonly floating: number
}

const limits = { part: 64_000_000, whole: 128_000_000, parts: 4_000 }
const main = 'word/document.xml'

const unreadable = (why: string, cause?: unknown) =>
  new Problem({ code: 'unsupported', what: 'Reading this form' }, why, cause)

const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> => {
  try {
    return unpack(bytes, () => true, limits)
  } catch (thrown) {
    if (thrown instanceof Unpackable) throw unreadable(thrown.message, thrown)
    throw thrown
  }
}

/**
 * Reads a .docx and finds the places that take an answer. Problem `unsupported` where the bytes are no Word document:
 * a .doc of Word 97, a PDF, or a file locked with a password.
 */
export const readForm = (bytes: Uint8Array): FormFile => {
  const parts = partsOf(bytes)
  const document = Object.hasOwn(parts, main) ? parts[main] : undefined
  if (!document) throw unreadable('the package has no Word document in it')
  const xml = strFromU8(document).replace(/^\uFEFF/, '')
  const tree = treeOf(xml)
  const part = (name: string) =>
    Object.hasOwn(parts, name) ? treeOf(strFromU8(parts[name]!).replace(/^\uFEFF/, '')) : null
  const settings = part('word/settings.xml')
  const guard = settings ? childOf(settings, 'documentProtection') : undefined
  let floating = 0
  for (const { name, parent } of below(tree, ({ name }) => name === 'mc:Fallback'))
    if (name === 'txbxContent' && parent) floating++
  return {
    parts,
    xml,
    form: findFields(tree, stylesOf(part('word/styles.xml'))),
    guarded:
      guard !== undefined && isOn({ ...guard, attributes: { val: guard.attributes['enforcement'] ?? '0' } }),
    floating,
  }
}

/** The form filled for one review, as a .docx: every other part is the authority’s own, byte for byte. */
export const filledFile = (
  { parts, xml, form }: FormFile,
  mapping: Mapping,
  file: ReviewFile,
  today: string,
  most?: Readonly<Record<string, number>>,
): FilledForm & { readonly bytes: Uint8Array<ArrayBuffer> } => {
  const filled = fillForm(xml, form, mapping, file, today, most)
  // The earliest moment that a zip can hold: the same content is always the same bytes.
  const bytes = zipSync({ ...parts, [main]: strToU8(filled.xml) }, { level: 6, mtime: new Date(1980, 0, 1) })
  return { ...filled, bytes }
}
