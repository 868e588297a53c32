import { Link, Text } from '@fluentui/react-components'
import { addresseeOf } from '../../../documents/letters/addressees.ts'
import { batchOf } from '../../../documents/letters/letters.ts'
import { type ReviewFile, settingsOfFile } from '../../../documents/reviewFile.ts'
import { contributorsInOrder } from '../../../documents/reviewPlaces.ts'
import { Contributor, contributorRoles, toBeNamed } from '../../../domain/records/contributor.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { hasReport } from '../../../domain/rules/reviewActs.ts'
import { reportBy } from '../../../domain/rules/reviewDates.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useGo } from '../../routes.ts'
import { Letters } from './Letters.tsx'
import { MarkStep } from './MarkStep.tsx'
import { StepPage } from './StepPage.tsx'
import { useChanges } from './useChanges.ts'
import { useStepStyles } from './stepStyles.ts'

/** The report to everybody who was invited: cover letters, who has a copy and since when. */
export const ReportStep = ({ file }: { file: ReviewFile }) => {
  const styles = useStepStyles()
  const { href } = useGo()
  const today = useServices().today()
  const { change, trouble } = useChanges()
  const { review } = file
  const due = review.meetingDate ? reportBy(review.meetingDate, settingsOfFile(file)) : null
  const people = contributorsInOrder(file)
  const without = people.filter((one) => !hasReport(one, review) && one.name !== toBeNamed)
  const sentTo = (keys: ReadonlySet<string | null> | null, on: string) =>
    without
      .filter(({ key }) => keys === null || keys.has(key))
      .map((stored) => ({ type: Contributor, stored, changes: { reportCopySent: on } }))
  return (
    <StepPage
      title="Report"
      says={
        due ? (
          <>
            The report goes to everybody who was invited by <Why why={due.why}>{showDay(due.day)}</Why>, with
            the advice. The minutes are the report: download them or save them to the library.
          </>
        ) : (
          'The report goes to everybody who was invited within two weeks of the meeting.'
        )
      }
    >
      {review.version !== null && review.version > 1 && (
        <Text>
          This is version {review.version}: {review.reopenedWhy} Copies sent before{' '}
          {review.reopened && showDay(review.reopened)} were of the version before.
        </Text>
      )}
      <ul className={styles.list} aria-label="Who has a copy">
        {people.map((one) => {
          const has = hasReport(one, review)
          return (
            <li key={one.key} className={styles.row}>
              <StatusMark
                status={has ? 'done' : 'onTrack'}
                word={has && one.reportCopySent ? `Sent ${showDay(one.reportCopySent)}` : 'No copy yet'}
              />
              <span>
                <Personal>{one.name}</Personal>{' '}
                <Text size={200} className={styles.quiet}>
                  {contributorRoles[one.role]}
                </Text>
              </span>
            </li>
          )
        })}
      </ul>
      <Letters
        file={file}
        title="Cover letters for the report"
        people={without.map((one) => addresseeOf(one, file, today))}
        ticked={(to) => to.as !== 'child'}
        batchOf={(chosen) => batchOf('report', file, chosen, today)}
        {...(review.reportSent
          ? {
              mark: {
                words: (count: number) => `Mark ${count} as sent today`,
                onMark: (chosen) =>
                  void change(sentTo(new Set(chosen.map(({ key }) => key)), today), 'Copies marked as sent'),
              },
            }
          : {})}
      />
      {trouble && <Text role="alert">Not saved: {whyNotSaved(trouble)}. Press the button again.</Text>}
      <MarkStep
        file={file}
        act="report"
        words="Mark the report as sent"
        said="Report marked as sent"
        done="Report sent"
        also={(on) => sentTo(null, on)}
      />
      <Link href={href({ at: 'review', key: review.key, block: 'recommendation' })}>
        What the school and each party recommend
      </Link>
    </StepPage>
  )
}
