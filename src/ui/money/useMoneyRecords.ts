import { useQuery } from '@tanstack/react-query'
import { CostingRulebook } from '../../domain/records/costingRulebook.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Funding } from '../../domain/records/funding.ts'
import { FundingBand } from '../../domain/records/fundingBand.ts'
import { Group } from '../../domain/records/group.ts'
import { Provision } from '../../domain/records/provision.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Rate } from '../../domain/records/rate.ts'
import { School } from '../../domain/records/school.ts'
import type { Stored } from '../../domain/record.ts'
import { daysOfYear, type MoneyYear, type YearStart } from '../../domain/rules/annualise.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { MoneyInput } from '../../domain/rules/moneyTypes.ts'
import { filledFromGroups } from '../../domain/rules/groupLines.ts'
import { yearStartIn } from '../../domain/rules/rulebook.ts'
import type { SchoolCalendar } from '../../domain/rules/schoolCalendar.ts'
import { settingsOn } from '../../domain/rules/settings.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { useAll } from '../records.ts'
import { useServices } from '../services.tsx'
import { useCalendar } from '../useCalendar.ts'
import { allOrNone } from '../useSchool.ts'

/** Everything that the school's money is reckoned from, for `Loaded`. Lists that came later may not be there yet. */
export const useMoneyQueries = () => {
  const services = useServices()
  return [
    useAll(Pupil),
    useAll(Provision),
    useQuery(allOrNone(services, Group)),
    useAll(Allocation),
    useAll(Rate),
    useAll(School),
    useQuery(allOrNone(services, CostingRulebook)),
    useQuery(allOrNone(services, Funding)),
    useQuery(allOrNone(services, FundingBand)),
    useCalendar(),
  ] as const
}

export type MoneyRecords = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly provisions: readonly Stored<Provision>[]
  readonly groups: readonly Stored<Group>[]
  readonly allocations: readonly Stored<Allocation>[]
  readonly rates: readonly Stored<Rate>[]
  readonly schools: readonly Stored<School>[]
  readonly rulebooks: readonly Stored<CostingRulebook>[]
  readonly fundings: readonly Stored<Funding>[]
  readonly bands: readonly Stored<FundingBand>[]
  readonly calendar: SchoolCalendar
}

type Rows<T> = Listing<T>
/** The answers of `useMoneyQueries` by name. */
export const moneyRecords = (
  pupils: Rows<Pupil>,
  provisions: Rows<Provision>,
  groups: Rows<Group>,
  allocations: Rows<Allocation>,
  rates: Rows<Rate>,
  schools: Rows<School>,
  rulebooks: Rows<CostingRulebook>,
  fundings: Rows<Funding>,
  bands: Rows<FundingBand>,
  calendar: SchoolCalendar,
): MoneyRecords => ({
  pupils: pupils.records,
  provisions: provisions.records,
  groups: groups.records,
  allocations: allocations.records,
  rates: rates.records,
  schools: schools.records,
  rulebooks: rulebooks.records,
  fundings: fundings.records,
  bands: bands.records,
  calendar,
})

/** The settings for a year: today's while the year runs, else those of its last day. */
export const schoolIn = (schools: readonly Stored<School>[], year: MoneyYear, today: Day) => {
  const { from, until } = daysOfYear(year)
  return settingsOn(schools, today >= from && today <= until ? today : until)
}

/** When the financial year begins: as the school says, else its authority, else April. */
export const yearStartOf = ({ schools, rulebooks }: MoneyRecords, today: Day): YearStart =>
  yearStartIn(settingsOn(schools, today), rulebooks, today)

export const moneyInput = (records: MoneyRecords, year: MoneyYear, today: Day): MoneyInput => ({
  pupils: records.pupils,
  provisions: records.provisions,
  groups: records.groups,
  lines: filledFromGroups(records.allocations, records.groups, records.calendar),
  rates: records.rates,
  school: schoolIn(records.schools, year, today),
  rulebooks: records.rulebooks,
  fundings: records.fundings,
  bands: records.bands,
  calendar: records.calendar,
  year,
})
