import { Button, Field as FluentField, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { grouped } from '../../../domain/grouped.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import type { Provision } from '../../../domain/records/provision.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import type { School } from '../../../domain/records/school.ts'
import { schoolWeekdays, type Slot } from '../../../domain/records/slot.ts'
import { addDays, type Day, isDay, mondayOf, showDay, showWeekday } from '../../../domain/rules/day.ts'
import { dayKind, type SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { heldIn, weekLetters, whyWeekLetter } from '../../../domain/rules/timetableWeek.ts'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Slot as SlotType } from '../../../domain/records/slot.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { PrintLeaving } from '../shared/PrintLeaving.tsx'
import { NewSlot } from './NewSlot.tsx'
import { SlotCard } from './SlotCard.tsx'
import { useFacts } from './useFacts.ts'
import { type peopleOf, type Person, useTimetable } from './useTimetable.ts'
import { WeekGrid } from './WeekGrid.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  who: { width: '360px', maxWidth: '100%', gridTemplateColumns: '96px minmax(0, 1fr)' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const offWords: Partial<Record<ReturnType<typeof dayKind>, string>> = {
  bankHoliday: 'Bank holiday',
  inset: 'Training day',
  closure: 'Closed',
  holiday: 'Holiday',
}

/** When in the week who is supported, where and by whom; what meets; and whether staff see it as it is. */
export const TimetableSection = ({ query }: { query: URLSearchParams }) => {
  const { school } = useServices()
  const queries = useTimetable()
  if (school.sites.staff === undefined)
    return (
      <Notice
        title="This school has no site for staff yet"
        todo="The timetable of support lies on the staff site, since whoever gives a session has to see it. IT can add one: see the notes on setting up."
      />
    )
  return (
    <Loaded queries={queries} shape={<Waiting />}>
      {(slots, shown, lines, groups, pupils, provisions, staff, classes, calendar, settings) => (
        <>
          <Unreadable listings={[slots, shown, lines, groups, pupils, provisions]} />
          <Timetable
            query={query}
            slots={slots.records}
            lines={lines.records}
            groups={groups.records}
            pupils={pupils.records}
            provisions={provisions.records}
            staff={staff.records}
            classes={classes.records}
            calendar={calendar}
            settings={settings}
          />
        </>
      )}
    </Loaded>
  )
}

const Timetable = ({
  query,
  slots,
  lines,
  groups,
  pupils,
  provisions,
  staff,
  classes,
  calendar,
  settings,
}: {
  query: URLSearchParams
  slots: readonly Stored<Slot>[]
  lines: readonly Stored<Allocation>[]
  groups: readonly Stored<Group>[]
  pupils: readonly Stored<Pupil>[]
  provisions: readonly Stored<Provision>[]
  staff: Parameters<typeof peopleOf>[0]
  classes: Parameters<typeof peopleOf>[1]
  calendar: SchoolCalendar
  settings: School | null
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const services = useServices()
  const { school } = services
  const today = services.today()
  const mayWrite = useMayWrite(SlotType)
  const group = query.get('group')
  const line = query.get('line')
  const asked = query.get('week')
  const monday = mondayOf(asked && isDay(asked) ? asked : weekToBegin(today))
  const [filter, setFilter] = useState<string | null>(group ? `g:${group}` : line ? `l:${line}` : null)
  const [open, setOpen] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)

  const { coming, clashes, people, purposes } = useFacts({
    slots,
    lines,
    groups,
    pupils,
    provisions,
    staff,
    classes,
    today,
  })
  const letterOf = useMemo(() => weekLetters(calendar, settings), [calendar, settings])
  const byPupil = new Map(pupils.map((pupil) => [pupil.key, pupil]))

  const friday = addDays(monday, 4)
  const letter = letterOf(monday)
  const comes = grouped(
    coming.filter(({ from, until }) => from <= friday && (until === null || until >= monday)),
    ({ slot }) => slot,
  )
  const ofWeek = slots.filter(
    (slot) => slot.from <= friday && (slot.until === null || slot.until >= monday) && heldIn(slot, letter),
  )
  const entries = ofWeek
    .filter((slot) =>
      fits(
        slot,
        filter,
        (comes.get(slot.key) ?? []).map(({ pupil }) => pupil),
      ),
    )
    .map((slot) => ({
      slot,
      clashes: clashes.filter((clash) => clash.slots.includes(slot.key)).length,
      coming: (comes.get(slot.key) ?? []).length,
    }))
  const opened = slots.find(({ key }) => key === open)
  const move = (to: Day) => {
    const next = new URLSearchParams(query)
    next.set('week', to)
    go({ at: 'provision', section: 'timetable', query: next }, true)
  }
  const meeting = [...new Set(clashes.flatMap((clash) => clash.slots))].length
  const begun = filter?.startsWith('g:') || filter?.startsWith('l:') ? filter.slice(2) : null
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <Button
          size="small"
          icon={<ChevronLeftRegular />}
          aria-label="The week before"
          onClick={() => move(addDays(monday, -7))}
        />
        <Button size="small" onClick={() => move(mondayOf(today))}>
          This week
        </Button>
        <Button
          size="small"
          icon={<ChevronRightRegular />}
          aria-label="The week after"
          onClick={() => move(addDays(monday, 7))}
        />
        <Text weight="semibold">Week of {showWeekday(monday)}</Text>
        <Why why={whyWeekLetter(calendar, friday, settings)}>
          {letter === null ? 'No school' : letter === 'odd' ? 'Week A' : 'Week B'}
        </Why>
        <FluentField label="Whose times" orientation="horizontal" className={styles.who}>
          <TypeAhead
            label="Whose times"
            options={filtersOf(people, slots, groups, pupils, coming)}
            value={filter}
            required={false}
            readOnly={false}
            onChosen={setFilter}
          />
        </FluentField>
        {mayWrite && !isAdding && (
          <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
            Add a time
          </Button>
        )}
        <PrintLeaving
          words="Print this week"
          what="Timetable of support"
          pupils={[...new Set(entries.flatMap(({ slot }) => comes.get(slot.key) ?? []))].flatMap(
            ({ pupil }) => byPupil.get(pupil) ?? [],
          )}
          sheet={{
            title: `Support in the week of ${showDay(monday)}`,
            about: [school.name, letter === 'odd' ? 'week A' : letter === 'even' ? 'week B' : null]
              .filter(Boolean)
              .join(' · '),
            columns: ['Day', 'Time', 'What', 'Who gives it', 'Where', 'Who comes'],
            rows: entries
              .toSorted(
                (a, b) => orderOf(a.slot) - orderOf(b.slot) || (a.slot.starts < b.slot.starts ? -1 : 1),
              )
              .map(({ slot }) => [
                schoolWeekdays[slot.weekday],
                `${slot.starts}, ${slot.minutes} min`,
                slot.what,
                slot.staff ?? '',
                slot.place ?? '',
                (comes.get(slot.key) ?? []).map(({ name }) => name).join(', '),
              ]),
          }}
        />
      </div>
      {isAdding && (
        <NewSlot
          purposes={purposes}
          people={people}
          begun={begun}
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
          coming={(comes.get(opened.key) ?? []).map(({ pupil }) => pupil)}
          pupils={byPupil}
          people={people}
          onClose={() => setOpen(null)}
        />
      )}
      {slots.length === 0 && !isAdding ? (
        <Notice
          title="No time in the week yet"
          todo="Give each group, and each pupil who is supported alone, its times. Staff then find their sessions and log them, and what was planned can be held against what was given."
          action={
            mayWrite && (
              <Button appearance="primary" onClick={() => setAdding(true)}>
                Add a time
              </Button>
            )
          }
        />
      ) : (
        <>
          <Text role="status" className={styles.quiet}>
            {entries.length === 0
              ? 'Nothing in this week for what you chose.'
              : `${counted(entries.length, 'time')} in this week`}
            {meeting > 0 && filter !== clashing && `; ${counted(meeting, 'time')} of the timetable clash. `}
            {meeting > 0 && filter !== clashing && (
              <Button size="small" appearance="transparent" onClick={() => setFilter(clashing)}>
                Show those that clash
              </Button>
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

const clashing = 'clashing'
/** At the weekend the week to come is looked at. */
const weekToBegin = (today: Day): Day => addDays(today, 2)
const orderOf = ({ weekday }: Slot) => Object.keys(schoolWeekdays).indexOf(weekday)

const fits = (slot: Stored<Slot>, filter: string | null, coming: readonly string[]): boolean => {
  if (filter === null || filter === clashing) return true
  const value = filter.slice(2)
  switch (filter.slice(0, 2)) {
    case 'g:':
      return slot.group === value
    case 'l:':
      return slot.allocation === value
    case 's:':
      return slot.staff === value
    default:
      return coming.includes(value)
  }
}

/** What the week can be narrowed to: an adult, a group, a pupil, or what clashes. */
const filtersOf = (
  people: readonly Person[],
  slots: readonly Stored<Slot>[],
  groups: readonly Stored<Group>[],
  pupils: readonly Stored<Pupil>[],
  coming: readonly { readonly pupil: string }[],
) => {
  const names = new Set([
    ...slots.flatMap(({ staff }) => staff ?? []),
    ...people.map(({ name }) => name).filter((name) => slots.some(({ staff }) => staff === name)),
  ])
  const come = new Set(coming.map(({ pupil }) => pupil))
  return [
    { key: clashing, text: 'Times that clash' },
    ...[...names].toSorted().map((name) => ({ key: `s:${name}`, text: `${name} (gives it)` })),
    ...groups
      .filter(({ key }) => slots.some((slot) => slot.group === key))
      .map(({ key, name }) => ({ key: `g:${key}`, text: name })),
    ...pupils
      .filter(({ key }) => come.has(key))
      .map((pupil) => ({ key: `p:${pupil.key}`, text: fullName(pupil) }))
      .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
  ]
}
