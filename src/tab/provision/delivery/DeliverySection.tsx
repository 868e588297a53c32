import { counted } from '../../../domain/counted.ts'
import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { fullName } from '../../../domain/records/pupil.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { summed } from '../../../domain/rules/ledger.ts'
import {
  enoughPercent,
  keptPercent,
  minutesDelivered,
  standingOf,
} from '../../../domain/rules/ledgerStanding.ts'
import { hoursWords, missedWords } from '../../../domain/rules/ledgerWords.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { useSchoolLedger } from '../../../ui/ledger/useLedger.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { dayIs, DayField, type TypedDay } from '../shared/DayField.tsx'
import { PrintLeaving } from '../shared/PrintLeaving.tsx'
import { type Asked, askedOf, periodIn, periods, periodWords, queryFor, viewWords, views } from './asked.ts'
import { DeliveryTable } from './DeliveryTable.tsx'
import { NobodyLogs } from './NobodyLogs.tsx'
import { NotLogged } from './NotLogged.tsx'
import { linesOf } from './rows.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '4px 6px', alignItems: 'flex-end' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '760px' },
})

/** What was planned and what was delivered, by line of Section F, group, member of staff, pupil and provision. */
export const DeliverySection = ({ query }: { query: URLSearchParams }) => {
  const { school } = useServices()
  const calendar = useCalendar()
  if (school.sites.staff === undefined) {
    return (
      <Notice
        title={t`This school has no site for staff yet`}
        todo={t`Whoever gives support logs it on a SharePoint site for staff. Whoever looks after Microsoft 365 at your school makes it, names it in the settings of this app, and makes its lists under School.`}
      />
    )
  }
  return (
    <Loaded queries={[calendar]} shape={<Waiting />}>
      {(days) => <Delivered asked={askedOf(query)} calendar={days} />}
    </Loaded>
  )
}

const Delivered = ({ asked, calendar }: { asked: Asked; calendar: SchoolCalendar }) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const period = periodIn(calendar, asked, today)
  const { queries, ledger, names } = useSchoolLedger(period.from, period.until)
  const lines = useMemo(() => (ledger ? linesOf(ledger, asked.view, names) : []), [ledger, asked.view, names])
  const change = (next: Partial<Asked>) =>
    go({ at: 'provision', section: 'delivery', query: queryFor({ ...asked, ...next }) }, true)
  const total = summed(lines.map(({ sums }) => sums))
  const below = lines.filter(({ sums }) => standingOf(sums) === 'below').length
  const span = t`${showDay(period.from)} to ${showDay(period.until)}`
  return (
    <div className={styles.part}>
      <div className={styles.bar} role="group" aria-label={t`Which days`}>
        {periods.map((over) => (
          <ToggleButton
            key={over}
            size="small"
            checked={asked.over === over}
            onClick={() => change({ over })}
          >
            {periodWords[over]}
          </ToggleButton>
        ))}
      </div>
      {asked.over === 'dates' && (
        <Dates
          key={span}
          from={period.from}
          until={period.until}
          onDates={(from, until) => change({ from, until })}
        />
      )}
      <div className={styles.bar} role="group" aria-label={t`Added up by`}>
        {views.map((view) => (
          <ToggleButton
            key={view}
            size="small"
            checked={asked.view === view}
            onClick={() => change({ view })}
          >
            {viewWords[view]}
          </ToggleButton>
        ))}
      </div>
      <Loaded queries={queries} shape={<Waiting />}>
        {(...listings) => (
          <>
            <Unreadable
              listings={listings.flatMap((listing) => (listing && 'unreadable' in listing ? [listing] : []))}
            />
            {lines.length === 0 ? (
              <Notice
                title={
                  asked.view === 'plan'
                    ? t`Nothing of Section F was planned in these days`
                    : t`Nothing was planned in these days`
                }
                todo={t`What the timetable of support has, or sessions a week of a line without a time, is held here against what staff log.`}
                action={
                  <Button
                    onClick={() => go({ at: 'provision', section: 'timetable' })}
                  >{t`Open the timetable`}</Button>
                }
              />
            ) : (
              <>
                <Text className={styles.quiet}>
                  {t`${span}: ${hoursWords(minutesDelivered(total))} of ${hoursWords(total.minutesPlanned)} delivered`}
                  {total.minutesPlanned > 0 && ` (${keptPercent(total)}%)`}
                  {total.toCome > 0 && t`, ${hoursWords(total.minutesToCome)} still to come`}.{' '}
                  {below > 0 &&
                    (below === 1
                      ? t`1 is below ${enoughPercent}%: what it changed can’t be relied on. `
                      : t`${below} are below ${enoughPercent}%: what they changed can’t be relied on. `)}
                  {ledger?.isEstimated &&
                    t`No terms are recorded for a part of these days: every weekday is counted there, so this is an estimate. `}
                  {ledger &&
                    ledger.withoutTimes.size > 0 &&
                    (ledger.withoutTimes.size === 1
                      ? t`1 line has no time in the week and is planned from sessions a week.`
                      : t`${counted(ledger.withoutTimes.size, 'line')} have no time in the week and are planned from sessions a week.`)}
                </Text>
                <DeliveryTable
                  lines={lines}
                  caption={t`Delivered by ${viewWords[asked.view]}`}
                  first={viewWords[asked.view]}
                  total={total}
                />
                <div>
                  <PrintLeaving
                    words={t`Print what was delivered`}
                    what={t`Delivered ${period.words}, by ${viewWords[asked.view].toLowerCase()}`}
                    pupils={lines.flatMap(({ pupil }) => pupil ?? [])}
                    sheet={{
                      title: t`Delivered, by ${viewWords[asked.view].toLowerCase()}`,
                      about: t`${span}. Delivered minutes: those given at their own session and those made up for later.`,
                      columns: [
                        viewWords[asked.view],
                        t`Sessions`,
                        t`Planned`,
                        t`Delivered`,
                        t`Share`,
                        t`Missed and why`,
                      ],
                      rows: lines.map(({ name, detail, sums }) => [
                        [name, detail].filter(Boolean).join(', '),
                        t`${sums.held} of ${sums.planned}`,
                        hoursWords(sums.minutesPlanned),
                        hoursWords(minutesDelivered(sums)),
                        sums.minutesPlanned > 0 ? `${keptPercent(sums)}%` : '',
                        missedWords(sums),
                      ]),
                    }}
                  />
                </div>
                {ledger && (
                  <>
                    <NotLogged ledger={ledger} today={today} />
                    <NobodyLogs
                      ledger={ledger}
                      today={today}
                      named={({ group, provision }) =>
                        names.groups.get(group ?? '')?.name ??
                        names.provisions.get(provision ?? '')?.name ??
                        t`Support`
                      }
                      pupilNamed={(key) => {
                        const pupil = names.pupils.get(key)
                        return pupil ? fullName(pupil) : t`A pupil in the archive`
                      }}
                    />
                  </>
                )}
              </>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

const Dates = ({
  from,
  until,
  onDates,
}: {
  from: Day
  until: Day
  onDates: (from: Day, until: Day) => void
}) => {
  const styles = useStyles()
  const [first, setFirst] = useState<TypedDay>(dayIs(from))
  const [last, setLast] = useState<TypedDay>(dayIs(until))
  const backwards =
    first.value && last.value && first.value > last.value ? t`This is after the last day` : null
  return (
    <div className={styles.bar}>
      <DayField
        name="from"
        label={t`First day`}
        day={first}
        note={backwards}
        stops={backwards !== null}
        onDay={setFirst}
      />
      <DayField name="until" label={t`Last day`} day={last} onDay={setLast} />
      <Button
        size="small"
        disabled={!first.value || !last.value || backwards !== null}
        onClick={() => onDates(first.value!, last.value!)}
      >{t`Show these days`}</Button>
    </div>
  )
}
