import { choice, date, longText, text, wholeNumber, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { isAddress, needTypesIn } from '../rules/serviceWords.ts'

export const serviceKinds = {
  psychology: 'Educational psychology',
  speech: 'Speech and language therapy',
  occupational: 'Occupational therapy',
  physiotherapy: 'Physiotherapy',
  mentalHealth: 'Mental health (CAMHS, mental health support team)',
  paediatrics: 'Community paediatrics',
  pathway: 'Autism or ADHD pathway',
  nurse: 'School nurse',
  specialist: 'Specialist teachers',
  behaviour: 'Behaviour or inclusion team',
  earlyHelp: 'Early Help',
  socialCare: 'Children’s social care or disability team',
  sendiass: 'SENDIASS',
  virtualSchool: 'Virtual School',
  attendance: 'Attendance service',
  youthJustice: 'Youth justice',
  alternative: 'Alternative provision',
  adulthood: 'Careers or adult social care',
  gp: 'GP',
  charity: 'Charity or parents’ group',
  portage: 'Portage and early years',
  other: 'Other',
} as const

/** Somebody outside the school who helps children or families: where to turn, for whom it is, whether it still holds. */
export const Service = defineRecord({
  name: 'Service',
  short: 'sv',
  list: 'Services',
  label: 'Service',
  about:
    'A service outside the school: whom it helps, how to ask for it, and when that was last checked. Referrals go to it; the local offer for families is made from it.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    name: text('Service', { required: true, max: 120 }),
    kind: choice('Kind of service', serviceKinds, { required: true, indexed: true }),
    provider: text('Run by', { max: 120, help: 'Such as the authority, a health trust or a charity' }),
    needs: text('Needs it helps with', {
      max: 120,
      help: 'Census types of need, such as SLCN, ASD. Blank: any need',
    }),
    ageFrom: wholeNumber('From age', { max: 25, unit: 'years' }),
    ageTo: wholeNumber('To age', { max: 25, unit: 'years' }),
    eligibility: longText('Who can use it'),
    refer: longText('How to ask for it'),
    telephone: text('Telephone', { max: 40 }),
    email: text('Email', { max: 120 }),
    address: longText('Address'),
    website: text('Web page', { max: 255 }),
    forFamilies: yesNo('Shown to families', {
      help: 'It stands in the list of the local offer that you give to parents',
    }),
    checked: date('Last checked on', {
      indexed: true,
      help: 'The day on which somebody looked whether all of this still holds',
    }),
    note: longText('Note'),
  },
  titleOf: (s) => s.name,
  rules: [
    {
      field: 'needs',
      message: 'Write census types of need with commas between them, such as SLCN, ASD',
      ok: (s) => !s.needs || needTypesIn(s.needs) !== null,
    },
    {
      field: 'ageTo',
      message: 'The last age is below the first',
      ok: (s) => s.ageFrom === null || s.ageTo === null || s.ageTo >= s.ageFrom,
    },
    {
      field: 'website',
      message: 'Write the whole address, beginning with https:// or http://',
      ok: (s) => !s.website || isAddress(s.website),
    },
  ],
})
export type Service = RecordOf<typeof Service>
