import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { addDays, type Day, isDay, mondayOf } from '../../../domain/rules/day.ts'
import { dayKind } from '../../../domain/rules/schoolCalendar.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { NewSlot } from './NewSlot.tsx'
import { PrintWeek } from './PrintWeek.tsx'
import { SlotCard } from './SlotCard.tsx'
import { useFacts } from './useFacts.ts'
import { type TimetableRecords, useTimetable } from './useTimetable.ts'
import { useWeek } from './useWeek.ts'
import { WeekBar } from './WeekBar.tsx'
import { clashing, filterAsked, filtersOf, purposeIn } from './weekFilter.ts'
import { WeekGrid } from './WeekGrid.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const offWords: Partial<Record<ReturnType<typeof dayKind>, string>> = {
  bankHoliday: t`Bank holiday`,
  inset: t`Training day`,
  closure: t`Closed`,
  holiday: t`Holiday`,
}

/** When in the week who is supported, where and by whom; what meets; and whether staff see it as it is. */
export const TimetableSection = ({ query }: { query: URLSearchParams }) => {
  const { school } = useServices()
  const queries = useTimetable()
  if (school.sites.staff === undefined)
    return (
      <Notice
        title={t`This school has no site for staff yet`}
        todo={t`The timetable of support lies on the staff site, since whoever gives a session has to see it. IT can add one: see the notes on setting up.`}
      />
    )
  return (
    <Loaded queries={queries} shape={<Waiting />}>
      {(slots, lines, groups, pupils, provisions, staff, classes, calendar, settings) => (
        <>
          <Unreadable listings={[slots, lines, groups, pupils, provisions]} />
          <Timetable
            query={query}
            records={{
              slots: slots.records,
              lines: lines.records,
              groups: groups.records,
              pupils: pupils.records,
              provisions: provisions.records,
              staff: staff.records,
              classes: classes.records,
              calendar,
              settings,
            }}
          />
        </>
      )}
    </Loaded>
  )
}

/** At the weekend the week to come is looked at. */
const weekToBegin = (today: Day): Day => addDays(today, 2)

const Timetable = ({ query, records }: { query: URLSearchParams; records: TimetableRecords }) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const mayWrite = useMayWrite(Slot)
  const { slots, groups, pupils, calendar } = records
  const asked = query.get('week')
  const monday = mondayOf(asked && isDay(asked) ? asked : weekToBegin(today))
  const [filter, setFilter] = useState(filterAsked(query))
  const [open, setOpen] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const facts = useFacts(records, today)
  const { clashes, people } = facts
  const week = useWeek(records, facts, monday, filter)
  const { entries } = week
  const byPupil = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const opened = slots.find(({ key }) => key === open)
  const meeting = new Set(clashes.flatMap((clash) => clash.slots)).size
  const toWeek = (to: Day) => {
    const next = new URLSearchParams(query)
    next.set('week', to)
    go({ at: 'provision', section: 'timetable', query: next }, true)
  }
  return (
    <div className={styles.part}>
      <WeekBar
        monday={monday}
        today={today}
        letter={week.letter}
        records={records}
        filter={filter}
        filters={filtersOf(slots, groups, pupils, facts.coming)}
        onWeek={toWeek}
        onFilter={setFilter}
      >
        {mayWrite && !isAdding && (
          <Button icon={<AddRegular />} onClick={() => setAdding(true)}>{t`Add a time`}</Button>
        )}
        <PrintWeek week={week} monday={monday} pupils={byPupil} />
      </WeekBar>
      {isAdding && (
        <NewSlot
          purposes={facts.purposes}
          people={people}
          begun={purposeIn(filter)}
          onMade={(key) => setOpen(key)}
          onClose={() => setAdding(false)}
        />
      )}
      {opened && (
        <SlotCard
          key={opened.key}
          slot={opened}
          slots={slots}
          clashes={clashes.filter((clash) => clash.slots.includes(opened.key))}
          coming={week.pupilsIn(opened.key)}
          pupils={byPupil}
          people={people}
          onClose={() => setOpen(null)}
        />
      )}
      {slots.length === 0 && !isAdding ? (
        <Notice
          title={t`No time in the week yet`}
          todo={t`Give each group, and each pupil who is supported alone, its times. Staff then find their sessions and log them, and what was planned can be held against what was given.`}
          action={
            mayWrite && <Button appearance="primary" onClick={() => setAdding(true)}>{t`Add a time`}</Button>
          }
        />
      ) : (
        <>
          <Text role="status" className={styles.quiet}>
            {entries.length === 0
              ? t`Nothing in this week for what you chose.`
              : t`${counted(entries.length, 'time')} in this week`}
            {meeting > 0 && filter !== clashing && t`; ${counted(meeting, 'time')} of the timetable clash. `}
            {meeting > 0 && filter !== clashing && (
              <Button
                size="small"
                appearance="transparent"
                onClick={() => setFilter(clashing)}
              >{t`Show those that clash`}</Button>
            )}
          </Text>
          {entries.length > 0 && (
            <WeekGrid
              monday={monday}
              isOff={(each) => offWords[dayKind(calendar, each)] ?? null}
              entries={filter === clashing ? entries.filter((entry) => entry.clashes > 0) : entries}
              onOpen={setOpen}
            />
          )}
        </>
      )}
    </div>
  )
}
