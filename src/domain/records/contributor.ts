import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { recommendations } from './review.ts'

/** Who takes part in a review. */
export const contributorRoles = {
  parent: 'Parent or carer',
  youngPerson: 'Child or young person',
  head: 'Head teacher',
  authority: 'Local authority SEN officer',
  health: 'Health (named by the ICB)',
  socialCare: 'Social care officer',
  senco: 'SENCO',
  teacher: 'Class or subject teacher',
  ta: 'Teaching assistant',
  psychologist: 'Educational psychologist',
  speech: 'Speech and language therapist',
  occupational: 'Occupational therapist',
  physiotherapist: 'Physiotherapist',
  specialistTeacher: 'Specialist teacher',
  socialWorker: 'Social worker',
  virtualSchool: 'Virtual School',
  nextSchool: 'Next school or college',
  other: 'Other',
} as const

/** Who must be invited: the parent or young person counts once. Source: SEND Regulations 2014, regulation 20(2). */
export const statutoryInvitees = ['parent', 'head', 'authority', 'health', 'socialCare'] as const

/** The name of somebody who has to be asked and is not known yet: they can't have been invited. */
export const toBeNamed = 'To be named'

/** A person asked to a review: invited, asked for advice, there or not, and what they recommend in their own words. */
export const Contributor = defineRecord({
  name: 'Contributor',
  short: 'rc',
  list: 'Review contributors',
  label: 'Person at the review',
  about:
    'A person asked to a review: invited, advice asked for and received, there or not, what they recommend.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  fields: {
    review: key('Review', 'Review', { required: true }),
    name: text('Name', { required: true, max: 120 }),
    role: choice('Role', contributorRoles, { required: true, indexed: true }),
    organisation: text('Organisation', { max: 120 }),
    email: text('Email', { max: 120 }),
    contact: key('Contact of the pupil', 'Contact', { since: 3 }),
    invited: date('Invited'),
    adviceAsked: date('Advice asked for'),
    adviceDue: date('Advice due'),
    adviceReceived: date('Advice received'),
    adviceTitle: text('Title of the advice', { max: 200 }),
    adviceCirculated: date('Advice circulated'),
    attended: choice('At the meeting', {
      inPerson: 'In person',
      online: 'Online',
      apologies: 'Apologies',
      noReply: 'No reply',
    }),
    reportCopySent: date('Copy of the report sent'),
    recommendation: choice('Recommends', { ...recommendations, none: 'No view given' }),
    reasons: longText('Reasons, in their words'),
  },
  titleOf: (c) => c.name,
})
export type Contributor = RecordOf<typeof Contributor>
