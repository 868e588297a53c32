import { addresseeOf } from '../../../documents/letters/addressees.ts'
import { letterKinds } from '../../../documents/letters/letter.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { useMayGo } from '../../../ui/letters/useContactAnswers.ts'
import { useServices } from '../../../ui/services.tsx'
import { useReviewSettings } from '../../../ui/useSchool.ts'
import { MeetingsOut } from './MeetingsOut.tsx'
import { OutlookEvent } from './OutlookEvent.tsx'

/** One review's meeting on its way to a calendar: as a file, or into the person's own Outlook. */
export const OutOfReview = ({ file }: { file: ReviewFile }) => {
  const { review, pupil, school, contributors } = file
  const settings = useReviewSettings()
  const today = useServices().today()
  const { mayGo } = useMayGo(pupil.key, review.key, letterKinds.invitation)
  if (!review.meetingDate || !settings.data) return null
  return (
    <>
      <OutlookEvent
        review={review}
        pupil={pupil}
        school={school}
        settings={settings.data}
        // Whom somebody has to be asked about first is offered once the letter of invitation may go.
        contributors={contributors.filter((one) => mayGo(addresseeOf(one, file, today)))}
      />
      <MeetingsOut review={review} />
    </>
  )
}
