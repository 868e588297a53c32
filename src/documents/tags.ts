import { Review } from '../domain/records/review.ts'
import type { ReadDocument } from './readControls.ts'

/** The tag of a content control of ours: a record type's short name, a record's key, a field. */
export const tagShape = /^([a-z]{2})\.([0-9A-HJKMNP-TV-Z]{26})\.([A-Za-z0-9]+)$/

/** A tag of ours taken apart: which record it is of (`rv.KEY`), and which field; null for any other. */
export const tagParts = (tag: string): { readonly of: string; readonly field: string } | null => {
  const parts = tagShape.exec(tag)
  return parts && { of: `${parts[1]}.${parts[2]}`, field: parts[3]! }
}

/** The reviews that a document holds parts of, by key: none, one, or several pasted together. */
export const reviewsIn = ({ controls, identity }: ReadDocument): Set<string> => {
  const found = new Set<string>()
  // A text that was replaced under tracked changes stays there, deleted, and is no longer what the document is of.
  const there = controls.filter(({ deleted }) => !deleted)
  for (const { tag } of there.length > 0 ? there : controls) {
    const parts = tagShape.exec(tag)
    if (parts?.[1] === Review.short) found.add(parts[2]!)
  }
  // The part may have come along with an insertion long ago; controls say more.
  if (found.size === 0 && identity?.keys['review']) found.add(identity.keys['review'])
  return found
}
