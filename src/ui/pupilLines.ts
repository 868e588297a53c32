import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Stored } from '../domain/record.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { Group } from '../domain/records/group.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import { TermDate } from '../domain/records/termDate.ts'
import { filledFromGroups } from '../domain/rules/groupLines.ts'
import { leaversOf, linesUntilLeft } from '../domain/rules/leaving.ts'
import { calendarOf } from '../domain/rules/schoolCalendar.ts'
import { setting } from '../domain/rules/settings.ts'
import type { Listing, SchoolRecords } from '../graph/storeTypes.ts'
import { orNone } from './orNone.ts'
import { aboutOf, useAbout } from './records.ts'
import { useServices } from './services.tsx'
import { useCalendar } from './useCalendar.ts'
import { allOrNone, useSchool } from './useSchool.ts'

/** The groups whose other pupils have to be known: a line that doesn't say how many share it. */
const groupsOf = (own: readonly Allocation[]): string[] => [
  ...new Set(own.flatMap(({ group, groupSize }) => (group !== null && groupSize === null ? [group] : []))),
]
const together = (own: readonly Stored<Allocation>[], others: readonly Stored<Allocation>[]) => {
  const known = new Set(own.map(({ key }) => key))
  return [...own, ...others.filter(({ key }) => !known.has(key))]
}

/**
 * A pupil's lines of support with what each leaves to its group filled in, read now: the groups, the school's days and
 * who else is in the groups, and nothing of that where the pupil is in none.
 */
export const filledLines = async (
  records: Pick<SchoolRecords, 'store'>,
  reading: Promise<readonly Stored<Allocation>[]>,
): Promise<readonly Stored<Allocation>[]> => {
  const own = await reading
  if (own.every(({ group }) => group === null)) return own
  const [groups, terms, ...others] = await Promise.all([
    orNone(records.store(Group).all()),
    orNone(records.store(TermDate).all()),
    ...groupsOf(own).map((group) => records.store(Allocation).about('group', group)),
  ])
  const all = together(
    own,
    others.flatMap((listing) => listing.records),
  )
  return filledFromGroups(all, groups.records, calendarOf(terms.records)).slice(0, own.length)
}

/** The same for a screen: one answer once everything is there. */
export const usePupilLines = (pupil: string): UseQueryResult<Listing<Allocation>> => {
  const services = useServices()
  const own = useAbout(Allocation, 'pupil', pupil)
  const groups = useQuery(allOrNone(services, Group))
  const calendar = useCalendar()
  const others = useQueries({
    queries: groupsOf(own.data?.records ?? []).map((group) => aboutOf(services, Allocation, 'group', group)),
    combine: (results) => ({
      lines: results.every(({ data }) => data) ? results.flatMap(({ data }) => data?.records ?? []) : null,
      failed: results.find(({ isError }) => isError) ?? null,
    }),
  })
  const filled = useMemo(
    () =>
      own.data && groups.data && calendar.data && others.lines
        ? {
            unreadable: own.data.unreadable,
            records: filledFromGroups(
              together(own.data.records, others.lines),
              groups.data.records,
              calendar.data,
            ).slice(0, own.data.records.length),
          }
        : undefined,
    [own.data, groups.data, calendar.data, others.lines],
  )
  const failed = [own, groups, calendar].find(({ isError }) => isError) ?? others.failed
  return { ...(failed ?? own), data: filled } as UseQueryResult<Listing<Allocation>>
}

/**
 * A pupil's support as it is given: the lines, ended with the last day of who leaves or has left (`linesUntilLeft`).
 * For what is told, printed and counted; a screen that edits the rows takes `usePupilLines`.
 */
export const usePupilSupport = (pupil: Stored<Pupil>): UseQueryResult<Listing<Allocation>> => {
  const lines = usePupilLines(pupil.key)
  const calendar = useCalendar()
  const school = useSchool()
  const { key, left } = pupil
  const given = useMemo(
    () =>
      lines.data && calendar.data && school.data !== undefined
        ? {
            ...lines.data,
            records: [
              ...linesUntilLeft(
                lines.data.records,
                leaversOf([{ key, left }]),
                calendar.data,
                setting(school.data ?? undefined, 'weeksInYear'),
              ),
            ],
          }
        : undefined,
    [lines.data, calendar.data, school.data, key, left],
  )
  const failed = [lines, calendar, school].find(({ isError }) => isError)
  return { ...(failed ?? lines), data: given } as UseQueryResult<Listing<Allocation>>
}
