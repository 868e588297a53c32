import { inWords, t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import { Action } from '../records/action.ts'
import { Allocation } from '../records/allocation.ts'
import { Chase } from '../records/chase.ts'
import { ChronologyEntry } from '../records/chronologyEntry.ts'
import { ContactAnswer } from '../records/contactAnswer.ts'
import { Contributor } from '../records/contributor.ts'
import { Concern } from '../records/concern.ts'
import { Cycle } from '../records/cycle.ts'
import { Need } from '../records/need.ts'
import { NeedsAssessment } from '../records/needsAssessment.ts'
import { Outcome } from '../records/outcome.ts'
import { Profile } from '../records/profile.ts'
import { Pupil } from '../records/pupil.ts'
import { PupilDocument } from '../records/pupilDocument.ts'
import { Review } from '../records/review.ts'
import { StatusPeriod } from '../records/statusPeriod.ts'
import { View, viewOwners } from '../records/view.ts'
import { needTypes, periodStatuses, senStatuses } from './codes.ts'
import { addDays, type Day, londonDay } from './day.ts'
import { ofConcern, ofCycle } from './chronologyPlans.ts'
import { deliveredEvents } from './chronologyDelivered.ts'
import type { LedgerSources } from './ledgerSchool.ts'
import { meetingHeld } from './reviewMoves.ts'

/** What an event is about, for choosing what to see. */
export const eventKinds = {
  written: 'Written down',
  review: 'Reviews and the EHC plan',
  assessment: 'EHC needs assessment',
  status: 'SEN status and needs',
  plan: 'Plans of the school',
  support: 'Outcomes and support',
  views: 'Views',
  papers: 'Papers and advice',
  actions: 'Actions and reminders',
  services: 'Services outside the school',
  access: 'Exam arrangements and adjustments',
  school: 'School',
} as const
export type EventKind = keyof typeof eventKinds

/** Something that happened, as one record says it. Two facts are never the same: the day it happened, the day it was written down. */
export type ChronologyEvent = {
  /** The record's key and the field that says the day. */
  readonly id: string
  readonly day: Day
  readonly kind: EventKind
  readonly title: string
  readonly text: string | null
  readonly from: string | null
  readonly thirdParty: boolean
  /** Null where the row was made for more than this one event: its own day says nothing then. */
  readonly written: { readonly on: Day | null; readonly by: string | null } | null
  readonly record: { readonly type: string; readonly key: string }
}

export type ChronologyRecords = {
  readonly pupil: Stored<Pupil>
  readonly entries: readonly Stored<ChronologyEntry>[]
  readonly statuses: readonly Stored<StatusPeriod>[]
  readonly needs: readonly Stored<Need>[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly concerns: readonly Stored<Concern>[]
  readonly cycles: readonly Stored<Cycle>[]
  readonly allocations: readonly Stored<Allocation>[]
  readonly reviews: readonly Stored<Review>[]
  readonly contributors: readonly Stored<Contributor>[]
  readonly views: readonly Stored<View>[]
  readonly actions: readonly Stored<Action>[]
  readonly chases: readonly Stored<Chase>[]
  readonly answers: readonly Stored<ContactAnswer>[]
  readonly documents: readonly Stored<PupilDocument>[]
  readonly assessments: readonly Stored<NeedsAssessment>[]
  readonly profiles: readonly Stored<Profile>[]
  /** The log of the pupil's sessions; null, or left out, where it isn't read. */
  readonly log?: LedgerSources | null
  /** What else the duties of a SENCO tell of the pupil: rows of each, and what these tell. */
  readonly duties?: readonly {
    readonly type: { readonly name: string }
    readonly rows: readonly Stored<unknown>[]
    tell(row: Stored<unknown>): readonly Told[]
  }[]
  /** What a provision is called, by its key. */
  readonly provisionName: (key: string) => string
}

/** One thing that a record tells, before it is an event. */
export type Told = {
  readonly field: string
  readonly day: Day | null
  readonly kind: EventKind
  readonly title: string
  readonly text?: string | null
  readonly from?: string | null
  readonly thirdParty?: boolean
  /** The row tells of this alone. */
  readonly once?: true
}

const writtenOf = ({ createdAt, createdBy }: Stored<unknown>) => ({
  on: createdAt === null ? null : londonDay(new Date(createdAt)),
  by: createdBy,
})

const eventsOf = <T extends Stored<unknown>>(
  type: { readonly name: string },
  rows: readonly T[],
  tell: (row: T) => readonly Told[],
): ChronologyEvent[] =>
  rows.flatMap((row) =>
    tell(row).flatMap(({ field, day, kind, title, text, from, thirdParty, once }) =>
      day === null
        ? []
        : [
            {
              id: `${row.key}.${field}`,
              day,
              kind,
              title,
              text: text ?? null,
              from: from ?? null,
              thirdParty: thirdParty ?? false,
              written: once ? writtenOf(row) : null,
              record: { type: type.name, key: row.key },
            },
          ],
    ),
  )

const words = (choices: Readonly<Record<string, string>>, value: string | null) =>
  value === null ? null : (choices[value] ?? value)

const ofPupil = (pupil: Stored<Pupil>, whyFrom: (day: Day | null) => string | null): Told[] => [
  { field: 'admitted', day: pupil.admitted, kind: 'school', title: inWords(Pupil.fields.admitted.label) },
  { field: 'left', day: pupil.left, kind: 'school', title: inWords(Pupil.fields.left.label) },
  {
    field: 'planIssued',
    day: pupil.planIssued,
    kind: 'review',
    title: inWords(Pupil.fields.planIssued.label),
  },
  ...(pupil.planVersion === pupil.planIssued
    ? []
    : [{ field: 'planVersion', day: pupil.planVersion, kind: 'review', title: 'EHC plan: present version' } as const]), // prettier-ignore
  {
    field: 'statusFrom',
    day: pupil.statusFrom,
    kind: 'status',
    title: t`SEN status: ${inWords(senStatuses[pupil.status])}`,
    text: whyFrom(pupil.statusFrom),
  },
]

/** Why a status began: the row of the status that ended the day before says so. */
const whyFrom =
  (statuses: readonly StatusPeriod[]) =>
  (day: Day | null): string | null =>
    statuses.find(({ until, why }) => why !== null && day !== null && addDays(until, 1) === day)?.why ?? null

const reviewDays = [
  'invitationsSent',
  'papersCirculated',
  'reportSent',
  'noticeSent',
  'finalIssued',
] as const satisfies readonly (keyof Review)[]

const ofReview = (review: Stored<Review>): Told[] => [
  ...reviewDays.map((field): Told => ({
    field,
    day: review[field],
    kind: 'review',
    title: inWords(Review.fields[field].label),
  })),
  {
    field: 'meetingDate',
    day: meetingHeld(review) ? review.meetingDate : null,
    kind: 'review',
    title: t`${inWords(Review.fields.type.choices[review.type])}: meeting`,
    text: words(Review.fields.recommendation.choices, review.recommendation),
  },
  {
    field: 'decisionReceived',
    day: review.decisionReceived,
    kind: 'review',
    title: inWords(Review.fields.decisionReceived.label),
    text: words(Review.fields.decision.choices, review.decision),
  },
  {
    field: 'reopened',
    day: review.reopened,
    kind: 'review',
    title: t`Review reopened`,
    text: review.reopenedWhy,
  },
]

const assessmentDays = [
  'requested',
  'assessDecided',
  'adviceAsked',
  'adviceSent',
  'issueDecided',
  'draftReceived',
  'commentsSent',
  'planIssued',
  'mediationCertificate',
  'appealed',
] as const satisfies readonly (keyof NeedsAssessment)[]

const ofAssessment = (assessment: Stored<NeedsAssessment>): Told[] =>
  assessmentDays.map((field): Told => ({
    field,
    day: assessment[field],
    kind: 'assessment',
    title: inWords(NeedsAssessment.fields[field].label),
    text:
      field === 'assessDecided'
        ? words(NeedsAssessment.fields.assessDecision.choices, assessment.assessDecision)
        : field === 'issueDecided'
          ? words(NeedsAssessment.fields.issueDecision.choices, assessment.issueDecision)
          : null,
  }))

/**
 * Everything that happened, as the records say it, newest first: what was written down, and what follows from the days
 * recorded anywhere else. Nothing that lies after `today` is told: it has not happened.
 */
export const chronology = (records: ChronologyRecords, today: Day): ChronologyEvent[] =>
  [
    ...eventsOf(Pupil, [records.pupil], (pupil) => ofPupil(pupil, whyFrom(records.statuses))),
    ...eventsOf(ChronologyEntry, records.entries, (entry) => [entryTold(entry)]),
    ...eventsOf(StatusPeriod, records.statuses, ({ status, from }) => [
      {
        field: 'from',
        day: from,
        kind: 'status',
        title: t`SEN status: ${inWords(periodStatuses[status])}`,
        text: whyFrom(records.statuses)(from),
      },
    ]),
    ...eventsOf(Need, records.needs, ({ type, from, until, source }) => [
      {
        field: 'from',
        day: from,
        kind: 'status',
        title: t`Need recorded: ${inWords(needTypes[type])}`,
        from: source,
      },
      { field: 'until', day: until, kind: 'status', title: t`Need ended: ${inWords(needTypes[type])}` },
    ]),
    ...eventsOf(Outcome, records.outcomes, ({ setOn, kind, text }) => [
      {
        field: 'setOn',
        day: setOn,
        kind: 'support',
        title: t`Set: ${inWords(Outcome.fields.kind.choices[kind])}`,
        text,
      },
    ]),
    ...eventsOf(Concern, records.concerns, ofConcern),
    ...eventsOf(Cycle, records.cycles, ofCycle),
    ...eventsOf(Allocation, records.allocations, ({ provision, from, until }) => [
      {
        field: 'from',
        day: from,
        kind: 'support',
        title: t`Support began: ${records.provisionName(provision)}`,
      },
      {
        field: 'until',
        day: until,
        kind: 'support',
        title: t`Support ended: ${records.provisionName(provision)}`,
      },
    ]),
    ...deliveredEvents(records.pupil.key, records.cycles, records.log ?? null, records.provisionName),
    ...eventsOf(Review, records.reviews, ofReview),
    ...eventsOf(Contributor, records.contributors, ({ adviceReceived, adviceTitle, name }) => [
      {
        field: 'adviceReceived',
        day: adviceReceived,
        kind: 'papers',
        title: t`Advice received`,
        text: adviceTitle,
        from: name,
      },
    ]),
    ...eventsOf(View, records.views, ({ gathered, whose, words: said, name }) => [
      { field: 'gathered', day: gathered, kind: 'views', title: t`View: ${inWords(viewOwners[whose])}`, text: said, from: name, once: true }, // prettier-ignore
    ]),
    ...eventsOf(Action, records.actions, ({ doneOn, status, what, owner }) => [
      {
        field: 'doneOn',
        day: doneOn,
        kind: 'actions',
        title: inWords(Action.fields.status.choices[status]),
        text: what,
        from: owner,
      },
    ]),
    ...eventsOf(Chase, records.chases, ({ on, what, to, answer }) => [
      {
        field: 'on',
        day: on,
        kind: 'actions',
        title: t`Reminder sent: ${inWords(Chase.fields.what.choices[what]).toLowerCase()}`,
        text: answer && t`Answer: ${answer}`,
        from: to,
        once: true,
      },
    ]),
    ...eventsOf(ContactAnswer, records.answers, ({ on, to, what, answer, decidedBy, why }) => [
      {
        field: 'on',
        day: on,
        kind: 'papers',
        title: t`Contact restriction asked about: ${what}`,
        text: t`To ${to}. ${inWords(ContactAnswer.fields.answer.choices[answer])}, ${decidedBy} decided: ${why}`,
        from: decidedBy,
        // It tells where somebody is or who may not know it.
        thirdParty: true,
        once: true,
      },
    ]),
    ...eventsOf(PupilDocument, records.documents, ({ dated, received, title, kind, author }) => [
      {
        field: dated ? 'dated' : 'received',
        day: dated ?? received,
        kind: 'papers',
        title: `${inWords(PupilDocument.fields.kind.choices[kind])}: ${title}`,
        from: author,
        once: true,
      },
    ]),
    ...eventsOf(NeedsAssessment, records.assessments, ofAssessment),
    ...eventsOf(Profile, records.profiles, ({ from, madeWith }) => [
      { field: 'from', day: from, kind: 'views', title: t`One-page profile agreed`, from: madeWith },
    ]),
    ...(records.duties ?? []).flatMap(({ type, rows, tell }) => eventsOf(type, rows, tell)),
  ]
    .filter(({ day, record }) => day <= today || record.type === ChronologyEntry.name)
    .toSorted(newestFirst)

const entryTold = (entry: Stored<ChronologyEntry>): Told => ({
  field: 'happenedOn',
  day: entry.happenedOn,
  kind: 'written',
  title: inWords(ChronologyEntry.fields.kind.choices[entry.kind]),
  text: [entry.text, entry.agreed && t`Agreed: ${entry.agreed}`].filter(Boolean).join('\n'),
  from: entry.source,
  thirdParty: entry.thirdParty ?? false,
  once: true,
})

// On one day by when it was written down, then by a key that never changes.
const newestFirst = (a: ChronologyEvent, b: ChronologyEvent): number =>
  b.day.localeCompare(a.day) ||
  (b.written?.on ?? '').localeCompare(a.written?.on ?? '') ||
  b.id.localeCompare(a.id)

/** The entries written down by hand, as events. */
export const writtenEvents = (entries: readonly Stored<ChronologyEntry>[]): ChronologyEvent[] =>
  eventsOf(ChronologyEntry, entries, (entry) => [entryTold(entry)]).toSorted(newestFirst)
