import { t } from '../../../words/t.ts'
import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { shortName } from '../../../domain/records/pupil.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import { daysBetween, showWeekday } from '../../../domain/rules/day.ts'
import { uncoveredWhile, type Uncovered } from '../../../domain/rules/deploymentCover.ts'
import { weekLetters } from '../../../domain/rules/timetableWeek.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { DayField, dayIs } from '../shared/DayField.tsx'
import { PrintLeaving } from '../shared/PrintLeaving.tsx'
import type { DeployedRecords, useDeployment } from './useDeployed.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '860px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 20px' },
  who: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  quiet: { color: tokens.colorNeutralForeground2 },
})
const mostDays = 28
const freeWords = ({ free }: Uncovered) =>
  free.length === 0
    ? t`Nobody in the staff list is free then`
    : t`Free then: ${free
        .slice(0, 4)
        .map(({ name }) => name)
        .join(', ')}${free.length > 4 ? t` and ${free.length - 4} more` : ''}`

/** Who is away on which days: what is then uncovered, and who has nothing in the timetable at that time. */
export const CoverPart = ({
  records,
  deployed,
}: {
  records: DeployedRecords
  deployed: ReturnType<typeof useDeployment>
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const [from, setFrom] = useState(() => dayIs(today))
  const [until, setUntil] = useState(() => dayIs(today))
  const [away, setAway] = useState<ReadonlySet<string>>(new Set())
  const { calendar, pupils, allocations } = records
  const pupilOf = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const inPlan = new Set(allocations.filter((line) => line.inPlan === true).map(({ pupil }) => pupil))
  const names = [...new Set(deployed.use.map(({ name }) => name))]
  if (names.length === 0)
    return (
      <Notice
        title={t`No staff yet`}
        todo={t`Enter who gives support in the staff list; then you can see here what is uncovered when somebody is away.`}
      />
    )
  const days =
    from.value !== null && until.value !== null && from.value <= until.value
      ? { from: from.value, until: until.value }
      : null
  const tooLong = days !== null && daysBetween(days.from, days.until) >= mostDays
  const found =
    days === null || tooLong
      ? []
      : uncoveredWhile(deployed.useOn, away, days, calendar, weekLetters(calendar, deployed.school))
  const owed = found.filter(({ block }) => block.pupils.some((key) => inPlan.has(key)))
  const toggle = (name: string) => {
    const next = new Set(away)
    if (!next.delete(name)) next.add(name)
    setAway(next)
  }
  return (
    <div className={styles.part}>
      <div className={styles.row}>
        <DayField
          name="from"
          label={t`First day away`}
          day={from}
          onDay={(day) => {
            setFrom(day)
            if (day.value && until.value && until.value < day.value) setUntil(day)
          }}
        />
        <DayField
          name="until"
          label={t`Last day away`}
          day={until}
          note={
            tooLong
              ? t`Choose at most four weeks`
              : from.value && until.value && until.value < from.value
                ? t`Before the first day`
                : null
          }
          stops
          onDay={setUntil}
        />
      </div>
      {/* No Field around it: it would give every box its own label. */}
      <div role="group" aria-label={t`Who is away`}>
        <Text block>{t`Who is away`}</Text>
        <div className={styles.who}>
          {names.map((name) => (
            <Checkbox key={name} label={name} checked={away.has(name)} onChange={() => toggle(name)} />
          ))}
        </div>
      </div>
      {away.size === 0 ? (
        <Text className={styles.quiet}>{t`Tick who is away.`}</Text>
      ) : found.length === 0 ? (
        <Text>{t`Nothing is uncovered: ${[...away].join(' and ')} has no sessions on these days.`}</Text>
      ) : (
        <>
          <div className={styles.row}>
            <Text weight="semibold">
              {t`${counted(found.length, 'session')} uncovered`}
              {owed.length > 0 && t`, ${owed.length} with a pupil whose plan specifies provision`}
            </Text>
            <PrintLeaving
              words={t`Print the cover list`}
              what={t`Sessions to cover while staff are away`}
              pupils={[...new Set(found.flatMap(({ block }) => block.pupils))].flatMap(
                (key) => pupilOf.get(key) ?? [],
              )}
              sheet={{
                title: t`Sessions to cover`,
                about: t`Away: ${[...away].join(', ')}`,
                columns: [t`Day and time`, t`What`, t`Where`, t`Who comes`, t`Who is free`, t`Covered by`],
                rows: found.map((one) => [
                  t`${showWeekday(one.day)} ${showTime(one.block.starts)} to ${showTime(one.block.ends)}`,
                  one.block.slot.what,
                  one.block.slot.place ?? '',
                  one.block.pupils
                    .flatMap((key) => (pupilOf.has(key) ? [shortName(pupilOf.get(key)!)] : []))
                    .join(', '),
                  freeWords(one),
                  '',
                ]),
              }}
            />
          </div>
          <ul className={styles.list} aria-label={t`Uncovered sessions`}>
            {found.map((one) => (
              <li key={`${one.day}${one.block.slot.key}`} className={styles.item}>
                <Text
                  block
                  weight="semibold"
                >{t`${showWeekday(one.day)}, ${showTime(one.block.starts)} to ${showTime(one.block.ends)}: ${one.block.slot.what}`}</Text>
                <Text block size={200} className={styles.quiet}>
                  {t`${one.away} is away${one.block.slot.place ? ` · ${one.block.slot.place}` : ''} · `}
                  {one.block.pupils.map((key, at) => (
                    <span key={key}>
                      {at > 0 && ', '}
                      {pupilOf.has(key) ? <PupilName short pupil={pupilOf.get(key)!} /> : t`a pupil`}
                    </span>
                  ))}
                </Text>
                <Text block>{freeWords(one)}</Text>
                {one.block.pupils.some((key) => inPlan.has(key)) && (
                  <StatusMark status="dueSoon" word={t`A plan specifies provision for a pupil who comes`} />
                )}
              </li>
            ))}
          </ul>
          <Text
            size={200}
            className={styles.quiet}
          >{t`Free means: nothing in the timetable of support at that time. Ask whether duties or lessons are in the way.`}</Text>
        </>
      )}
    </div>
  )
}
