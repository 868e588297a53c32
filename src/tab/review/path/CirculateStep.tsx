import { inWords, t } from '../../../words/t.ts'
import { Link, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { type ReviewFile, settingsOfFile } from '../../../documents/reviewFile.ts'
import { contributorsInOrder } from '../../../documents/reviewPlaces.ts'
import { Contributor, contributorRoles } from '../../../domain/records/contributor.ts'
import { daysBetween, showDay } from '../../../domain/rules/day.ts'
import { circulateBy } from '../../../domain/rules/reviewDates.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import { Sending } from './Sending.tsx'
import { StatusList } from './StatusList.tsx'
import { StepPage } from './StepPage.tsx'
import { stepPlace } from './steps.ts'
import { useStepStyles } from './stepStyles.ts'

/** Which papers go to whom before the meeting, what is missing, and that they went. */
export const CirculateStep = ({ file }: { file: ReviewFile }) => {
  const styles = useStepStyles()
  const today = useServices().today()
  const { href } = useGo()
  const { review } = file
  const due = review.meetingDate ? circulateBy(review.meetingDate, settingsOfFile(file)) : null
  const papers = contributorsInOrder(file).filter((one) => one.adviceAsked || one.adviceReceived)
  const unsent = papers.filter((one) => one.adviceReceived && !one.adviceCirculated)
  const isLate = due && !review.papersCirculated && today > due.day
  const left = due && !isLate && !review.papersCirculated ? daysBetween(today, due.day) : null
  return (
    <StepPage
      title={t`Papers`}
      says={
        due ? (
          <>
            {t`The advice goes to everybody whom the law has invited by `}
            <Why why={due.why}>{showDay(due.day)}</Why>
            {left !== null &&
              left <= 7 &&
              (left === 0 ? t`: that is today` : `: ${left === 1 ? 'tomorrow' : t`${left} days left`}`)}
            .
          </>
        ) : (
          t`The advice goes to everybody two weeks before the meeting. Set its date first.`
        )
      }
    >
      {isLate && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`The law’s two weeks before the meeting have begun. Send what is here now; the report says what came late.`}</MessageBarBody>
        </MessageBar>
      )}
      {papers.length === 0 ? (
        <Text className={styles.quiet}>
          {t`No advice is asked for or in. `}
          <Link
            href={href({ at: 'review', key: review.key, block: stepPlace('advice') })}
          >{t`Ask for advice`}</Link>
        </Text>
      ) : (
        <StatusList
          label={t`Papers`}
          rows={papers.map((one) => ({
            key: one.key,
            status: one.adviceCirculated ? 'done' : one.adviceReceived ? 'onTrack' : 'dueSoon',
            word: one.adviceCirculated
              ? t`Sent ${showDay(one.adviceCirculated)}`
              : one.adviceReceived
                ? t`Goes with these`
                : t`Not in`,
            name: one.adviceTitle ?? t`Advice: ${inWords(contributorRoles[one.role])}`,
            beside: <Personal>{one.name}</Personal>,
          }))}
        />
      )}
      <Sending
        file={file}
        act="circulate"
        kind="papers"
        title={t`Cover letters for the papers`}
        people={contributorsInOrder(file)}
        aboutMeeting
        // What is marked is the papers, whoever gets them.
        sentTo={(_, on) =>
          unsent.map((stored) => ({ type: Contributor, stored, changes: { adviceCirculated: on } }))
        }
        later={
          review.papersCirculated && unsent.length > 0
            ? {
                words: () =>
                  t`Mark ${unsent.length} late ${unsent.length === 1 ? 'paper' : 'papers'} as sent today`,
                said: t`Late papers marked as sent`,
              }
            : null
        }
        words={t`Mark the papers as circulated`}
        said={t`Papers marked as circulated`}
        done={t`Papers circulated`}
      />
    </StepPage>
  )
}
