import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { startTransition, useEffect, useMemo, useState } from 'react'
import { grouped } from '../../../domain/grouped.ts'
import { type Day, mondayOf, showDay } from '../../../domain/rules/day.ts'
import { capIn } from '../../../domain/rules/plannerLoads.ts'
import type { Caseload as Sorted } from '../../../domain/rules/plannerNeeds.ts'
import type { Plan } from '../../../domain/rules/plannerTypes.ts'
import type { Shared } from './shared.ts'
import { Week } from './Week.tsx'
import { weekRuns } from './weekRuns.ts'

const useStyles = makeStyles({
  weeks: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  empty: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    alignItems: 'center',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '8px',
    color: tokens.colorNeutralForeground2,
  },
})

type Props = {
  plan: Plan
  sorted: Sorted
  /** The pupil whose card is dragged, and the place under it. */
  dragged: string | null
  over: string | null
  /** The first day for which anybody's notice can be given. */
  soonest: Day
  shared: Shared
}

/** Weeks drawn at first, and with each further go: a year of them at once would hold up the page. */
const atOnce = 6

const byWeek = <T extends { readonly day: Day }>(all: readonly T[]): ReadonlyMap<Day, readonly T[]> =>
  grouped(all, ({ day }) => mondayOf(day))
const none: readonly never[] = []

/** The weeks of the plan; runs of weeks without a meeting are one line that opens. */
export const Weeks = ({ plan, sorted, dragged, over, soonest, shared }: Props) => {
  const styles = useStyles()
  const [drawn, setDrawn] = useState(atOnce)
  const [open, setOpen] = useState<ReadonlySet<Day>>(new Set())
  const planned = useMemo(() => byWeek(plan.bookings), [plan.bookings])
  const fixed = useMemo(() => byWeek(sorted.booked), [sorted.booked])
  const held = [...plan.bookings, ...sorted.booked]
  const days = held.map(({ day }) => day).toSorted()
  const proposed = plan.bookings[0]?.day ?? soonest
  // What is fixed for the next days is in the calendar; the plan begins where something can be planned.
  const from = proposed < soonest ? proposed : soonest
  const runs = weekRuns(from, days.at(-1) ?? from, held)
  const left = runs.length > drawn
  useEffect(() => {
    if (!left) return undefined
    const timer = setTimeout(() => startTransition(() => setDrawn((now) => now + atOnce)))
    return () => clearTimeout(timer)
  }, [left, drawn])
  const freeFrom = dragged === null ? soonest : (shared.needs.get(dragged)?.notice.day ?? soonest)
  const week = (monday: Day) => (
    <Week
      key={monday}
      week={monday}
      cap={capIn(shared.meetings.loads, plan.cap, monday)}
      fixed={fixed.get(monday) ?? none}
      planned={planned.get(monday) ?? none}
      dragged={dragged}
      over={over !== null && mondayOf(over.slice(0, 10)) === monday ? over : null}
      freeFrom={freeFrom}
      shared={shared}
    />
  )
  return (
    <ol className={styles.weeks} aria-label={t`Weeks`} aria-busy={left}>
      {runs.slice(0, drawn).flatMap((run) => {
        if (run.is === 'week') return [week(run.week)]
        const [first] = run.weeks
        if (run.weeks.length === 1 || open.has(first!)) return run.weeks.map(week)
        return [
          <li key={`empty ${first}`} className={styles.empty}>
            <Text>{t`Weeks of ${showDay(first!)} to ${showDay(run.weeks.at(-1)!)}: no meetings`}</Text>
            <Button
              size="small"
              appearance="subtle"
              aria-label={t`Show them: weeks of ${showDay(first!)} to ${showDay(run.weeks.at(-1)!)}`}
              onClick={() => setOpen(new Set([...open, first!]))}
            >{t`Show them`}</Button>
          </li>,
        ]
      })}
    </ol>
  )
}
