import { inWords, t } from '../../../words/t.ts'
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import type { Rate } from '../../../domain/records/rate.ts'
import type { Slot } from '../../../domain/records/slot.ts'
import { schoolWeekdays } from '../../../domain/records/slot.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { groupDoubts } from '../../../domain/rules/groupJoin.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { PrintLeaving } from '../shared/PrintLeaving.tsx'
import { CopyGroup } from './CopyGroup.tsx'
import { GroupMembers } from './GroupMembers.tsx'
import { PutIn } from './PutIn.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px', paddingBottom: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const weekdays = Object.keys(schoolWeekdays)
/** `Tue 9:25, Thu 9:25 week A`. */
const timeWords = (times: readonly Slot[]): string =>
  times
    .toSorted((a, b) => weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday))
    .map(({ weekday, starts, everyWeeks }) =>
      [
        inWords(schoolWeekdays[weekday]).slice(0, 3),
        starts,
        everyWeeks === 'odd' && t`week A`,
        everyWeeks === 'even' && t`week B`,
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join(', ')

/** Who is in a group and on which days, what each costs, and what can be done: put in, take out, copy, print. */
export const GroupPeople = ({
  group,
  lines,
  all,
  groups,
  pupils,
  rates,
  slots,
  calendar,
}: {
  group: Stored<Group>
  /** The group's lines with what they leave to it filled in. */
  lines: readonly Stored<Allocation>[]
  /** All lines as they are stored. */
  all: readonly Stored<Allocation>[]
  groups: readonly Stored<Group>[]
  pupils: readonly Stored<Pupil>[]
  rates: readonly Rate[]
  slots: readonly Stored<Slot>[]
  calendar: SchoolCalendar
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const { school, today: day } = useServices()
  const today = day()
  const mayWrite = useMayWrite(Allocation)
  const [panel, setPanel] = useState<'none' | 'in' | 'copy'>('none')
  const byKey = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const isOver = ({ until }: Allocation) => until !== null && until < today
  const here = lines.filter((line) => !isOver(line))
  const gone = lines.filter(isOver)
  const nameOf = (line: Allocation) => {
    const pupil = byKey.get(line.pupil)
    return pupil ? fullName(pupil) : t`A pupil who has left`
  }
  const times = slots.filter((slot) => slot.group === group.key && (!slot.until || slot.until >= today))
  return (
    <div className={styles.part}>
      {groupDoubts(group, all, today).map(({ words }) => (
        <MessageBar key={words} intent="warning" layout="multiline">
          <MessageBarBody>{words}</MessageBarBody>
        </MessageBar>
      ))}
      {mayWrite && (
        <div className={styles.buttons}>
          <Button
            size="small"
            appearance={lines.length === 0 ? 'primary' : 'secondary'}
            onClick={() => setPanel('in')}
          >{t`Put pupils in`}</Button>
          <Button size="small" onClick={() => setPanel('copy')}>{t`Copy to the next term`}</Button>
          <PrintLeaving
            words={t`Print the group`}
            what={t`A group of a provision`}
            pupils={here.flatMap(({ pupil }) => byKey.get(pupil) ?? [])}
            sheet={{
              title: group.name,
              about: [
                school.name,
                t`from ${showDay(group.from)}${group.until ? t` to ${showDay(group.until)}` : ''}`,
                group.staff,
                group.place,
              ]
                .filter(Boolean)
                .join(' · '),
              columns: [t`Pupil`, t`Class`, t`From`, t`Until`, t`Notes`],
              rows: here.map((line) => [
                nameOf(line),
                byKey.get(line.pupil)?.className ?? '',
                showDay(line.from),
                line.until ? showDay(line.until) : '',
                '',
              ]),
            }}
          />
        </div>
      )}
      {panel === 'in' && (
        <PutIn group={group} pupils={pupils} lines={all} groups={groups} onClose={() => setPanel('none')} />
      )}
      {panel === 'copy' && (
        <CopyGroup
          group={group}
          members={here.map((line) => all.find(({ key }) => key === line.key) ?? line)}
          groups={groups}
          pupils={pupils}
          calendar={calendar}
          slots={times}
          onClose={() => setPanel('none')}
        />
      )}
      <Text className={styles.quiet}>
        {times.length === 0 ? t`No time in the week yet. ` : `${timeWords(times)}. `}
        <Link
          inline
          href={href({
            at: 'provision',
            section: 'timetable',
            query: new URLSearchParams({ group: group.key }),
          })}
        >
          {times.length === 0 ? t`Give it a time in the week` : t`Its times in the week`}
        </Link>
      </Text>
      {lines.length === 0 && panel !== 'in' && (
        <Text className={styles.quiet}>{t`Nobody is in it yet. Put pupils in, each on their own days.`}</Text>
      )}
      <GroupMembers
        group={group}
        here={here}
        gone={gone}
        all={all}
        pupils={byKey}
        rates={rates}
        today={today}
      />
    </div>
  )
}
