import { t } from '../../words/t.ts'
import { lazy, Suspense, useMemo } from 'react'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import type { School } from '../../domain/records/school.ts'
import type { Stored } from '../../domain/record.ts'
import type { ReviewSettings } from '../../domain/rules/reviewSettings.ts'
import type { SchoolCalendar } from '../../domain/rules/schoolCalendar.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useAskMayWrite } from '../../ui/useMayAdd.ts'
import { useCalendar } from '../../ui/useCalendar.ts'
import { useReviewSettings, useSchool } from '../../ui/useSchool.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import type { Route } from '../routes.ts'
import { SectionNav } from '../SectionNav.tsx'
import { linesOf } from './lines.ts'
import { ReviewList } from './list/ReviewList.tsx'
import { MeetingsOut } from './outlook/MeetingsOut.tsx'

const Board = lazy(async () => ({ default: (await import('./board/Board.tsx')).Board }))
const ReviewCalendar = lazy(async () => ({
  default: (await import('./calendar/ReviewCalendar.tsx')).ReviewCalendar,
}))
const Planner = lazy(async () => ({ default: (await import('./planner/Planner.tsx')).Planner }))

const views = { list: t`List`, board: t`Board`, calendar: t`Calendar`, plan: t`Plan` }
type View = keyof typeof views
const viewOf = (query: URLSearchParams): View => {
  const asked = query.get('view')
  return asked !== null && Object.hasOwn(views, asked) ? (asked as View) : 'list'
}
const routeTo = (view: View): Route => ({
  at: 'reviews',
  query: new URLSearchParams(view === 'list' ? [] : [['view', view]]),
})

/** All that the ways of looking at reviews share. */
export type Caseload = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly reviews: readonly Stored<Review>[]
  readonly settings: ReviewSettings
  readonly calendar: SchoolCalendar
  readonly school: Stored<School> | null
}

/** The annual reviews of a school: as a list, a board, a calendar, or a plan of the meetings still to be fixed. */
export const ReviewsScreen = ({ query }: { query: URLSearchParams }) => {
  const view = viewOf(query)
  const reviews = useAll(Review)
  const pupils = useAll(Pupil)
  const settings = useReviewSettings()
  const calendar = useCalendar()
  const school = useSchool()
  useAskMayWrite(pupils.data?.records[0])
  return (
    <Page title={t`Reviews`} actions={<MeetingsOut />}>
      <SectionNav
        label={t`Ways of looking at reviews`}
        sections={(Object.keys(views) as View[]).map((each) => ({
          words: views[each],
          route: routeTo(each),
          current: each === view,
        }))}
      />
      <Loaded queries={[reviews, pupils, settings, calendar, school]} shape={<Waiting />}>
        {(reviewList, pupilList, reviewSettings, schoolCalendar, settled) => (
          <>
            <Unreadable listings={[reviewList, pupilList]} />
            <Suspense fallback={<Waiting />}>
              <Shown
                view={view}
                query={query}
                caseload={{
                  reviews: reviewList.records,
                  pupils: pupilList.records,
                  settings: reviewSettings,
                  calendar: schoolCalendar,
                  school: settled,
                }}
              />
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  )
}

const Shown = ({ view, query, caseload }: { view: View; query: URLSearchParams; caseload: Caseload }) => {
  const today = useServices().today()
  const { reviews, pupils, settings } = caseload
  const lines = useMemo(() => linesOf(reviews, pupils, settings, today), [reviews, pupils, settings, today])
  switch (view) {
    case 'list':
      return <ReviewList lines={lines} query={query} />
    case 'board':
      return <Board lines={lines} />
    case 'calendar':
      return <ReviewCalendar lines={lines} calendar={caseload.calendar} query={query} />
    case 'plan':
      return <Planner caseload={caseload} />
  }
}
