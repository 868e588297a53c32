import type { Pupil } from '../records/pupil.ts'
import type { School } from '../records/school.ts'
import { type YearGroup, yearGroups } from './codes.ts'
import { type Day, showDay } from './day.ts'
import type { LimitName } from './limitRows.ts'
import { lawOn, reckon, type RuledDay, whyOf } from './limits.ts'
import type { ReviewSettings } from './reviewSettings.ts'
import { academicYearOf } from './schoolYear.ts'

/** R11: a move between phases, when the plan must name the next school, and the latest meeting that leaves twelve weeks. */
export type PhaseTransfer = {
  readonly move: Move
  /** The day of the move, or 1 September. */
  readonly moves: Day
  readonly deadline: RuledDay
  readonly latestMeeting: RuledDay
}
export type Move = Exclude<NonNullable<Pupil['movesTo']>, 'none'>

const limitFor = (move: Move): LimitName =>
  move === 'post16' ? 'transferToPost16' : move === 'post16Other' ? 'transferBetweenPost16' : 'transferOther'

/** The dates of one move. Source: SEND Regulations 2014, regulation 18. */
export const phaseTransfer = (move: Move, moves: Day): PhaseTransfer => {
  const name = limitFor(move)
  const law = lawOn(name, moves)
  const deadline =
    'before' in law.span ? `${moves.slice(0, 4)}-${law.span.before}` : reckon(moves, law.span, 'before')
  const inputs = { 'Moves on': showDay(moves) }
  const meeting = lawOn('transferMeeting', deadline)
  return {
    move,
    moves,
    deadline: { day: deadline, why: whyOf(name, law, inputs) },
    latestMeeting: {
      day: reckon(deadline, meeting.span, 'before'),
      why: whyOf('transferMeeting', meeting, { ...inputs, Deadline: showDay(deadline) }),
    },
  }
}

/** The year groups that usually leave a school of each phase, and where they go. */
const usual: Record<School['phase'], Partial<Record<YearGroup, Move>>> = {
  nursery: { E2: 'school', N2: 'school' },
  infant: { '2': 'junior' },
  junior: { '6': 'secondary' },
  primary: { '6': 'secondary' },
  middle: { '8': 'secondary' },
  secondary: { '11': 'post16' },
  allThrough: { '11': 'post16' },
  special: { '11': 'post16' },
}

/** Where a year group goes that the school itself names: Year 4 of a first school to a middle school, Year 8 to the upper school. */
const moveOf = (group: YearGroup): Move =>
  ['E1', 'E2', 'N1', 'N2', 'R'].includes(group)
    ? 'school'
    : group === '2'
      ? 'junior'
      : ['1', '3', '4', '5'].includes(group)
        ? 'middle'
        : ['6', '7', '8', '9', '10'].includes(group)
          ? 'secondary'
          : group === '11'
            ? 'post16'
            : 'post16Other'

/** The year groups in a school's own setting: `6`, `Year 2 and 6`, `Y11`, `N2`. What is no year group is left out. */
export const yearGroupsIn = (typed: string): YearGroup[] =>
  (typed.toUpperCase().match(/\b(?:YEAR|YR|Y)?\s*(E1|E2|N1|N2|R|X|1[0-4]|[1-9])\b/g) ?? []).flatMap(
    (word) => {
      const group = word.replace(/^(?:YEAR|YR|Y)?\s*/, '')
      return group in yearGroups ? [group as YearGroup] : []
    },
  )

const usualMove = (group: YearGroup | null, settings: ReviewSettings): Move | null => {
  if (!group) return null
  if (settings.transferYears)
    return yearGroupsIn(settings.transferYears).includes(group) ? moveOf(group) : null
  return (settings.phase && usual[settings.phase][group]) ?? null
}

type Mover = Partial<Pick<Pupil, 'yearGroup' | 'movesTo' | 'moves'>>

/**
 * The move that a pupil is to make in this academic year or at its end, or null. What the pupil's own row says stands
 * before what is usual at the school; a move that is past is no longer one.
 */
export const phaseTransferOf = (
  { yearGroup = null, movesTo = null, moves = null }: Mover,
  settings: ReviewSettings,
  today: Day,
): PhaseTransfer | null => {
  if (movesTo === 'none') return null
  const move = movesTo ?? usualMove(yearGroup, settings)
  if (!move || (moves && moves < today)) return null
  return phaseTransfer(move, moves ?? `${academicYearOf(today) + 1}-09-01`)
}
