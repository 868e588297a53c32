import { Link, Text } from '@fluentui/react-components'
import { type ReviewFile, settingsOfFile } from '../../../documents/reviewFile.ts'
import { contributorsInOrder } from '../../../documents/reviewPlaces.ts'
import { Contributor, contributorRoles, toBeNamed } from '../../../domain/records/contributor.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { hasReport } from '../../../domain/rules/reviewActs.ts'
import { reportBy } from '../../../domain/rules/reviewDates.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import { FamilySummary } from './FamilySummary.tsx'
import { Sending } from './Sending.tsx'
import { StatusList } from './StatusList.tsx'
import { StepPage } from './StepPage.tsx'

/** The report to everybody who was invited: cover letters, who has a copy and since when. */
export const ReportStep = ({ file }: { file: ReviewFile }) => {
  const { href } = useGo()
  const { review } = file
  const due = review.meetingDate ? reportBy(review.meetingDate, settingsOfFile(file)) : null
  const people = contributorsInOrder(file)
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
      <StatusList
        label="Who has a copy"
        rows={people.map((one) => {
          const has = hasReport(one, review)
          return {
            key: one.key,
            status: has ? 'done' : 'onTrack',
            word: has && one.reportCopySent ? `Sent ${showDay(one.reportCopySent)}` : 'No copy yet',
            name: <Personal>{one.name}</Personal>,
            beside: contributorRoles[one.role],
          }
        })}
      />
      <Sending
        file={file}
        act="report"
        kind="report"
        title="Cover letters for the report"
        people={people.filter((one) => !hasReport(one, review) && one.name !== toBeNamed)}
        sentTo={(sent, on) =>
          sent.map((stored) => ({ type: Contributor, stored, changes: { reportCopySent: on } }))
        }
        later={
          review.reportSent
            ? { words: (count) => `Mark ${count} as sent today`, said: 'Copies marked as sent' }
            : null
        }
        words="Mark the report as sent"
        said="Report marked as sent"
        done="Report sent"
      />
      <FamilySummary file={file} />
      <Link href={href({ at: 'review', key: review.key, block: 'recommendation' })}>
        What the school and each party recommend
      </Link>
    </StepPage>
  )
}
