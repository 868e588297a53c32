import { t } from '../../../words/t.ts'
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { CalendarRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Review } from '../../../domain/records/review.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { meetingEvent } from '../../../domain/rules/meetingEvent.ts'
import { meetingSettings } from '../../../domain/rules/plannerSettings.ts'
import { settingsFor } from '../../../domain/rules/reviewSettings.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import { showWeekday } from '../../../domain/rules/day.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useReviewSettings, useSchool } from '../../../ui/useSchool.ts'
import { passingList } from '../../register/passingList.ts'

type Dated = Stored<Review> & { readonly meetingDate: Day }

/** The calendar file of one review, or of every meeting from today on: asked for whom first. */
export const MeetingsOut = ({ review: only }: { review?: Stored<Review> }) => {
  const [open, setOpen] = useState(false)
  const reviews = useAll(Review)
  const pupils = useAll(Pupil)
  const settings = useReviewSettings()
  const school = useSchool()
  const { today: todayOf, now, download } = useServices()
  const say = useSay()
  const today = todayOf()
  if (!reviews.data || !pupils.data || !settings.data || school.data === undefined) return null
  const known = new Map(pupils.data.records.map((pupil) => [pupil.key, pupil]))
  const dated = (only ? [only] : reviews.data.records).filter(
    (review): review is Dated =>
      review.meetingDate !== null &&
      known.has(review.pupil) &&
      (only !== undefined || (review.meetingDate >= today && review.stage !== 'closed')),
  )
  const events = dated.map((review) => {
    const pupil = known.get(review.pupil)!
    return meetingEvent(
      review,
      pupil,
      meetingSettings(school.data).minutes,
      settingsFor(pupil, settings.data),
    )
  })
  const about = [...new Map(dated.map(({ pupil }) => [pupil, known.get(pupil)!])).values()]
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<CalendarRegular />}
        disabled={events.length === 0}
        onClick={() => setOpen(true)}
      >{t`Calendar file`}</Button>
      <Dialog open={open} onOpenChange={(_, { open: wanted }) => setOpen(wanted)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{t`Calendar file of ${counted(events.length, 'meeting')}`}</DialogTitle>
            <DialogContent>
              {open && (
                <PassOn
                  passing={passingList({
                    title: t`An .ics file for Outlook or another calendar, with initials and no names`,
                    did: 'exported',
                    what: t`Calendar file`,
                    verb: t`Download`,
                    pupils: about,
                    lines: events.map(({ title, day, begins, place, notes }) => [
                      title,
                      showWeekday(day),
                      begins === null ? '' : showTime(begins),
                      place ?? '',
                      notes,
                    ]),
                    go: async () => {
                      const { calendarFile, calendarType } =
                        await import('../../../documents/calendarFile.ts')
                      const name = only ? t`Review ${only.meetingDate ?? ''}` : t`Review meetings ${today}`
                      download(`${name}.ics`, calendarFile(events, now()), calendarType)
                      return { words: t`Downloaded. Open it with your calendar.` }
                    },
                  })}
                  onDone={({ words }) => {
                    setOpen(false)
                    say(words)
                  }}
                  onClose={() => setOpen(false)}
                />
              )}
            </DialogContent>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  )
}
