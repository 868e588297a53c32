import type { Value } from '../domain/fields.ts'
import { fieldOf } from '../domain/record.ts'
import { check } from '../domain/wording/check.ts'
import { besideOf, kindOf } from '../domain/wording/kindOf.ts'
import type { WordingContext, WordingFinding } from '../domain/wording/types.ts'
import type { ReadDocument } from './readControls.ts'
import type { ReviewFile } from './reviewFile.ts'
import { placesOf } from './reviewPlaces.ts'

/** A note on the wording of one field of an open document. */
export type DocumentNote = {
  readonly tag: string
  /** `Action 2: Action`. */
  readonly called: string
  /** The field's text as the document has it. */
  readonly text: string
  readonly finding: WordingFinding
}

/** Notes on what the fields of a document say now, whether the record has it already or not; in the document's order. */
export const documentWording = (
  file: ReviewFile,
  document: ReadDocument,
  wording: Omit<WordingContext, 'kind' | 'beside'>,
): DocumentNote[] => {
  const places = placesOf(file)
  const written = new Map(
    document.controls.map(({ tag, text, placeholder }) => [tag, placeholder ? '' : text]),
  )
  return document.controls.flatMap(({ tag, text, placeholder, deleted }, at) => {
    const place = places.get(tag.slice(0, tag.lastIndexOf('.')))
    const name = tag.slice(tag.lastIndexOf('.') + 1)
    const isFirst = document.controls.findIndex((one) => one.tag === tag) === at
    if (!place || placeholder || deleted || !isFirst || !Object.hasOwn(place.type.fields, name)) return []
    const start = tag.slice(0, tag.lastIndexOf('.') + 1)
    const valueOf = (field: string): Value =>
      (written.get(start + field) || place.record?.[field] || place.given[field] || null) as Value
    // A choice stands in the document by its name: the record has its code.
    const codeOf = (field: string): Value => (place.record?.[field] ?? place.given[field] ?? null) as Value
    const kind = kindOf(place.type, name, codeOf)
    if (!kind) return []
    const called = `${place.called}: ${fieldOf(place.type, name).label}`
    return check(text, { ...wording, kind, beside: besideOf(place.type, valueOf) }).map((finding) => ({
      tag,
      called,
      text,
      finding,
    }))
  })
}
