import type { Pupil } from '../domain/records/pupil.ts'
import { calledName } from '../domain/records/pupil.ts'
import type { Review } from '../domain/records/review.ts'
import type { Kept } from '../domain/record.ts'

/** `MK`: all of a name that is shown where folders, searches and lists of files are. */
export const initialsOf = (pupil: Pick<Pupil, 'forename' | 'preferredForename' | 'surname'>): string =>
  [calledName(pupil), pupil.surname]
    .map((name) => [...name.trim()][0] ?? '')
    .join('')
    .toUpperCase()

/** `Reviews/MK 2026-03-10 9J2K4F.docx`: initials, day and the end of the key, never a whole name. */
export const minutesName = (
  pupil: Pick<Pupil, 'forename' | 'preferredForename' | 'surname'>,
  review: Pick<Review & Kept, 'key' | 'meetingDate'>,
): string => `${[initialsOf(pupil), review.meetingDate ?? 'no date', review.key.slice(-6)].join(' ')}.docx`
