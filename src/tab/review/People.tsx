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
            <MessageBarTitle>The law names more people</MessageBarTitle>
            Still to be invited: {missing.join(', ')} (SEND Regulations 2014, regulation 20(2)).
          </MessageBarBody>
        </MessageBar>
      )}
      {waiting.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>No date of invitation for: {waiting.join(', ')}.</MessageBarBody>
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
              contributorRoles[one.role],
              one.organisation,
              one.invited ? `invited ${showDay(one.invited)}` : 'not invited yet',
              one.adviceReceived
                ? `advice in ${showDay(one.adviceReceived)}`
                : one.adviceAsked && 'advice asked for',
              one.attended && Contributor.fields.attended.choices[one.attended],
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        )}
        groups={[
          { fields: ['name', 'role', 'organisation', 'email'] },
          { title: 'Invitation and meeting', fields: ['invited', 'attended', 'reportCopySent'] },
          {
            title: 'Advice',
            fields: ['adviceAsked', 'adviceDue', 'adviceReceived', 'adviceTitle', 'adviceCirculated'],
          },
        ]}
        add={{
          words: 'Add a person',
          given: { review: review.key },
          fields: ['name', 'role', 'organisation', 'email', 'invited', 'attended'],
        }}
        empty={{
          title: 'Nobody is invited yet',
          todo: 'Add the parents, the head, and those whom the law names.',
        }}
      />
    </>
  )
}
