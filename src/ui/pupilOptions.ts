import { inWords } from '../words/t.ts'
import type { Stored } from '../domain/record.ts'
import { fullName, type Pupil } from '../domain/records/pupil.ts'
import { yearGroups } from '../domain/rules/codes.ts'
import type { Day } from '../domain/rules/day.ts'
import type { KeyOption } from './controls/control.ts'

type Known = Parameters<typeof fullName>[0] & Pick<Pupil, 'yearGroup' | 'className'>

/** What a pupil is called where one is chosen: `Amira Khan · Year 4 · Oak`, then whatever else tells who it is. */
export const pupilText = (pupil: Known, ...more: readonly (string | null | false)[]): string =>
  [fullName(pupil), pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]), pupil.className, ...more]
    .filter(Boolean)
    .join(' · ')

export const pupilOptions = (pupils: readonly Stored<Pupil>[]): KeyOption[] =>
  pupils.map((pupil) => ({ key: pupil.key, text: pupilText(pupil) }))

/** Those who are at the school on a day, to choose from. */
export const pupilsHere = (pupils: readonly Stored<Pupil>[], today: Day): KeyOption[] =>
  pupilOptions(pupils.filter(({ left }) => left === null || left >= today))
