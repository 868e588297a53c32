import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { SlotPupil } from '../../../domain/records/slotPupil.ts'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { deployment } from '../../../domain/rules/deployment.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import { deployedUntilLeft, leaversOf } from '../../../domain/rules/leaving.ts'
import { settingsOn } from '../../../domain/rules/settings.ts'
import { threeWay } from '../../../domain/rules/threeWay.ts'
import type { Listing } from '../../../graph/storeTypes.ts'
import { useStaffList } from '../../../ui/ledger/useStaffList.ts'
import { type MoneyRecords, moneyRecords, useMoneyQueries } from '../../../ui/money/useMoneyRecords.ts'
import { useServices } from '../../../ui/services.tsx'
import { allOrNone } from '../../../ui/useSchool.ts'

/** Everything that staff, timetable, plan and money are reckoned from, for `Loaded`. */
export const useDeployedQueries = () => {
  const services = useServices()
  return [
    ...useMoneyQueries(),
    useQuery(allOrNone(services, SupportStaff)),
    useStaffList(Slot),
    useStaffList(SlotPupil),
  ] as const
}

export type DeployedRecords = MoneyRecords & {
  readonly staff: readonly Stored<SupportStaff>[]
  readonly slots: readonly Stored<Slot>[]
  readonly slotPupils: readonly Stored<SlotPupil>[]
}

type MoneyAnswers = Parameters<typeof moneyRecords>
/** The answers of `useDeployedQueries` by name. */
export const deployedRecords = (
  ...answers: [...MoneyAnswers, Listing<SupportStaff>, Listing<Slot>, Listing<SlotPupil>]
): DeployedRecords => {
  const [staff, slots, slotPupils] = answers.slice(10) as [
    Listing<SupportStaff>,
    Listing<Slot>,
    Listing<SlotPupil>,
  ]
  return {
    ...moneyRecords(...(answers.slice(0, 10) as MoneyAnswers)),
    staff: staff.records,
    slots: slots.records,
    slotPupils: slotPupils.records,
  }
}

/** Who gives what on a day, and the three-way match of that day. */
export const useDeployment = (records: DeployedRecords, day: Day) =>
  useMemo(() => {
    const { staff, groups, allocations, slots, slotPupils, calendar, schools, pupils } = records
    const filled = filledFromGroups(allocations, groups, calendar)
    const all = deployedUntilLeft({ staff, groups, lines: filled, slots, slotPupils }, leaversOf(pupils))
    return {
      use: deployment(all, day),
      match: threeWay({ ...all, allocations: all.lines }, day),
      useOn: (other: Day) => deployment(all, other),
      school: settingsOn(schools, day),
    }
    // The lists come from one cache: a new one of any of them is a new object there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [...Object.values(records), day])
