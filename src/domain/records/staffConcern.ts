import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

const howOften = {
  no: 'No difficulty',
  some: 'Some difficulty',
  marked: 'Marked difficulty',
  unknown: 'I can’t say',
} as const

/** Why the SENCO puts aside what a member of staff has said. */
export const asideReasons = {
  known: 'Already known and being worked on',
  class: 'Good teaching in class answers it for now',
  passedOn: 'Not about special educational needs: passed on',
  twice: 'Said already: it stands in another concern',
  notOurs: 'No pupil of this school',
} as const
export type AsideReason = keyof typeof asideReasons

/**
 * What a member of staff says about a pupil: a concern of their own, or the answer to the SENCO's question. Everybody
 * answers the same. Staff add rows and read back their own; the SENCO reads all.
 */
export const StaffConcern = defineRecord({
  name: 'StaffConcern',
  short: 'sf',
  list: 'Concerns from staff',
  label: 'What a teacher sees',
  about:
    'What a member of staff says about a pupil, in the same short questions for everybody. Staff read back their own only.',
  audience: 'staff',
  people: ['pupil', 'family', 'staff'],
  guard: 'addOnly',
  since: 3,
  fields: {
    ask: key('Answers the question', 'TeacherAsk'),
    concern: key('Taken up as', 'Concern', { help: 'Set by the SENCO' }),
    pupil: key('Pupil', 'Pupil', { help: 'Those with a published profile; your own classes first' }),
    pupilName: text('Or name and class', {
      max: 160,
      help: 'For a pupil who is not in the list',
    }),
    by: text('Said by', { required: true, max: 120 }),
    userPrincipalName: text('Their user principal name', { max: 120, indexed: true }),
    on: date('On', { required: true, indexed: true }),
    communication: choice('Speech, language and communication', howOften, { special: true }),
    learning: choice('Learning, reading, writing, number', howOften, { special: true }),
    emotional: choice('Feelings, friendships and behaviour', howOften, { special: true }),
    physical: choice('Hearing, sight, movement, sensory needs', howOften, { special: true }),
    attention: choice('Attention and organisation', howOften, { special: true }),
    attendance: choice('Coming to school and joining in', howOften),
    seen: longText('What you see', { help: 'What happens, when and how often. No diagnosis.' }),
    tried: longText('What you have tried, and what it changed'),
    strengths: longText('What goes well'),
    parents: longText('What parents have said'),
    asideOn: date('Put aside on', { help: 'Set by the SENCO' }),
    asideWhy: choice('Why it was put aside', asideReasons, { help: 'Set by the SENCO' }),
    reply: longText('What became of it', {
      help: 'Written by the SENCO for whoever said it; staff read theirs under Concerns',
    }),
    repliedOn: date('Told on', { help: 'When the SENCO wrote what became of it' }),
  },
  titleOf: (c) => c.on,
  rules: [
    {
      field: 'pupil',
      message: 'Choose the pupil, or write the name below',
      ok: (c) => c.pupil !== null || c.pupilName !== null,
    },
    {
      field: 'seen',
      message: 'Answer at least one of the questions',
      ok: (c) =>
        [c.communication, c.learning, c.emotional, c.physical, c.attention, c.attendance, c.seen].some(
          (answer) => answer !== null,
        ),
    },
  ],
})
export type StaffConcern = RecordOf<typeof StaffConcern>
