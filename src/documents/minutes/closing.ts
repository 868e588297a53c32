import type { Stored } from '../../domain/record.ts'
import { contributorRoles, type Contributor } from '../../domain/records/contributor.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import {
  circulateBy,
  decisionBy,
  finalBy,
  inviteBy,
  noticeBy,
  reportBy,
  rightsWithYoungPerson,
} from '../../domain/rules/reviewDates.ts'
import type { RuledDay } from '../../domain/rules/limits.ts'
import { settingsOfFile } from '../reviewFile.ts'
import type { Block, Cell, Run } from '../blocks.ts'
import { bind } from '../bind.ts'
import { contributorPlaces } from '../reviewPlaces.ts'
import { actionsTable } from './progress.ts'
import {
  cell,
  heading,
  type Minutes,
  note,
  paragraph,
  type Part,
  partHeading,
  strong,
  text,
} from './parts.ts'

type Step = readonly [label: string, due: RuledDay | null, done: readonly Run[]]

const steps = ({ file, review }: Minutes): Step[] => {
  const { meetingDate: day, decision, noticeSent } = file.review
  const settings = settingsOfFile(file)
  const amending = decision === 'amend' || noticeSent !== null || file.review.recommendation === 'amend'
  return [
    ['Invitations sent', day ? inviteBy(day, settings) : null, [bind(review, 'invitationsSent')]],
    ['Papers circulated', day ? circulateBy(day, settings) : null, [bind(review, 'papersCirculated')]],
    [
      'This report sent to everyone invited',
      day ? reportBy(day, settings) : null,
      [bind(review, 'reportSent')],
    ],
    ['The authority’s decision', day ? decisionBy(day, settings) : null, [bind(review, 'decisionReceived')]],
    ...(amending
      ? ([
          ['The authority’s notice of the changes', day ? noticeBy(day) : null, [bind(review, 'noticeSent')]],
          ['The final plan', day ? finalBy(day, noticeSent) : null, [bind(review, 'finalIssued')]],
        ] as Step[])
      : []),
  ]
}

export const next: Part = (minutes) => [
  partHeading(minutes, 'next'),
  heading(2, 'Actions we agreed', 'actions'),
  ...actionsTable(minutes),
  ...(minutes.open || minutes.file.review.leftOpen
    ? [heading(2, 'Left open at the meeting', 'left-open'), paragraph(bind(minutes.review, 'leftOpen'))]
    : []),
  heading(2, 'Dates', 'dates'),
  {
    is: 'table',
    summary: 'Steps of this review: by when the law asks for each, when it was done, and where the rule is',
    head: ['Step', 'Due by', 'Done', 'The rule'],
    widths: [1.7, 0.9, 1.5, 2],
    rowHeadings: true,
    rows: steps(minutes).map(([label, due, done]) => [
      cell(text(label)),
      cell(text(due ? writtenDay(due.day) : 'Once the meeting is set')),
      { runs: done },
      cell(text(due?.why.source.split(';')[0] ?? '')),
    ]),
  },
  paragraph(strong('The authority decided: '), bind(minutes.review, 'decision', 'not decided yet')),
  paragraph(
    strong('The next review is due by: '),
    bind(minutes.review, 'nextDue', 'set when the authority has decided'),
  ),
]

/** Section K: the advice that was gathered goes with the report. Source: regulation 20(9). */
export const documents: Part = (minutes) => {
  const { open, file } = minutes
  const asked = (c: Stored<Contributor>) => c.adviceTitle ?? c.adviceAsked ?? c.adviceReceived ?? c.adviceDue
  const known = new Set(file.contributors.filter((c) => open || asked(c)).map((c) => c.key))
  const places = contributorPlaces(file).filter((place) => known.has(place.key))
  return [
    partHeading(minutes, 'documents'),
    ...(places.length === 0
      ? [paragraph(text('No advice is recorded.'))]
      : [
          {
            is: 'table' as const,
            summary:
              'Advice for this review: from whom, its title, when it was asked for, received and circulated',
            head: ['From', 'Title', 'Asked for', 'Due', 'Received', 'Circulated'],
            widths: [1.3, 1.7, 1, 1, 1.05, 1.1],
            rowHeadings: true as const,
            rows: places.map((place) => [
              cell(text(place.called)),
              cell(bind(place, 'adviceTitle', 'Title of the report')),
              ...['adviceAsked', 'adviceDue', 'adviceReceived', 'adviceCirculated'].map((field) =>
                cell(bind(place, field, 'No date')),
              ),
            ]),
          },
        ]),
    ...alsoAttached(minutes),
  ]
}

/** Papers of the school's own that go with the report. */
const alsoAttached = ({ file: { review } }: Minutes): Block[] => {
  const papers = [
    ...(review.profileAttached ? ['One-page profile'] : []),
    ...(review.costedMap ? ['Costed provision map'] : []),
  ]
  return papers.length === 0
    ? []
    : [heading(2, 'Also attached', 'attached'), { is: 'list', items: papers.map((paper) => [text(paper)]) }]
}

const signature = (who: string): Cell[] => [cell(text(who)), cell(), cell(), cell()]

export const signatures: Part = (minutes) => {
  const { file, name, day } = minutes
  const own = rightsWithYoungPerson(file.pupil.dateOfBirth, day)
  const sent = contributorPlaces(file).filter((place) => minutes.open || place.record?.['reportCopySent'])
  const copies: Block[] =
    sent.length === 0
      ? []
      : [
          heading(2, 'Copies of this report', 'copies'),
          {
            is: 'table',
            summary: 'To whom a copy of this report was sent, and when',
            head: ['Name', 'Role', 'Invited', 'Copy sent'],
            widths: [2, 2, 1, 1],
            rowHeadings: true,
            rows: sent.map((place) => [
              cell(text(place.called)),
              cell(text(contributorRoles[place.record?.['role'] as Contributor['role']])),
              cell(bind(place, 'invited', 'No date')),
              cell(bind(place, 'reportCopySent', 'No date')),
            ]),
          },
        ]
  return [
    partHeading(minutes, 'signatures'),
    {
      is: 'table',
      summary: 'Signatures: headteacher, parents or carers, young person',
      head: ['Who', 'Name', 'Signature', 'Date'],
      widths: [1.4, 1.6, 2, 1],
      rowHeadings: true,
      tall: true,
      rows: [
        [cell(text('Headteacher or delegate')), cell(text(file.school?.headteacher ?? '')), cell(), cell()],
        ...(own ? [] : [signature('Parent or carer')]),
        signature(own ? name : `${name}, if ${name} wishes`),
      ],
    },
    ...copies,
    ...(own ? [note(`Rights in this review are with ${name}, who is over compulsory school age.`)] : []),
    note(
      'The law: the report goes to everyone invited within two weeks of the meeting, with the advice attached.',
    ),
  ]
}
