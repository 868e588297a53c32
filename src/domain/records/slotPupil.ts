import { date, key, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Who comes to a time in the week: a copy of the name for the staff who give it, as the SENCO showed it to them. */
export const SlotPupil = defineRecord({
  name: 'SlotPupil',
  short: 'sz',
  list: 'Timetable pupils',
  label: 'Pupil at a time in the week',
  about:
    'Which pupil comes to which time in the week, from when to when. The name is a copy for the staff who give the session.',
  audience: 'staff',
  people: ['pupil'],
  since: 3,
  fields: {
    slot: key('Time in the week', 'Slot', { required: true }),
    pupil: key('Pupil', 'Pupil', { required: true }),
    allocation: key('Support', 'Allocation', { required: true }),
    name: text('Name', { required: true, max: 120 }),
    className: text('Class', { max: 40 }),
    from: date('From', { required: true, indexed: true }),
    until: date('Until', { indexed: true }),
  },
  titleOf: (p) => p.name,
  rules: [{ field: 'until', message: 'Until is before from', ok: (p) => !p.until || p.until >= p.from }],
})
export type SlotPupil = RecordOf<typeof SlotPupil>
