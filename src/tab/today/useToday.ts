import { useMemo } from 'react'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import type { School } from '../../domain/records/school.ts'
import type { ReviewSettings } from '../../domain/rules/reviewSettings.ts'
import type { TodayLists } from '../../domain/rules/todayTypes.ts'
import { type WorkList, workList } from '../../domain/rules/today.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { useMayRead } from '../../ui/access.ts'
import { publicationLines } from '../../ui/publish/publicationLines.ts'
import { useServices } from '../../ui/services.tsx'
import { useFiguresSent } from './useFiguresSent.ts'
import { useRecent } from './useRecent.ts'
import { useStaffBehind } from './useStaffBehind.ts'
import { type SourceName, sourceNames, sources } from './turns.ts'
import { type Failed, type Lists, useSources } from './useSources.ts'

const inTurn = (turn: 1 | 2 | 3) => sourceNames.filter((name) => sources[name].turn === turn)
const first = inTurn(1)
const second = inTurn(2)
const third = inTurn(3)
const staffs: readonly SourceName[] = ['publications', 'shown', 'targets']
/** Where there is no site for staff, nothing is published to them. */
const secondAlone = second.filter((name) => !staffs.includes(name))

/** What is due is asked for together with what it hangs on, and not after it. */
export const useFirstTurn = () => useSources(first)

/**
 * The work list from what has been read so far, in three turns; what failed; and all listings, for rows that can't be
 * read. Pupils, reviews and settings come from the screen, which can't begin without them. Each turn is shown whole: a
 * list that is drawn anew for each of twenty answers is slow, and moves under the hand.
 */
export const useToday = (
  pupils: Listing<Pupil>,
  reviews: Listing<Review>,
  school: Stored<School> | null,
  review: ReviewSettings,
): {
  readonly work: WorkList
  readonly failed: readonly Failed[]
  readonly listings: readonly Listing<unknown>[]
} => {
  const today = useServices().today()
  const mayStaff = useMayRead('staff')
  const due = useFirstTurn()
  const withStaff = mayStaff.data === true
  const known = !mayStaff.isPending
  const stale = useSources(withStaff ? second : secondAlone, due.settled && known)
  const duties = useSources(third, stale.settled)

  const read: Lists = useMemo(
    () => ({
      ...(due.settled ? due.lists : {}),
      ...(stale.settled ? stale.lists : {}),
      ...(duties.settled ? duties.lists : {}),
    }),
    [due.settled, due.lists, stale.settled, stale.lists, duties.settled, duties.lists],
  )
  const failed = [...due.failed, ...stale.failed, ...duties.failed]
  const recent = useRecent(pupils, stale.settled ? stale.lists : null, due.lists.terms, school, mayStaff.data)
  const behind = useStaffBehind(pupils, stale.settled ? read : null, school, mayStaff.data)
  const figuresSent = useFiguresSent(stale.settled)
  // As text: the list is made anew only when another one fails.
  const gone = failed.flatMap(({ name, lost }) => (lost ? [name] : [])).join(' ')
  const work = useMemo(() => {
    const lost = gone.split(' ') as SourceName[]
    const { terms, publications, shown, targets, chases, ...lists } = read
    const { needs, outcomes, profiles } = lists
    const published =
      needs && outcomes && profiles && publications && shown && targets
        ? publicationLines(
            {
              pupils: pupils.records,
              needs: needs.records,
              outcomes: outcomes.records,
              profiles: profiles.records,
              publications: publications.records,
              shown: shown.records,
              targets: targets.records,
            },
            today,
          )
        : // Not known whether there is a site for staff is not the same as none.
          stale.settled && mayStaff.data === false
          ? []
          : undefined
    const given: Partial<TodayLists> = {
      pupils: pupils.records,
      reviews: reviews.records,
      // Without the reminders nothing else is wanting: each is offered anew.
      ...(chases ? { chases: chases.records } : lost.includes('chases') ? { chases: [] } : {}),
      ...Object.fromEntries(
        Object.entries(lists).flatMap(([name, list]) => (list ? [[name, list.records]] : [])),
      ),
      ...(published ? { published } : {}),
      ...(recent ? { recent } : {}),
      ...(behind ? { staffBehind: [behind] } : {}),
    }
    const lostParts = [...lost, ...(stale.settled && !published ? ['published'] : [])] as (keyof TodayLists)[]
    const settings = { today, school, review, terms: terms?.records ?? [], figuresSent }
    return workList(given, settings, lostParts)
  }, [
    pupils,
    reviews,
    read,
    recent,
    behind,
    gone,
    stale.settled,
    mayStaff.data,
    today,
    school,
    review,
    figuresSent,
  ])

  return {
    work,
    failed,
    listings: [pupils, reviews, ...Object.values(read).filter((list) => list !== undefined)],
  }
}
