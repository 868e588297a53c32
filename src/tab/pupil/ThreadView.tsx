import { Button } from '@fluentui/react-components'
import type { Stored } from '../../domain/record.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { showDay } from '../../domain/rules/day.ts'
import { reviewDue } from '../../domain/rules/reviewDue.ts'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { useAbout } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useReviewSettings } from '../../ui/useSchool.ts'
import { useGo } from '../routes.ts'
import { NextDue } from './NextDue.tsx'
import { Strands } from './Strands.tsx'
import { threadOf } from './thread.ts'
import { usePupilRecords } from './usePupilRecords.ts'
import { Waiting } from './Waiting.tsx'

/** Need → outcome → provision → last review, one line an outcome; every break in it with a button that mends it. */
export const ThreadView = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const today = useServices().today()
  const { needs, outcomes, allocations, provisions, reviews } = usePupilRecords(pupil.key)
  const settings = useReviewSettings()
  const held = (reviews.data?.records ?? [])
    .filter(
      ({ meetingDate, stage }) =>
        meetingDate && ['meetingHeld', 'reportSent', 'decided', 'closed'].includes(stage),
    )
    .toSorted((a, b) => ((a.meetingDate ?? '') < (b.meetingDate ?? '') ? 1 : -1))[0]
  const progress = useAbout(OutcomeProgress, 'review', held?.key ?? pupil.key)
  return (
    <Loaded queries={[needs, outcomes, allocations, provisions, reviews, settings]} shape={<Waiting />}>
      {(needList, outcomeList, given, offered, reviewList, reviewSettings) => {
        const due = reviewDue(pupil, reviewList.records, reviewSettings, today)
        const thread = threadOf(needList.records, outcomeList.records, given.records, today)
        const named = (key: string) => offered.records.find((one) => one.key === key)?.name ?? 'Provision'
        const found = (outcome: string) => progress.data?.records.find((one) => one.outcome === outcome)
        return (
          <>
            <Unreadable listings={[needList, outcomeList, given, offered, reviewList]} />
            {due && <NextDue due={due} pupil={pupil.key} />}
            {thread.strands.length === 0 && thread.loose.length === 0 ? (
              <Empty pupil={pupil.key} />
            ) : (
              <Strands
                thread={thread}
                pupil={pupil.key}
                named={named}
                reviewOf={(outcome) => {
                  const row = found(outcome)
                  return row?.rating
                    ? `${OutcomeProgress.fields.rating.choices[row.rating]}${held?.meetingDate ? `, ${showDay(held.meetingDate)}` : ''}`
                    : null
                }}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

const Empty = ({ pupil }: { pupil: string }) => {
  const { go } = useGo()
  return (
    <Notice
      title="The thread starts with a need"
      todo="Record what makes learning harder for this child; then what should become possible, and what is done for it."
      action={
        <Button appearance="primary" onClick={() => go({ at: 'pupil', key: pupil, section: 'needs' })}>
          Add a need
        </Button>
      }
    />
  )
}
