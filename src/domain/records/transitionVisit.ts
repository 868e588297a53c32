import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

const visitKinds = {
  staffMeet: 'Staff of both schools talk',
  theyCome: 'Staff of the next school come here',
  visit: 'The pupil visits',
  extraVisit: 'Another visit, with fewer people or at a quiet time',
  family: 'The family visits or meets the next school',
  taster: 'Day for everybody who moves',
  route: 'Practising the way there',
  home: 'Visit at home',
  start: 'First day',
  after: 'Call or visit after the move',
  other: 'Something else',
} as const

/** A visit, talk or other date on the way to the next school, planned and then told. */
export const TransitionVisit = defineRecord({
  name: 'TransitionVisit',
  short: 'tv',
  list: 'Transition visits',
  label: 'Transition visit',
  about: 'A visit, talk or other date on a pupil’s way to the next school: when, with whom, and how it went.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    transition: key('Transition plan', 'Transition'),
    kind: choice('What', visitKinds, { required: true, indexed: true }),
    on: date('On', { required: true, indexed: true }),
    time: text('Time', { max: 20 }),
    where: text('Where', { max: 120 }),
    withWhom: text('With whom', { max: 255 }),
    goes: text('Who goes with the pupil', { max: 120 }),
    doneOn: date('Took place on'),
    fellThrough: date('Fell through on', { help: 'Enter another one for the new day' }),
    howItWent: longText('How it went', { special: true }),
    note: longText('Note'),
  },
  titleOf: (r) => `${visitKinds[r.kind]}, ${showDay(r.on)}`,
  rules: [
    {
      field: 'fellThrough',
      message: 'It took place or it fell through: keep one of the two days',
      ok: (r) => !r.fellThrough || r.doneOn === null,
    },
  ],
})
export type TransitionVisit = RecordOf<typeof TransitionVisit>
