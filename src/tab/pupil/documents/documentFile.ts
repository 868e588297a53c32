import { t } from '../../../words/t.ts'
import { initialsOf } from '../../../documents/minutesName.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { fileMark } from '../../../domain/rules/belongings.ts'
import type { Day } from '../../../domain/rules/day.ts'

/** The ending of a file's name, such as `.pdf`; '' where there is none that a library would keep. */
const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''

/** `Documents/MK 2026-03-10 9J2K4F.pdf`: initials, day and the end of the record's key; what it was called may name a child. */
export const documentPath = (
  pupil: Pick<Pupil, 'forename' | 'preferredForename' | 'surname'>,
  document: { readonly key: string },
  day: Day,
  name: string,
): string => t`Documents/${initialsOf(pupil)} ${day} ${fileMark(document.key)}${endingOf(name)}`

/** `Speech therapy report` from `Speech_therapy-report.pdf`: a first title, to be put right by whoever knows. */
export const titleFrom = (name: string): string =>
  name
    .slice(0, name.length - endingOf(name).length)
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 200) || t`Document`
