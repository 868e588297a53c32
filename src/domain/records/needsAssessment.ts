import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/**
 * A request for an EHC needs assessment, followed from the request to the plan or the refusal.
 * Source of the steps: SEND Regulations 2014, regulations 3 to 14; SEND Code of Practice 9.39 to 9.44.
 */
export const NeedsAssessment = defineRecord({
  name: 'NeedsAssessment',
  short: 'na',
  list: 'EHC needs assessments',
  label: 'EHC needs assessment',
  about: 'A request for an EHC needs assessment: what was asked, decided and sent, and when.',
  audience: 'senco',
  people: ['pupil'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    requestedBy: choice('Asked for by', {
      school: 'The school',
      parent: 'A parent',
      youngPerson: 'The young person',
      other: 'Someone else',
    }),
    requested: date('Request received by the authority', { indexed: true }),
    authority: text('Authority', { max: 120 }),
    reference: text('Authority’s reference', { max: 60 }),
    assessDecision: choice('Authority’s decision to assess', {
      yes: 'It assesses',
      no: 'It refuses to assess',
    }),
    assessDecided: date('Told of it on'),
    adviceAsked: date('School asked for its advice on'),
    adviceSent: date('School’s advice sent on'),
    issueDecision: choice('Authority’s decision to issue a plan', {
      yes: 'It issues a plan',
      no: 'It refuses to issue a plan',
    }),
    issueDecided: date('Told of that on'),
    draftReceived: date('Draft plan received'),
    commentsSent: date('Parent’s comments sent'),
    planIssued: date('Final plan issued'),
    mediationCertificate: date('Mediation certificate'),
    appealed: date('Appeal registered'),
    closed: date('Closed'),
    note: longText('Note'),
  },
  titleOf: (a) => (a.requested ? `Request of ${showDay(a.requested)}` : 'Request being prepared'),
})
export type NeedsAssessment = RecordOf<typeof NeedsAssessment>
