import { t } from '../../../words/t.ts'
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { parentsNotAsked } from '../../../documents/letters/addressees.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { contributorsInOrder } from '../../../documents/reviewPlaces.ts'
import { Contributor } from '../../../domain/records/contributor.ts'
import { Review } from '../../../domain/records/review.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { inviteBy } from '../../../domain/rules/reviewDates.ts'
import { settingsOfFile } from '../../../documents/reviewFile.ts'
import { useServices } from '../../../ui/services.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { focusField } from '../../../ui/focusField.ts'
import { useGo } from '../../routes.ts'
import { AddPeople } from './AddPeople.tsx'
import { FiveInvitees } from './FiveInvitees.tsx'
import { Sending } from './Sending.tsx'
import { StepPage } from './StepPage.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
})

/** Who is invited, the letters, and that they went out. */
export const InviteStep = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const { go, href } = useGo()
  const today = useServices().today()
  const mayWrite = useMayWrite(Review)
  const { review } = file
  const due = review.meetingDate ? inviteBy(review.meetingDate, settingsOfFile(file)) : null
  const waiting = contributorsInOrder(file).filter(({ invited }) => !invited)
  const missing = parentsNotAsked(file)
  return (
    <StepPage
      title={t`Invite`}
      says={
        due ? (
          <>
            {t`Everybody needs at least two weeks’ notice: by`} <Why why={due.why}>{showDay(due.day)}</Why>.
          </>
        ) : (
          t`Set the date of the meeting first; the letters and the dates follow from it.`
        )
      }
    >
      {!review.meetingDate && mayWrite && (
        <div>
          <Button
            appearance="primary"
            onClick={() => {
              go({ at: 'review', key: review.key, block: 'meeting' })
              focusField('meetingDate')
            }}
          >{t`Set the meeting date`}</Button>
        </div>
      )}
      {due && !review.invitationsSent && today > due.day && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`Two weeks’ notice is no longer possible for ${showDay(review.meetingDate!)}. Move the meeting, or agree the shorter notice with the family and say so below.`}</MessageBarBody>
        </MessageBar>
      )}
      <FiveInvitees file={file} />
      {missing.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`${missing.length === 1 ? t`One person` : t`${missing.length} people`} with parental responsibility ${missing.length === 1 ? t`is` : t`are`} not on the list. Add them below, or check the contact first.`}</MessageBarBody>
        </MessageBar>
      )}
      <AddPeople file={file} />
      <Sending
        file={file}
        act="invite"
        kind="invitation"
        title={t`Letters of invitation`}
        people={waiting}
        aboutMeeting
        toChild
        sentTo={(sent, on) => sent.map((stored) => ({ type: Contributor, stored, changes: { invited: on } }))}
        later={
          review.invitationsSent
            ? { words: (count) => t`Mark ${count} as invited today`, said: t`Marked as invited` }
            : null
        }
        words={t`Mark the invitations as sent`}
        said={t`Invitations marked as sent`}
        done={t`Invitations sent`}
      />
      {review.invitesOverride && (
        <Text className={styles.quiet}>{t`Not everybody whom the law names: ${review.invitesOverride}`}</Text>
      )}
      <Link
        href={href({ at: 'review', key: review.key, block: 'people' })}
      >{t`Names, roles, email addresses and dates of everybody`}</Link>
    </StepPage>
  )
}
