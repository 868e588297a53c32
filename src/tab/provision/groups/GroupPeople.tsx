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
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import type { Rate } from '../../../domain/records/rate.ts'
import type { Slot } from '../../../domain/records/slot.ts'
import { schoolWeekdays } from '../../../domain/records/slot.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import { allocationCost } from '../../../domain/rules/cost.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { groupDoubts } from '../../../domain/rules/groupJoin.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useArchive } from '../../../ui/useArchive.ts'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import { PrintLeaving } from '../shared/PrintLeaving.tsx'
import { CopyGroup } from './CopyGroup.tsx'
import { PutIn } from './PutIn.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px', paddingBottom: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 1fr) minmax(150px, auto) 90px 92px',
    gap: '2px 12px',
    alignItems: 'center',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  money: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

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
    return pupil ? fullName(pupil) : 'A pupil who has left'
  }
  const times = slots.filter((slot) => slot.group === group.key && (!slot.until || slot.until >= today))
  const order = Object.keys(schoolWeekdays)
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
          >
            Put pupils in
          </Button>
          <Button size="small" onClick={() => setPanel('copy')}>
            Copy to the next term
          </Button>
          <PrintLeaving
            words="Print the group"
            what="A group of a provision"
            pupils={here.flatMap(({ pupil }) => byKey.get(pupil) ?? [])}
            sheet={{
              title: group.name,
              about: [
                school.name,
                `from ${showDay(group.from)}${group.until ? ` to ${showDay(group.until)}` : ''}`,
                group.staff,
                group.place,
              ]
                .filter(Boolean)
                .join(' · '),
              columns: ['Pupil', 'Class', 'From', 'Until', 'Notes'],
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
          pupils={pupils}
          calendar={calendar}
          slots={times}
          onClose={() => setPanel('none')}
        />
      )}
      <Text className={styles.quiet}>
        {times.length === 0
          ? 'No time in the week yet. '
          : `${times
              .toSorted((a, b) => order.indexOf(a.weekday) - order.indexOf(b.weekday))
              .map(({ weekday, starts, everyWeeks }) =>
                [
                  schoolWeekdays[weekday].slice(0, 3),
                  starts,
                  everyWeeks === 'odd' && 'week A',
                  everyWeeks === 'even' && 'week B',
                ]
                  .filter(Boolean)
                  .join(' '),
              )
              .join(', ')}. `}
        <Link
          inline
          href={href({
            at: 'provision',
            section: 'timetable',
            query: new URLSearchParams({ group: group.key }),
          })}
        >
          {times.length === 0 ? 'Give it a time in the week' : 'Its times in the week'}
        </Link>
      </Text>
      {lines.length === 0 && panel !== 'in' && (
        <Text className={styles.quiet}>Nobody is in it yet. Put pupils in, each on their own days.</Text>
      )}
      {here.length > 0 && (
        <ul className={styles.list} aria-label={`In ${group.name}`}>
          {here.map((line) => (
            <Member
              key={line.key}
              line={line}
              stored={all.find(({ key }) => key === line.key) ?? line}
              pupil={byKey.get(line.pupil)}
              group={group}
              rates={rates}
              today={today}
            />
          ))}
        </ul>
      )}
      {gone.length > 0 && (
        <details>
          <summary>{counted(gone.length, 'pupil')} who was in it</summary>
          <ul className={styles.list}>
            {gone.map((line) => (
              <li key={line.key} className={styles.row}>
                <PupilLink line={line} pupil={byKey.get(line.pupil)} />
                <Text size={200}>
                  {showDay(line.from)} to {showDay(line.until!)}
                </Text>
                <Text size={200}>
                  {line.exitDecision ? Allocation.fields.exitDecision.choices[line.exitDecision] : ''}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const PupilLink = ({ line, pupil }: { line: Stored<Allocation>; pupil: Stored<Pupil> | undefined }) => {
  const { href } = useGo()
  return pupil ? (
    <Link href={href({ at: 'pupil', key: pupil.key, section: 'provision', about: line.key })}>
      <PupilName pupil={pupil} />
    </Link>
  ) : (
    <Text>A pupil who has left</Text>
  )
}

const Member = ({
  line,
  stored,
  pupil,
  group,
  rates,
  today,
}: {
  line: Stored<Allocation>
  stored: Stored<Allocation>
  pupil: Stored<Pupil> | undefined
  group: Stored<Group>
  rates: readonly Rate[]
  today: string
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Allocation)
  const act = useRecordAct(Allocation, stored)
  const { archive, trouble } = useArchive(Allocation)
  const { cost, missing } = allocationCost(line, rates)
  const own = stored.until !== null || stored.from !== group.from
  const takeOut = () =>
    line.from > today
      ? void archive(stored, 'Taken out before it began')
      : void act.doIt({
          words: 'Take out',
          said: `Out of ${group.name} after today. The line stays, and asks what happened`,
          changes: () => ({ until: today }),
        })
  return (
    <li className={styles.row}>
      <PupilLink line={line} pupil={pupil} />
      <Text size={200}>
        {own ? `${showDay(line.from)}${line.until ? ` to ${showDay(line.until)}` : ''}` : 'As the group'}
        {stored.minutes !== null && ` · ${stored.minutes} min`}
        {stored.role !== null && stored.role !== group.role && ` · ${staffRoles[stored.role]}`}
      </Text>
      <span className={styles.money}>
        {cost ? (
          <Why why={cost.why}>{showMoney(cost.perPupilPence)}</Why>
        ) : (
          <Text size={200}>Needs {missing.join(', ')}</Text>
        )}
      </span>
      {mayWrite && pupil && stored.until !== today && (
        <Button size="small" disabled={act.busy} aria-label={`Take out ${fullName(pupil)}`} onClick={takeOut}>
          Take out
        </Button>
      )}
      {(act.trouble ?? trouble) && <TroubleNotice trouble={(act.trouble ?? trouble)!} />}
    </li>
  )
}
