import type { Stored } from '../../domain/record.ts'
import { Review } from '../../domain/records/review.ts'
import { useDraft } from '../drafts.tsx'
import { useServices } from '../services.tsx'

/** When the meeting began, in milliseconds, and its beginning: said once in the record, shown wherever it is looked at. */
export const useBegun = (review: Stored<Review>) => {
  const { now } = useServices()
  const draft = useDraft(Review, review)
  const told = draft.valueOf('meetingBegan')
  return {
    began: typeof told === 'string' ? Date.parse(told) : null,
    begin: () => {
      draft.set('meetingBegan', now().toISOString())
      void draft.flush()
    },
  }
}
