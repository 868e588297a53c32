import type { ReviewFile } from '../../documents/reviewFile.ts'
import { SectionChange } from '../../domain/records/sectionChange.ts'
import { planSections } from '../../domain/rules/codes.ts'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'

/** Proposed changes, section by section of the plan. */
export const SectionChanges = ({ file: { sectionChanges, review } }: { file: ReviewFile }) => (
  <RecordCards
    type={SectionChange}
    records={sectionChanges.toSorted((a, b) => (a.section < b.section ? -1 : 1))}
    summary={(change) => (
      <TwoLines first={`Section ${planSections[change.section]}`} second={change.proposed} />
    )}
    groups={[{ fields: ['section', 'evidence', 'current', 'proposed'] }]}
    add={{
      words: 'Add a change',
      given: { review: review.key },
      fields: ['section', 'evidence', 'current', 'proposed'],
    }}
    empty={{ title: 'No change proposed', todo: 'Add a section only where its wording should change.' }}
  />
)
