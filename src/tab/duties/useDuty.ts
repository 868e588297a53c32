import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { type AnyDuty, type DutyContext, rowsOf } from '../../domain/duties/duty.ts'
import { type AnyRecordType, fieldsOf, type Stored } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import { Chase } from '../../domain/records/chase.ts'
import { ComplaintStage } from '../../domain/records/complaintStage.ts'
import { Provision } from '../../domain/records/provision.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { School } from '../../domain/records/school.ts'
import { Service } from '../../domain/records/service.ts'
import { showDay } from '../../domain/rules/day.ts'
import { calendarOf } from '../../domain/rules/schoolCalendar.ts'
import { chaseBook } from '../../domain/rules/todayChases.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import type { KeyOptions } from '../../ui/formOptions.ts'
import { orNone } from '../../ui/orNone.ts'
import { usePupilLines } from '../../ui/pupilLines.ts'
import { pupilsHere } from '../../ui/pupilOptions.ts'
import { aboutOf, useAll } from '../../ui/records.ts'
import { useCalendar } from '../../ui/useCalendar.ts'
import { useServices } from '../../ui/services.tsx'
import { allOrNone, useSchool } from '../../ui/useSchool.ts'
import { usePupilKeyOptions, useSchoolKeyOptions } from './keyOptions.ts'
import { useMoving } from './moving/useMoving.ts'

/** A row of any duty, as its page has it. */
export type DutyRow = Stored<Readonly<Record<string, string | number | boolean | null>>>

/** The rows of a duty; of one pupil where `pupil` is given. A school that has no such list yet has none. */
export const useDutyRows = (duty: AnyDuty, pupil: string | null = null): UseQueryResult<Listing<DutyRow>> => {
  const services = useServices()
  const about = pupil !== null ? { field: 'pupil', value: pupil } : (duty.only ?? null)
  const query = about
    ? {
        ...aboutOf(services, duty.type, about.field as never, about.value),
        queryFn: () => orNone(services.records.store(duty.type).about(about.field as never, about.value)),
      }
    : allOrNone(services, duty.type)
  const read = useQuery(query as ReturnType<typeof allOrNone>)
  const { data } = read
  return {
    ...read,
    data: data && { ...data, records: rowsOf(duty, data.records) },
  } as unknown as UseQueryResult<Listing<DutyRow>>
}

/**
/**
 * What the rules of duties may know: what services are called, who was reminded, the settings in force, the school’s own
 * days, its stages of complaints, and the lists that this duty reads. All of `queries` are to be there first.
 */
export const useDutyContext = (duty: AnyDuty | null = null) => {
  const services = useServices()
  const known = useQuery(allOrNone(services, Service))
  const chases = useQuery(allOrNone(services, Chase))
  const school = useSchool()
  const reads = duty?.reads ?? []
  const lists = useQueries({ queries: reads.map((type) => allOrNone(services, type)) })
  const rows = (name: string) =>
    (lists[reads.findIndex((type) => type.name === name)]?.data?.records ?? []) as readonly Stored<unknown>[]
  const moving = useMoving()
  const calendar = useCalendar()
  const stages = useQuery(allOrNone(services, ComplaintStage))
  const contextOf = (
    serviceList: Listing<Service>,
    chaseList: Listing<Chase>,
    settings: School | null,
  ): DutyContext => {
    const names = new Map(
      (serviceList.records as readonly Stored<Service>[]).map((one) => [one.key, one.name]),
    )
    const book = chaseBook(chaseList.records as readonly Stored<Chase>[])
    const facts = moving.facts(settings)
    return {
      today: services.today(),
      school: settings,
      nameOf: (type, key) =>
        key === null
          ? null
          : type === 'Service'
            ? (names.get(key) ?? null)
            : (titlesOf(reads, type, rows(type)).get(key) ?? null),
      rows,
      chased: (key) =>
        book.of({ what: 'referral', referral: key }) ?? book.of({ what: 'transfer', transfer: key }),
      calendar: calendar.data ?? calendarOf([]),
      stage: (key) =>
        ((stages.data?.records ?? []) as readonly Stored<ComplaintStage>[]).find((one) => one.key === key) ??
        null,
      ...(facts ? { moving: facts } : {}),
    }
  }
  return {
    queries: [known, chases, school, calendar, stages, ...moving.queries, ...lists] as const,
    contextOf,
    isReady: moving.isReady && [calendar, stages, ...lists].every(({ data }) => data !== undefined),
  }
}

/** What the rows of a list that is read are called, by their keys. */
const titlesOf = (
  reads: readonly AnyRecordType[],
  name: string,
  rows: readonly Stored<unknown>[],
): ReadonlyMap<string, string> => {
  const type = reads.find((one) => one.name === name)
  return new Map(type ? rows.map((row) => [row.key, type.titleOf(row as never)]) : [])
}

/** What the key fields of a duty's form can be chosen from; what is a pupil's is that pupil's. */
export const useDutyOptions = (
  duty: AnyDuty,
  pupils: readonly Stored<Pupil>[],
  pupil: string | null,
): KeyOptions => {
  const services = useServices()
  const reads = duty.reads ?? []
  const lists = useQueries({ queries: reads.map((type) => allOrNone(services, type)) })
  const options: Record<string, readonly { key: string; text: string }[]> = {
    Pupil: pupilsHere(pupils, services.today()),
    ...useSchoolKeyOptions(duty.type),
    ...Object.fromEntries(
      reads.map((type, at) => [
        type.name,
        [...titlesOf(reads, type.name, lists[at]?.data?.records ?? [])].map(([key, text]) => ({ key, text })),
      ]),
    ),
    ...usePupilKeyOptions(duty.type, pupil),
  }
  return Object.fromEntries(
    fieldsOf(duty.type).flatMap(([name, field]) =>
      field.kind === 'key' && options[field.to] ? [[name, options[field.to]!]] : [],
    ),
  )
}

/** The pupil's lines of support, to say which of them follows from something. */
export const useSupportOptions = (pupil: string): KeyOptions => {
  const lines = usePupilLines(pupil)
  const offered = useAll(Provision)
  const names = new Map((offered.data?.records ?? []).map(({ key, name }) => [key, name]))
  return {
    allocation: ((lines.data?.records ?? []) as readonly Stored<Allocation>[]).map((line) => ({
      key: line.key,
      text: `${names.get(line.provision) ?? ''} · ${showDay(line.from)}`,
    })),
  }
}
