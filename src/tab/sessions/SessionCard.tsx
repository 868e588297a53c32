import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { missedReasons } from '../../domain/records/delivery.ts'
import type { Day } from '../../domain/rules/day.ts'
import { type GivenBy, logOf } from '../../domain/rules/ledgerLogs.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { whyNotSaved } from '../../ui/words.ts'
import { LogForm } from './LogForm.tsx'
import { NotStored } from './NotStored.tsx'
import { formOf, formWords, minutesIn, type SessionForm } from './sessionForm.ts'
import { isLogged, type Session, spanOf } from './sessions.ts'
import { useKept } from './notLogged.ts'
import { useLogging } from './useLogging.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px 12px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'baseline' },
  what: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  // A thumb's width, on a phone in a corridor.
  act: { minHeight: '44px' },
})

/** What was logged, in a line. */
const loggedWords = (session: Session): string => {
  const away = session.places.flatMap(({ pupil, log }) =>
    log && log.minutes === 0
      ? [`${pupil.name}: ${inWords(missedReasons[log.missed ?? 'other']).toLowerCase()}`]
      : [],
  )
  const words = formWords(session, formOf(session))
  return words === 'not held' ? away.join(', ') : [words, ...away].join(' · ')
}

/** One session: whom for, one press for the usual, and a form for everything else. */
export const SessionCard = ({
  session,
  day,
  today,
  me,
  name,
  showsStaff,
}: {
  session: Session
  day: Day
  today: Day
  me: GivenBy
  /** Under which what is half said is kept. */
  name: string
  showsStaff: boolean
}) => {
  const styles = useStyles()
  const id = useId()
  const [kept, setForm] = useKept<SessionForm>(name)
  const { log, takeBack, takeOut, unsent, busy, trouble } = useLogging(name)
  // What somebody else logged otherwise meanwhile is shown beside what was said here.
  const form = kept ?? (unsent?.is === 'met' ? (unsent.said as SessionForm) : null)
  const { slot, places } = session
  const known = places.flatMap((place) => place.log ?? [])
  const done = isLogged(session)
  const toCome = day > today

  const send = (said: SessionForm) => {
    const minutes = minutesIn(said.minutes)
    const nobody = places.every(({ plan }) => said.away[plan.allocation] !== undefined)
    if (typeof minutes !== 'number' && !nobody) return
    const wanted = places.map(({ plan }) => {
      const missed = said.away[plan.allocation] ?? null
      const note = said.note.trim() || null
      return logOf(plan, { minutes: missed || typeof minutes !== 'number' ? 0 : minutes, missed, note }, me)
    })
    // From here on it waits until it is stored, whatever screen is open.
    void log(said, wanted, known, t`Logged: ${formWords(session, said)}`)
    setForm(null)
  }
  const change = (said: SessionForm) => {
    takeOut()
    setForm(said)
  }

  return (
    <section className={styles.card} aria-labelledby={`${id}what`} data-session={done ? 'logged' : 'open'}>
      <div className={styles.head}>
        <Text weight="semibold">{spanOf(slot)}</Text>
        <Text as="h3" id={`${id}what`} weight="semibold" className={styles.what}>
          {slot.what}
        </Text>
        <Text size={200} className={styles.quiet}>
          {[slot.place, showsStaff ? (slot.staff ?? t`Nobody named`) : null].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {!form && (
        <Text className={styles.quiet} id={`${id}who`}>
          <Personal>{places.map(({ pupil }) => pupil.name).join(', ')}</Personal>
        </Text>
      )}
      {form ? (
        <LogForm
          session={session}
          form={form}
          busy={busy}
          onForm={setForm}
          onLog={() => send(form)}
          onClose={() => {
            takeOut()
            setForm(null)
          }}
        />
      ) : unsent ? (
        <NotStored
          unsent={unsent}
          words={formWords(session, unsent.said as SessionForm)}
          about={`${id}what`}
          onChange={() => change(unsent.said as SessionForm)}
        />
      ) : done ? (
        <div className={styles.acts}>
          <span style={{ alignSelf: 'center' }}>
            <StatusMark status="done" word={t`Logged`} /> <Personal>{loggedWords(session)}</Personal>
          </span>
          <Button
            className={styles.act}
            appearance="subtle"
            aria-describedby={`${id}what`}
            onClick={() => setForm(formOf(session))}
          >{t`Change`}</Button>
          <Button
            className={styles.act}
            appearance="subtle"
            disabled={busy}
            aria-describedby={`${id}what`}
            onClick={() => void takeBack(known, t`No longer logged`)}
          >{t`Take back`}</Button>
        </div>
      ) : toCome ? (
        <Text size={200} className={styles.quiet}>{t`To come`}</Text>
      ) : (
        <div className={styles.acts}>
          <Button
            className={styles.act}
            appearance="primary"
            disabled={busy}
            aria-describedby={`${id}what`}
            onClick={() => send(formOf(session))}
          >{t`${places.length === 1 ? t`There` : t`All there`}, ${slot.minutes} min`}</Button>
          <Button
            className={styles.act}
            disabled={busy}
            aria-describedby={`${id}what`}
            onClick={() => setForm(formOf(session))}
          >{t`Otherwise`}</Button>
        </div>
      )}
      {trouble && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody role="alert">{t`Not taken back: ${whyNotSaved(trouble)}. Try again.`}</MessageBarBody>
        </MessageBar>
      )}
      {unsent?.is === 'met' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody role="alert">{t`${unsent.theirs[0]!.by ?? t`Somebody else`} logged this meanwhile, and otherwise. What they logged stands; press Log again to say it your way.`}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  )
}
