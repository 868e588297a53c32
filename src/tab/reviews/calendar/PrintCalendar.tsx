import { t } from '../../../words/t.ts'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { shortName } from '../../../domain/records/pupil.ts'
import { type Day, showWeekday } from '../../../domain/rules/day.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { PrintTable } from '../../../ui/PrintTable.tsx'
import { useServices } from '../../../ui/services.tsx'
import { passingList } from '../../register/passingList.ts'
import { type Entry, offOf } from './days.ts'

/** What a month or a week holds, on paper: asked for whom first. */
export const PrintCalendar = ({
  title,
  days,
  entries,
  calendar,
  onDone,
}: {
  title: string
  days: readonly Day[]
  entries: ReadonlyMap<Day, readonly Entry[]>
  calendar: SchoolCalendar
  onDone: () => void
}) => {
  const { school } = useServices()
  const [printing, setPrinting] = useState(false)
  const rows = days.flatMap((day): string[][] => {
    const own = entries.get(day) ?? []
    const off = offOf(calendar, day)
    if (own.length === 0) return off ? [[showWeekday(day), '', off, '']] : []
    return own.map(({ time, what, line }, at) => [
      at === 0 ? showWeekday(day) : '',
      time ?? '',
      what,
      shortName(line.pupil),
    ])
  })
  const pupils = [
    ...new Map(
      days.flatMap((day) => entries.get(day) ?? []).map(({ line: { pupil } }) => [pupil.key, pupil] as const),
    ).values(),
  ]
  if (printing)
    return (
      <PrintTable
        title={t`Reviews: ${title}`}
        about={school.name}
        columns={[t`Day`, t`Time`, t`What`, t`Pupil`]}
        rows={rows}
        foot={t`Confidential: personal information about children. Keep it safe, and shred it when you no longer need it.`}
        onDone={onDone}
      />
    )
  return (
    <PassOn
      passing={passingList({
        title: t`Print ${title}: reviews of ${counted(pupils.length, 'pupil')}`,
        did: 'printed',
        what: t`Calendar of reviews`,
        verb: t`Print`,
        pupils,
        lines: rows,
        go: () => ({ words: t`Given to the printer.` }),
      })}
      onDone={() => setPrinting(true)}
      onClose={onDone}
    />
  )
}
