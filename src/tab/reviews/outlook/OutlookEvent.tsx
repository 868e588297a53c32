import { inWords, t } from '../../../words/t.ts'
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { CalendarAddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { contributorRoles, type Contributor } from '../../../domain/records/contributor.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Review } from '../../../domain/records/review.ts'
import type { School } from '../../../domain/records/school.ts'
import { initialsOf } from '../../../domain/rules/meetingEvent.ts'
import type { ReviewSettings } from '../../../domain/rules/reviewSettings.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useReturnFocus } from '../../../ui/useReturnFocus.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { hasMoved, notedIn, useOutlook } from './useOutlook.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  people: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Props = {
  review: Stored<Review>
  pupil: Stored<Pupil>
  school: School | null
  settings: ReviewSettings
  contributors: readonly Stored<Contributor>[]
}

/** The meeting in the person’s own Outlook calendar. Nobody is invited unless they are ticked. */
export const OutlookEvent = (props: Props) => {
  const { review } = props
  const mayWrite = useMayWrite(Review)
  if (!mayWrite || !review.meetingDate || review.stage === 'closed') return null
  return <Event {...props} />
}

const Event = ({ review, pupil, school, settings, contributors }: Props) => {
  const styles = useStyles()
  const services = useServices()
  const me = useQuery({ queryKey: ['me', services.school.id], queryFn: () => services.me() })
  const { state, add, update, remove, consent, leave } = useOutlook(review, { pupil, school, settings })
  const [asking, setAsking] = useState(false)
  const event = notedIn(review)
  const mine = event !== null && me.data !== undefined && event.person === me.data.id
  const busy = state.is === 'working'
  return (
    <>
      <span className={styles.row}>
        {mine ? (
          <>
            <Text className={styles.quiet}>
              {hasMoved(review, event) ? t`Outlook still has the old time` : t`In your Outlook calendar`}
            </Text>
            {hasMoved(review, event) && (
              <Button
                size="small"
                disabled={busy}
                onClick={() => void update()}
              >{t`Move it in Outlook`}</Button>
            )}
            <Button
              size="small"
              appearance="subtle"
              disabled={busy}
              onClick={() => void remove()}
            >{t`Take it out of Outlook`}</Button>
          </>
        ) : (
          <>
            {event && me.data && <Text className={styles.quiet}>{t`In a colleague’s Outlook calendar`}</Text>}
            <Button
              size="small"
              appearance="subtle"
              icon={<CalendarAddRegular />}
              disabled={busy}
              onClick={() => setAsking(true)}
            >
              {event && me.data ? t`Put it in mine instead` : t`Put it in Outlook`}
            </Button>
          </>
        )}
      </span>
      {state.is === 'consent' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t`To write in your calendar, Microsoft asks you once whether this app may. It writes review meetings there and nothing else.`}</MessageBarBody>
          <MessageBarActions>
            <Button
              appearance="primary"
              onClick={() => void consent(state.again)}
            >{t`Let Microsoft ask me`}</Button>
            <Button onClick={leave}>{t`Not now`}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {state.is === 'refused' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`Your calendar stays as it is: this app was not allowed to write in it. Everything else works without it. You can download the calendar file instead, or ask whoever looks after Microsoft 365 at your school to allow “Calendars.ReadWrite”.`}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void consent(state.again)}>{t`Try again`}</Button>
            <Button onClick={leave}>{t`Close`}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {state.is === 'failed' && <TroubleNotice trouble={state.trouble} />}
      {asking && (
        <AskInvite
          title={`${inWords(Review.fields.type.choices[review.type])} ${initialsOf(pupil)}`}
          contributors={contributors}
          onClose={() => setAsking(false)}
          onGo={(invite) => {
            setAsking(false)
            void add(invite.length > 0 ? invite : undefined)
          }}
        />
      )}
    </>
  )
}

const AskInvite = ({
  title,
  contributors,
  onClose,
  onGo,
}: {
  title: string
  contributors: readonly Stored<Contributor>[]
  onClose: () => void
  onGo: (invite: readonly { name: string; email: string }[]) => void
}) => {
  const styles = useStyles()
  useReturnFocus()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const withAddress = contributors.filter(({ email }) => email?.includes('@'))
  const toggle = (key: string) =>
    setTicked((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t`Put “${title}” in your Outlook calendar`}</DialogTitle>
          <DialogContent>
            <Text
              block
            >{t`It is marked private and holds initials, the place and the dates of the law: no name and nothing about the pupil.`}</Text>
            {withAddress.length > 0 && (
              <div className={styles.people} role="group" aria-label={t`Whom Outlook invites`}>
                <Text
                  block
                  style={{ marginTop: 12 }}
                >{t`Should Outlook also invite anybody? Whoever you tick gets an email from you with this. It does not take the place of the letter of invitation.`}</Text>
                {withAddress.map(({ key, name, role, email }) => (
                  <Checkbox
                    key={key}
                    checked={ticked.has(key)}
                    onChange={() => toggle(key)}
                    label={`${name} · ${inWords(contributorRoles[role])} · ${email}`}
                  />
                ))}
              </div>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t`Cancel`}</Button>
            <Button
              appearance="primary"
              onClick={() =>
                onGo(
                  withAddress
                    .filter(({ key }) => ticked.has(key))
                    .map(({ name, email }) => ({ name, email: email! })),
                )
              }
            >
              {ticked.size === 0 ? t`Put it in, invite nobody` : t`Put it in and invite ${ticked.size}`}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
