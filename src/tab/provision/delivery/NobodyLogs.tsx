import { entriesInWords, inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { grouped } from '../../../domain/grouped.ts'
import { Delivery, missedReasons } from '../../../domain/records/delivery.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { spokenFor } from '../../../domain/rules/ledgerLogs.ts'
import { isNobodys, type SchoolLedger } from '../../../domain/rules/ledgerSchool.ts'
import type { Entry, Missed } from '../../../domain/rules/ledgerTypes.ts'
import { nearDay } from '../../../domain/rules/todayTypes.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { undoLogs, writeLogs } from '../../../ui/ledger/writeLogs.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px', maxWidth: '760px' },
  title: { margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    alignItems: 'center',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { flexGrow: 1, flexBasis: '260px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  days: { flexBasis: '100%', paddingLeft: '16px', boxSizing: 'border-box' },
})
const mostLines = 12
const reasons = entriesInWords(missedReasons) as [Missed, string][]

/** Stores what the SENCO says of sessions that nobody logs, with a way back. */
const useSpeakFor = () => {
  const { records, me, school } = useServices()
  const client = useQueryClient()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const store = records.store(Delivery)
  const speak = (entries: readonly Entry[], missed: Missed | null) =>
    void attempt(async () => {
      const who = await client.fetchQuery({ queryKey: ['me', school.id], queryFn: () => me(), staleTime: Infinity }) // prettier-ignore
      const by = { by: who.displayName, userPrincipalName: who.userPrincipalName }
      const written = await writeLogs(store, spokenFor(entries, missed, by), [])
      for (const log of written.stored) put(Delivery, log)
      if (written.problem) throw written.problem
      const words = missed ? inWords(missedReasons[missed]).toLowerCase() : t`given as planned`
      say(t`Logged: ${counted(entries.length, 'session')}, ${words}`, () => {
        void attempt(async () => {
          for (const log of await undoLogs(store, written.stored, [])) put(Delivery, log)
        })
      })
    })
  return { speak, busy, trouble }
}

/**
 * Sessions gone by that no member of staff has in their list: visits of somebody from outside, lines without a time in
 * the week. They are asked about once, line by line, and answered in one press or one by one.
 */
export const NobodyLogs = ({
  ledger,
  today,
  named,
  pupilNamed,
}: {
  ledger: SchoolLedger
  today: Day
  /** What a line is called: its group or its provision. */
  named: (entry: Entry) => string
  /** Null on the screen of one pupil. */
  pupilNamed: ((pupil: string) => string) | null
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Delivery)
  const { speak, busy, trouble } = useSpeakFor()
  const [open, setOpen] = useState<string | null>(null)
  const [whole, setWhole] = useState(false)
  const entries = ledger.entries.filter((entry) => isNobodys(ledger, entry))
  if (entries.length === 0) return null
  const lines = [...grouped(entries, ({ group, allocation }) => group ?? allocation)]
  return (
    <section className={styles.part} aria-label={t`Nobody logs these`}>
      <Text
        as="h2"
        size={400}
        weight="semibold"
        className={styles.title}
      >{t`Nobody logs these: were they given?`}</Text>
      <Text
        size={200}
        className={styles.quiet}
      >{t`Visits from outside, and support without a time in the week or without a member of staff. Say it once for all that have gone by, or one by one.`}</Text>
      <ul className={styles.list}>
        {(whole ? lines : lines.slice(0, mostLines)).map(([name, all]) => {
          const days = [...grouped(all, ({ day }) => day)].toSorted(([a], [b]) => (a < b ? -1 : 1))
          const pupils = [...new Set(all.map(({ pupil }) => pupil))]
          const first = all[0]!
          return (
            <li key={name} className={styles.line}>
              <span className={styles.what} id={`nobody${name}`}>
                {named(first)}
                {pupilNamed && (
                  <>
                    {', '}
                    {pupils.length === 1 ? (
                      <Personal>{pupilNamed(pupils[0]!)}</Personal>
                    ) : (
                      counted(pupils.length, 'pupil')
                    )}
                  </>
                )}
                : {counted(days.length, 'day')}, {nearDay(days[0]![0], today)}
                {days.length > 1 && t` to ${nearDay(days.at(-1)![0], today)}`}
                {first.staff && `, ${first.staff}`}
              </span>
              {mayWrite && (
                <>
                  <Button
                    size="small"
                    disabled={busy}
                    aria-describedby={`nobody${name}`}
                    onClick={() => speak(all, null)}
                  >{t`All given as planned`}</Button>
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-expanded={open === name}
                    aria-describedby={`nobody${name}`}
                    onClick={() => setOpen(open === name ? null : name)}
                  >{t`One by one`}</Button>
                </>
              )}
              {open === name && (
                <ul className={`${styles.list} ${styles.days}`} aria-label={t`${named(first)}, one by one`}>
                  {days.map(([day, own]) => (
                    <li key={day} className={styles.line}>
                      <span className={styles.what}>
                        {nearDay(day, today)}
                        {own.length > 1 && `, ${counted(own.length, 'session')}`}
                      </span>
                      <Button
                        size="small"
                        disabled={busy}
                        aria-label={t`Given, ${nearDay(day, today)}`}
                        onClick={() => speak(own, null)}
                      >{t`Given`}</Button>
                      <Select
                        size="small"
                        disabled={busy}
                        aria-label={t`Not given because, ${nearDay(day, today)}`}
                        value=""
                        onChange={(_, { value }) => value && speak(own, value as Missed)}
                      >
                        <option value="">{t`Not given because`}</option>
                        {reasons.map(([code, words]) => (
                          <option key={code} value={code}>
                            {words}
                          </option>
                        ))}
                      </Select>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
      {!whole && lines.length > mostLines && (
        <div>
          <Button size="small" onClick={() => setWhole(true)}>{t`Show all ${lines.length}`}</Button>
        </div>
      )}
      {trouble && (
        <Text role="alert">{t`Not logged: ${whyNotSaved(trouble)}. Press again when you are ready.`}</Text>
      )}
    </section>
  )
}
