import { choice, date, key, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A paper about a pupil: a report, an EHC plan, a letter. The file lies in the site’s library, or elsewhere as said. */
export const PupilDocument = defineRecord({
  name: 'PupilDocument',
  short: 'pd',
  list: 'Pupil documents',
  label: 'Document',
  about: 'A paper about a pupil: what it is, who wrote it, its date, and where the file lies.',
  audience: 'senco',
  people: ['pupil', 'professional'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    review: key('Gathered for the review', 'Review'),
    contributor: key('Advice of', 'Contributor'),
    title: text('Title of the document', { special: true, required: true, max: 200 }),
    kind: choice(
      'Kind',
      {
        ehcPlan: 'EHC plan',
        advice: 'Advice or report',
        letter: 'Letter',
        minutes: 'Minutes',
        profile: 'Profile',
        medical: 'Medical',
        other: 'Other',
      },
      { special: true, required: true, indexed: true },
    ),
    author: text('Written by', { max: 120 }),
    dated: date('Dated'),
    received: date('Received', { indexed: true }),
    file: text('File in the library', { max: 255 }),
    where: text('Or where it is kept', { max: 255 }),
  },
  titleOf: (d) => d.title,
})
export type PupilDocument = RecordOf<typeof PupilDocument>
