import { t } from '../../words/t.ts'
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { reviewsIn } from '../../documents/tags.ts'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { fetchBeforehand } from '../../ui/shown.ts'
import { openDocumentQuery } from './openDocument.ts'
import { reviewOptions } from './reviewOptions.ts'
import { ReviewPicker } from './ReviewPicker.tsx'

// What is done with a chosen review is fetched while somebody chooses.
const reviewPane = async () => ({ default: (await import('./ReviewPane.tsx')).ReviewPane })
const setUpForm = async () => ({ default: (await import('../form/SetUpForm.tsx')).SetUpForm })
const ReviewPane = lazy(reviewPane)
const SetUpForm = lazy(setUpForm)
fetchBeforehand(reviewPane, setUpForm)

const Shape = () => (
  <Skeleton aria-label={t`Loading reviews`} style={{ display: 'grid', gap: 12, padding: 12 }}>
    {[20, 32, 44, 44, 44, 44].map((size, at) => (
      <SkeletonItem key={at} style={{ height: size }} />
    ))}
  </Skeleton>
)

/** The Word half of the pane: the review that the open document is about, or the one that the person chooses. */
export const Minutes = () => {
  const reviews = useAll(Review)
  const pupils = useAll(Pupil)
  // Begun beside the lists: the document may say which review is meant.
  useQuery(openDocumentQuery)
  return (
    <Loaded queries={[reviews, pupils]} shape={<Shape />}>
      {(found, known) => <Chosen reviews={found.records} pupils={known.records} />}
    </Loaded>
  )
}

const Chosen = ({
  reviews,
  pupils,
}: {
  reviews: readonly Stored<Review>[]
  pupils: readonly Stored<Pupil>[]
}) => {
  const services = useServices()
  const today = services.today()
  const document = useQuery(openDocumentQuery)
  // undefined: nobody has chosen, so the document says; null: the person wants to choose.
  const [chosen, setChosen] = useState<string | null | undefined>(undefined)
  const [setting, setSetting] = useState(false)
  const options = useMemo(() => reviewOptions(reviews, pupils, today), [reviews, pupils, today])
  const held = document.data ? [...reviewsIn(document.data)] : []
  const about = options.find(({ review }) => review.key === held[0])
  const key = chosen === undefined ? about?.review.key : chosen
  const option = options.find(({ review }) => review.key === key)
  if (!option && setting)
    return (
      <Suspense fallback={<Shape />}>
        <SetUpForm onClose={() => setSetting(false)} />
      </Suspense>
    )
  if (!option)
    return (
      <>
        {about && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              {t`This document is about`} <PupilName pupil={about.pupil} />: {about.words}
            </MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => setChosen(about.review.key)}>{t`Go to it`}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {held.length > 0 && !about && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {t`This document is about a review that isn’t in the records of ${services.school.name}.`}
              {services.schools.length > 1 &&
                t` If it is of another of your schools, choose that school above.`}
            </MessageBarBody>
          </MessageBar>
        )}
        <ReviewPicker
          options={options}
          asked={chosen === null}
          onChoose={setChosen}
          onForm={() => setSetting(true)}
        />
      </>
    )
  return (
    <>
      {about && about.review.key !== option.review.key && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t`This document is about`} <PupilName pupil={about.pupil} />: {about.words}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => setChosen(about.review.key)}>{t`Go to it`}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Suspense fallback={<Shape />}>
        <ReviewPane
          key={option.review.key}
          option={option}
          options={options}
          justChosen={chosen !== undefined}
          onChange={() => setChosen(null)}
          onGo={setChosen}
        />
      </Suspense>
    </>
  )
}
