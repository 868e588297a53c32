import { inWords, t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { schoolWeekdays, type Slot } from '../../../domain/records/slot.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { useServices } from '../../../ui/services.tsx'
import { PrintLeaving } from '../shared/PrintLeaving.tsx'
import type { useWeek } from './useWeek.ts'

const orderOf = ({ weekday }: Slot) => Object.keys(schoolWeekdays).indexOf(weekday)

/** The week on paper, as it is narrowed on the screen, in the order of its days and times. */
export const PrintWeek = ({
  week: { entries, comes, letter },
  monday,
  pupils,
}: {
  week: ReturnType<typeof useWeek>
  monday: Day
  pupils: ReadonlyMap<string, Stored<Pupil>>
}) => {
  const { school } = useServices()
  const keys = new Set(entries.flatMap(({ slot }) => (comes.get(slot.key) ?? []).map(({ pupil }) => pupil)))
  return (
    <PrintLeaving
      words={t`Print this week`}
      what={t`Timetable of support`}
      pupils={[...keys].flatMap((key) => pupils.get(key) ?? [])}
      sheet={{
        title: t`Support in the week of ${showDay(monday)}`,
        about: [school.name, letter === 'odd' ? t`week A` : letter === 'even' ? t`week B` : null]
          .filter(Boolean)
          .join(' · '),
        columns: [t`Day`, t`Time`, t`What`, t`Who gives it`, t`Where`, t`Who comes`],
        rows: entries
          .toSorted((a, b) => orderOf(a.slot) - orderOf(b.slot) || (a.slot.starts < b.slot.starts ? -1 : 1))
          .map(({ slot }) => [
            inWords(schoolWeekdays[slot.weekday]),
            t`${slot.starts}, ${slot.minutes} min`,
            slot.what,
            slot.staff ?? '',
            slot.place ?? '',
            (comes.get(slot.key) ?? []).map(({ name }) => name).join(', '),
          ]),
      }}
    />
  )
}
