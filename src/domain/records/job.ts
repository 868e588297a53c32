import { choice, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Work on many records at once. Its rows lie in a file beside it, so that it goes on after a reload or a crash. */
export const Job = defineRecord({
  name: 'Job',
  short: 'jb',
  list: 'Jobs',
  label: 'Job',
  about: 'Work on many records at once: how far it is, what became of each row, and whether it was undone.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 2,
  fields: {
    kind: choice(
      'Kind',
      {
        import: 'Import',
        publish: 'Publish to staff',
        withdraw: 'Withdraw from staff',
        archive: 'Archive pupils',
        rollUp: 'Move everyone up a year',
        edit: 'Change many pupils',
        book: 'Book review meetings',
        scenario: 'Apply a what if',
        copy: 'Bring in a copy of a school',
        undo: 'Undo a job',
      },
      { required: true, indexed: true },
    ),
    title: text('What', { required: true, max: 160 }),
    state: choice(
      'State',
      { running: 'Running', paused: 'Paused', finished: 'Finished', stopped: 'Stopped', undone: 'Undone' },
      { required: true, indexed: true },
    ),
    total: wholeNumber('Rows', { required: true, max: 10_000_000 }),
    done: wholeNumber('Rows dealt with', { max: 10_000_000 }),
    refused: wholeNumber('Rows refused', { max: 10_000_000 }),
    pupils: wholeNumber('Pupils', { max: 10_000_000, since: 3, help: 'Where the work is about pupils' }),
    pupilsDone: wholeNumber('Pupils dealt with', { max: 10_000_000, since: 3 }),
    pupilsRefused: wholeNumber('Pupils of whom something was refused', { max: 10_000_000, since: 3 }),
    plan: text('File of its rows', { max: 255 }),
    result: text('File of what became of them', { max: 255 }),
    worker: text('Who is working on it', { max: 64, help: 'A page that is open somewhere' }),
    options: longText('How it was asked for'),
  },
  titleOf: (j) => j.title,
})
export type Job = RecordOf<typeof Job>
