import { letterKinds } from '../documents/letters/letter.ts'
import { paperKinds } from '../documents/papers/paper.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { contributorRoles } from '../domain/records/contributor.ts'
import { Cycle } from '../domain/records/cycle.ts'
import { CycleTarget } from '../domain/records/cycleTarget.ts'
import { Profile } from '../domain/records/profile.ts'
import { recommendations } from '../domain/records/review.ts'
import { View, viewOwners } from '../domain/records/view.ts'
import { needTypes, senStatuses, staffRoles, yearGroups } from '../domain/rules/codes.ts'

const letters = (...names: string[]) => names.map((name) => `src/documents/letters/${name}.ts`)
const papers = (...names: string[]) => names.map((name) => `src/documents/papers/${name}.ts`)

/** Which files say the fixed words of papers for families: what a school can have translated. */
export const papersForFamilies: Readonly<Record<string, readonly string[]>> = {
  'Every letter': letters('envelope', 'letter', 'parts', 'waysTo'),
  Invitation: letters('invitation'),
  'Request for advice': letters('adviceRequest'),
  'Cover for the papers': letters('circulationCover'),
  'Cover for the report': letters('reportCover'),
  'Notice of SEN support': papers('supportNotice', 'amounts'),
  'Letter about a concern': papers('concernLetter'),
  'One-page profile': papers('profilePage'),
  'Support plan': [...papers('supportPlan', 'planTalks'), 'src/domain/rules/provenance.ts'],
  'Summary of a review': [
    ...papers('reviewSummary', 'plainDates', 'whoToAsk', 'voice'),
    'src/domain/rules/spanWords.ts',
    'src/documents/joinedNames.ts',
  ],
  'Summary of a year': papers('yearSummary'),
  'Every paper': ['src/documents/inLanguage.ts', 'src/documents/papers/paper.ts'],
}

const labels = (fields: Readonly<Record<string, { readonly label: string }>>): string[] =>
  Object.values(fields).map(({ label }) => label)
const choicesOf = (fields: Readonly<Record<string, object>>): string[] =>
  Object.values(fields).flatMap((field) =>
    'choices' in field ? Object.values(field.choices as Readonly<Record<string, string>>) : [],
  )

/** Words of records that stand on those papers: headings of fields, and what is chosen. */
export const dataOnPapers: Readonly<Record<string, readonly string[]>> = {
  'Name of the paper': [
    ...['invitation', 'advice', 'papers', 'report', 'supportNotice', 'concernDecision'].map(
      (kind) => letterKinds[kind as keyof typeof letterKinds],
    ),
    ...['profile', 'supportPlan', 'reviewSummary', 'yearSummary'].map(
      (kind) => paperKinds[kind as keyof typeof paperKinds].called,
    ),
  ],
  'Heading of a profile': labels(Profile.fields),
  'Heading of a support plan': labels(Cycle.fields),
  'Chosen in a support plan': [...choicesOf(Cycle.fields), ...choicesOf(CycleTarget.fields), 'Yes', 'No'],
  'Who gives support': [...Object.values(staffRoles), ...Object.values(Allocation.fields.effect.choices)],
  'Who is at a review': Object.values(contributorRoles),
  'What is recommended': Object.values(recommendations),
  'How a view was gathered': [...Object.values(viewOwners), ...Object.values(View.fields.how.choices)],
  'SEN status': Object.values(senStatuses),
  Need: Object.values(needTypes),
  'Year group': Object.values(yearGroups),
}
