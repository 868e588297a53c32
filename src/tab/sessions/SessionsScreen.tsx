import { t } from '../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { addDays, type Day, isDay, mondayOf, showWeekday, weekdayOf } from '../../domain/rules/day.ts'
import { nearDay } from '../../domain/rules/todayTypes.ts'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import type { Me } from '../../graph/storeTypes.ts'
import { Page } from '../Page.tsx'
import { type Route, useGo } from '../routes.ts'
import { MadeUp, ToMakeUpList } from './CatchUps.tsx'
import { AllNotStored } from './NotStored.tsx'
import { SessionCard } from './SessionCard.tsx'
import { isLogged, isMine, type Session, toMakeUpIn } from './sessions.ts'
import { useKeptNames } from './notLogged.ts'
import { useMe, useSessionWeeks } from './useSessionWeeks.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '10px', maxWidth: '640px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  day: { margin: 0, minWidth: '140px', textAlign: 'center' },
  act: { minHeight: '44px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '6px' },
})

type Whose = 'mine' | 'all'
const routeTo = (day: Day | null, whose: Whose): Route => ({
  at: 'sessions',
  query: new URLSearchParams({ ...(day ? { day } : {}), ...(whose === 'all' ? { whose } : {}) }),
})

/** The sessions of whoever is signed in, day by day, to log in two presses. Works from the staff site alone. */
export const SessionsScreen = ({ query }: { query: URLSearchParams }) => {
  const { school, today } = useServices()
  const asked = query.get('day')
  const whose: Whose = query.get('whose') === 'all' ? 'all' : 'mine'
  if (school.sites.staff === undefined) {
    return (
      <Page title={t`Sessions`}>
        <Notice
          title={t`This school has no site for staff yet`}
          todo={t`The timetable of support and the log of sessions lie on a SharePoint site of their own, apart from the SENCO’s records. Whoever looks after Microsoft 365 at your school makes it and names it in the settings of this app.`}
        />
      </Page>
    )
  }
  return <Sessions day={isDay(asked) ? asked : today()} whose={whose} />
}

const Shape = () => (
  <Skeleton aria-label={t`Reading the sessions`} style={{ display: 'grid', gap: 12, maxWidth: 640 }}>
    {[0, 1, 2].map((each) => (
      <SkeletonItem key={each} style={{ height: 96 }} />
    ))}
  </Skeleton>
)

const Sessions = ({ day, whose }: { day: Day; whose: Whose }) => {
  const { queries, sessions, logs, knowsDays } = useSessionWeeks(day)
  const me = useMe()
  return (
    <Page title={t`Sessions`}>
      <AllNotStored />
      <Loaded queries={[me, ...queries]} shape={<Shape />}>
        {(who) => (
          <>
            <Unreadable listings={queries.flatMap(({ data }) => data ?? [])} />
            <DayOf
              day={day}
              whose={whose}
              me={who}
              all={sessions ?? []}
              logs={logs.data?.records ?? []}
              knowsDays={knowsDays}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The weekday before or after: nobody is supported at a weekend. */
const step = (day: Day, by: 1 | -1): Day => {
  const next = addDays(day, by)
  return [0, 6].includes(weekdayOf(next)) ? step(next, by) : next
}

const DayOf = ({
  day,
  whose,
  me,
  all,
  logs,
  knowsDays,
}: {
  day: Day
  whose: Whose
  me: Me
  all: readonly Session[]
  logs: NonNullable<ReturnType<typeof useSessionWeeks>['logs']['data']>['records']
  knowsDays: boolean
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const { school, today: todayOf } = useServices()
  const today = todayOf()
  const address = me.userPrincipalName
  const own = whose === 'all' ? all : all.filter(({ slot }) => isMine(slot, address))
  const here = own.filter((session) => session.day === day)
  const open = own.filter((session) => session.day < today && session.day !== day && !isLogged(session))
  const missed = toMakeUpIn(
    own.filter((session) => session.day <= today),
    logs,
  )
  const by = { by: me.displayName, userPrincipalName: address }
  const to = (next: Day | null, of: Whose = whose) => go(routeTo(next === today ? null : next, of), true)
  const kept = `${school.id}/${address}`
  const begunDays = new Set(useKeptNames().map((name) => name.slice(name.lastIndexOf('/') + 1)))
  const made = logs.filter(
    (log) =>
      log.makesUp !== null &&
      log.day === day &&
      (whose === 'all' || log.userPrincipalName?.toLowerCase() === address.toLowerCase()),
  )
  const placeOf = (allocation: string) =>
    all.flatMap(({ places }) => places).find(({ plan }) => plan.allocation === allocation)
  return (
    <div className={styles.column}>
      <div className={styles.bar}>
        <Button
          className={styles.act}
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={t`The day before`}
          onClick={() => to(step(day, -1))}
        />
        <Text as="h2" weight="semibold" className={styles.day} aria-live="polite">
          {showWeekday(day)}
        </Text>
        <Button
          className={styles.act}
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={t`The day after`}
          onClick={() => to(step(day, 1))}
        />
        {day !== today && <Button className={styles.act} onClick={() => to(null)}>{t`Today`}</Button>}
        <Button
          className={styles.act}
          appearance="subtle"
          aria-pressed={whose === 'all'}
          onClick={() => to(day, whose === 'all' ? 'mine' : 'all')}
        >
          {whose === 'all' ? t`Only mine` : t`All staff’s`}
        </Button>
      </div>
      {!knowsDays && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t`Holidays and training days aren’t known here yet, so every weekday is listed. Your SENCO can show them to staff under Provision, Delivered.`}</MessageBarBody>
        </MessageBar>
      )}
      {open.length > 0 && (
        <section aria-label={t`Not logged yet`}>
          <Text
            size={200}
            block
            className={styles.quiet}
          >{t`Not logged yet, ${mondayOf(day) === mondayOf(today) ? t`this week and last` : t`in these two weeks`}:`}</Text>
          <ul className={styles.list}>
            {[...new Set(open.map((session) => session.day))].map((each) => {
              const count = open.filter((session) => session.day === each).length
              const begun = begunDays.has(each)
              return (
                <li key={each}>
                  <Button className={styles.act} size="small" onClick={() => to(each)}>
                    {nearDay(each, today)}: {count}
                    {begun ? t`, begun` : ''}
                  </Button>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {here.length === 0 ? (
        <Nothing
          day={day}
          whose={whose}
          others={all.some((session) => session.day === day)}
          me={me}
          onAll={() => to(day, 'all')}
        />
      ) : (
        here.map((session) => (
          <SessionCard
            key={`${session.slot.key}${day}`}
            session={session}
            day={day}
            today={today}
            me={by}
            name={`${kept}/${session.slot.key}/${day}`}
            showsStaff={whose === 'all'}
          />
        ))
      )}
      <MadeUp
        logs={made}
        nameOf={({ allocation }) => placeOf(allocation)?.pupil.name ?? t`A pupil`}
        dayOf={({ makesUp }) => logs.find(({ key }) => key === makesUp)?.day ?? null}
      />
      <ToMakeUpList missed={missed} day={day} today={today} me={by} kept={kept} />
      <Text
        size={200}
        className={styles.quiet}
      >{t`Everyone with access to the staff site can read what is logged here: who was there, why not, and the note.`}</Text>
    </div>
  )
}

const Nothing = ({
  day,
  whose,
  others,
  me,
  onAll,
}: {
  day: Day
  whose: Whose
  others: boolean
  me: Me
  onAll: () => void
}) =>
  others && whose === 'mine' ? (
    <Notice
      title={t`No session of ${showWeekday(day)} is yours`}
      todo={t`You are signed in as ${me.userPrincipalName}. If a session should be yours, your SENCO puts that address to it in the timetable. To cover for somebody, look at all staff’s.`}
      action={<Button onClick={onAll}>{t`All staff’s sessions`}</Button>}
    />
  ) : (
    <Notice
      title={t`No session is planned for ${showWeekday(day)}`}
      todo={t`What the timetable of support has on school days is listed here, day by day. There is none in holidays and on training days.`}
    />
  )
