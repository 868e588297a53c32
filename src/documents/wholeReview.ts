import type { ReadDocument } from './readControls.ts'

/**
 * Whether a document is meant to hold a whole review. A letter holds a few of its fields on purpose and a summary for
 * the family none: nothing is missing from them. What says nothing of itself is taken for minutes.
 */
export const isWholeReview = ({ identity }: Pick<ReadDocument, 'identity'>): boolean =>
  !identity || identity.kind === 'reviewMinutes'
