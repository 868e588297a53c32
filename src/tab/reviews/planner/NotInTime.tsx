import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import { type Day, daysBetween, showDay, showWeekday } from '../../../domain/rules/day.ts'
import { capIn } from '../../../domain/rules/plannerLoads.ts'
import type { Place, Remedy, Unplaced } from '../../../domain/rules/plannerTypes.ts'
import { remedyWords, unplacedWords } from '../../../domain/rules/plannerWords.ts'
import { type SchoolCalendar, stretchOn } from '../../../domain/rules/schoolCalendar.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import { ShutDay } from './ShutDay.tsx'
import type { Planning } from './usePlan.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  one: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    alignItems: 'flex-start',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  more: { alignSelf: 'flex-start' },
  remedies: { margin: 0, paddingLeft: '20px' },
})

type Props = {
  planning: Planning
  calendar: SchoolCalendar
  pupils: ReadonlyMap<string, Stored<Pupil>>
  busy: boolean
  /** Left out for who may only read. */
  onBook?: (place: Place) => void
}

/** The plan itself stays within reach: so many are shown at first. */
const atFirst = 6

/** Reviews that no date in time is left for, and fixed meetings that are too late: why, and what would help. */
export const NotInTime = ({ planning, calendar, pupils, busy, onBook }: Props) => {
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const late = planning.sorted.booked.filter((booked) => booked.late)
  const { unplaced, cap } = planning.plan
  const { loads } = planning.meetings
  if (unplaced.length + late.length === 0) return null
  return (
    <section className={styles.all} aria-labelledby="not-in-time">
      <Text
        as="h2"
        id="not-in-time"
        size={400}
        weight="semibold"
        block
        style={{ margin: 0 }}
      >{t`${counted(unplaced.length + late.length, 'review')} not in time`}</Text>
      <ul className={styles.list}>
        {late.map(({ key, review, day, late: need }) => (
          <li key={review} className={styles.one}>
            <span className={styles.line}>
              <StatusMark status="late" word={t`Too late`} />
              <Name pupil={pupils.get(key)!} />
            </span>
            <Text>
              {t`The meeting is fixed for ${showWeekday(day)}; the last day in time is `}
              <Why why={need!.why}>{showDay(need!.latest)}</Why>
            </Text>
            {onBook && (
              <Button
                size="small"
                onClick={() => planning.lookAgain(review)}
              >{t`Look for an earlier date`}</Button>
            )}
          </li>
        ))}
        {unplaced.slice(0, all ? undefined : atFirst).map((one) => (
          <li key={one.key} className={styles.one}>
            <One
              one={one}
              calendar={calendar}
              capOf={(week) => capIn(loads, cap, week)}
              pupil={pupils.get(one.key)!}
              fixed={planning.sorted.open.get(one.key)?.meetingDate ?? null}
              onKeep={() => planning.keepFixed(planning.sorted.open.get(one.key)!.key)}
              busy={busy}
              {...(onBook ? { onBook } : {})}
            />
          </li>
        ))}
      </ul>
      {!all && unplaced.length > atFirst && (
        <Button
          size="small"
          className={styles.more}
          onClick={() => setAll(true)}
        >{t`Show the other ${unplaced.length - atFirst}`}</Button>
      )}
    </section>
  )
}

const Name = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const { href } = useGo()
  return (
    <Link href={href({ at: 'pupil', key: pupil.key, section: 'reviews' })}>
      <PupilName pupil={pupil} />
    </Link>
  )
}

const One = ({
  one,
  calendar,
  capOf,
  pupil,
  fixed,
  busy,
  onBook,
  onKeep,
}: {
  one: Unplaced
  calendar: SchoolCalendar
  capOf: (week: Day) => number
  pupil: Stored<Pupil>
  /** The day for which it is fixed now, where an earlier one is looked for. */
  fixed: Day | null
  busy: boolean
  onBook?: (place: Place) => void
  onKeep: () => void
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const { earliest, withLawNotice, need, frees } = one
  return (
    <>
      <span className={styles.line}>
        <StatusMark
          status={need.latest < today ? 'overdue' : 'late'}
          word={need.latest < today ? t`Overdue` : t`Too late`}
        />
        <Name pupil={pupil} />
        <Why why={need.why}>{showDay(need.latest)}</Why>
      </span>
      <Text>{unplacedWords(one, today)}</Text>
      {fixed && (
        <span className={styles.line}>
          <Text>{t`It is fixed for ${showWeekday(fixed)} now.`}</Text>
          <Button size="small" onClick={onKeep}>{t`Keep that date`}</Button>
        </span>
      )}
      {frees.length > 0 && (
        <>
          <Text>{t`One of these would make room:`}</Text>
          <ul className={styles.remedies}>
            {frees.map((remedy) => (
              <li key={remedy.do}>
                {remedyWords(remedy, capOf)} <OpenDays remedy={remedy} calendar={calendar} />
              </li>
            ))}
          </ul>
        </>
      )}
      {withLawNotice && (
        <span className={styles.line}>
          <Text>{t`With the law’s own two weeks of notice it could be in time: ${showWeekday(withLawNotice.day)}, ${showTime(withLawNotice.time)}. Agree it with the authority first.`}</Text>
          {onBook && (
            <Button
              size="small"
              disabled={busy}
              onClick={() => onBook(withLawNotice)}
            >{t`Book it with the law’s notice`}</Button>
          )}
        </span>
      )}
      {earliest && (
        <span className={styles.line}>
          <Text>{t`Start now: the earliest is ${showWeekday(earliest.day)}, ${showTime(earliest.time)}, ${counted(daysBetween(need.latest, earliest.day), 'day')} late. Tell the authority why.`}</Text>
          {onBook && (
            <Button size="small" disabled={busy} onClick={() => onBook(earliest)}>{t`Book it late`}</Button>
          )}
        </span>
      )}
    </>
  )
}

/** The rows that shut the days which would help, to open them: each row once. */
const OpenDays = ({ remedy, calendar }: { remedy: Remedy; calendar: SchoolCalendar }) => {
  if (remedy.do !== 'openDay') return null
  const rows = remedy.days.flatMap(({ day, shut }) => {
    const row = stretchOn(calendar, day)
    return shut === 'inset' || shut === 'busy' ? [{ day, shut, row: row?.key ?? day }] : []
  })
  const each = [...new Map(rows.toReversed().map((row) => [row.row, row])).values()].toReversed().slice(0, 4)
  return each.map(({ day, shut }) => (
    <span key={day}>
      <ShutDay calendar={calendar} day={day} shut={shut}>
        {t`Open ${showDay(day)} in the calendar`}
      </ShutDay>{' '}
    </span>
  ))
}
