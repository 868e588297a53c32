import { Button, Checkbox, Field as FluentField, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import { Allocation as AllocationType } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { addDays, type Day } from '../../../domain/rules/day.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { newKey } from '../../../domain/key.ts'
import { useGo } from '../../routes.ts'
import { DayField, dayIs } from '../shared/DayField.tsx'
import { lineOf } from './joining.ts'

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'start' },
  name: { flexGrow: 1, minWidth: '200px', maxWidth: '420px' },
})

/** The next term after a group's last day, as the school's calendar has it; else twelve weeks from the day after. */
const nextTerm = (group: Group, calendar: SchoolCalendar, today: Day) => {
  const after = group.until ?? today
  const term = calendar.terms.find(({ starts }) => starts > after)
  return term
    ? { from: term.starts, until: term.ends, name: term.name }
    : { from: addDays(after, 1), until: addDays(after, 7 * 12), name: null }
}

/** Runs a group again: the same provision, times and adults, with those of its pupils who are chosen. */
export const CopyGroup = ({
  group,
  members,
  pupils,
  calendar,
  slots,
  onClose,
}: {
  group: Stored<Group>
  /** Lines of those who are in it. */
  members: readonly Stored<Allocation>[]
  pupils: readonly Stored<Pupil>[]
  calendar: SchoolCalendar
  /** Its times in the week. */
  slots: readonly Stored<Slot>[]
  onClose: () => void
}) => {
  const styles = useStyles()
  const { today, now, records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { go } = useGo()
  const { attempt, busy, trouble } = useAttempt()
  const next = nextTerm(group, calendar, today())
  const [name, setName] = useState(`${group.name}, ${next.name?.toLowerCase() ?? 'again'}`.slice(0, 120))
  const [from, setFrom] = useState(dayIs(next.from))
  const [until, setUntil] = useState(dayIs(next.until))
  const keys = [...new Set(members.map(({ pupil }) => pupil))]
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(keys))
  const [hasTimes, setTimes] = useState(slots.length > 0)
  // Settled when the panel opens: a second try makes no second group.
  const [made] = useState(() => ({
    group: newKey(now().getTime()),
    lines: new Map(keys.map((key) => [key, newKey(now().getTime())])),
    slots: new Map(slots.map(({ key }) => [key, newKey(now().getTime())])),
  }))
  const wrong =
    from.value === null
      ? { field: 'from', words: 'From needs a date' }
      : until.value !== null && until.value < from.value
        ? { field: 'until', words: 'Until is before from' }
        : null
  const store = () =>
    attempt(async () => {
      const stores = {
        group: records.store(Group),
        line: records.store(AllocationType),
        slot: records.store(Slot),
      }
      const copy = await stores.group.create(
        blank(Group, {
          ...Object.fromEntries(
            Object.keys(Group.fields).map((field) => [field, group[field as keyof Group]]),
          ),
          name: name.trim(),
          from: from.value!,
          until: until.value,
          reviewBy: until.value && addDays(until.value, -7),
        }),
        made.group,
      )
      put(Group, copy)
      const lines = await stores.line.createMany(
        keys
          .filter((key) => chosen.has(key))
          .map((pupil) => ({
            key: made.lines.get(pupil)!,
            record: {
              ...lineOf(copy, { pupil, from: copy.from, until: null }),
              // What the support is for goes on; what came of it does not.
              ...goesOn(members.findLast((line) => line.pupil === pupil)),
            },
          })),
      )
      const times = hasTimes
        ? await stores.slot.createMany(
            slots.map((slot) => ({
              key: made.slots.get(slot.key)!,
              record: blank(Slot, {
                ...Object.fromEntries(
                  Object.keys(Slot.fields).map((field) => [field, slot[field as keyof Slot]]),
                ),
                group: copy.key,
                what: copy.name,
                from: copy.from,
                until: copy.until,
              }),
            })),
          )
        : []
      const storedLines = lines.flatMap((row) => (row.outcome === 'stored' ? [row.record] : []))
      const storedTimes = times.flatMap((row) => (row.outcome === 'stored' ? [row.record] : []))
      for (const line of storedLines) put(AllocationType, line)
      for (const slot of storedTimes) put(Slot, slot)
      const refused = [...lines, ...times].find((row) => row.outcome === 'refused')
      if (refused?.outcome === 'refused') throw refused.problem
      say(
        `${copy.name} made with ${counted(storedLines.length, 'pupil')}`,
        () =>
          void attempt(async () => {
            const shelved = <T,>(rows: readonly T[]) => rows.map((stored) => ({ stored, reason: 'Undone' }))
            for (const row of await stores.slot.shelveMany(shelved(storedTimes)))
              if (row.outcome === 'stored') put(Slot, row.record)
            for (const row of await stores.line.shelveMany(shelved(storedLines)))
              if (row.outcome === 'stored') put(AllocationType, row.record)
            put(Group, await stores.group.archive(copy, 'Undone'))
          }),
      )
      onClose()
      go({ at: 'provision', section: 'groups', about: copy.key })
    })
  return (
    <section className={styles.part} aria-label="Copy to the next term">
      <div className={styles.row}>
        <FluentField
          label="Name"
          className={styles.name}
          required
          validationState={name.trim() === '' ? 'error' : 'none'}
          validationMessage={name.trim() === '' ? 'The copy needs a name' : null}
        >
          <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
        </FluentField>
        <DayField
          name="from"
          label="From"
          day={from}
          note={wrong?.field === 'from' ? wrong.words : null}
          stops
          onDay={setFrom}
        />
        <DayField
          name="until"
          label="Until"
          day={until}
          note={wrong?.field === 'until' ? wrong.words : null}
          stops
          onDay={setUntil}
        />
      </div>
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend>Who goes on</legend>
        <div className={styles.row}>
          {keys.map((key) => {
            const pupil = pupils.find((one) => one.key === key)
            return (
              pupil && (
                <Checkbox
                  key={key}
                  checked={chosen.has(key)}
                  label={<Personal>{fullName(pupil)}</Personal>}
                  onChange={(_, { checked }) => {
                    const nextChosen = new Set(chosen)
                    if (checked) nextChosen.add(key)
                    else nextChosen.delete(key)
                    setChosen(nextChosen)
                  }}
                />
              )
            )
          })}
          {keys.length === 0 && 'Nobody is in it: the copy begins empty.'}
        </div>
      </fieldset>
      {slots.length > 0 && (
        <Checkbox
          checked={hasTimes}
          onChange={(_, { checked }) => setTimes(checked === true)}
          label={`Copy its ${counted(slots.length, 'time')} in the week too`}
        />
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={
            busy ||
            wrong !== null ||
            name.trim() === '' ||
            from.complaint !== null ||
            until.complaint !== null
          }
          onClick={() => void store()}
        >
          {`Copy with ${counted(chosen.size, 'pupil')}`}
        </Button>
        <Button disabled={busy} onClick={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  )
}

const goesOn = (line: Stored<Allocation> | undefined): Partial<Allocation> =>
  line
    ? {
        outcome: line.outcome,
        need: line.need,
        inPlan: line.inPlan,
        specified: line.specified,
        specifiedMinutes: line.specifiedMinutes,
        charge: line.charge,
        funding: line.funding,
        countsTowardsElement2: line.countsTowardsElement2,
        expected: line.expected,
      }
    : {}
