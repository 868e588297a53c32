import { Link, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { addresseeOf } from '../../../documents/letters/addressees.ts'
import { batchOf } from '../../../documents/letters/letters.ts'
import { type ReviewFile, settingsOfFile } from '../../../documents/reviewFile.ts'
import { contributorsInOrder } from '../../../documents/reviewPlaces.ts'
import { Contributor, contributorRoles } from '../../../domain/records/contributor.ts'
import { daysBetween, showDay } from '../../../domain/rules/day.ts'
import { circulateBy } from '../../../domain/rules/reviewDates.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useGo } from '../../routes.ts'
import { Letters } from './Letters.tsx'
import { MarkStep } from './MarkStep.tsx'
import { StepPage } from './StepPage.tsx'
import { stepPlace } from './steps.ts'
import { useChanges } from './useChanges.ts'
import { useStepStyles } from './stepStyles.ts'

/** Which papers go to whom before the meeting, what is missing, and that they went. */
export const CirculateStep = ({ file }: { file: ReviewFile }) => {
  const styles = useStepStyles()
  const today = useServices().today()
  const { href } = useGo()
  const { change, trouble } = useChanges()
  const { review } = file
  const due = review.meetingDate ? circulateBy(review.meetingDate, settingsOfFile(file)) : null
  const papers = contributorsInOrder(file).filter((one) => one.adviceAsked || one.adviceReceived)
  const unsent = papers.filter((one) => one.adviceReceived && !one.adviceCirculated)
  const sentOn = (on: string) =>
    unsent.map((stored) => ({ type: Contributor, stored, changes: { adviceCirculated: on } }))
  const isLate = due && !review.papersCirculated && today > due.day
  const left = due && !isLate && !review.papersCirculated ? daysBetween(today, due.day) : null
  return (
    <StepPage
      title="Papers"
      says={
        due ? (
          <>
            The advice goes to everybody whom the law has invited by{' '}
            <Why why={due.why}>{showDay(due.day)}</Why>
            {left !== null &&
              left <= 7 &&
              (left === 0 ? ': that is today' : `: ${left === 1 ? 'tomorrow' : `${left} days left`}`)}
            .
          </>
        ) : (
          'The advice goes to everybody two weeks before the meeting. Set its date first.'
        )
      }
    >
      {isLate && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            The law’s two weeks before the meeting have begun. Send what is here now; the report says what
            came late.
          </MessageBarBody>
        </MessageBar>
      )}
      {papers.length === 0 ? (
        <Text className={styles.quiet}>
          No advice is asked for or in.{' '}
          <Link href={href({ at: 'review', key: review.key, block: stepPlace('advice') })}>
            Ask for advice
          </Link>
        </Text>
      ) : (
        <ul className={styles.list} aria-label="Papers">
          {papers.map((one) => (
            <li key={one.key} className={styles.row}>
              <StatusMark
                status={one.adviceCirculated ? 'done' : one.adviceReceived ? 'onTrack' : 'dueSoon'}
                word={
                  one.adviceCirculated
                    ? `Sent ${showDay(one.adviceCirculated)}`
                    : one.adviceReceived
                      ? 'Goes with these'
                      : 'Not in'
                }
              />
              <span>
                {one.adviceTitle ?? `Advice: ${contributorRoles[one.role]}`}{' '}
                <Text size={200} className={styles.quiet}>
                  <Personal>{one.name}</Personal>
                </Text>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Letters
        file={file}
        title="Cover letters for the papers"
        aboutMeeting
        people={contributorsInOrder(file).map((one) => addresseeOf(one, file, today))}
        ticked={(to) => to.as !== 'child'}
        batchOf={(people) => batchOf('papers', file, people, today)}
        {...(review.papersCirculated && unsent.length > 0
          ? {
              mark: {
                words: () =>
                  `Mark ${unsent.length} late ${unsent.length === 1 ? 'paper' : 'papers'} as sent today`,
                onMark: () => void change(sentOn(today), 'Late papers marked as sent'),
              },
            }
          : {})}
      />
      {trouble && <Text role="alert">Not saved: {whyNotSaved(trouble)}. Press the button again.</Text>}
      <MarkStep
        file={file}
        act="circulate"
        words="Mark the papers as circulated"
        said="Papers marked as circulated"
        done="Papers circulated"
        also={sentOn}
      />
    </StepPage>
  )
}
