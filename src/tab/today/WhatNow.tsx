import { inWords, t } from '../../words/t.ts'
import { Button, Field, makeStyles, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { fieldOf, type Stored } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Group } from '../../domain/records/group.ts'
import { type Day, earliest, showDay } from '../../domain/rules/day.ts'
import { weeksUntil } from '../../domain/rules/endedWeeks.ts'
import { calendarOf } from '../../domain/rules/schoolCalendar.ts'
import { setting } from '../../domain/rules/settings.ts'
import type { Act } from '../../domain/rules/todayTypes.ts'
import type { Written } from '../../graph/storeTypes.ts'
import { Control } from '../../ui/controls/controls.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { useCalendar } from '../../ui/useCalendar.ts'
import { useSchool } from '../../ui/useSchool.ts'
import { useSay } from '../../ui/undo.tsx'
import { whyNotSaved } from '../../ui/words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

type Lapsed = Extract<Act, { is: 'lapsed' }>
type Decision = NonNullable<Allocation['exitDecision']>
/** What was changed, to be put back as it was. */
type Done = {
  readonly group: { readonly now: Stored<Group>; readonly was: Partial<Group> } | null
  readonly lines: readonly { readonly now: Stored<Allocation>; readonly was: Partial<Allocation> }[]
}

const storedIn = <T,>(written: readonly Written<T>[]) => {
  const refused = written.find((row) => row.outcome === 'refused')
  if (refused?.outcome === 'refused') throw refused.problem
  return written.flatMap((row) => (row.outcome === 'stored' ? [row.record] : []))
}

/** Carries stopped support on to a new day, or records what happened to it; with a way back. */
const useWhatNow = ({ lines, group, until, runs }: Lapsed) => {
  const { records, today: todayOf } = useServices()
  const today = todayOf()
  const days = useCalendar()
  // Where nobody can read the terms each weekday counts, as elsewhere.
  const calendar = days.data ?? calendarOf([])
  const weeksInYear = setting(useSchool().data ?? undefined, 'weeksInYear')
  /** Another last day, with the weeks that there are until then. */
  const endOn = (run: Pick<Allocation, 'from' | 'until' | 'weeks'>, last: Day) => ({
    until: last,
    ...(run.weeks === null || run.until === last
      ? {}
      : { weeks: weeksUntil(run, last, calendar, weeksInYear) }),
  })
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const stores = { lines: records.store(Allocation), groups: records.store(Group) }

  const putBack = (done: Done) =>
    void attempt(async () => {
      if (done.group) put(Group, await stores.groups.update(done.group.now, done.group.was))
      const back = done.lines.map(({ now, was }) => ({ stored: now, changes: was }))
      for (const line of storedIn(await stores.lines.updateMany(back))) put(Allocation, line)
    })
  const write = async (
    changesOf: (line: Stored<Allocation>) => Partial<Allocation> | null,
    ofGroup: ((now: Stored<Group>) => Partial<Group>) | null,
    said: string,
  ) =>
    attempt(async () => {
      // As they are now: somebody else may have said so meanwhile.
      const now = await Promise.all(lines.map((key) => stores.lines.byKey(key)))
      const changes = now.flatMap((stored) => {
        const each = changesOf(stored)
        return each ? [{ stored, changes: each }] : []
      })
      const wasOf = (stored: object, changed: object) =>
        Object.fromEntries(
          Object.keys(changed).map((field) => [field, (stored as Record<string, unknown>)[field]]),
        )
      let movedGroup: Done['group'] = null
      if (group !== null && ofGroup) {
        const before = await stores.groups.byKey(group)
        const changed = ofGroup(before)
        const after = await stores.groups.update(before, changed)
        put(Group, after)
        movedGroup = { now: after, was: wasOf(before, changed) }
      }
      const stored = storedIn(await stores.lines.updateMany(changes))
      for (const line of stored) put(Allocation, line)
      const done: Done = {
        group: movedGroup,
        lines: stored.map((line) => {
          const { stored: before, changes: changed } = changes.find((each) => each.stored.key === line.key)!
          return { now: line, was: wasOf(before, changed) }
        }),
      }
      say(said, () => putBack(done))
    })
  return {
    busy: busy || days.isPending,
    trouble,
    carryOn: (day: Day) =>
      write(
        // What has the same last day of its own is moved; the rest follows its group, or ends when it was to end.
        (line) => (line.until === until ? endOn(line, day) : null),
        ({ reviewBy, ...run }) => ({
          ...(run.until !== null && run.until < day ? endOn(run, day) : {}),
          ...(reviewBy !== null && reviewBy < day ? { reviewBy: day } : {}),
        }),
        t`It carries on until ${showDay(day)}. Send the timetable to staff again under Provision`,
      ),
    decide: (exitDecision: Decision) =>
      write(
        (line) => ({
          exitDecision,
          ...(runs && line.until !== null ? endOn(line, earliest(line.until, today)) : {}),
        }),
        runs ? (run) => endOn(run, today) : null,
        t`Recorded: ${inWords(Allocation.fields.exitDecision.choices[exitDecision]).toLowerCase()}${
          runs ? t`. It ends today: send the timetable to staff again under Provision` : ''
        }`,
      ),
  }
}

/** The answers to support that has stopped: on to a new day, or what happened then. */
export const WhatNow = ({ act, onClose }: { act: Lapsed; onClose: () => void }) => {
  const styles = useStyles()
  const today = useServices().today()
  const { carryOn, decide, busy, trouble } = useWhatNow(act)
  const [day, setDay] = useState<Day | null>(null)
  const [typed, setTyped] = useState<{ readonly text: string; readonly wrong: string } | null>(null)
  const early = day !== null && day < today ? t`A day to come, up to which it carries on` : null
  const choices = Allocation.fields.exitDecision.choices
  const ask = (decision: Decision) => (
    <Button
      size="small"
      disabled={busy}
      onClick={async () => {
        if (await decide(decision)) onClose()
      }}
    >
      {inWords(choices[decision])}
    </Button>
  )
  const said = typed?.wrong ?? early
  return (
    <div className={styles.form}>
      <Field label={t`Carry on until`} size="small" {...(said ? { validationMessage: said } : {})}>
        <Control
          field={{ ...fieldOf(Allocation, 'until'), label: t`Carry on until` }}
          value={day}
          typed={typed?.text ?? null}
          readOnly={false}
          options={[]}
          onValue={(value) => {
            setDay(value as Day | null)
            setTyped(null)
          }}
          onWrong={(text, wrong) => setTyped({ text, wrong })}
          onLeave={() => undefined}
        />
      </Field>
      <div className={styles.acts}>
        <Button
          size="small"
          appearance="primary"
          disabled={busy || day === null || said !== null}
          onClick={async () => {
            if (day !== null && (await carryOn(day))) onClose()
          }}
        >{t`Carry on`}</Button>
        {act.runs && <Text size={200}>{t`or it ends today:`}</Text>}
        {ask('met')}
        {ask('change')}
        {ask('escalate')}
        <Button size="small" appearance="subtle" disabled={busy} onClick={onClose}>{t`Not now`}</Button>
      </div>
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}.`}</Text>}
    </div>
  )
}
