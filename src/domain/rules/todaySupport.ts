import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import type { Provision } from '../records/provision.ts'
import { filledFromGroups } from './groupLines.ts'
import { academicYearOf } from './schoolYear.ts'
import { addDays, type Day, earliest, showDay } from './day.ts'
import { type Context, inPupil, lineOf, recordLine, stillHere, verb, whyOf } from './todayParts.ts'
import { nearDay, type WorkLine } from './todayTypes.ts'

/** Weeks back that an ended support is asked after, where the school year is younger. */
const lookBackDays = 84

/**
 * Support that ends soon, a line for each provision and day; and support that has ended with nobody saying whether it
 * worked, a line for each pupil, as far back as this school year or twelve weeks. Of a pupil who left, whatever has no
 * end yet: the record stands open until somebody ends it, although nothing of it counts any more (`leaving.ts`).
 */
export const supportLines = (
  allocations: readonly Stored<Allocation>[],
  groups: readonly Stored<Group>[],
  provisions: readonly Stored<Provision>[],
  context: Context,
): WorkLine[] => {
  const { today, pupils, periods } = context
  const offered = new Map(provisions.map((provision) => [provision.key, provision.name]))
  const since: Day = earliest(`${academicYearOf(today)}-09-01`, addDays(today, -lookBackDays))
  const filled = filledFromGroups(allocations, groups)
  const own = filled.filter(({ pupil }) => {
    const known = pupils.get(pupil)
    return known && stillHere(known, today)
  })
  const leftOf = (pupil: string) => pupils.get(pupil)?.left ?? null
  const outlasting = grouped(
    filled.filter(({ pupil, until }) => {
      const left = leftOf(pupil)
      return left !== null && left < today && (until === null || until > left)
    }),
    ({ pupil }) => pupil,
  )
  const why = (until: Day) =>
    whyOf(t`Support`, t`Support ends on the day that was settled for it`, 'local', t`Support for a pupil`, {
      Until: showDay(until),
    })
  const ending = grouped(
    own.filter(({ until }) => until !== null && until >= today && until <= periods.halfTermEnds),
    ({ provision, until }) => `${provision}:${until}`,
  )
  const ended = own.filter(
    ({ until, effect, exitMeasure, exitDecision }) =>
      until !== null &&
      until < today &&
      until >= since &&
      effect === null &&
      exitMeasure === null &&
      // What happened then is asked first, with the lines that have stopped.
      exitDecision !== null,
  )
  return [
    ...[...ending].map(([name, group]) => {
      const { provision, until, key, pupil } = group[0]!
      const keys = [...new Set(group.map((each) => each.pupil))]
      const place =
        keys.length === 1 ? inPupil(pupil, 'provision', { about: key }) : ({ is: 'provision' } as const)
      return lineOf('school', until, context, {
        id: `ends:${name}`,
        task: { purpose: 'provision', words: t`Support ends` },
        about: 'support',
        pupils: keys,
        what: t`${offered.get(provision) ?? 'Support'} stops ${nearDay(until!, today)}`,
        detail: keys.length > 1 ? t`${keys.length} pupils` : null,
        why: why(until!),
        next: verb(t`Review impact`, place),
        open: place,
      })
    }),
    ...[...outlasting].map(([pupil, lines]) =>
      recordLine(context, {
        id: `outlasts:${pupil}`,
        task: { purpose: 'provision', words: t`Support of a pupil who left` },
        word: t`Not ended`,
        pupils: [pupil],
        what: t`Left ${nearDay(leftOf(pupil)!, today)}, and ${lines.length === 1 ? t`${offered.get(lines[0]!.provision) ?? 'support'} isn’t` : t`${lines.length} lines of support aren’t`} ended`,
        why: whyOf(t`Support`, t`Support ends with the pupil’s last day`, 'local', t`Support for a pupil`, {
          Left: showDay(leftOf(pupil)!),
        }),
        next: verb(t`End it`, inPupil(pupil, 'provision')),
        open: inPupil(pupil, 'provision'),
      }),
    ),
    ...ended.map(({ key, pupil, provision, until }) =>
      recordLine(context, {
        id: `ended:${key}`,
        task: { purpose: 'provision', words: t`Support ended, not judged` },
        word: t`Not judged`,
        pupils: [pupil],
        what: t`${offered.get(provision) ?? 'Support'} ended ${nearDay(until!, today)}: did it work?`,
        why: why(until!),
        next: verb(t`Review impact`, inPupil(pupil, 'provision', { about: key })),
        open: inPupil(pupil, 'provision', { about: key }),
      }),
    ),
  ]
}
