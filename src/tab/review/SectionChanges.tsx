import type { ReviewFile } from '../../documents/reviewFile.ts'
import { SectionGrid } from '../live/SectionGrid.tsx'

/** Proposed changes, section by section of the plan: the same grid as in the meeting. */
export const SectionChanges = ({ file }: { file: ReviewFile }) => <SectionGrid file={file} />
