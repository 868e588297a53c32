import { inWords, t } from '../../words/t.ts'
import type { Stored } from '../../domain/record.ts'
import { MeetingPoint } from '../../domain/records/meetingPoint.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { OpeningGate } from '../../ui/disclosure/OpeningGate.tsx'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useAbout, useOne } from '../../ui/records.ts'
import { useAskMayWrite } from '../../ui/useMayAdd.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { useReviewFile } from '../../ui/review/useReviewFile.ts'
import type { Route } from '../routes.ts'
import { Trail } from '../Trail.tsx'
import { Stage } from './Stage.tsx'

/** A review’s meeting while it is held: one part of the agenda at a time, in large type, safe to share. */
export const LiveScreen = ({ reviewKey, part }: { reviewKey: string; part: string | null }) => {
  const review = useOne(Review, reviewKey)
  if (!review.data)
    return (
      <Page title={t`Meeting`}>
        <Loaded queries={[review]} shape={<Waiting />}>
          {() => null}
        </Loaded>
      </Page>
    )
  return <Opened review={review.data} part={part} />
}

const Opened = ({ review, part }: { review: Stored<Review>; part: string | null }) => {
  const pupil = useOne(Pupil, review.pupil)
  useAskMayWrite(pupil.data)
  const back = { words: inWords(Review.fields.type.choices[review.type]), route: reviewOf(review) }
  return (
    <Page
      above={<Trail steps={[back]} />}
      title={
        <>
          {t`Meeting ·`} {pupil.data ? <PupilName pupil={pupil.data} /> : t`Pupil`}
        </>
      }
    >
      <Loaded queries={[pupil]} shape={<Waiting />}>
        {(known) => (
          <OpeningGate pupil={known} what={t`Review`} ofPlan>
            <Meeting review={review} part={part} />
          </OpeningGate>
        )}
      </Loaded>
    </Page>
  )
}
const reviewOf = ({ key }: Stored<Review>): Route => ({ at: 'review', key, block: null })

const Meeting = ({ review, part }: { review: Stored<Review>; part: string | null }) => {
  const { queries, file } = useReviewFile(review)
  const points = useAbout(MeetingPoint, 'review', review.key)
  return (
    <Loaded queries={[...queries, points]} shape={<Waiting />}>
      {() => <Stage file={file()} points={points.data!.records} part={part} />}
    </Loaded>
  )
}
