import { t } from '../../../words/t.ts'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { type Pupil, shortName } from '../../../domain/records/pupil.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import { type Day, showDay, showWeekday } from '../../../domain/rules/day.ts'
import { neededWords } from '../../../domain/rules/plannerWords.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { PrintTable } from '../../../ui/PrintTable.tsx'
import { useServices } from '../../../ui/services.tsx'
import { passingList } from '../../register/passingList.ts'
import type { Planning } from './usePlan.ts'

type Line = { readonly key: string; readonly day: Day; readonly cells: readonly string[] }

/** Every meeting of the plan in the order of its days, what is fixed among what is proposed, then what has no day. */
export const planLines = (
  { plan, sorted, needs }: Pick<Planning, 'plan' | 'sorted' | 'needs'>,
  pupils: ReadonlyMap<string, Stored<Pupil>>,
  today: Day,
): Line[] => {
  const name = (key: string) => shortName(pupils.get(key)!)
  const latest = (key: string) => {
    const day = needs.get(key)?.latest
    return day ? showDay(day) : ''
  }
  const dated = [
    ...sorted.booked
      .filter(({ day }) => day >= today)
      .map(({ key, day, time }) => ({ key, day, time: time ?? '', is: t`Fixed` })),
    ...plan.bookings.map(({ key, day, time }) => ({ key, day, time: showTime(time), is: t`Proposed` })),
  ].toSorted((a, b) => (`${a.day} ${a.time}` < `${b.day} ${b.time}` ? -1 : 1))
  return [
    ...dated.map(({ key, day, time, is }) => ({
      key,
      day,
      cells: [showWeekday(day), time, name(key), is, latest(key)],
    })),
    ...plan.unplaced.map(({ key, need }) => ({
      key,
      day: need.latest,
      cells: [t`No day in time`, '', name(key), '', showDay(need.latest)],
    })),
  ]
}

/** The plan on paper: asked for whom first. */
export const PrintPlan = ({
  planning,
  pupils,
  onDone,
}: {
  planning: Planning
  pupils: ReadonlyMap<string, Stored<Pupil>>
  onDone: () => void
}) => {
  const { school, today: todayOf } = useServices()
  const [printing, setPrinting] = useState(false)
  const today = todayOf()
  const lines = planLines(planning, pupils, today)
  const rows = lines.map(({ cells }) => cells)
  const about = [...new Set(lines.map(({ key }) => key))].map((key) => pupils.get(key)!)
  if (printing)
    return (
      <PrintTable
        title={t`Plan of review meetings`}
        about={[school.name, showDay(today), neededWords(planning.plan.needed)].filter(Boolean).join(' · ')}
        columns={[t`Day`, t`Time`, t`Pupil`, t`State`, t`Last day in time`]}
        rows={rows}
        foot={t`Confidential: personal information about children. Keep it safe, and shred it when you no longer need it.`}
        onDone={onDone}
      />
    )
  return (
    <PassOn
      passing={passingList({
        title: t`Print the plan: reviews of ${counted(about.length, 'pupil')}`,
        did: 'printed',
        what: t`Plan of review meetings`,
        verb: t`Print`,
        pupils: about,
        lines: rows,
        go: () => ({ words: t`Given to the printer.` }),
      })}
      onDone={() => setPrinting(true)}
      onClose={onDone}
    />
  )
}
