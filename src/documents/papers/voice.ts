import { t } from '../../words/t.ts'
import { calledName, type Pupil } from '../../domain/records/pupil.ts'
import type { Day } from '../../domain/rules/day.ts'
import { rightsWithYoungPerson } from '../../domain/rules/reviewDates.ts'

/** To whom a summary speaks: to the parents of a child, or to the young person whose rights they are. */
export type Voice = {
  readonly own: boolean
  /** `Amira`, or `you`. */
  readonly child: string
  /** `Amira’s`, or `your`. */
  readonly childs: string
  /** As a sentence begins. */
  readonly Child: string
  readonly Childs: string
  /** A verb after the child: `gets` or `get`. */
  verb(one: string, you: string): string
}

/** The voice of a summary about this pupil on a day: rights go over at the end of compulsory school age. */
export const voiceFor = (
  pupil: Pick<Pupil, 'forename' | 'preferredForename' | 'dateOfBirth'>,
  on: Day,
): Voice => {
  const name = calledName(pupil)
  return rightsWithYoungPerson(pupil.dateOfBirth, on)
    ? { own: true, child: 'you', childs: 'your', Child: t`You`, Childs: t`Your`, verb: (_, you) => you }
    : {
        own: false,
        child: name,
        childs: `${name}’s`,
        Child: name,
        Childs: `${name}’s`,
        verb: (one) => one,
      }
}
