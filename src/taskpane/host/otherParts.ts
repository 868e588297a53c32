import type { ReadDocument } from '../../documents/readControls.ts'
import { tagParts } from '../../documents/readBack.ts'
import { type ReviewFile } from '../../documents/reviewFile.ts'
import { placesOf } from '../../documents/reviewPlaces.ts'
import { fieldsOf } from '../../domain/record.ts'
import { Review } from '../../domain/records/review.ts'

export type OtherPart = { readonly tag: string; readonly text: string; readonly label: string | null }

/** Fields of ours in a document that are of none of this review's records, in reading order, by label where known. */
export const otherParts = (file: ReviewFile, { controls }: ReadDocument): readonly OtherPart[] => {
  const places = placesOf(file)
  const labels = new Map(fieldsOf(Review).map(([name, { label }]) => [name, label]))
  return controls.flatMap(({ tag, text, deleted }) => {
    const parts = tagParts(tag)
    if (!parts || deleted || places.has(parts.of)) return []
    const label = parts.of.startsWith(`${Review.short}.`) ? (labels.get(parts.field) ?? null) : null
    return [{ tag, text, label }]
  })
}
