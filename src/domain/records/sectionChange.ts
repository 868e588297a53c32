import { choice, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { planSections } from '../rules/codes.ts'

/** A change that a review proposes to one section of the plan. */
export const SectionChange = defineRecord({
  name: 'SectionChange',
  short: 'sx',
  list: 'Section changes',
  label: 'Proposed change to the plan',
  about: 'A change that a review proposes to one section of the EHC plan, with its evidence.',
  audience: 'senco',
  people: ['pupil'],
  fields: {
    review: key('Review', 'Review', { required: true }),
    section: choice('Section', planSections, { required: true }),
    current: longText('Current wording', { special: true }),
    proposed: longText('Proposed wording', { special: true, required: true }),
    evidence: text('Evidence', { max: 255, help: 'Document and page' }),
  },
  titleOf: (c) => c.section,
})
export type SectionChange = RecordOf<typeof SectionChange>
