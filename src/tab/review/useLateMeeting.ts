import { type ReviewFile, settingsOfFile } from '../../documents/reviewFile.ts'
import { Review } from '../../domain/records/review.ts'
import { type ReviewDue, reviewDue } from '../../domain/rules/reviewDue.ts'
import { useAbout } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'

/** What is due where this review's meeting is overdue, or planned for later than the law allows; null otherwise. */
export const useLateMeeting = (file: ReviewFile): ReviewDue | null => {
  const { review, pupil } = file
  const today = useServices().today()
  const reviews = useAbout(Review, 'pupil', pupil.key)
  const due = reviews.data && reviewDue(pupil, reviews.data.records, settingsOfFile(file), today)
  if (!due || due.review !== review.key) return null
  return due.planned || (due.what === 'Hold meeting by' && due.status === 'overdue') ? due : null
}
