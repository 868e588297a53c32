import { Contact } from '../../domain/records/contact.ts'
import { Need } from '../../domain/records/need.ts'
import { planSections } from '../../domain/rules/codes.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { dayOfReview } from '../reviewPlaces.ts'
import { actionRows, adviceRows, outcomeRows, parentsOf, peopleRows, shown, supportRows } from './factRows.ts'

/** Several things of one kind, for a table to fill row by row. */
export type ListFact = {
  readonly id: string
  readonly label: string
  readonly columns: Readonly<Record<string, { readonly label: string }>>
  rows(file: ReviewFile, today: string): readonly Readonly<Record<string, string>>[]
}

const column = (label: string) => ({ label })

/** What tables can be filled with. */
export const listFacts: readonly ListFact[] = [
  {
    id: 'people',
    label: 'People at the review',
    columns: {
      name: column('Name'),
      role: column('Role'),
      organisation: column('Organisation'),
      invited: column('Invited'),
      attended: column('At the meeting'),
      adviceAsked: column('Advice asked for'),
      adviceReceived: column('Advice received'),
      recommendation: column('Recommends'),
      reasons: column('Reasons, in their words'),
    },
    rows: peopleRows,
  },
  {
    id: 'outcomes',
    label: 'Outcomes and progress',
    columns: {
      text: column('Outcome'),
      baseline: column('Starting point'),
      by: column('By'),
      evidence: column('Evidence now'),
      rating: column('Progress'),
      targetsMet: column('Targets set last time'),
      delivered: column('Provision delivered'),
      decision: column('This outcome should'),
      proposed: column('Proposed new wording'),
    },
    rows: outcomeRows,
  },
  {
    id: 'support',
    label: 'Provision in Section F',
    columns: {
      name: column('Provision'),
      specified: column('As the plan specifies it'),
      role: column('Delivered by'),
      delivered: column('Delivered'),
      effective: column('Effective'),
      change: column('Change proposed'),
    },
    rows: (file, today) => supportRows(file, dayOfReview(file, today)),
  },
  {
    id: 'actions',
    label: 'Agreed actions',
    columns: {
      what: column('Action'),
      owner: column('Who'),
      due: column('By'),
      status: column('Status'),
      note: column('Note'),
    },
    rows: (file) => actionRows(file.actions),
  },
  {
    id: 'lastActions',
    label: 'Actions of the last review',
    columns: {
      what: column('Action'),
      owner: column('Who'),
      due: column('By'),
      status: column('Status'),
      note: column('Note'),
    },
    rows: (file) => actionRows(file.previousActions),
  },
  {
    id: 'needs',
    label: 'Needs',
    columns: { type: column('Type of need'), description: column('What it means for this child') },
    rows: (file, today) =>
      currentNeeds(file.needs, dayOfReview(file, today)).map((need) => ({
        type: shown(Need, need, 'type'),
        description: need.description ?? '',
      })),
  },
  {
    id: 'contacts',
    label: 'Parents and carers',
    columns: {
      name: column('Name'),
      relationship: column('Relationship'),
      parentalResponsibility: column('Has parental responsibility'),
      telephone: column('Telephone'),
      email: column('Email'),
      address: column('Address'),
    },
    rows: (file) =>
      parentsOf(file).map((one) =>
        Object.fromEntries(
          ['name', 'relationship', 'parentalResponsibility', 'telephone', 'email', 'address'].map((field) => [
            field,
            shown(Contact, one, field),
          ]),
        ),
      ),
  },
  {
    id: 'sections',
    label: 'Proposed changes to the plan',
    columns: {
      section: column('Section'),
      current: column('Current wording'),
      proposed: column('Proposed wording'),
      evidence: column('Evidence'),
    },
    rows: (file) =>
      file.sectionChanges.map((change) => ({
        section: planSections[change.section],
        current: change.current ?? '',
        proposed: change.proposed,
        evidence: change.evidence ?? '',
      })),
  },
  {
    id: 'advice',
    label: 'Reports and advice',
    columns: {
      title: column('Title'),
      author: column('Author'),
      received: column('Received'),
      circulated: column('Circulated'),
    },
    rows: adviceRows,
  },
]

/** The list with this id; none where a pack of a later version names one that isn't here. */
export const listFact = (id: string): ListFact | undefined => listFacts.find((list) => list.id === id)
