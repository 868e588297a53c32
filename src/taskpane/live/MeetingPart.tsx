import { t } from '../../words/t.ts'
import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { reviewsIn } from '../../documents/readBack.ts'
import { MeetingPoint } from '../../domain/records/meetingPoint.ts'
import { Review } from '../../domain/records/review.ts'
import { adultsOf } from '../../ui/disclosure/passOn.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useFresh } from '../../ui/meeting/useFresh.ts'
import { useAbout, useOne } from '../../ui/records.ts'
import { useReviewFile } from '../../ui/review/useReviewFile.ts'
import { useAskMayWrite } from '../../ui/useMayAdd.ts'
import { WordingAboutContext } from '../../ui/wording/useWording.ts'
import { openDocumentQuery } from '../minutes/openDocument.ts'
import type { PartProps } from '../parts.ts'
import { Meeting } from './Meeting.tsx'
import { useWatch } from './useWatch.ts'

const Shape = () => (
  <Skeleton aria-label={t`Loading the meeting`} style={{ display: 'grid', gap: 12 }}>
    {[24, 32, 32, 96, 32, 32].map((size, at) => (
      <SkeletonItem key={at} style={{ height: size }} />
    ))}
  </Skeleton>
)

/** The meeting of the review, beside its minutes. Nothing is read before somebody looks at it. */
export const MeetingPart = (props: PartProps) => {
  const [met, setMet] = useState(props.looked)
  if (props.looked && !met) setMet(true)
  return met ? <Opened {...props} /> : null
}

const Opened = (props: PartProps) => {
  const { option } = props
  const review = useOne(Review, option.review.key)
  const { queries, file } = useReviewFile(review.data ?? option.review)
  const points = useAbout(MeetingPoint, 'review', option.review.key)
  useAskMayWrite(option.pupil)
  return (
    <Loaded queries={[...queries, points]} shape={<Shape />}>
      {() => (
        <Beside
          {...props}
          file={file()}
          parked={points.data!.records.filter(({ state }) => state === 'parked').length}
        />
      )}
    </Loaded>
  )
}

/** The record and the open document beside each other, and whose names belong in their texts. */
const Beside = ({ file, parked, ...props }: PartProps & { file: ReviewFile; parked: number }) => {
  const { looked, busy } = props
  const { data, isSuccess } = useQuery(openDocumentQuery)
  const document = data ?? null
  const watched = useWatch(looked && !busy)
  useFresh(file, looked)
  const adults = adultsOf(file).join('\n')
  const about = useMemo(
    () => ({ pupil: file.pupil.key, adults: adults.split('\n') }),
    [file.pupil.key, adults],
  )
  const held = document ? reviewsIn(document) : new Set<string>()
  const isOurs = held.size === 1 && held.has(file.review.key)
  return (
    <WordingAboutContext value={about}>
      <Meeting
        {...props}
        file={file}
        parked={parked}
        document={isOurs ? document : null}
        known={isSuccess}
        other={[...held].some((key) => key !== file.review.key)}
        watched={watched}
      />
    </WordingAboutContext>
  )
}
