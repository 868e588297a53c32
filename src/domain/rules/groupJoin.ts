import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import { type Day, showDay } from './day.ts'

type Keyed<T> = T & { readonly key: string }
type Dates = { readonly from: Day | null; readonly until: Day | null }

/** What to say of a pupil who is to join a group. `stops`: it can't be stored like that; else it is asked about. */
export type JoinDoubt = {
  readonly field: 'from' | 'until' | 'pupil'
  readonly words: string
  readonly stops: boolean
}

const overlaps = (a: { from: Day; until: Day | null }, b: { from: Day; until: Day | null }): boolean =>
  (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until)

const spanWords = ({ from, until }: { from: Day; until: Day | null }): string =>
  until === null ? t`since ${showDay(from)}` : t`${showDay(from)} to ${showDay(until)}`

/** A line's days: what it leaves to its group is the group's. */
const daysOf = (line: Allocation, groups: ReadonlyMap<string, Pick<Group, 'until'>>) => ({
  from: line.from,
  until: line.until ?? (line.group === null ? null : (groups.get(line.group)?.until ?? null)),
})

/**
 * What speaks against putting a pupil into a group on these days: dates the wrong way round or outside the group's,
 * the pupil is in it already, or in another run of the same provision at the same time.
 */
export const joinDoubts = (
  { from, until }: Dates,
  group: Keyed<Group>,
  lines: readonly Keyed<Allocation>[],
  groups: readonly Keyed<Group>[],
): JoinDoubt[] => {
  if (from === null) return [{ field: 'from', words: t`From needs a date`, stops: true }]
  if (until !== null && until < from) return [{ field: 'until', words: t`Until is before from`, stops: true }]
  const byKey = new Map(groups.map((one) => [one.key, one]))
  const mine = { from, until: until ?? group.until }
  if (group.until !== null && from > group.until)
    return [{ field: 'from', words: t`The group ends on ${showDay(group.until)}`, stops: true }]
  const met = lines.filter(
    (line) => line.provision === group.provision && overlaps(daysOf(line, byKey), mine),
  )
  const here = met.find((line) => line.group === group.key)
  const elsewhere = met.filter((line) => line.group !== group.key)
  return [
    ...(here
      ? [
          {
            field: 'pupil' as const,
            words: t`Is in this group already: ${spanWords(daysOf(here, byKey))}`,
            stops: true,
          },
        ]
      : []),
    ...elsewhere.map((line) => ({
      field: 'pupil' as const,
      words: t`Is in the same provision already, ${
        line.group === null
          ? t`by a line of their own`
          : t`in ${byKey.get(line.group)?.name ?? t`another group`}`
      }: ${spanWords(daysOf(line, byKey))}`,
      stops: false,
    })),
    ...(from < group.from
      ? [{ field: 'from' as const, words: t`The group begins on ${showDay(group.from)}`, stops: false }]
      : []),
    ...(until !== null && group.until !== null && until > group.until
      ? [{ field: 'until' as const, words: t`The group ends on ${showDay(group.until)}`, stops: false }]
      : []),
  ]
}

/** Pupils in a group on a day, by their own dates within the group's. */
export const inGroupOn = <A extends Allocation>(group: Keyed<Group>, lines: readonly A[], day: Day): A[] =>
  lines.filter(
    (line) => line.group === group.key && line.from <= day && (line.until ?? group.until ?? day) >= day,
  )

/** What is missing or odd in a group, beside the field it is about. */
export const groupDoubts = (
  group: Keyed<Group>,
  lines: readonly Allocation[],
  today: Day,
): { readonly field: string; readonly words: string }[] => {
  const members = new Set(lines.filter((line) => line.group === group.key).map(({ pupil }) => pupil)).size
  const now = new Set(inGroupOn(group, lines, today).map(({ pupil }) => pupil)).size
  return [
    ...(members === 0 && group.size === null
      ? [{ field: 'size', words: t`Nobody is in it yet, so nobody shares its cost.` }]
      : []),
    ...(group.size !== null && now > 0 && group.size !== now
      ? [
          {
            field: 'size',
            words: t`Its cost is shared by ${group.size}, as you wrote; ${now} ${now === 1 ? 'is' : 'are'} in it today.`,
          },
        ]
      : []),
    ...(group.sessionsPerWeek === null || group.minutes === null || group.weeks === null
      ? [{ field: 'sessionsPerWeek', words: t`Sessions a week, minutes and weeks are needed for its cost.` }]
      : []),
    ...(group.until !== null && lines.some((line) => line.group === group.key && line.from > group.until!)
      ? [{ field: 'until', words: t`Somebody in it begins after its last day.` }]
      : []),
  ]
}
