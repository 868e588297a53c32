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
  review: Pick<Review & Kept, 'key' | 'meetingDate'> & Partial<Pick<Review, 'version'>>,
): string => {
  const { key, meetingDate, version } = review
  // A later version is a file of its own: the one before was sent and stays as it was.
  const marks = [
    initialsOf(pupil),
    meetingDate ?? 'no date',
    key.slice(-6),
    version && version > 1 && `v${version}`,
  ]
  return `${marks.filter(Boolean).join(' ')}.docx`
}

/** The name of a copy without fields, beside the one that it was made of. */
export const cleanName = (name: string): string => name.replace(/\.docx$/, ' to send.docx')
