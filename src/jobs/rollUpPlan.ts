import { t } from '../words/t.ts'
import type { Stored } from '../domain/record.ts'
import type { ClassTeacher } from '../domain/records/classTeacher.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { StaffProfile } from '../domain/records/staffProfile.ts'
import { type Day, showDay } from '../domain/rules/day.ts'
import { showAcademicYear } from '../domain/rules/schoolYear.ts'
import { endClassStaff } from './classStaffPlan.ts'
import type { FieldChange, Plan, Step } from './plan.ts'
import { type Known, withdrawSteps } from './publishing.ts'
import type { RollUpRow } from './rollUp.ts'
import { classMoveKey } from './rollUpClasses.ts'

export type RollUpChoice = {
  readonly year: number
  /** Keys of the pupils who are ticked. */
  readonly ticked: ReadonlySet<string>
  /** By `classMoveKey`: what the class is called next year, '' for none yet. What is not in here stays as it is. */
  readonly classes: Readonly<Record<string, string>>
  readonly leavingDay: Day
  readonly archiveLeavers: boolean
  /** Who is put down for classes and ends with the school year, on `leavingDay`; nobody where it is left out. */
  readonly endStaff?: readonly Stored<ClassTeacher>[]
  /** What staff see; null where the school has no site for staff. */
  readonly shown: Known | null
  /** Whether staff lose the profiles of those who leave. Whose record is archived, they lose in any case. */
  readonly withdrawLeavers: boolean
}

/** Why a leaver's record is archived, as its row says it. */
export const leaversReason = (day: Day): string => t`Left ${showDay(day)}`

/** Those of some pupils whom staff see something of. */
export const shownOf = <P extends Pick<Stored<Pupil>, 'key'>>(
  pupils: readonly P[],
  known: Pick<Known, 'shown'> | null,
): P[] => {
  const { profiles, targets } = known?.shown ?? { profiles: [], targets: [] }
  const seen = new Set([...profiles, ...targets].flatMap(({ archived, pupil }) => (archived ? [] : [pupil])))
  return pupils.filter(({ key }) => seen.has(key))
}

type Going = { readonly pupil: Stored<Pupil>; readonly row: number; readonly to: RollUpRow['to'] }
const changedPupil = ({ pupil, to }: Going, choice: RollUpChoice): Record<string, FieldChange> => {
  if (to === 'leaves') return pupil.left === null ? { left: { from: null, to: choice.leavingDay } } : {}
  const className =
    pupil.className && pupil.yearGroup && choice.classes[classMoveKey(pupil.className, pupil.yearGroup)]
  return {
    yearGroup: { from: pupil.yearGroup, to },
    ...(typeof className === 'string' && className !== pupil.className
      ? { className: { from: pupil.className, to: className.trim() || null } }
      : {}),
  }
}

/** Staff find a profile by its class: what stands of year and class in their copies goes with the pupil. */
const copySteps = (moves: readonly Step[], profiles: readonly Stored<StaffProfile>[]): Step[] => {
  const byPupil = new Map(moves.flatMap((step) => (step.do === 'change' ? [[step.key, step]] : [])))
  return profiles.flatMap((profile): Step[] => {
    const move = profile.archived ? undefined : byPupil.get(profile.pupil)
    if (!move) return []
    const changes = Object.fromEntries(
      (['yearGroup', 'className'] as const).flatMap((field) => {
        const to = move.changes[field]?.to
        return to === undefined || to === profile[field] ? [] : [[field, { from: profile[field], to }]]
      }),
    )
    const about = { row: move.row, type: 'StaffProfile', key: profile.key, pupil: profile.pupil }
    return Object.keys(changes).length > 0 ? [{ ...about, after: [move.key], do: 'change', changes }] : []
  })
}

/**
 * Everyone who is ticked moves up, in the staff's copies too; who was in the last year gets a leaving date. Leavers are
 * taken from staff and archived where that is wished, in this order, so that nobody archived is still shown.
 */
export const rollUpPlan = (rows: readonly RollUpRow[], choice: RollUpChoice): Plan => {
  const going = rows
    .filter(({ pupil, to }) => to !== null && choice.ticked.has(pupil.key))
    .map(({ pupil, to }, at): Going => ({ pupil, to, row: at + 1 }))
  const moves = going.flatMap((each): Step[] => {
    const changes = changedPupil(each, choice)
    return Object.keys(changes).length > 0
      ? [{ row: each.row, type: 'Pupil', key: each.pupil.key, do: 'change', changes }]
      : []
  })
  const leaving = going.filter(({ to }) => to === 'leaves')
  const rowOf = new Map(leaving.map(({ pupil, row }) => [pupil.key, row]))
  const takesBack = choice.shown !== null && (choice.withdrawLeavers || choice.archiveLeavers)
  const withdrawn = takesBack
    ? withdrawSteps([...rowOf.keys()], choice.shown!).map((step) => ({
        ...step,
        row: rowOf.get(step.pupil!) ?? step.row,
      }))
    : []
  const archived = choice.archiveLeavers
    ? leaving.map(({ pupil, row }): Step => {
        const own = withdrawn.flatMap((step) => (step.pupil === pupil.key ? [step.key] : []))
        return {
          row,
          type: 'Pupil',
          key: pupil.key,
          after: [...new Set([pupil.key, ...own])],
          do: 'archive',
          reason: leaversReason(pupil.left ?? choice.leavingDay),
        }
      })
    : []
  const copies = copySteps(
    moves.filter(({ key }) => !rowOf.has(key)),
    choice.shown?.shown.profiles ?? [],
  )
  const ended = endClassStaff(choice.endStaff ?? [], choice.leavingDay, going.length)
  return {
    kind: 'rollUp',
    title: t`Everyone up a year, ${showAcademicYear(choice.year)}`,
    steps: [...moves, ...copies, ...withdrawn, ...archived, ...ended],
  }
}
