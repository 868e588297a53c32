import { docxOf } from '../../src/documents/docx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { crowdedFile } from '../../tests/documents/crowdedReview.ts'
import { fullFile } from '../../tests/documents/madeUpReview.ts'

const sizes = { usual: () => fullFile(), crowded: crowdedFile }

/** Makes one document from records that are there already; milliseconds of this thread. */
const make = (size: keyof typeof sizes, of: number): number => {
  const file = sizes[size](of)
  const began = performance.now()
  docxOf(reviewMinutes(file, '2026-03-10'))
  return performance.now() - began
}
Object.assign(globalThis, { make })
