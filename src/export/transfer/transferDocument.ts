import { t } from '../../words/t.ts'
import { counted } from '../../domain/counted.ts'
import type { Block, DocumentContent } from '../../documents/blocks.ts'
import { initialsOf } from '../../documents/minutesName.ts'
import { cell, facts, heading, note, paragraph, text } from '../../documents/minutes/parts.ts'
import { under } from '../../documents/papers/paper.ts'
import { saidOf } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import { calledName, fullName, Pupil } from '../../domain/records/pupil.ts'
import type { School } from '../../domain/records/school.ts'
import { Transfer } from '../../domain/records/transfer.ts'
import { type Day, showDay, writtenDay } from '../../domain/rules/day.ts'
import { setting } from '../../domain/rules/settings.ts'
import { titlesOf } from '../recordWords.ts'
import { entries, listed, newest, onlyFields, readerOf, type Reader, table } from './transferParts.ts'
import type { TransferFile } from './transferFile.ts'

/** What the summary in a transfer pack is written with. */
export type TransferContent = {
  readonly pupil: Stored<Pupil>
  readonly transfer: Stored<Transfer>
  readonly file: TransferFile
  readonly school: Stored<School> | null
  readonly schoolName: string
  readonly today: Day
}

/** Turns of assess, plan, do, review that are told in full: the one that runs, and three before it. */
const cyclesTold = 4

const cover = ({ pupil, transfer, school, schoolName, today }: TransferContent): Block[] => [
  { is: 'title', text: t`SEND file of ${fullName(pupil)}` },
  paragraph(
    text(
      t`Private and confidential: for the SENCO of ${transfer.school ?? t`the next school`} alone. Made on ${writtenDay(today)}.`,
    ),
  ),
  facts(
    t`Whose file it is, from whom and to whom`,
    [t`This file`, showDay(today)],
    [
      [t`Name`, fullName(pupil)],
      [t`Legal name`, `${pupil.forename} ${pupil.surname}`],
      [t`Date of birth`, showDay(pupil.dateOfBirth)],
      ['UPN', pupil.upn],
      [t`Year group`, pupil.yearGroup === null ? null : saidOf(Pupil.fields.yearGroup, pupil.yearGroup)],
      [t`SEN status`, saidOf(Pupil.fields.status, pupil.status)],
      [t`Status from`, pupil.statusFrom && showDay(pupil.statusFrom)],
      [t`Last day on roll`, pupil.left && showDay(pupil.left)],
      [
        t`From`,
        [school?.senco && t`${school.senco}, SENCO`, school?.name ?? schoolName].filter(Boolean).join(', '),
      ],
      [t`How to reach us`, [school?.telephone, school?.email].filter(Boolean).join(', ')],
      [t`To`, [transfer.senco, transfer.school].filter(Boolean).join(', ')],
      [t`Sent by`, transfer.safeWay === null ? null : saidOf(Transfer.fields.safeWay, transfer.safeWay)],
    ],
  ),
]

const inventory = ({ file }: TransferContent): Block[] => [
  heading(1, t`What is in this pack`),
  table(
    t`Each part of the pack and how much is in it`,
    [t`Part`, t`Entries`],
    [4, 1],
    [
      ...file.lists.map(({ type, records }) => [type.list, String(records.length)]),
      ...file.documents.map(({ path }) => [t`Document: ${path.split('/').at(-1)!}`, '1']),
    ],
  ),
  paragraph(
    text(
      t`This summary is the part to read first. All entries are in the workbook Record.xlsx and in data.json; a school that has Goldthread can bring them in. index.json holds the SHA-256 of every part, to show that none was changed.`,
    ),
  ),
]

const alerts = ({ pupil }: TransferContent): Block[] => {
  const lines = [
    pupil.alertMedical && t`There is a medical or health-care plan: ask for it before the first day.`,
    pupil.alertRisk && t`There is a risk assessment: ask for it before the first day.`,
    pupil.alertEvacuation && t`There is a personal evacuation plan (PEEP).`,
    pupil.alertSafeguarding &&
      t`Please speak to our safeguarding lead. What is theirs goes to your safeguarding lead apart from this file.`,
  ].filter((line): line is string => typeof line === 'string')
  return under(
    1,
    t`Ask us about`,
    lines.length === 0 ? [] : [{ is: 'list', items: lines.map((line) => [text(line)]) }],
  )
}

const plansOf = (reader: Reader): Block[] => {
  const cycles = newest(reader.rows('Cycle'), 'began').slice(0, cyclesTold)
  const targets = reader.rows('CycleTarget')
  return cycles.flatMap((cycle): Block[] => [
    ...entries(reader, 'Cycle', [cycle], 2),
    ...listed(
      reader,
      'CycleTarget',
      targets.filter(({ record }) => record['cycle'] === cycle.record.key),
    ),
  ])
}

const planAndReview = (reader: Reader, { pupil }: TransferContent): Block[] => {
  const last = newest(
    reader.rows('Review').filter(({ record }) => record['meetingDate'] !== null),
    'meetingDate',
  )[0]
  const of = (type: string) =>
    last ? reader.rows(type).filter(({ record }) => record['review'] === last.record.key) : []
  return [
    ...(pupil.planIssued
      ? [
          facts(
            t`The EHC plan: its dates and who keeps it`,
            [t`EHC plan`, t`What is recorded`],
            [
              [t`First issued`, showDay(pupil.planIssued)],
              [t`Date of the current plan`, pupil.planVersion && showDay(pupil.planVersion)],
              [t`Authority’s decision on the last review`, pupil.lastDecision && showDay(pupil.lastDecision)],
              [t`Authority that keeps the plan`, pupil.localAuthority],
              [t`Authority’s SEN officer`, pupil.localAuthorityOfficer],
            ],
          ),
        ]
      : []),
    ...(last ? [...under(2, t`The last review`, entries(reader, 'Review', [last], 3))] : []),
    ...under(2, t`Who was there`, listed(reader, 'Contributor', of('Contributor'))),
    ...under(2, t`Progress on each outcome`, listed(reader, 'OutcomeProgress', of('OutcomeProgress'))),
    ...under(2, t`Changes asked for`, listed(reader, 'SectionChange', of('SectionChange'))),
  ]
}

/** What helps in class, and support of which the school says that it worked. */
const whatHelps = (reader: Reader): Block[] => {
  const [profile] = newest(reader.rows('Profile'), 'from')
  const worked = reader.rows('Allocation').filter(({ record }) => record['effect'] === 'yes')
  return [
    ...(profile ? onlyFields(reader, 'Profile', profile, ['strategies']) : []),
    ...under(2, t`Support that worked`, listed(reader, 'Allocation', worked)),
  ]
}

const arrangements = (reader: Reader): Block[] => {
  const [profile] = newest(reader.rows('Profile'), 'from')
  return profile ? onlyFields(reader, 'Profile', profile, ['exams']) : []
}

const leftOutBlocks = ({ file }: TransferContent): Block[] => [
  heading(1, t`What is not in it`),
  ...(file.leftOut.length === 0
    ? [paragraph(text(t`Nothing of this record was left out.`))]
    : [
        paragraph(
          text(
            t`Our SENCO can tell yours in person what is needed of these. Where a contact is left out, please speak to us before you write to or ring anybody of the family.`,
          ),
        ),
        table(
          t`What was left out, and why`,
          [t`Where`, t`What`, t`How many`, t`Why`],
          [3, 3, 1, 5],
          file.leftOut.map(({ list, what, count, why }) => [list, what, String(count), why]),
        ),
      ]),
  note(
    t`Child-protection records are never part of this file: they go from safeguarding lead to safeguarding lead.`,
  ),
]

const receipt = ({ pupil, transfer, schoolName, school, file }: TransferContent): Block[] => {
  const parts = file.lists.reduce((sum, { records }) => sum + records.length, 0)
  const from = school?.name ?? schoolName
  return [
    { is: 'pageBreak' },
    heading(1, t`Receipt: please sign and send back`),
    paragraph(
      text(
        t`To ${[school?.senco && t`${school.senco}, SENCO`, from].filter(Boolean).join(', ')}${school?.email ? ` · ${school.email}` : ''}`,
      ),
    ),
    paragraph(
      text(
        t`We have received the SEND file of ${initialsOf(pupil)}${pupil.upn ? t`, UPN ${pupil.upn}` : ''}: ${counted(parts, 'entry', 'entries')} and ${counted(file.documents.length, 'document')}. We could open all of its parts.`,
      ),
    ),
    {
      is: 'table',
      summary: t`Receipt, to be filled in by hand`,
      head: [t`Receipt`, transfer.school ?? t`The receiving school`],
      widths: [1, 2.4],
      rowHeadings: true,
      tall: true,
      together: true,
      rows: [t`Received on`, t`Name and role`, t`School`, t`What was missing`, t`Signature`].map((label) => [
        cell(text(label)),
        cell(text('')),
      ]),
    },
    note(
      t`Once we have this receipt, our own copy is disposed of as our retention rules say. If something is missing, tell us before you sign.`,
    ),
  ]
}

/** The summary of a pupil's SEND file for the next school: read first, signed for at its end. */
export const transferDocument = (content: TransferContent): DocumentContent => {
  const { pupil, file, school, schoolName, today, transfer } = content
  const reader = readerOf(file.lists, titlesOf(file.lists))
  const all = (type: string) => listed(reader, type, reader.rows(type))
  const [profile] = newest(reader.rows('Profile'), 'from')
  const name = calledName(pupil)
  return {
    title: t`SEND file: ${initialsOf(pupil)}`,
    subject: t`Transfer of records to another school`,
    author: school?.name ?? schoolName,
    language: 'en-GB',
    footer: `${name} · ${t`SEND file for the next school`} · ${writtenDay(today)}\n${setting(school ?? undefined, 'confidentialityLine')}`,
    blocks: [
      ...cover(content),
      ...inventory(content),
      ...alerts(content),
      ...under(1, t`One-page profile`, profile ? entries(reader, 'Profile', [profile], 2) : []),
      ...under(1, t`Strategies that work`, whatHelps(reader)),
      ...under(1, t`Status and needs so far`, [
        ...under(2, t`SEN status before the present one`, all('StatusPeriod')),
        ...under(2, t`Needs`, all('Need')),
      ]),
      ...under(1, t`Plans of the school: the present one and the last three`, plansOf(reader)),
      ...under(1, t`Education, health and care plan`, planAndReview(reader, content)),
      ...under(1, t`EHC needs assessment`, all('NeedsAssessment')),
      ...under(1, t`Outcomes`, all('Outcome')),
      ...under(1, t`Reports and letters`, all('PupilDocument')),
      ...under(1, t`Scores`, all('Score')),
      ...under(1, t`Support given, and what came of it`, [
        ...all('Allocation'),
        ...under(2, t`As judged at reviews`, all('ProvisionReview')),
      ]),
      ...under(1, t`How ${name} works in tests and exams`, arrangements(reader)),
      ...under(1, t`What ${name} and the family say`, all('View')),
      ...under(1, t`The family and others`, all('Contact')),
      ...under(1, t`Services outside the school`, [...all('Referral'), ...all('AgencyMeeting')]),
      ...under(1, t`Plan for the move`, [
        ...entries(reader, 'Transition', newest(reader.rows('Transition'), 'began'), 2),
        ...under(2, t`Visits and other dates`, all('TransitionVisit')),
      ]),
      ...leftOutBlocks(content),
      ...receipt(content),
    ],
    identity: {
      kind: 'transfer',
      keys: { pupil: pupil.key, transfer: transfer.key },
      made: today,
    },
  }
}
