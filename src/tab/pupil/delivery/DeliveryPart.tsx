import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { grouped } from '../../../domain/grouped.ts'
import type { Stored } from '../../../domain/record.ts'
import { missedReasons } from '../../../domain/records/delivery.ts'
import { Provision } from '../../../domain/records/provision.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { amountOf } from '../../../domain/rules/goldenThread.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import { sumsBy } from '../../../domain/rules/ledger.ts'
import { ledgerPeriod, type PeriodName } from '../../../domain/rules/ledgerPeriods.ts'
import { isToConfirm, type LedgerSources, schoolLedger } from '../../../domain/rules/ledgerSchool.ts'
import { minutesDelivered } from '../../../domain/rules/ledgerStanding.ts'
import { hoursWords, missedWords } from '../../../domain/rules/ledgerWords.ts'
import type { Entry } from '../../../domain/rules/ledgerTypes.ts'
import { nearDay } from '../../../domain/rules/todayTypes.ts'
import { usePupilLedger } from '../../../ui/ledger/useLedger.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Share, StandingMark } from '../../../ui/ledger/LedgerMarks.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useGo } from '../../routes.ts'
import { NobodyLogs } from '../../provision/delivery/NobodyLogs.tsx'
import { Waiting } from '../Waiting.tsx'
import { WeekBars } from './WeekBars.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '900px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '4px 6px' },
  line: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px', alignItems: 'baseline' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: '20px' },
})

const choices: readonly (readonly [PeriodName, string])[] = [
  ['half', t`This half-term`],
  ['before', t`Half-term before`],
  ['term', t`This term`],
  ['weeks', t`Last four weeks`],
]

/** What was planned for the pupil and what was delivered, line by line, with what is still to be made up for. */
export const DeliveryPart = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const { queries, sources } = usePupilLedger(pupil.key, pupil)
  const provisions = useAll(Provision)
  return (
    <Loaded queries={[provisions, ...queries]} shape={<Waiting />}>
      {(offered, ...listings) => (
        <>
          <Unreadable listings={listings.flatMap((one) => (one && 'unreadable' in one ? [one] : []))} />
          {sources && (
            <Lines
              pupil={pupil.key}
              sources={sources}
              named={(key) => offered.records.find((one) => one.key === key)?.name ?? t`Support`}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

const Lines = ({
  pupil,
  sources,
  named,
}: {
  pupil: string
  sources: LedgerSources
  named: (key: string) => string
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const [over, setOver] = useState<PeriodName>('term')
  const period = ledgerPeriod(sources.calendar, over, today)
  const ledger = useMemo(
    () => schoolLedger(sources, period.from, period.until),
    [sources, period.from, period.until],
  )
  const sums = sumsBy(ledger.entries, ({ allocation }) => allocation)
  const entriesOf = grouped(ledger.entries, ({ allocation }) => allocation)
  const lines = filledFromGroups(sources.allocations, sources.groups)
    .filter(({ key }) => sums.has(key))
    .toSorted((a, b) => Number(b.inPlan ?? false) - Number(a.inPlan ?? false) || (a.key < b.key ? -1 : 1))
  return (
    <div className={styles.part}>
      <div className={styles.bar} role="group" aria-label={t`Which days`}>
        {choices.map(([name, words]) => (
          <ToggleButton key={name} size="small" checked={over === name} onClick={() => setOver(name)}>
            {words}
          </ToggleButton>
        ))}
      </div>
      <Text className={styles.quiet}>{t`${showDay(period.from)} to ${showDay(period.until)}${
        ledger.isEstimated
          ? t`. No terms are recorded for a part of these days: every weekday is counted there, so this is an estimate.`
          : ''
      }`}</Text>
      {lines.length === 0 ? (
        <Notice
          title={t`Nothing was planned in these days`}
          todo={t`What the timetable of support has for this pupil, or sessions a week of a line without a time, is held here against what staff log.`}
          action={
            <Button
              onClick={() => go({ at: 'pupil', key: pupil, section: 'provision' })}
            >{t`Open the provision`}</Button>
          }
        />
      ) : (
        [
          <NobodyLogs
            key="nobody"
            ledger={ledger}
            today={today}
            named={({ provision }) => named(provision ?? '')}
            pupilNamed={null}
          />,
          ...lines.map((line) => {
            const own = sums.get(line.key)!
            const entries = entriesOf.get(line.key) ?? []
            const words = missedWords(own)
            return (
              <section key={line.key} className={styles.line} aria-label={named(line.provision)}>
                <div className={styles.head}>
                  <Text as="h2" size={400} weight="semibold" className={styles.title}>
                    {named(line.provision)}
                  </Text>
                  {line.inPlan && <Text size={200}>{t`Section F`}</Text>}
                  <Text size={200} className={styles.quiet}>
                    {amountOf(line)}
                  </Text>
                </div>
                <div className={styles.head}>
                  <StandingMark sums={own} toConfirm={isToConfirm(ledger, entries)} />
                  <Text>{t`${own.held} of ${own.planned} sessions, ${hoursWords(minutesDelivered(own))} of ${hoursWords(own.minutesPlanned)}`}</Text>
                  <Share sums={own} />
                  {own.toCome > 0 && (
                    <Text size={200} className={styles.quiet}>{t`${own.toCome} to come`}</Text>
                  )}
                </div>
                {words && <Text className={styles.quiet}>{words}</Text>}
                {ledger.withoutTimes.has(line.key) && (
                  <Text
                    size={200}
                    className={styles.quiet}
                  >{t`It has no time in the week, so it is planned from its sessions a week.`}</Text>
                )}
                <WeekBars entries={entries} from={period.from} until={period.until} />
                <ToMakeUp entries={entries} />
                <Notes entries={entries} />
              </section>
            )
          }),
        ]
      )}
    </div>
  )
}

/** Missed sessions that nothing has made up for; the newest few. */
const ToMakeUp = ({ entries }: { entries: readonly Entry[] }) => {
  const styles = useStyles()
  const { href } = useGo()
  const today = useServices().today()
  const owed = entries
    .filter(({ is, log, minutesPlanned, minutesKept, minutesCaughtUp }) => {
      return (is === 'missed' || is === 'held') && log && minutesPlanned > minutesKept + minutesCaughtUp
    })
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
  if (owed.length === 0) return null
  return (
    <details>
      <summary>
        <Text size={200}>{t`${owed.length} missed or cut short and not made up for (${hoursWords(
          owed.reduce((sum, one) => sum + one.minutesPlanned - one.minutesKept - one.minutesCaughtUp, 0),
        )})`}</Text>
      </summary>
      <ul className={styles.list}>
        {owed.map((entry) => (
          <li key={`${entry.slot}${entry.day}`}>
            <a href={href({ at: 'sessions', query: new URLSearchParams({ day: entry.day, whose: 'all' }) })}>
              {nearDay(entry.day, today)}
            </a>
            {entry.reason ? `: ${inWords(missedReasons[entry.reason]).toLowerCase()}` : ''}
            {entry.staff ? `, ${entry.staff}` : ''}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What whoever gave it wrote. */
const Notes = ({ entries }: { entries: readonly Entry[] }) => {
  const styles = useStyles()
  const today = useServices().today()
  const noted = entries
    .filter(({ log }) => log?.note)
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, 12)
  if (noted.length === 0) return null
  return (
    <details>
      <summary>
        <Text size={200}>{t`Notes of staff (${noted.length})`}</Text>
      </summary>
      <ul className={styles.list}>
        {noted.map(({ day, slot, log }) => (
          <li key={`${slot}${day}`}>
            {nearDay(day, today)}: {log!.note}
          </li>
        ))}
      </ul>
    </details>
  )
}
