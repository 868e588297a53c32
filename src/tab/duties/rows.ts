import { t } from '../../words/t.ts'
import {
  type AnyDuty,
  type DutyContext,
  dutyStates,
  type DutyState,
  ofPupil,
  type Standing,
  stateOf,
} from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { showDay } from '../../domain/rules/day.ts'
import type { DutyRow } from './useDuty.ts'

/** A row as its list shows it. */
export type Shown = {
  readonly row: DutyRow
  readonly pupil: Stored<Pupil> | null
  readonly standing: Standing
  readonly state: DutyState
  readonly cells: readonly string[]
  /** By what each column is ordered. */
  readonly order: readonly string[]
  readonly searched: string
}

export const stateNames: Record<DutyState, string> = {
  open: t`To do`,
  waiting: t`Waiting`,
  overdue: t`Overdue`,
  done: t`Done`,
}
export const noPupil = t`No one pupil`

/** Every row with what its list shows of it, first what is due first, then what is done. */
export const shownRows = (
  duty: AnyDuty,
  rows: readonly DutyRow[],
  pupils: ReadonlyMap<string, Stored<Pupil>>,
  context: DutyContext,
): readonly Shown[] =>
  rows
    .map((row): Shown => {
      const standing = duty.standing(row as never, context)
      const cells = duty.columns.map((column) => column.of(row as never, context))
      const pupil = typeof row['pupil'] === 'string' ? (pupils.get(row['pupil']) ?? null) : null
      return {
        row,
        pupil,
        standing,
        state: stateOf(standing, context.today),
        cells,
        order: duty.columns.map((column, at) => column.by?.(row as never) ?? cells[at]!.toLowerCase()),
        searched: [pupil && fullName(pupil), ...cells, ...(duty.searched?.(row as never) ?? [])]
          .filter(Boolean)
          .join(' ')
          .toLowerCase(),
      }
    })
    .toSorted(
      (a, b) =>
        Number(a.state === 'done') - Number(b.state === 'done') ||
        (a.standing.due?.day ?? '9999').localeCompare(b.standing.due?.day ?? '9999') ||
        (b.order[0] ?? '').localeCompare(a.order[0] ?? '') ||
        a.row.key.localeCompare(b.row.key),
    )

export const isState = (word: string | null): word is DutyState =>
  (dutyStates as readonly (string | null)[]).includes(word)

/** The rows of a quick view that hold what is looked for. */
export const chosenRows = (
  rows: readonly Shown[],
  state: DutyState | null,
  looked: string,
): readonly Shown[] => {
  const words = looked.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    (one) => (state === null || one.state === state) && words.every((word) => one.searched.includes(word)),
  )
}

/** The list as lines of text, as it leaves the app. */
export const linesOf = (duty: AnyDuty, rows: readonly Shown[]): { head: string[]; lines: string[][] } => ({
  head: [
    ...(ofPupil(duty) ? [t`Pupil`] : []),
    ...duty.columns.map(({ words }) => words),
    t`How it stands`,
    t`Due`,
  ],
  lines: rows.map(({ pupil, cells, standing }) => [
    ...(ofPupil(duty) ? [pupil ? fullName(pupil) : noPupil] : []),
    ...cells,
    standing.word,
    standing.due?.day ? showDay(standing.due.day) : '',
  ]),
})
