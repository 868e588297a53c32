import { calledName, fullName, type Pupil, shortName } from '../../domain/records/pupil.ts'

/** How names stand on a printed list. */
export const nameStyles = {
  full: { words: 'names in full', of: fullName },
  short: { words: 'names short, such as Amira K.', of: shortName },
  initials: {
    words: 'initials only',
    of: (pupil: Pupil) => `${calledName(pupil).slice(0, 1)}. ${pupil.surname.slice(0, 1)}.`,
  },
} as const
export type NameStyle = keyof typeof nameStyles
