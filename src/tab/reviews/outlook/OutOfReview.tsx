import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { useReviewSettings } from '../../../ui/useSchool.ts'
import { MeetingsOut } from './MeetingsOut.tsx'
import { OutlookEvent } from './OutlookEvent.tsx'

/** One review's meeting on its way to a calendar: as a file, or into the person's own Outlook. */
export const OutOfReview = ({ file: { review, pupil, school, contributors } }: { file: ReviewFile }) => {
  const settings = useReviewSettings()
  if (!review.meetingDate || !settings.data) return null
  return (
    <>
      <OutlookEvent
        review={review}
        pupil={pupil}
        school={school}
        settings={settings.data}
        contributors={contributors}
      />
      <MeetingsOut review={review} />
    </>
  )
}
