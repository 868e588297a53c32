import { inWords, t } from '../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { recommendations, Review, reviewStages } from '../../domain/records/review.ts'
import { showDay } from '../../domain/rules/day.ts'
import { reviewDue } from '../../domain/rules/reviewDue.ts'
import { Loaded, Notice, TroubleNotice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useReviewSettings, useSchool } from '../../ui/useSchool.ts'
import { Due } from '../register/cells.tsx'
import { useNewReview } from '../review/useNewReview.ts'
import { useGo } from '../routes.ts'
import { usePupilRecords } from '../../ui/usePupilRecords.ts'
import { Waiting } from './Waiting.tsx'
import { YearSummary } from './YearSummary.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '8px 0', padding: 0, maxWidth: '900px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 16px',
    padding: '10px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  when: { minWidth: '220px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The pupil's reviews, newest first, and the button that begins the next. */
export const ReviewList = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const { href, go } = useGo()
  const today = useServices().today()
  const { reviews, contacts, outcomes, allocations } = usePupilRecords(pupil.key)
  const school = useSchool()
  const reviewSettings = useReviewSettings()
  const { make, state } = useNewReview()
  const mayWrite = useMayWrite(Review)
  return (
    <Loaded queries={[reviews, contacts, outcomes, allocations, school, reviewSettings]} shape={<Waiting />}>
      {(list, contactList, outcomeList, given, settled, settings) => {
        const due = reviewDue(pupil, list.records, settings, today)
        const begin = async () => {
          const key = await make({
            pupil,
            school: settled,
            settings,
            contacts: contactList.records,
            outcomes: outcomeList.records,
            allocations: given.records,
            reviews: list.records,
            today,
          })
          if (key) go({ at: 'review', key, block: null })
        }
        const button = mayWrite && (
          <Button
            appearance="primary"
            icon={<AddRegular />}
            disabled={state.is === 'storing'}
            onClick={() => void begin()}
          >
            {state.is === 'storing' ? t`Making the review: ${state.done} of ${state.of}` : t`New review`}
          </Button>
        )
        const sorted = list.records.toSorted((a, b) =>
          (a.meetingDate ?? '9') < (b.meetingDate ?? '9') ? 1 : -1,
        )
        return (
          <>
            <Unreadable listings={[list]} />
            {state.is === 'stopped' && <TroubleNotice trouble={state.trouble} retry={() => void begin()} />}
            {due && <Due due={due} wrap />}
            {sorted.length === 0 ? (
              <Notice
                title={t`No review yet`}
                todo={t`A new review begins with the people whom the law names, the plan’s outcomes and its Section F lines.`}
                action={button}
              />
            ) : (
              <>
                <ul className={styles.list}>
                  {sorted.map((review) => (
                    <li key={review.key} className={styles.row}>
                      <Link
                        className={styles.when}
                        href={href({ at: 'review', key: review.key, block: null })}
                      >
                        {inWords(Review.fields.type.choices[review.type])}
                        {review.meetingDate ? `, ${showDay(review.meetingDate)}` : t`, no date yet`}
                      </Link>
                      <Text>{inWords(reviewStages[review.stage])}</Text>
                      {(review.decision ?? review.recommendation) && (
                        <Text className={styles.quiet}>
                          {review.decision
                            ? t`Authority: ${inWords(recommendations[review.decision]).toLowerCase()}`
                            : t`School: ${inWords(recommendations[review.recommendation!]).toLowerCase()}`}
                        </Text>
                      )}
                    </li>
                  ))}
                </ul>
                {button}
                {pupil.status === 'E' && (
                  <YearSummary pupil={pupil} contacts={contactList.records} school={settled} />
                )}
              </>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
