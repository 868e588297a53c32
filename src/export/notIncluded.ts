import { counted } from '../domain/counted.ts'
import type { PupilFile } from './pupilFile.ts'

/** Where else something about a pupil may lie that no package holds: never read when one is made. */
const never = [
  'Earlier versions of records that were changed: SharePoint keeps them with the list',
  'The files of jobs (imports and changes of many rows), which can name the pupil',
  'Documents of the staff site, and documents of the SENCO’s site whose names don’t carry the mark of a record',
  'Decisions on what was given or kept back in answer to this and other requests',
  'What the school holds outside these lists: email, paper, other systems',
] as const

/**
 * What a package doesn't hold, a line each, for the person who makes it and the one who gets it: first what this
 * pupil's file lacks, then what none ever has.
 */
export const notIncluded = ({ unreadable, leftOut }: Pick<PupilFile, 'unreadable' | 'leftOut'>): string[] => [
  ...leftOut.map((list) => `${list}: could not be read by the person who made this`),
  ...unreadable.map(
    ({ list, rows }) => `${list}: ${counted(rows, 'row')} that may be about this pupil and can’t be read`,
  ),
  ...never,
]
