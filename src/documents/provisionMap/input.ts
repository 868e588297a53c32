import type { Stored } from '../../domain/record.ts'
import { fieldOf } from '../../domain/record.ts'
import { show } from '../../domain/fields.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import type { Group } from '../../domain/records/group.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import type { LevelSetting } from '../../domain/records/levelSetting.ts'
import type { Provision } from '../../domain/records/provision.ts'
import { calledName, Pupil } from '../../domain/records/pupil.ts'
import type { Rate } from '../../domain/records/rate.ts'
import type { School } from '../../domain/records/school.ts'
import type { TermDate } from '../../domain/records/termDate.ts'
import { yearGroupOrder, type YearGroup } from '../../domain/rules/codes.ts'
import { allocationCost, type Cost, type LineCost, schoolTotal } from '../../domain/rules/cost.ts'
import type { Day } from '../../domain/rules/day.ts'
import { filledFromGroups } from '../../domain/rules/groupLines.ts'
import { levelsOn } from '../../domain/rules/levels.ts'
import { leaversOf, linesUntilLeft } from '../../domain/rules/leaving.ts'
import { calendarOf } from '../../domain/rules/schoolCalendar.ts'
import { setting } from '../../domain/rules/settings.ts'
import { academicYearOf, showAcademicYear } from '../../domain/rules/schoolYear.ts'
import type { MoreRecords, SheetChoice } from './more.ts'
import type { WhatIf } from './scenarioSheet.ts'

type Keyed<T> = T & Pick<Stored<T>, 'key'>
export type Level = Provision['level']

/** What the school calls each level on the map's day, mildest first; levels out of use only where lines still have them. */
export const levelNames = (input: Pick<MapInput, 'levels' | 'today' | 'provisions'>) =>
  Object.fromEntries(
    levelsOn(
      input.levels ?? [],
      input.today,
      input.provisions.map(({ level }) => level),
    ).map(({ level, name }) => [level, name]),
  ) as Readonly<Partial<Record<Level, string>>>

/** Which part of the school's provision a map shows. */
export type Scope =
  | { readonly is: 'school' }
  | { readonly is: 'year'; readonly yearGroup: YearGroup }
  | { readonly is: 'pupil'; readonly pupil: string }
  | { readonly is: 'level'; readonly level: Level }

export type MapInput = {
  /** The settings in force; without them what is usual holds (domain/rules/settings.ts). */
  readonly school: School | undefined
  readonly schoolName: string
  readonly rates: readonly Keyed<Rate>[]
  readonly pupils: readonly Keyed<Pupil>[]
  readonly provisions: readonly Keyed<Provision>[]
  readonly allocations: readonly Keyed<Allocation>[]
  readonly outcomes?: readonly Keyed<Outcome>[]
  /** What a line leaves blank is as its group has it. */
  readonly groups?: readonly Keyed<Group>[]
  readonly levels?: readonly Keyed<LevelSetting>[]
  /** By whose school days weeks are counted; without terms every weekday counts. */
  readonly termDates?: readonly Keyed<TermDate>[]
  /** What the sheets beside the map are made of; each is left out where it has nothing to show. */
  readonly more?: MoreRecords
  /** The sheets beside the map, totals, money, rates and the page about them: `usualSheets` unless said. */
  readonly sheets?: readonly SheetChoice[]
  /** Pupils with a costed map of their own; without it none, except where the map is of one pupil. */
  readonly costed?: readonly string[]
  /** Other amounts and rates that the sheet “What if” begins with. */
  readonly whatIf?: WhatIf
  /** Stored what ifs with sheets of their own, by key; without it those that are still thought through. */
  readonly scenarios?: readonly string[]
  /** Who made it. */
  readonly madeBy?: string
  readonly scope: Scope
  readonly today: Day
  /** The year in which the school year starts; without it the one that `today` is in. */
  readonly schoolYear?: number
}

/** One row of the map: an allocation with what it points to, and its cost or what is missing for one. */
export type Line = {
  /** With what it leaves to its group filled in. */
  readonly allocation: Keyed<Allocation>
  readonly pupil: Keyed<Pupil>
  readonly provision: Keyed<Provision> | undefined
  readonly outcome: Keyed<Outcome> | undefined
  readonly group: Keyed<Group> | undefined
  /** What the school calls its level; '' where the provision is archived. */
  readonly level: string
  readonly cost: LineCost
}

export const mapYear = (input: MapInput): number => input.schoolYear ?? academicYearOf(input.today)

/** `Kaur, Amira`: for a list that is sorted by surname. */
export const listName = (pupil: Pupil): string => `${pupil.surname}, ${calledName(pupil)}`

const byKey = <T extends { readonly key: string }>(records: readonly T[]) =>
  new Map(records.map((record) => [record.key, record]))

export const inScope = (scope: Scope, pupil: Keyed<Pupil>, provision: Provision | undefined): boolean => {
  switch (scope.is) {
    case 'school':
      return true
    case 'year':
      return pupil.yearGroup === scope.yearGroup
    case 'pupil':
      return pupil.key === scope.pupil
    case 'level':
      return provision?.level === scope.level
  }
}

const compare = new Intl.Collator('en-GB', { numeric: true }).compare

/** The school's own days. */
export const mapCalendar = (input: Pick<MapInput, 'termDates'>) => calendarOf(input.termDates ?? [])

/** Every line with what it leaves to its group filled in, as it is stored: also of who left. */
export const filledLines = (input: Pick<MapInput, 'allocations' | 'groups' | 'termDates'>) =>
  filledFromGroups(input.allocations, input.groups ?? [], mapCalendar(input))

/** The same as they are given: ended with the pupil's last day at the school. */
export const givenLines = (
  input: Pick<MapInput, 'allocations' | 'groups' | 'termDates' | 'pupils' | 'school'>,
) =>
  linesUntilLeft(
    filledLines(input),
    leaversOf(input.pupils),
    mapCalendar(input),
    setting(input.school, 'weeksInYear'),
  )

/**
 * The lines that run at any time in the school year and belong to the scope, by surname, then provision.
 * `leftOut` counts those whose pupil is not among the pupils (archived since).
 */
export const mapLines = (input: MapInput): { readonly lines: readonly Line[]; readonly leftOut: number } => {
  const [pupils, provisions] = [byKey(input.pupils), byKey(input.provisions)]
  const outcomes = byKey(input.outcomes ?? [])
  const groups = byKey(input.groups ?? [])
  const levels = levelNames(input)
  const year = mapYear(input)
  const [begins, ends] = [`${year}-09-01`, `${year + 1}-08-31`]
  const rates = distinctRates(input.rates)
  const running = givenLines(input).filter((a) => a.from <= ends && (a.until === null || a.until >= begins))
  const lines = running.flatMap((allocation): Line[] => {
    const pupil = pupils.get(allocation.pupil)
    const provision = provisions.get(allocation.provision)
    if (!pupil || !inScope(input.scope, pupil, provision)) return []
    const outcome = allocation.outcome === null ? undefined : outcomes.get(allocation.outcome)
    const group = allocation.group === null ? undefined : groups.get(allocation.group)
    const level = provision ? (levels[provision.level] ?? '') : ''
    return [{ allocation, pupil, provision, outcome, group, level, cost: allocationCost(allocation, rates) }]
  })
  return {
    lines: lines.toSorted(
      (a, b) =>
        compare(listName(a.pupil), listName(b.pupil)) ||
        compare(a.pupil.key, b.pupil.key) ||
        compare(a.provision?.name ?? '', b.provision?.name ?? '') ||
        compare(a.allocation.from, b.allocation.from),
    ),
    leftOut: running.filter((allocation) => !pupils.has(allocation.pupil)).length,
  }
}

/** Of two rates of one role from the same day the first is used, as the domain does; the other is not written. */
export const distinctRates = <R extends Pick<Rate, 'role' | 'from'>>(rates: readonly R[]): R[] => {
  const first = new Map<string, R>()
  for (const rate of rates) {
    const name = `${rate.role}/${rate.from}`
    if (!first.has(name)) first.set(name, rate)
  }
  return [...first.values()].toSorted((a, b) => compare(`${a.role}${a.from}`, `${b.role}${b.from}`))
}

export const costsOf = (lines: readonly Line[]): Cost[] => lines.flatMap(({ cost }) => cost.cost ?? [])

/** What a person sees before anything is written. Pence. */
export const mapFigures = (
  input: MapInput,
): { lines: number; unfinished: number; pupils: number; totalPence: number; leftOut: number } => {
  const { lines, leftOut } = mapLines(input)
  const costs = costsOf(lines)
  return {
    lines: lines.length,
    unfinished: lines.length - costs.length,
    pupils: new Set(lines.map((line) => line.pupil.key)).size,
    totalPence: schoolTotal(costs).pence,
    leftOut,
  }
}

/** The scope in words: `Whole school`, `Year 4`, `Amira Kaur`, `Targeted provision`. */
export const scopeWords = (input: MapInput): string => {
  const { scope } = input
  switch (scope.is) {
    case 'school':
      return 'Whole school'
    case 'year':
      return show(fieldOf(Pupil, 'yearGroup'), scope.yearGroup)
    case 'pupil': {
      const pupil = input.pupils.find((one) => one.key === scope.pupil)
      return pupil ? `${calledName(pupil)} ${pupil.surname}` : 'One pupil'
    }
    case 'level':
      return `${levelNames(input)[scope.level]} provision`
  }
}

/** Where saved maps lie in the SENCO site's library. */
export const mapsFolder = 'Provision maps'

/** A name for the file that tells no pupil's name. */
export const mapFileName = (input: MapInput): string => {
  const { scope } = input
  const what = scope.is === 'pupil' ? scope.pupil : scopeWords(input).toLowerCase()
  return `Provision map ${input.today} ${what}.xlsx`
}

/** `school year 2026/27` */
export const yearWords = (input: MapInput): string => `school year ${showAcademicYear(mapYear(input))}`

/** The year groups that the pupils are in, youngest first. */
export const yearGroupsOf = (pupils: readonly Pupil[]): YearGroup[] =>
  yearGroupOrder.filter((year) => pupils.some((pupil) => pupil.yearGroup === year))
