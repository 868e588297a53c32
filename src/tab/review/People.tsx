import { inWords, t } from '../../words/t.ts'
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Contributor, contributorRoles } from '../../domain/records/contributor.ts'
import { showDay } from '../../domain/rules/day.ts'
import { inviteeWords, unnamedInvitees } from '../../domain/rules/reviewActs.ts'
import { rightsWithYoungPerson } from '../../domain/rules/reviewDates.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { useServices } from '../../ui/services.tsx'
import { InviteAll } from './InviteAll.tsx'
import { notInvited } from './invitees.ts'

/** Everybody asked to the review: invitation, advice, attendance. Warns where one whom the law names is missing. */
export const People = ({ file }: { file: ReviewFile }) => {
  const { contributors, pupil, review } = file
  const today = useServices().today()
  const ownRight = rightsWithYoungPerson(pupil.dateOfBirth, review.meetingDate ?? today)
  const missing = unnamedInvitees(contributors, ownRight).map((role) => inviteeWords(role, ownRight))
  const waiting = review.invitationsSent ? notInvited(contributors) : []
  return (
    <>
      {missing.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t`The law names more people`}</MessageBarTitle>
            {t`Still to be invited: ${missing.join(', ')} (SEND Regulations 2014, regulation 20(2)).`}
          </MessageBarBody>
        </MessageBar>
      )}
      {waiting.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`No date of invitation for: ${waiting.join(', ')}.`}</MessageBarBody>
          <InviteAll file={file} day={review.invitationsSent!} />
        </MessageBar>
      )}
      <RecordCards
        type={Contributor}
        records={contributors}
        summary={(one) => (
          <TwoLines
            first={<Personal>{one.name}</Personal>}
            second={[
              inWords(contributorRoles[one.role]),
              one.organisation,
              one.invited ? t`invited ${showDay(one.invited)}` : t`not invited yet`,
              one.adviceReceived
                ? t`advice in ${showDay(one.adviceReceived)}`
                : one.adviceAsked && t`advice asked for`,
              one.attended && inWords(Contributor.fields.attended.choices[one.attended]),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        )}
        groups={[
          { fields: ['name', 'role', 'organisation', 'email'] },
          { title: t`Invitation and meeting`, fields: ['invited', 'attended', 'reportCopySent'] },
          {
            title: t`Advice`,
            fields: ['adviceAsked', 'adviceDue', 'adviceReceived', 'adviceTitle', 'adviceCirculated'],
          },
        ]}
        add={{
          words: t`Add a person`,
          given: { review: review.key },
          fields: ['name', 'role', 'organisation', 'email', 'invited', 'attended'],
        }}
        empty={{
          title: t`Nobody is invited yet`,
          todo: t`Add the parents, the head, and those whom the law names.`,
        }}
      />
    </>
  )
}
