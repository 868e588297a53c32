import { useQuery } from '@tanstack/react-query'
import type { Stored } from '../domain/record.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { Group } from '../domain/records/group.ts'
import { filledFromGroups } from '../domain/rules/groupLines.ts'
import type { SchoolCalendar } from '../domain/rules/schoolCalendar.ts'
import { useAll } from './records.ts'
import { useServices } from './services.tsx'
import { useCalendar } from './useCalendar.ts'
import { allOrNone } from './useSchool.ts'

/**
 * What lines of support are filled from: all lines, since a group's size is told by everybody in it; groups, which a
 * school set up earlier may not have; days.
 */
export const useLineQueries = () =>
  [useAll(Allocation), useQuery(allOrNone(useServices(), Group)), useCalendar()] as const

/** A pupil's lines with what each leaves to its group filled in. */
export const linesOfPupil = (
  pupil: string,
  all: readonly Stored<Allocation>[],
  groups: readonly Stored<Group>[],
  calendar: SchoolCalendar,
): Stored<Allocation>[] => filledFromGroups(all, groups, calendar).filter((line) => line.pupil === pupil)
