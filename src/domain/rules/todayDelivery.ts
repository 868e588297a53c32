import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import type { Provision } from '../records/provision.ts'
import { addDays, type Day, earliest, showDay } from './day.ts'
import { enoughPercent, keptPercent, standingOf, whyStanding } from './ledgerStanding.ts'
import { reasonWords } from './ledgerWords.ts'
import { academicYearOf } from './schoolYear.ts'
import { type Context, inPupil, joined, lineOf, recordLine, stillHere, verb, whyOf } from './todayParts.ts'
import { nearDay, type RecentDelivery, type WorkLine } from './todayTypes.ts'

/** Weeks back that lapsed support is asked after, where the school year is younger. */
const lookBackDays = 84
const lapsedSince = (today: Day): Day =>
  earliest(`${academicYearOf(today)}-09-01`, addDays(today, -lookBackDays))

type Lapsed = { readonly line: Stored<Allocation>; readonly until: Day; readonly group: Stored<Group> | null }

/** Support whose last day has passed with nobody saying what happened then or whether it worked: it has stopped by itself. */
const lapsedIn = (
  allocations: readonly Stored<Allocation>[],
  groups: readonly Stored<Group>[],
  today: Day,
): Lapsed[] => {
  const byKey = new Map(groups.map((group) => [group.key, group]))
  const since = lapsedSince(today)
  return allocations.flatMap((line) => {
    const group = line.group === null ? null : (byKey.get(line.group) ?? null)
    const until = line.until ?? group?.until ?? null
    return until !== null &&
      until < today &&
      until >= since &&
      line.exitDecision === null &&
      line.effect === null
      ? [{ line, until, group }]
      : []
  })
}

/** A line for each run that has stopped, or is to be looked at again: carry on, or what happened then. */
export const lapsedLines = (
  allocations: readonly Stored<Allocation>[],
  groups: readonly Stored<Group>[],
  provisions: readonly Stored<Provision>[],
  context: Context,
): WorkLine[] => {
  const { today, pupils } = context
  const offered = new Map(provisions.map(({ key, name }) => [key, name]))
  const here = (line: Stored<Allocation>) => {
    const pupil = pupils.get(line.pupil)
    return pupil !== undefined && stillHere(pupil, today)
  }
  const stopped = grouped(
    lapsedIn(allocations, groups, today).filter(({ line }) => here(line)),
    ({ line, until, group }) => `${group?.key ?? line.key}:${until}`,
  )
  const task = { purpose: 'provision', words: 'Support ended: what now' } as const
  const ended = [...stopped].map(([name, all]) => {
    const { line, until, group } = all[0]!
    const keys = [...new Set(all.map((each) => each.line.pupil))]
    const what = group?.name ?? offered.get(line.provision) ?? t`Support`
    return recordLine(context, {
      id: `lapsed:${name}`,
      task,
      word: t`Ended`,
      pupils: keys,
      what: t`${what} stopped ${nearDay(until, today)}: what happened then?`,
      detail: joined(keys.length > 1 && counted(keys.length, 'pupil'), line.inPlan === true && t`Section F`),
      why: whyOf(
        t`Support that has ended`,
        t`It no longer counts in time, cost and the timetable, since its last day has passed. Nobody has said whether it carries on.`,
        'local',
        t`Support for a pupil`,
        { Until: showDay(until) },
      ),
      next: verb(t`Say what now`, {
        is: 'lapsed',
        lines: all.map((each) => each.line.key),
        group: group?.key ?? null,
        until,
        runs: false,
      }),
      open: keys.length === 1 ? inPupil(line.pupil, 'provision', { about: line.key }) : { is: 'delivered' },
    })
  })
  const again = groups
    .filter(
      ({ reviewBy, until }) => reviewBy !== null && reviewBy <= today && (until === null || until >= today),
    )
    .flatMap((group) => {
      // Who has come and gone, or of whom it was said already, is asked after no more.
      const own = allocations.filter(
        (line) =>
          line.group === group.key &&
          line.exitDecision === null &&
          (line.until === null || line.until >= today) &&
          here(line),
      )
      if (own.length === 0) return []
      return [
        lineOf('school', group.reviewBy, context, {
          id: `lookAgain:${group.key}`,
          task,
          about: 'support',
          pupils: [...new Set(own.map(({ pupil }) => pupil))],
          what: t`${group.name} was to be looked at again`,
          detail: group.until ? t`until ${nearDay(group.until, today)}` : null,
          why: whyOf(t`Group`, t`The day that was settled for looking at it again`, 'local', t`Groups`, {
            'Look at it again by': showDay(group.reviewBy!),
          }),
          next: verb(t`Say what now`, {
            is: 'lapsed',
            lines: own.map(({ key }) => key),
            group: group.key,
            until: group.until ?? group.reviewBy!,
            runs: true,
          }),
          open: { is: 'delivered' },
        }),
      ]
    })
  return [...ended, ...again]
}

/**
 * Lines of Section F of which too little was delivered in the last four weeks, or of which nothing is logged while
 * other sessions are. A school that logs nothing at all isn't told so line by line.
 */
export const deliveryLines = (
  recent: readonly RecentDelivery[],
  allocations: readonly Stored<Allocation>[],
  provisions: readonly Stored<Provision>[],
  context: Context,
): WorkLine[] => {
  const { today, pupils } = context
  if (!recent.some(({ sums }) => sums.planned > sums.unlogged)) return []
  const offered = new Map(provisions.map(({ key, name }) => [key, name]))
  const sumsOf = new Map(recent.map(({ allocation, sums }) => [allocation, sums]))
  return allocations.flatMap((line) => {
    const sums = sumsOf.get(line.key)
    const pupil = pupils.get(line.pupil)
    if (!line.inPlan || !sums || sums.planned === 0 || !pupil || !stillHere(pupil, today)) return []
    const silent = sums.unlogged === sums.planned && sums.planned > 1
    if (!silent && standingOf(sums) !== 'below') return []
    const name = offered.get(line.provision) ?? t`Support`
    const place = inPupil(line.pupil, 'delivery')
    return [
      recordLine(context, {
        id: `delivered:${line.key}`,
        task: { purpose: 'provision', words: t`Section F not delivered` },
        word: silent ? t`Not logged` : t`Below ${enoughPercent}%`,
        pupils: [line.pupil],
        what: silent
          ? t`${name}: none of ${counted(sums.planned, 'session')} of Section F logged in four weeks`
          : t`${name}: ${keptPercent(sums) ?? ''}% of Section F delivered in the last four weeks`,
        detail: reasonWords(sums) || null,
        why: whyStanding(sums),
        next: verb(t`See what was missed`, place, false),
        open: place,
      }),
    ]
  })
}
