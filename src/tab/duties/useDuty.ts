import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { type AnyDuty, type DutyContext, rowsOf } from '../../domain/duties/duty.ts'
import { saidOf } from '../../domain/fields.ts'
import { type AnyRecordType, fieldsOf, type Stored } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import { Chase } from '../../domain/records/chase.ts'
import { Need } from '../../domain/records/need.ts'
import { Provision } from '../../domain/records/provision.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { School } from '../../domain/records/school.ts'
import { Service } from '../../domain/records/service.ts'
import { Transfer } from '../../domain/records/transfer.ts'
import { Transition } from '../../domain/records/transition.ts'
import { showDay } from '../../domain/rules/day.ts'
import { chaseBook } from '../../domain/rules/todayChases.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import type { KeyOptions } from '../../ui/formOptions.ts'
import { orNone } from '../../ui/orNone.ts'
import { usePupilLines } from '../../ui/pupilLines.ts'
import { pupilsHere } from '../../ui/pupilOptions.ts'
import { aboutOf, useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { allOrNone, useSchool } from '../../ui/useSchool.ts'
import { needOptions } from '../pupil/options.ts'
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
 * What the rules of duties may know: what services are called, who was reminded, the settings in force, and the lists
 * that this duty reads. All of `queries` are to be there first.
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
      ...(facts ? { moving: facts } : {}),
    }
  }
  return {
    queries: [known, chases, school, ...moving.queries, ...lists] as const,
    contextOf,
    isReady: moving.isReady && lists.every(({ data }) => data !== undefined),
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

const pointsTo = (type: AnyRecordType, to: string): boolean =>
  fieldsOf(type).some(([, field]) => field.kind === 'key' && field.to === to)

/** What the key fields of a duty's form can be chosen from; needs and support are those of its pupil. */
export const useDutyOptions = (
  duty: AnyDuty,
  pupils: readonly Stored<Pupil>[],
  pupil: string | null,
): KeyOptions => {
  const services = useServices()
  const known = useQuery({ ...allOrNone(services, Service), enabled: pointsTo(duty.type, 'Service') })
  const needs = useQuery({
    ...aboutOf(services, Need, 'pupil', pupil ?? ''),
    enabled: pupil !== null && pointsTo(duty.type, 'Need'),
  })
  const reads = duty.reads ?? []
  const lists = useQueries({ queries: reads.map((type) => allOrNone(services, type)) })
  const transfers = useQuery({
    ...aboutOf(services, Transfer, 'pupil', pupil ?? ''),
    queryFn: () => orNone(services.records.store(Transfer).about('pupil', pupil ?? '')),
    enabled: pupil !== null && pointsTo(duty.type, 'Transfer'),
  })
  const transitions = useQuery({
    ...aboutOf(services, Transition, 'pupil', pupil ?? ''),
    queryFn: () => orNone(services.records.store(Transition).about('pupil', pupil ?? '')),
    enabled: pupil !== null && pointsTo(duty.type, 'Transition'),
  })
  const options: Record<string, readonly { key: string; text: string }[]> = {
    Transfer: (transfers.data?.records ?? []).map((one) => ({
      key: one.key,
      text: `${saidOf(Transfer.fields.way, one.way)}: ${one.school ?? ''}`,
    })),
    Transition: (transitions.data?.records ?? []).map((one) => ({
      key: one.key,
      text: `${saidOf(Transition.fields.kind, one.kind)}, ${showDay(one.began)}`,
    })),
    Pupil: pupilsHere(pupils, services.today()),
    Service: ((known.data?.records ?? []) as readonly Stored<Service>[])
      .map(({ key, name }) => ({ key, text: name }))
      .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
    ...Object.fromEntries(
      reads.map((type, at) => [
        type.name,
        [...titlesOf(reads, type.name, lists[at]?.data?.records ?? [])].map(([key, text]) => ({ key, text })),
      ]),
    ),
    Need: needOptions((needs.data?.records ?? []) as readonly Stored<Need>[]),
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
