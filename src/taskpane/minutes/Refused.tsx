import { t } from '../../words/t.ts'
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import type { Refusal } from '../../documents/readBack.ts'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import type { ReviewOption } from './reviewOptions.ts'

/** Why this document is not read back against this review, by the name of the review that it is of. */
export const Refused = ({
  refusal,
  other,
  onGo,
}: {
  refusal: Refusal
  /** The review that it is of, where this school has it. */
  other: ReviewOption | undefined
  onGo: (reviewKey: string) => void
}) => {
  const named = other ? (
    <>
      <PupilName pupil={other.pupil} />: {other.words}
    </>
  ) : (
    t`a review that isn’t in this school’s records`
  )
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        {refusal.why === 'noFields' && (
          <>
            <MessageBarTitle>{t`Nothing to read back`}</MessageBarTitle>
            {t`No field of a review is in this document. Either the minutes were never inserted here, or it was saved by a program that drops the fields, as LibreOffice does.`}
          </>
        )}
        {refusal.why === 'otherReview' && (
          <>
            <MessageBarTitle>{t`This document is about another review`}</MessageBarTitle>
            {t`It is about`} {named}
            {t`. Nothing was read back.`}
          </>
        )}
        {refusal.why === 'twoReviews' && (
          <>
            <MessageBarTitle>{t`Two reviews in one document`}</MessageBarTitle>
            {t`Parts of another review stand here too:`} {named}
            {t`. Take them out, then read back.`}
          </>
        )}
      </MessageBarBody>
      {refusal.why === 'otherReview' && other && (
        <MessageBarActions>
          <Button onClick={() => onGo(other.review.key)}>{t`Go to that review`}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
