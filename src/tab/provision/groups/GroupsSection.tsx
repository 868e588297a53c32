import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { Provision } from '../../../domain/records/provision.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { allocationCost } from '../../../domain/rules/cost.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { inGroupOn } from '../../../domain/rules/groupJoin.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import { leaversOf, linesUntilLeft } from '../../../domain/rules/leaving.ts'
import { setting } from '../../../domain/rules/settings.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { useStaffList } from '../../../ui/ledger/useStaffList.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Why } from '../../../ui/Why.tsx'
import { provisionOptions } from '../../pupil/options.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { GroupPeople } from './GroupPeople.tsx'
import { NewGroup } from './NewGroup.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px' },
  aside: { textAlign: 'right' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
})

const fields = [
  { title: t`When`, fields: ['name', 'provision', 'from', 'until', 'reviewBy'] },
  {
    title: t`How much, by whom`,
    fields: [
      'sessionsPerWeek',
      'minutes',
      'prepMinutes',
      'weeks',
      'role',
      'staff',
      'userPrincipalName',
      'place',
    ],
  },
  { title: t`Cost`, fields: ['size', 'resources', 'external'] },
  { fields: ['notes'] },
]
const parts = [t`Running now`, t`Still to begin`, t`Ended`] as const
const partOf = ({ from, until }: Group, today: Day): (typeof parts)[number] =>
  until && until < today ? parts[2] : from > today ? parts[1] : parts[0]

/** Runs of what the school offers: who is in each on which days, what it costs, and the next run. */
export const GroupsSection = ({ about }: { about: string | null }) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const mayWrite = useMayWrite(Group)
  // Times in the week lie on the staff site, which a school may not have.
  const slots = useStaffList(Slot).data?.records ?? []
  const groups = useAll(Group)
  const provisions = useAll(Provision)
  const isProvision = provisions.data?.records.some(({ key }) => key === about) ?? false
  const weeksInYear = setting(useSchool().data ?? undefined, 'weeksInYear')
  const [isAdding, setAdding] = useState<boolean | null>(null)
  return (
    <Loaded
      queries={[groups, provisions, useAll(Allocation), useAll(Pupil), useAll(Rate), useCalendar()]}
      shape={<Waiting />}
    >
      {(listed, offered, given, pupilList, rateList, calendar) => {
        const filled = filledFromGroups(given.records, listed.records, calendar)
        const lines = linesUntilLeft(filled, leaversOf(pupilList.records), calendar, weeksInYear)
        const nameOf = new Map(offered.records.map(({ key, name }) => [key, name]))
        const adding = isAdding ?? isProvision
        const isNone = offered.records.length === 0
        return (
          <div className={styles.part}>
            <Unreadable listings={[listed, offered, given, pupilList, rateList]} />
            {mayWrite && !adding && !isNone && listed.records.length > 0 && (
              <div>
                <Button icon={<AddRegular />} onClick={() => setAdding(true)}>{t`Make a group`}</Button>
              </div>
            )}
            {adding && (
              <NewGroup
                provisions={offered.records}
                groups={listed.records}
                calendar={calendar}
                today={today}
                begun={isProvision ? about : null}
                onMade={(key) => go({ at: 'provision', section: 'groups', about: key })}
                onClose={() => setAdding(false)}
              />
            )}
            {listed.records.length === 0 && !adding ? (
              <Notice
                title={t`No group yet`}
                todo={
                  isNone
                    ? t`First say what the school offers, under On offer. A group is one run of it, with its pupils.`
                    : t`A group is one run of something on offer: when, how often, by whom, and which pupils on which days.`
                }
                action={
                  isNone ? (
                    <Button
                      onClick={() => go({ at: 'provision', section: 'catalogue' })}
                    >{t`Go to On offer`}</Button>
                  ) : (
                    mayWrite && (
                      <Button appearance="primary" onClick={() => setAdding(true)}>{t`Make a group`}</Button>
                    )
                  )
                }
              />
            ) : (
              <RecordCards
                key={about ?? 'all'}
                type={Group}
                opened={listed.records.some(({ key }) => key === about) ? about : null}
                records={listed.records.toSorted(
                  (a, b) =>
                    parts.indexOf(partOf(a, today)) - parts.indexOf(partOf(b, today)) ||
                    a.name.localeCompare(b.name, 'en-GB', { numeric: true }),
                )}
                part={(group) => partOf(group, today)}
                summary={(group) => (
                  <TwoLines
                    first={group.name}
                    second={[
                      nameOf.get(group.provision),
                      `${showDay(group.from)}${group.until ? t` to ${showDay(group.until)}` : ''}`,
                      group.sessionsPerWeek !== null &&
                        group.minutes !== null &&
                        t`${group.sessionsPerWeek} × ${group.minutes} min a week`,
                      group.staff,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                )}
                aside={(group) => (
                  <Aside
                    group={group}
                    count={new Set(inGroupOn(group, given.records, today).map(({ pupil }) => pupil)).size}
                    rates={rateList.records}
                  />
                )}
                above={(group) => (
                  <GroupPeople
                    group={group}
                    lines={lines.filter((line) => line.group === group.key)}
                    all={given.records}
                    groups={listed.records}
                    pupils={pupilList.records}
                    rates={rateList.records}
                    slots={slots}
                    calendar={calendar}
                  />
                )}
                groups={fields}
                options={{ provision: provisionOptions(offered.records) }}
                empty={{ title: '', todo: '' }}
              />
            )}
            <Text
              size={200}
              className={styles.quiet}
            >{t`A pupil’s own line says only what differs from the group. Take a pupil out by ending their line; the group goes on.`}</Text>
          </div>
        )
      }}
    </Loaded>
  )
}

/** How many are in it today, and what the whole run costs. */
const Aside = ({ group, count, rates }: { group: Stored<Group>; count: number; rates: readonly Rate[] }) => {
  const styles = useStyles()
  const { cost, missing } = allocationCost({ ...group, groupSize: null, charge: 'full' }, rates)
  return (
    <div className={styles.aside}>
      <Text size={200} block>
        {counted(count, 'pupil')}
      </Text>
      {cost ? (
        <Text size={200} block>
          <Why why={cost.why}>{showMoney(cost.groupTotalPence)}</Why>
        </Text>
      ) : (
        <Text size={200} block className={styles.quiet}>{t`Cost needs ${missing.join(', ')}`}</Text>
      )}
    </div>
  )
}
