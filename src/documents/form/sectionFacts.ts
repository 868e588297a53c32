import { planSections } from '../../domain/rules/codes.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { derived, type Fact, lines, titled } from './fact.ts'

/** What a review says of each section of the plan: changed or not, as it is worded and as it should be. */
export const sectionFacts: readonly Fact[] = Object.entries(planSections).flatMap(
  ([section, label]): Fact[] => {
    const changes = (file: ReviewFile) => file.sectionChanges.filter((each) => each.section === section)
    // A plan to be amended with no change written down is unfinished, not unchanged.
    const said = ({ review, sectionChanges }: ReviewFile) =>
      sectionChanges.some((each) => each.section === section)
        ? 'amend'
        : sectionChanges.length > 0 || review.recommendation === 'maintain'
          ? 'same'
          : 'unsaid'
    return [
      {
        id: `section.${section}`,
        label: `Section ${label}: changed or not`,
        codes: { amend: 'Amend', same: 'No change' },
        isDay: false,
        text: (file) => ({ amend: 'Amend', same: 'No change', unsaid: '' })[said(file)],
        code: (file) => {
          const now = said(file)
          return now === 'unsaid' ? null : now
        },
      },
      derived(`section.${section}.proposed`, `Section ${label}: proposed wording`, (file) =>
        changes(file)
          .map(({ proposed, evidence }) => lines(proposed, titled('Evidence', evidence)))
          .join('\n'),
      ),
      derived(`section.${section}.current`, `Section ${label}: current wording`, (file) =>
        changes(file)
          .map(({ current }) => current)
          .filter(Boolean)
          .join('\n'),
      ),
    ]
  },
)
