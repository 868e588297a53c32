import { t } from '../../../words/t.ts'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Review } from '../../../domain/records/review.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { meetingEvent } from '../../../domain/rules/meetingEvent.ts'
import { meetingSettings } from '../../../domain/rules/plannerSettings.ts'
import { settingsFor, type ReviewSettings } from '../../../domain/rules/reviewSettings.ts'
import type { School } from '../../../domain/records/school.ts'
import type { Invitee } from '../../../graph/calendar.ts'
import { useLog } from '../../../ui/disclosure/useLog.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'

/** Whose calendar an event is in, and what it held when it was last written. */
type Noted = { readonly person: string; readonly id: string; readonly day: string; readonly time: string }

/** `person id day time` in one field of the review: an event is in one person's own calendar. */
export const notedIn = ({ calendarEvent }: Pick<Review, 'calendarEvent'>): Noted | null => {
  const [person, id, day = '', time = ''] = (calendarEvent ?? '').split(' ')
  return person && id ? { person, id, day, time } : null
}
const timeOf = ({ meetingTime }: Pick<Review, 'meetingTime'>) => (meetingTime ?? '').replaceAll(/\s+/g, '')
const noted = (person: string, id: string, review: Stored<Review>) =>
  `${person} ${id} ${review.meetingDate ?? ''} ${timeOf(review)}`.trim().slice(0, 255)

/** Whether the meeting moved since its event was last written. */
export const hasMoved = (review: Stored<Review>, event: Noted): boolean =>
  event.day !== review.meetingDate || event.time !== timeOf(review)

type State =
  | { readonly is: 'ready' | 'working' }
  /** Microsoft has to ask the person first, in a window that a click opens. */
  | { readonly is: 'consent'; readonly again: () => Promise<void> }
  | { readonly is: 'refused'; readonly again: () => Promise<void> }
  | { readonly is: 'failed'; readonly trouble: Trouble }

/** Puts a review's meeting into the person's own Outlook calendar, moves it there, takes it away. */
export const useOutlook = (
  review: Stored<Review>,
  { pupil, school, settings }: { pupil: Pupil; school: School | null; settings: ReviewSettings },
) => {
  const { calendar, records, me, signIn } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { log } = useLog()
  const [state, setState] = useState<State>({ is: 'ready' })

  const attempt = async (work: () => Promise<void>) => {
    setState({ is: 'working' })
    try {
      await work()
      setState({ is: 'ready' })
    } catch (thrown) {
      const trouble = troubleOf(thrown)
      const again = () => attempt(work)
      // Without consent there is no token; with one that lacks it Graph refuses.
      if (trouble.code === 'signedOut') setState({ is: 'consent', again })
      else if (trouble.code === 'noAccess') setState({ is: 'refused', again })
      else setState({ is: 'failed', trouble })
    }
  }
  const store = async (calendarEvent: string | null) => {
    const all = records.store(Review)
    put(Review, await all.update(await all.byKey(review.key), { calendarEvent }))
  }
  const write = (said: string, invite?: readonly Invitee[]) =>
    attempt(async () => {
      const { id: person } = await me()
      const own = settingsFor(pupil, settings)
      const { minutes } = meetingSettings(school)
      const event = meetingEvent(review as Stored<Review> & { meetingDate: Day }, pupil, minutes, own)
      const before = notedIn(review)
      const known = before?.person === person ? before.id : null
      const id = await calendar.put(event, known, invite)
      // An invitation leaves the school with the meeting in it: that is logged as any sending is.
      if (invite && invite.length > 0)
        log.did({
          did: 'sent',
          what: t`Meeting invitation`,
          purpose: log.purposeFor(review.pupil) ?? 'review',
          pupil: review.pupil,
          note: invite.length === 1 ? t`To one person` : t`To ${invite.length} people`,
        })
      await store(noted(person, id, review))
      say(said)
    })
  return {
    state,
    add: (invite?: readonly Invitee[]) => write(t`In your Outlook calendar`, invite),
    update: () => write(t`Moved in your Outlook calendar`),
    remove: () =>
      attempt(async () => {
        const before = notedIn(review)
        const { id: person } = await me()
        if (before?.person === person) await calendar.cancel(before.id)
        await store(null)
        say(t`Taken out of your Outlook calendar`)
      }),
    /** From a click: opens Microsoft’s own question, then goes on. */
    consent: async (again: () => Promise<void>) => {
      setState({ is: 'working' })
      try {
        await signIn()
      } catch {
        setState({ is: 'refused', again })
        return
      }
      await again()
    },
    leave: () => setState({ is: 'ready' }),
  }
}
