import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Why something may be kept back. Source: Data Protection Act 2018, Schedules 2 to 4. */
export const exemptions = {
  thirdParty: 'It is about another person (Schedule 2, paragraph 16)',
  seriousHarm: 'Serious harm to somebody’s health (Schedule 3, Part 2 and Part 4)',
  childAbuse: 'Child abuse data and the child’s best interests (Schedule 3, Part 5)',
  court: 'Given to or held for a court (Schedule 3, paragraphs 9 and 18)',
  adoption: 'Adoption or parental order records (Schedule 4)',
  legalAdvice: 'Legal advice (Schedule 2, paragraph 19)',
  examScripts: 'Exam scripts and marks (Schedule 2, paragraph 25)',
  notPersonal: 'It is not about this pupil',
} as const

/** Said wherever a person reads these: no rule of ours settles whether one applies. */
export const exemptionsCheck =
  'Check before you rely on a rule: we name these exemptions and paragraphs as they are commonly given, without having checked each in the Act. Ask your data protection officer.'

/** One decision on the way to an answer: a field that was looked at, and whether it is given, blacked out or kept back. */
export const Withholding = defineRecord({
  name: 'Withholding',
  short: 'wh',
  list: 'Redactions',
  label: 'Redaction',
  about:
    'What was looked at before a request for access was answered: given, redacted or withheld, and under which exemption.',
  audience: 'senco',
  people: ['pupil', 'family'],
  since: 2,
  fields: {
    request: key('Request', 'AccessRequest', { required: true }),
    recordType: text('Kind of record', { required: true, max: 40 }),
    record: text('Record', { required: true, indexed: true, max: 26 }),
    field: text('Field', { required: true, max: 40 }),
    decision: choice(
      'Decision',
      { give: 'Give', redact: 'Give with parts blacked out', withhold: 'Keep back' },
      { required: true, indexed: true },
    ),
    redacted: longText('The text as it is given', { special: true, help: 'Blacked out parts are ████' }),
    exemption: choice('Exemption', exemptions),
    reason: longText('Reason'),
    decidedOn: date('Decided on'),
    seen: text('What was looked at', {
      max: 60,
      help: 'A mark of the text at that moment: when the text changes, it has to be looked at again',
    }),
  },
  titleOf: (w) => `${w.decision} ${w.field}`,
  rules: [
    {
      field: 'exemption',
      message: 'Name the exemption under which it is kept back',
      ok: (w) => w.decision === 'give' || w.exemption !== null,
    },
  ],
})
export type Withholding = RecordOf<typeof Withholding>
