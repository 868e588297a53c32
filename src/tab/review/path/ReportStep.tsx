import { inWords, t } from '../../../words/t.ts'
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
      title={t`Report`}
      says={
        due ? (
          <>
            {t`The report goes to everybody who was invited by`} <Why why={due.why}>{showDay(due.day)}</Why>
            {t`, with the advice. The minutes are the report: download them or save them to the library.`}
          </>
        ) : (
          t`The report goes to everybody who was invited within two weeks of the meeting.`
        )
      }
    >
      {review.version !== null && review.version > 1 && (
        <Text>
          {t`This is version ${review.version}:`} {review.reopenedWhy} {t`Copies sent before `}
          {review.reopened && showDay(review.reopened)} {t`were of the version before.`}
        </Text>
      )}
      <StatusList
        label={t`Who has a copy`}
        rows={people.map((one) => {
          const has = hasReport(one, review)
          return {
            key: one.key,
            status: has ? 'done' : 'onTrack',
            word: has && one.reportCopySent ? t`Sent ${showDay(one.reportCopySent)}` : t`No copy yet`,
            name: <Personal>{one.name}</Personal>,
            beside: inWords(contributorRoles[one.role]),
          }
        })}
      />
      <Sending
        file={file}
        act="report"
        kind="report"
        title={t`Cover letters for the report`}
        people={people.filter((one) => !hasReport(one, review) && one.name !== toBeNamed)}
        sentTo={(sent, on) =>
          sent.map((stored) => ({ type: Contributor, stored, changes: { reportCopySent: on } }))
        }
        later={
          review.reportSent
            ? { words: (count) => t`Mark ${count} as sent today`, said: t`Copies marked as sent` }
            : null
        }
        words={t`Mark the report as sent`}
        said={t`Report marked as sent`}
        done={t`Report sent`}
      />
      <FamilySummary file={file} />
      <Link
        href={href({ at: 'review', key: review.key, block: 'recommendation' })}
      >{t`What the school and each party recommend`}</Link>
    </StepPage>
  )
}
