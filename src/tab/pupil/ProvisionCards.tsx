import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { PeopleAddRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import type { Group } from '../../domain/records/group.ts'
import { Provision } from '../../domain/records/provision.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Rate } from '../../domain/records/rate.ts'
import { staffRoles } from '../../domain/rules/codes.ts'
import { allocationCost } from '../../domain/rules/cost.ts'
import { showDay } from '../../domain/rules/day.ts'
import { showMoney } from '../../domain/rules/money.ts'
import { leaversOf, linesUntilLeft } from '../../domain/rules/leaving.ts'
import { total } from '../../domain/rules/moneyWhy.ts'
import { pupilRunningWhy } from '../../domain/rules/runningWhy.ts'
import { setting } from '../../domain/rules/settings.ts'
import { amountOf } from '../../domain/rules/goldenThread.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { linesOfPupil, useLineQueries } from '../../ui/useLines.ts'
import { useLevels } from '../../ui/useLevels.ts'
import { useSchool } from '../../ui/useSchool.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Why } from '../../ui/Why.tsx'
import { needOptions, outcomeOptions, provisionOptions } from './options.ts'
import { usePupilRecords } from '../../ui/usePupilRecords.ts'
import { StaffSees } from '../provision/shared/StaffSees.tsx'
import { JoinGroup } from './provision/JoinGroup.tsx'
import { LineAbove } from './provision/LineAbove.tsx'
import { Waiting } from './Waiting.tsx'

const PupilMoney = lazy(async () => ({
  default: (await import('../provision/money/PupilMoney.tsx')).PupilMoney,
}))

const useStyles = makeStyles({
  total: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 20px',
    maxWidth: '900px',
    padding: '10px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  bar: { padding: '8px 0 0' },
  cost: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  missing: { color: tokens.colorNeutralForeground2, textAlign: 'right' },
})

const groups = [
  {
    title: t`Support`,
    fields: ['provision', 'group', 'outcome', 'need', 'from', 'until', 'expected'],
  },
  { title: t`In the plan`, fields: ['inPlan', 'specifiedMinutes', 'specified'] },
  {
    title: t`How much, with whom`,
    fields: ['sessionsPerWeek', 'minutes', 'prepMinutes', 'weeks', 'groupSize', 'role', 'staff', 'place'],
  },
  { title: t`Cost`, fields: ['charge', 'resources', 'external', 'funding', 'countsTowardsElement2'] },
  { title: t`Did it work`, fields: ['entryMeasure', 'exitMeasure', 'effect', 'exitDecision', 'notes'] },
]

/** What the pupil is given, what it costs for this pupil, and the year's money against the threshold. */
export const ProvisionCards = ({ pupil, about }: { pupil: Stored<Pupil>; about: string | null }) => {
  const styles = useStyles()
  const services = useServices()
  const today = services.today()
  const { provisions, outcomes, needs } = usePupilRecords(pupil.key)
  const lineQueries = useLineQueries()
  const { nameOf } = useLevels()
  const mayWrite = useMayWrite(Allocation)
  const [isJoining, setJoining] = useState(false)
  const rates = useAll(Rate)
  const weeksInYear = setting(useSchool().data ?? undefined, 'weeksInYear')
  return (
    <Loaded queries={[...lineQueries, provisions, outcomes, needs, rates]} shape={<Waiting />}>
      {(all, groupList, calendar, offered, outcomeList, needList, rateList) => {
        const own = all.records.filter((line) => line.pupil === pupil.key)
        const filled = linesOfPupil(pupil.key, all.records, groupList.records, calendar)
        const filledOf = (line: Stored<Allocation>) => filled.find(({ key }) => key === line.key) ?? line
        const offerOf = (line: Allocation) => offered.records.find(({ key }) => key === line.provision)
        const running = filled.filter((line) => partOf(line, today) === parts[0])
        // The cards show the rows; what is given, and costs, ends with the pupil's last day.
        const given = linesUntilLeft(filled, leaversOf([pupil]), calendar, weeksInYear).filter(
          (line) => partOf(line, today) === parts[0],
        )
        const costs = given.map((line) => ({
          name: offerOf(line)?.name ?? t`Provision no longer offered`,
          cost: allocationCost(line, rateList.records),
        }))
        const costed = costs.flatMap(({ cost: { cost } }) => (cost ? [cost.perPupilPence] : []))
        const linked = outcomeList.records.find(({ key }) => key === about)
        return (
          <>
            <Unreadable listings={[all, groupList, offered, outcomeList, needList, rateList]} />
            <StaffSees />
            {given.length > 0 && (
              <div className={styles.total}>
                <Text>
                  {t`Support running now costs`}{' '}
                  <Why why={pupilRunningWhy(costs)}>{showMoney(total(costed))}</Why>
                </Text>
                {costed.length < given.length && (
                  <Text>{t`${given.length - costed.length} not costed yet`}</Text>
                )}
              </div>
            )}
            {mayWrite && groupList.records.length > 0 && !isJoining && (
              <div className={styles.bar}>
                <Button
                  size="small"
                  icon={<PeopleAddRegular />}
                  onClick={() => setJoining(true)}
                >{t`Put into a group`}</Button>
              </div>
            )}
            {isJoining && (
              <JoinGroup
                pupil={pupil}
                lines={own}
                groups={groupList.records}
                outcome={linked?.key ?? null}
                need={linked?.need ?? null}
                onClose={() => setJoining(false)}
              />
            )}
            <RecordCards
              type={Allocation}
              opened={about}
              records={own.toSorted(
                (a, b) =>
                  parts.indexOf(partOf(filledOf(a), today)) - parts.indexOf(partOf(filledOf(b), today)) ||
                  (a.from < b.from ? 1 : -1),
              )}
              part={own.length > running.length ? (line) => partOf(filledOf(line), today) : undefined}
              summary={(line) => (
                <Summary
                  line={filledOf(line)}
                  offer={offerOf(line)}
                  groups={groupList.records}
                  nameOf={nameOf}
                />
              )}
              above={(line) => (
                <LineAbove
                  line={line}
                  filled={filledOf(line)}
                  group={groupList.records.find(({ key }) => key === line.group)}
                  today={today}
                  calendar={calendar}
                  weeksInYear={weeksInYear}
                />
              )}
              aside={(line) =>
                partOf(filledOf(line), today) === parts[2] && line.exitDecision === null ? (
                  <StatusMark status="dueSoon" word={t`What happened?`} />
                ) : (
                  <Cost line={filledOf(line)} rates={rateList.records} />
                )
              }
              groups={groups}
              options={{
                provision: provisionOptions(offered.records),
                outcome: outcomeOptions(outcomeList.records),
                need: needOptions(needList.records),
                group: groupList.records.map(({ key, name }) => ({ key, text: name })),
              }}
              {...(offered.records.length > 0
                ? {
                    add: {
                      words: t`Add support`,
                      given: {
                        pupil: pupil.key,
                        from: today,
                        charge: 'share',
                        countsTowardsElement2: true,
                        outcome: linked?.key ?? null,
                        need: linked?.need ?? null,
                      },
                      fields: [
                        'provision',
                        'outcome',
                        'from',
                        'until',
                        'sessionsPerWeek',
                        'minutes',
                        'weeks',
                        'groupSize',
                        'role',
                        'funding',
                        'countsTowardsElement2',
                        'inPlan',
                      ],
                    },
                  }
                : {})}
              empty={{
                title: t`No support recorded yet`,
                todo:
                  offered.records.length > 0
                    ? t`Choose from what the school offers and say how much, with whom and for how long.`
                    : t`First say what the school offers, under Provision.`,
              }}
            />
            <Suspense fallback={null}>
              <PupilMoney pupil={pupil} />
            </Suspense>
          </>
        )
      }}
    </Loaded>
  )
}

const parts = [t`Running now`, t`Still to begin`, t`Ended`] as const
const partOf = ({ from, until }: Allocation, today: string): (typeof parts)[number] =>
  until && until < today ? parts[2] : from > today ? parts[1] : parts[0]

/** A line as the list has it: what, at which level, how much, when, paid from what, and what ties it to the plan. */
const Summary = ({
  line,
  offer,
  groups: runs,
  nameOf,
}: {
  line: Stored<Allocation>
  offer: Stored<Provision> | undefined
  groups: readonly Stored<Group>[]
  nameOf: (level: Provision['level']) => string
}) => (
  <TwoLines
    first={offer?.name ?? t`Provision no longer offered`}
    second={[
      offer && `${nameOf(offer.level)}, ${inWords(Provision.fields.line.choices[offer.line]).toLowerCase()}`,
      runs.find(({ key }) => key === line.group)?.name,
      amountOf(line),
      line.role && inWords(staffRoles[line.role]),
      line.until ? t`${showDay(line.from)} to ${showDay(line.until)}` : t`from ${showDay(line.from)}`,
      line.inPlan &&
        (line.specifiedMinutes === null ? t`Section F` : t`Section F: ${line.specifiedMinutes} min a week`),
      line.funding && inWords(Allocation.fields.funding.choices[line.funding]),
      line.countsTowardsElement2 === false && t`does not count towards the £6,000`,
      line.exitDecision && inWords(Allocation.fields.exitDecision.choices[line.exitDecision]),
    ]
      .filter(Boolean)
      .join(' · ')}
  />
)

const Cost = ({ line, rates }: { line: Allocation; rates: readonly Rate[] }) => {
  const styles = useStyles()
  const { cost, missing } = allocationCost(line, rates)
  return cost ? (
    <span className={styles.cost}>
      <Why why={cost.why}>{showMoney(cost.perPupilPence)}</Why>
    </span>
  ) : (
    <Text size={200} className={styles.missing}>{t`Cost needs ${missing.join(', ')}`}</Text>
  )
}
