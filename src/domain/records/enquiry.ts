import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** As whom somebody asks or complains. */
export const capacities = {
  parent: 'Parent with parental responsibility',
  family: 'Family or carer without it',
  pupil: 'The pupil',
  representative: 'Somebody acting for the family',
  school: 'Another school or college',
  authority: 'Local authority',
  health: 'Health service',
  socialCare: 'Social care',
  police: 'Police or court',
  staff: 'A member of staff',
  neighbour: 'Neighbour or member of the public',
  press: 'Press',
  other: 'Somebody else',
} as const

/** On what somebody can rest who asks about a child. */
const rights = {
  parent: 'Parental responsibility',
  own: 'The pupil’s own right',
  agreement: 'Agreement of the parent or young person',
  law: 'The law asks or allows the school to share',
  protection: 'To keep a child safe',
  court: 'Order of a court',
  access: 'A request for access to personal data',
  public: 'Nothing personal is asked for',
  none: 'None was shown',
} as const

/** Somebody asks about a pupil, or about SEND at the school: by what right, how the school knew who it was, and what was told. */
export const Enquiry = defineRecord({
  name: 'Enquiry',
  short: 'eq',
  list: 'Enquiries',
  label: 'Enquiry',
  about:
    'Who asked about a pupil or about the school’s SEND work, by what right, how their identity was checked, what was told them or refused, and why.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  since: 3,
  fields: {
    asked: date('Asked on', { required: true, indexed: true }),
    pupil: key('Pupil', 'Pupil', { help: 'Blank: about no one pupil' }),
    from: text('Who asked', { required: true, max: 120 }),
    capacity: choice('They are', capacities, { required: true }),
    how: choice('How', {
      telephone: 'Telephone',
      email: 'Email',
      letter: 'Letter',
      inPerson: 'In person',
      message: 'Text or app',
      other: 'Another way',
    }),
    what: longText('What they asked', { required: true }),
    right: choice('By what right', rights, { indexed: true }),
    identityOn: date('Identity checked on'),
    identityHow: text('How it was checked', {
      max: 160,
      help: 'Such as: rang back on the number in the record; photo ID seen',
    }),
    answerBy: date('Answer by', { indexed: true, help: 'Blank: as many days as School settings say' }),
    outcome: choice(
      'What became of it',
      {
        told: 'Told what they asked',
        part: 'Told a part of it',
        refused: 'Refused',
        passedOn: 'Passed on to somebody else',
        nothing: 'The school holds nothing of the kind',
        withdrawn: 'They took it back',
      },
      { indexed: true },
    ),
    told: longText('What was told or given', {
      special: true,
      help: 'What kind of thing, not all of it again',
    }),
    why: longText('Why, or why not'),
    decidedBy: text('Who decided', { max: 120 }),
    answered: date('Answered on', { indexed: true }),
    request: key('Request for access', 'AccessRequest', {
      help: 'Under Records; a request for a copy of the record has a limit of its own in law',
    }),
    disclosure: key('Line of the disclosure log', 'Disclosure'),
    note: longText('Note'),
  },
  titleOf: (e) => `Enquiry of ${e.asked}`,
  rules: [
    {
      field: 'answered',
      message: 'Say what became of it before it counts as answered',
      ok: (e) => !e.answered || e.outcome !== null,
    },
    {
      field: 'answered',
      message: 'Answered is before asked',
      ok: (e) => !e.answered || e.answered >= e.asked,
    },
    {
      field: 'answerBy',
      message: 'The answer can’t be due before it was asked',
      ok: (e) => !e.answerBy || e.answerBy >= e.asked,
    },
    {
      field: 'outcome',
      message: 'Say first by what right they asked',
      ok: (e) => (e.outcome !== 'told' && e.outcome !== 'part') || e.right !== null,
    },
    {
      field: 'outcome',
      message:
        'Nobody is told about a pupil who shows no right to know: refuse it, or say which right it was',
      ok: (e) => (e.outcome !== 'told' && e.outcome !== 'part') || e.pupil === null || e.right !== 'none',
    },
    {
      field: 'outcome',
      message: 'Say first when and how you knew who it was that asked about this pupil',
      ok: (e) =>
        (e.outcome !== 'told' && e.outcome !== 'part') ||
        e.pupil === null ||
        e.right === 'public' ||
        (e.identityOn !== null && e.identityHow !== null),
    },
    {
      field: 'outcome',
      message: 'Say first, under Why, why it was refused',
      ok: (e) => e.outcome !== 'refused' || e.why !== null,
    },
  ],
})
export type Enquiry = RecordOf<typeof Enquiry>
