import { calledName, type Pupil } from '../../domain/records/pupil.ts'
import type { Day } from '../../domain/rules/day.ts'
import { rightsWithYoungPerson } from '../../domain/rules/reviewDates.ts'

/**
 * To whom a summary speaks: to the parents of a child, or to the young person whose rights they are. Each sentence
 * stands whole for either: no language but English makes the one of the other by a word.
 */
export type Voice = {
  /** Whether it speaks to the young person. */
  readonly own: boolean
  /** What the child is called: `Amira`. */
  readonly child: string
}

/** The voice of a summary about this pupil on a day: rights go over at the end of compulsory school age. */
export const voiceFor = (
  pupil: Pick<Pupil, 'forename' | 'preferredForename' | 'dateOfBirth'>,
  on: Day,
): Voice => ({ own: rightsWithYoungPerson(pupil.dateOfBirth, on), child: calledName(pupil) })
