import { contributorRoles } from '../domain/records/contributor.ts'
import type { Loose } from './pupilFile.ts'

type Declared = {
  readonly fields: (name: string) => boolean
  readonly when?: (record: Loose) => boolean
  readonly why: (record: Loose) => string
}
const familyRoles = ['parent', 'youngPerson', 'other', 'nextSchool']

/** What the record types themselves say is from or about somebody else. */
export const declared: Readonly<Record<string, readonly Declared[]>> = {
  ChronologyEntry: [
    {
      fields: (name) => name === 'text' || name === 'source' || name === 'agreed',
      when: (record) => record['thirdParty'] === true,
      why: () => 'Marked as about or from another person when it was written',
    },
  ],
  Contact: [
    {
      fields: (name) => name !== 'restriction',
      why: () => 'About a contact of the pupil. It may be given to that person, or with their agreement',
    },
    {
      fields: (name) => name === 'restriction',
      why: () => 'A contact restriction: giving it out may put somebody at risk',
    },
  ],
  ContactAnswer: [
    {
      fields: () => true,
      why: () => 'About a contact restriction: giving it out may put somebody at risk',
    },
  ],
  Contributor: [
    {
      fields: (name) => name === 'reasons',
      why: (record) =>
        `In the words of ${contributorRoles[record['role'] as keyof typeof contributorRoles]?.toLowerCase() ?? 'another person'}`,
    },
    {
      fields: (name) => name === 'name' || name === 'organisation',
      when: (record) => familyRoles.includes(String(record['role'])),
      why: () => 'About a person who did not take part as a part of their work',
    },
  ],
  Enquiry: [
    {
      fields: (name) => name !== 'pupil' && name !== 'asked' && name !== 'answered',
      why: () => 'Says who asked about the pupil: it may be about another person, and may warn somebody',
    },
  ],
  Complaint: [
    {
      fields: (name) => ['from', 'about', 'wanted', 'answer', 'owner', 'note'].includes(name),
      why: () => 'A complaint tells of those who complained and of those complained about',
    },
  ],
  RestrictedNote: [
    {
      fields: () => true,
      why: () =>
        'A restricted note: ask whoever knows why it is restricted, giving it out may do serious harm',
    },
  ],
  SafeguardingLink: [
    {
      fields: () => true,
      why: () =>
        'Tells that something is kept about safeguarding: the safeguarding lead says whether it may go',
    },
  ],
  Review: [
    { fields: (name) => name.startsWith('parent'), why: () => 'What parents said' },
    { fields: (name) => name === 'differences', why: () => 'In the words of the person who holds the view' },
  ],
  Hold: [{ fields: () => true, why: () => 'A reason to keep records may rest on legal advice' }],
  UnsavedText: [
    { fields: (name) => name !== 'owner', why: () => 'Typed by a colleague and not settled yet' },
  ],
}
