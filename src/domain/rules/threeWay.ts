import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import type { Slot } from '../records/slot.ts'
import type { SlotPupil } from '../records/slotPupil.ts'
import { grouped } from '../grouped.ts'
import { type Day, showDay } from './day.ts'
import { holdsOn, type Keyed, shareOfWeeks, showMinutes, tenth } from './deploymentPeople.ts'
import { type Suggestion, suggestedMinutes } from './threeWayText.ts'
import type { Why } from './why.ts'

/**
 * Where two of the three differ. `noMinutes`: the plan's words are here, its minutes a week are not. `mapShort` and
 * `timetableShort`: less than the plan specifies. `timetableUnderMap`, `timetableOverMap`: not as the map says.
 * `mapOverPlan` is told and is no fault: a school may give more.
 */
export type Difference =
  'noMinutes' | 'mapShort' | 'timetableShort' | 'timetableUnderMap' | 'timetableOverMap' | 'mapOverPlan'

/** One line of support: minutes a week as the plan, the provision map and the timetable have them. */
export type ThreeWayRow = {
  readonly allocation: string
  readonly pupil: string
  readonly provision: string
  readonly group: string | null
  /** Null where the line is not in Section F, or its minutes a week are not recorded. */
  readonly planMinutes: number | null
  /** Null where the line has no hours, such as equipment, or they are not recorded. */
  readonly mapMinutes: number | null
  readonly timetableMinutes: number
  readonly differs: readonly Difference[]
  /** Minutes a week that the plan specifies and the timetable does not have. */
  readonly uncovered: number
  /** What the plan's words seem to say, for a person to check; never taken by itself. */
  readonly suggestion: Suggestion | null
  readonly why: Why
}

export const differenceWords: Record<Difference, string> = {
  noMinutes: t`Minutes a week of the plan not recorded`,
  mapShort: t`Map is below the plan`,
  timetableShort: t`Timetable is below the plan`,
  timetableUnderMap: t`Timetable is below the map`,
  timetableOverMap: t`Timetable is above the map`,
  mapOverPlan: t`Map is above the plan`,
}

/** A minute and a half a week apart is rounding, such as a third of an hour. */
const near = 1.5
const below = (one: number, other: number) => one < other - near

/**
 * Plan, provision map and timetable of every line that runs on a day, minutes a week. Lines come filled from their
 * groups. Source of the match: Durham's guidance for costed provision maps; what Section F specifies must be given
 * (Children and Families Act 2014, section 42).
 */
export const threeWay = (
  {
    allocations,
    slots,
    slotPupils,
    groups = [],
  }: {
    readonly allocations: readonly Keyed<Allocation>[]
    readonly slots: readonly Keyed<Slot>[]
    readonly slotPupils: readonly Keyed<SlotPupil>[]
    /** For pupils who come to a part of their group’s time. */
    readonly groups?: readonly Keyed<Pick<Group, 'minutes'>>[]
  },
  day: Day,
): ThreeWayRow[] => {
  const groupMinutes = new Map(groups.map(({ key, minutes }) => [key, minutes]))
  /** Fewer minutes than the group has: all of its time in the week is not this pupil’s. */
  const ownMinutes = ({ group, minutes }: Keyed<Allocation>): number | null =>
    group !== null && minutes !== null && groupMinutes.has(group) && groupMinutes.get(group) !== minutes
      ? minutes
      : null
  const slotOf = new Map(slots.filter((slot) => holdsOn(slot, day)).map((slot) => [slot.key, slot]))
  const times = grouped(
    slotPupils.filter((one) => holdsOn(one, day) && slotOf.has(one.slot)),
    ({ allocation }) => allocation,
  )
  return allocations
    .filter((line) => holdsOn(line, day))
    .map((line) => {
      const own = [...new Set((times.get(line.key) ?? []).map(({ slot }) => slot))]
      const timetableMinutes = tenth(
        own.reduce((sum, key) => {
          const slot = slotOf.get(key)!
          const most = slot.group === line.group ? ownMinutes(line) : null
          return sum + Math.min(slot.minutes, most ?? slot.minutes) * shareOfWeeks(slot)
        }, 0),
      )
      return rowOf(line, timetableMinutes, day)
    })
}

const rowOf = (line: Keyed<Allocation>, timetableMinutes: number, day: Day): ThreeWayRow => {
  const { key, pupil, provision, group, inPlan, specified, specifiedMinutes } = line
  const planMinutes = inPlan === true ? specifiedMinutes : null
  const mapMinutes =
    line.sessionsPerWeek === null || line.minutes === null ? null : tenth(line.sessionsPerWeek * line.minutes)
  const timed = mapMinutes !== null || timetableMinutes > 0
  const differs: Difference[] = [
    ...(inPlan === true &&
    planMinutes === null &&
    (timed || (specified !== null && suggestedMinutes(specified)))
      ? ['noMinutes' as const]
      : []),
    ...(planMinutes !== null && below(mapMinutes ?? 0, planMinutes) ? ['mapShort' as const] : []),
    ...(planMinutes !== null && below(timetableMinutes, planMinutes) ? ['timetableShort' as const] : []),
    ...(mapMinutes !== null && below(timetableMinutes, mapMinutes) ? ['timetableUnderMap' as const] : []),
    ...(mapMinutes !== null && below(mapMinutes, timetableMinutes) ? ['timetableOverMap' as const] : []),
    ...(planMinutes !== null && mapMinutes !== null && below(planMinutes, mapMinutes)
      ? ['mapOverPlan' as const]
      : []),
  ]
  const uncovered = planMinutes === null ? 0 : tenth(Math.max(0, planMinutes - timetableMinutes))
  return {
    allocation: key,
    pupil,
    provision,
    group,
    planMinutes,
    mapMinutes,
    timetableMinutes,
    differs,
    uncovered: uncovered > near ? uncovered : 0,
    suggestion: inPlan === true && planMinutes === null && specified ? suggestedMinutes(specified) : null,
    why: whyRow(line, planMinutes, mapMinutes, timetableMinutes, uncovered, day),
  }
}

const shown = (minutes: number | null, none: string) =>
  minutes === null ? none : t`${showMinutes(minutes)} a week`

const whyRow = (
  { inPlan, sessionsPerWeek, minutes }: Allocation,
  plan: number | null,
  map: number | null,
  timetable: number,
  uncovered: number,
  day: Day,
): Why => ({
  rule: t`Plan, map and timetable`,
  says:
    uncovered > near
      ? t`Section F specifies ${showMinutes(uncovered)} a week more than the timetable has. It is owed whatever it costs.`
      : inPlan === true && plan === null
        ? t`The line is in Section F; without its minutes a week nobody can tell whether the timetable covers it.`
        : inPlan === true
          ? t`The timetable has what Section F specifies.`
          : t`Not in Section F: the map says what the school means to give.`,
  strength: inPlan === true ? 'must' : 'local',
  source:
    inPlan === true
      ? t`Children and Families Act 2014, section 42: the provision that the plan specifies must be secured`
      : t`Provision map and timetable of the school`,
  inputs: [
    { label: t`On`, value: showDay(day) },
    { label: t`Plan`, value: inPlan === true ? shown(plan, t`minutes not recorded`) : t`not in Section F` },
    {
      label: t`Map`,
      value:
        map === null ? t`no hours` : t`${sessionsPerWeek ?? ''} × ${minutes ?? ''} min = ${shown(map, '')}`,
    },
    { label: t`Timetable`, value: shown(timetable, '') },
  ],
})

/** Uncovered minutes a week of Section F in all, of how many pupils, and how many lines lack the plan's minutes. */
export const uncoveredSum = (
  rows: readonly ThreeWayRow[],
): { readonly minutes: number; readonly pupils: number; readonly unknown: number } => {
  const short = rows.filter(({ uncovered }) => uncovered > 0)
  return {
    minutes: tenth(short.reduce((sum, { uncovered }) => sum + uncovered, 0)),
    pupils: new Set(short.map(({ pupil }) => pupil)).size,
    unknown: rows.filter(({ differs }) => differs.includes('noMinutes')).length,
  }
}
