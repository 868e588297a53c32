import { inWords, t } from '../../words/t.ts'
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { grouped } from '../../domain/grouped.ts'
import type { Stored } from '../../domain/record.ts'
import { missedReasons, type Delivery } from '../../domain/records/delivery.ts'
import { type Day, showWeekday } from '../../domain/rules/day.ts'
import { catchUpOf, type GivenBy } from '../../domain/rules/ledgerLogs.ts'
import { nearDay } from '../../domain/rules/todayTypes.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { whyNotSaved } from '../../ui/words.ts'
import { minutesIn } from './sessionForm.ts'
import type { ToMakeUp } from './sessions.ts'
import { NotStored } from './NotStored.tsx'
import { useKept } from './notLogged.ts'
import { useLogging } from './useLogging.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px', marginTop: '12px' },
  title: { margin: 0, display: 'inline' },
  summary: { minHeight: '32px', cursor: 'pointer' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    alignItems: 'center',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { flexGrow: 1, flexBasis: '220px', overflowWrap: 'anywhere' },
  act: { minHeight: '44px' },
  number: { width: '104px' },
  form: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Sessions that were missed in these two weeks and nothing has made up for yet. */
export const ToMakeUpList = ({
  missed,
  day,
  today,
  me,
  kept,
}: {
  missed: readonly ToMakeUp[]
  /** On which it is made up for. */
  day: Day
  today: Day
  me: GivenBy
  kept: string
}) => {
  const styles = useStyles()
  /** Sessions of several pupils that are made up for one by one, by the key of their first. */
  const [apart, setApart] = useState<readonly string[]>([])
  if (missed.length === 0) return null
  const together = [
    ...grouped(missed, ({ slot, log, minutes }) => `${slot.key}${log.day}${log.missed}${minutes}`).values(),
  ]
  return (
    <section className={styles.part} aria-label={t`Missed and not made up for`}>
      <details open={together.length <= 3}>
        <summary className={styles.summary}>
          <Text
            as="h2"
            weight="semibold"
            className={styles.title}
          >{t`Missed and not made up for (${together.length})`}</Text>
        </summary>
        <ul className={styles.list}>
          {together.flatMap((all) => {
            const name = all[0]!.log.key
            const parted = all.length === 1 || apart.includes(name)
            return (parted ? all.map((each) => [each]) : [all]).map((some) => (
              <MakeUp
                key={`${some[0]!.log.key}${parted}`}
                missed={some}
                day={day}
                today={today}
                me={me}
                name={`${kept}/${some[0]!.log.key}${parted ? '' : '+'}`}
                onApart={parted ? null : () => setApart([...apart, name])}
              />
            ))
          })}
        </ul>
      </details>
    </section>
  )
}

/** One pupil's missed session, or one that several missed for the same reason: made up for in one press. */
const MakeUp = ({
  missed: all,
  day,
  today,
  me,
  name,
  onApart,
}: {
  missed: readonly ToMakeUp[]
  day: Day
  today: Day
  me: GivenBy
  name: string
  onApart: (() => void) | null
}) => {
  const { log: missed, minutes, slot } = all[0]!
  const styles = useStyles()
  const id = useId()
  const [kept, setTyped] = useKept<string>(name)
  const { log, takeOut, unsent } = useLogging(name)
  const typed = kept ?? (unsent?.is === 'met' ? (unsent.said as string) : null)
  const given = minutesIn(typed ?? '')
  const on = day > today ? today : day
  const send = () => {
    if (typeof given !== 'number' || typed === null) return
    const said = t`Logged: makes up for ${nearDay(missed.day, today)}`
    const each = all.map(({ log: own, made }) => ({ own, before: made.find((one) => one.day === on) }))
    const known = each.flatMap(({ before }) => before ?? [])
    void log(
      typed,
      each.map(({ own, before }) => catchUpOf(own, on, given, me, before)),
      known,
      said,
    )
    setTyped(null)
  }
  const letGo = (next: string | null) => {
    takeOut()
    setTyped(next)
  }
  return (
    <li className={styles.line}>
      <span className={styles.what} id={id}>
        <Personal>{all.map(({ place }) => place.pupil.name).join(', ')}</Personal>
        {t`; ${slot.what}: ${minutes} min of ${nearDay(missed.day, today)}${missed.missed ? ` (${inWords(missedReasons[missed.missed]).toLowerCase()})` : ''}`}
      </span>
      {unsent && typed === null ? (
        <NotStored
          unsent={unsent}
          words={`${unsent.said as string} min`}
          about={id}
          onChange={() => letGo(unsent.said as string)}
        />
      ) : typed === null ? (
        <span className={styles.form}>
          <Button className={styles.act} aria-describedby={id} onClick={() => setTyped(String(minutes))}>
            {t`Make up for it`}
            {all.length > 1 && t`, all`}
          </Button>
          {onApart && (
            <Button
              className={styles.act}
              appearance="subtle"
              aria-describedby={id}
              onClick={onApart}
            >{t`One by one`}</Button>
          )}
        </span>
      ) : (
        <span className={styles.form}>
          <Field
            label={t`Minutes on ${nearDay(on, today)}`}
            {...(typeof given === 'number' ? {} : { validationMessage: given.wrong })}
          >
            <Input
              className={styles.number}
              inputMode="numeric"
              value={typed}
              onChange={(_, { value }) => setTyped(value)}
            />
          </Field>
          <Button
            className={styles.act}
            appearance="primary"
            disabled={typeof given !== 'number'}
            onClick={send}
          >{t`Log it`}</Button>
          <Button className={styles.act} onClick={() => letGo(null)}>{t`Cancel`}</Button>
        </span>
      )}
      {unsent?.is === 'met' && (
        <Text role="alert">{t`${unsent.theirs[0]!.by ?? t`Somebody else`} made up for it on this day meanwhile, and that stands. Press Log it again to add yours.`}</Text>
      )}
    </li>
  )
}

/** What was given on the day to make up for another. */
export const MadeUp = ({
  logs,
  nameOf,
  dayOf,
}: {
  logs: readonly Stored<Delivery>[]
  nameOf: (log: Delivery) => string
  /** The day that was missed; null where it isn't among what was read. */
  dayOf: (log: Delivery) => Day | null
}) => {
  const styles = useStyles()
  const { takeBack, busy, trouble } = useLogging('')
  const id = useId()
  if (logs.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t`Made up for on this day`}>
      {logs.map((log) => {
        const missed = dayOf(log)
        return (
          <li key={log.key} className={styles.line}>
            <span className={styles.what} id={`${id}${log.key}`}>
              <StatusMark status="done" word={t`Made up`} /> <Personal>{nameOf(log)}</Personal>
              {t`, ${log.minutes} min${missed ? t`, makes up for ${showWeekday(missed)}` : ''}`}
            </span>
            <Button
              className={styles.act}
              appearance="subtle"
              disabled={busy}
              aria-describedby={`${id}${log.key}`}
              onClick={() => void takeBack([log], t`No longer logged`)}
            >{t`Take back`}</Button>
          </li>
        )
      })}
      {trouble && <Text role="alert">{t`Not taken back: ${whyNotSaved(trouble)}.`}</Text>}
    </ul>
  )
}
