import type { Field } from '../../domain/fields.ts'
import { type AnyRecordType, fieldsOf } from '../../domain/record.ts'
import { Contact } from '../../domain/records/contact.ts'
import { Need } from '../../domain/records/need.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { recommendations, Review } from '../../domain/records/review.ts'
import { School } from '../../domain/records/school.ts'
import { planSections } from '../../domain/rules/codes.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import { differingViews } from '../../domain/rules/differences.ts'
import { ageOn, chronologicalYear } from '../../domain/rules/schoolYear.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { contributorsInOrder, dayOfReview } from '../reviewPlaces.ts'
import {
  actionRows,
  adviceRows,
  outcomeRows,
  parentsOf,
  person,
  type Row,
  shown,
  supportRows,
} from './factRows.ts'

/** Something that the record knows and a form may ask. */
export type Fact = {
  /** `pupil.upn`, `section.F.proposed`: what an authority pack names it by. */
  readonly id: string
  readonly label: string
  /** Codes with what they are called, where a box or a list can stand for one. */
  readonly codes: Readonly<Record<string, string>> | null
  /** The day itself, where it is one: a form with room for ten letters takes 10/03/2026. */
  readonly isDay: boolean
  /** '' where nothing is recorded. `today`: for a review without a meeting day. */
  text(file: ReviewFile, today: string): string
  code(file: ReviewFile, today: string): string | null
}

const yesNo = { true: 'Yes', false: 'No' }

const codesOf = (field: Field) =>
  field.kind === 'choice' ? field.choices : field.kind === 'yesNo' ? yesNo : null

/** Every field of a record as a fact: `pupil.upn`. */
const factsOf = (
  prefix: string,
  type: AnyRecordType,
  rowIn: (file: ReviewFile) => Row,
  leftOut: readonly string[] = [],
): Fact[] =>
  fieldsOf(type)
    .filter(([name, { kind, retired }]) => kind !== 'key' && !retired && !leftOut.includes(name))
    .map(([name, field]) => ({
      id: `${prefix}.${name}`,
      label: field.label,
      codes: codesOf(field),
      isDay: field.kind === 'date',
      text: (file) => shown(type, rowIn(file), name),
      code: (file) => {
        const value = rowIn(file)?.[name] ?? null
        return value === null ? null : String(value)
      },
    }))

const derived = (
  id: string,
  label: string,
  text: (file: ReviewFile, day: string) => string | null | undefined,
): Fact => ({
  id,
  label,
  codes: null,
  isDay: false,
  text: (file, today) => text(file, dayOfReview(file, today)) ?? '',
  code: () => null,
})

const lines = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join('\n')
const titled = (title: string, text: string | null | undefined) => (text ? `${title}: ${text}` : null)

const needText = (file: ReviewFile, day: string, at: number) => {
  const need = currentNeeds(file.needs, day)[at]
  return need && shown(Need, need, 'type')
}

const cameAs = (file: ReviewFile, ...how: readonly string[]) =>
  contributorsInOrder(file)
    .filter(({ attended }) => attended !== null && how.includes(attended))
    .map(person)
    .join('\n')

const words = (rows: readonly Readonly<Record<string, string>>[], each: (row: never) => string) =>
  rows.map((row, at) => `${at + 1}. ${each(row as never)}`).join('\n')

const sectionFacts: readonly Fact[] = Object.entries(planSections).flatMap(([section, label]): Fact[] => {
  const changes = (file: ReviewFile) => file.sectionChanges.filter((each) => each.section === section)
  // A plan to be amended with no change written down is unfinished, not unchanged.
  const said = ({ review, sectionChanges }: ReviewFile) =>
    sectionChanges.some((each) => each.section === section)
      ? 'amend'
      : sectionChanges.length > 0 || review.recommendation === 'maintain'
        ? 'same'
        : 'unsaid'
  return [
    {
      id: `section.${section}`,
      label: `Section ${label}: changed or not`,
      codes: { amend: 'Amend', same: 'No change' },
      isDay: false,
      text: (file) => ({ amend: 'Amend', same: 'No change', unsaid: '' })[said(file)],
      code: (file) => {
        const now = said(file)
        return now === 'unsaid' ? null : now
      },
    },
    derived(`section.${section}.proposed`, `Section ${label}: proposed wording`, (file) =>
      changes(file)
        .map(({ proposed, evidence }) => lines(proposed, titled('Evidence', evidence)))
        .join('\n'),
    ),
    derived(`section.${section}.current`, `Section ${label}: current wording`, (file) =>
      changes(file)
        .map(({ current }) => current)
        .filter(Boolean)
        .join('\n'),
    ),
  ]
})

const parentFacts = [0, 1].flatMap((at): Fact[] =>
  factsOf(`parent${at + 1}`, Contact, (file) => parentsOf(file)[at], ['restriction', 'language']).map(
    (fact) => ({
      ...fact,
      label: `${fact.label} (${at === 0 ? 'first' : 'second'} parent or carer)`,
    }),
  ),
)

/** Every single thing that a form can be filled with, by id. */
export const facts: ReadonlyMap<string, Fact> = new Map(
  [
    ...factsOf('pupil', Pupil, ({ pupil }) => pupil, [
      'alertMedical',
      'alertRisk',
      'alertSafeguarding',
      'alertEvacuation',
      'photo',
      'photoConsent',
      'clockFromWhy',
      'misId',
      'fileReceived',
    ]),
    ...factsOf('review', Review, ({ review }) => review, [
      'agenda',
      'calendarEvent',
      'stepsOverride',
      'invitesOverride',
      'meetingBegan',
      'meetingEnded',
      'stage',
    ]),
    ...factsOf('school', School, ({ school }) => school, ['restrictedWords', 'from']),
    ...parentFacts,
    ...sectionFacts,
    derived('pupil.fullName', 'Full name', ({ pupil }) => `${pupil.forename} ${pupil.surname}`),
    derived('pupil.age', 'Age', ({ pupil }, day) => String(ageOn(pupil.dateOfBirth, day))),
    derived(
      'pupil.bornAndAge',
      'Date of birth and age',
      ({ pupil }, day) => `${shown(Pupil, pupil, 'dateOfBirth')}, age ${ageOn(pupil.dateOfBirth, day)}`,
    ),
    derived(
      'pupil.chronologicalYear',
      'Year group by age',
      ({ pupil }, day) => `Year ${chronologicalYear(pupil.dateOfBirth, day)}`,
    ),
    derived('pupil.primaryNeed', 'Primary need', (file, day) => needText(file, day, 0)),
    derived('pupil.secondaryNeed', 'Secondary need', (file, day) => needText(file, day, 1)),
    derived('parents', 'Parents and carers', (file) =>
      parentsOf(file)
        .map(
          (one) =>
            `${one.name}${one.relationship ? ` (${shown(Contact, one, 'relationship').toLowerCase()})` : ''}`,
        )
        .join('\n'),
    ),
    derived('school.nameAsKnown', 'School', ({ school, schoolName }) => school?.name ?? schoolName),
    derived('meeting', 'When and where people met', ({ review }) =>
      lines(
        [shown(Review, review, 'meetingDate'), review.meetingTime].filter(Boolean).join(', '),
        review.place,
        shown(Review, review, 'mode'),
      ),
    ),
    derived('present', 'Who came', (file) => cameAs(file, 'inPerson', 'online')),
    derived('apologies', 'Who sent apologies', (file) => cameAs(file, 'apologies')),
    derived('invited', 'Who was invited', (file) =>
      contributorsInOrder(file)
        .filter(({ invited }) => invited !== null)
        .map(person)
        .join('\n'),
    ),
    derived('advice', 'Reports and advice', (file) =>
      adviceRows(file)
        .map(({ title, received, circulated }) =>
          [title, titled('received', received), titled('circulated', circulated)].filter(Boolean).join(', '),
        )
        .join('\n'),
    ),
    derived('childViews', 'Everything the child said', ({ review }) =>
      lines(
        titled('Going well', review.childGoingWell),
        titled('Hard', review.childHard),
        titled('To change', review.childWants),
        titled('Hopes', review.childAspirations),
        titled('How we asked', review.childViewsHow),
      ),
    ),
    derived('parentViews', 'Everything parents said', ({ review }) =>
      lines(
        titled('Going well', review.parentGoingWell),
        titled('Worries', review.parentConcerns),
        titled('To change', review.parentWants),
        titled('Hopes', review.parentAspirations),
        titled('Questions', review.parentQuestions),
      ),
    ),
    derived('needs', 'Needs', (file, day) =>
      currentNeeds(file.needs, day)
        .map((need) => [shown(Need, need, 'type'), need.description].filter(Boolean).join(': '))
        .join('\n'),
    ),
    derived('outcomes', 'Outcomes and progress', (file) =>
      words(
        outcomeRows(file),
        ({ text, rating, evidence, decision }: ReturnType<typeof outcomeRows>[number]) =>
          [
            text,
            titled('Progress', rating),
            titled('Evidence', evidence),
            titled('This outcome should', decision.toLowerCase()),
          ]
            .filter(Boolean)
            .join('\n'),
      ),
    ),
    derived('support', 'Provision and what it did', (file, day) =>
      words(
        supportRows(file, day),
        ({ name, specified, delivered, effective }: ReturnType<typeof supportRows>[number]) =>
          [specified || name, titled('Delivered', delivered), titled('Effective', effective)]
            .filter(Boolean)
            .join('\n'),
      ),
    ),
    derived('actions', 'Agreed actions', (file) =>
      words(actionRows(file.actions), ({ what, owner, due }: ReturnType<typeof actionRows>[number]) =>
        [what, owner, due && `by ${due}`].filter(Boolean).join(', '),
      ),
    ),
    derived('lastActions', 'Actions of the last review', (file) =>
      words(
        actionRows(file.previousActions),
        ({ what, owner, status }: ReturnType<typeof actionRows>[number]) =>
          [what, owner, status.toLowerCase()].filter(Boolean).join(', '),
      ),
    ),
    derived('healthAndSocialCare', 'Health and social care', ({ review }) =>
      lines(titled('Health', review.healthUpdate), titled('Social care', review.socialCareUpdate)),
    ),
    derived('placement', 'Placement', ({ review }) =>
      lines(
        review.placementSuitable === null
          ? null
          : review.placementSuitable
            ? 'The placement still suits.'
            : 'The placement no longer suits.',
        review.placementComment,
        titled('Preference for the next school', review.placementPreference),
      ),
    ),
    derived('budget', 'Personal budget', ({ review }) =>
      lines(
        titled('Explained', shown(Review, review, 'budgetExplained')),
        titled('Asked for', shown(Review, review, 'budgetRequested')),
        review.budgetComment,
      ),
    ),
    derived('recommended', 'What the school recommends, and why', ({ review }) =>
      lines(shown(Review, review, 'recommendation'), review.recommendationReasons),
    ),
    derived('differing', 'Where people disagree', (file) =>
      lines(
        ...differingViews(file.review, contributorsInOrder(file)).map(
          ({ name, role, recommendation, reasons }) =>
            `${name} (${role}): ${recommendations[recommendation]}${reasons ? `. ${reasons}` : ''}`,
        ),
        file.review.differences,
      ),
    ),
    derived('adulthood', 'Preparing for adulthood', ({ review }) =>
      lines(
        titled('Education, training and work', review.adulthoodWork),
        titled('Living independently', review.adulthoodLiving),
        titled('Friends, relationships and community', review.adulthoodCommunity),
        titled('Being healthy', review.adulthoodHealth),
      ),
    ),
  ].map((fact) => [fact.id, fact]),
)
