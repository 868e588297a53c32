import { docxOf } from '../../src/documents/docx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { crowdedFile } from '../../tests/documents/crowdedReview.ts'
import { fullFile } from '../../tests/documents/madeUpReview.ts'

const sizes = { usual: () => fullFile(), crowded: crowdedFile }

/** Makes one document from records that are there already. */
const make = (size: keyof typeof sizes, of: number): number =>
  docxOf(reviewMinutes(sizes[size](of), '2026-03-10')).length
Object.assign(globalThis, { make })
