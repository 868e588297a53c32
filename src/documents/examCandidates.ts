import { inWords, t } from '../words/t.ts'
import type { Stored } from '../domain/record.ts'
import type { ExamArrangement } from '../domain/records/examArrangement.ts'
import { fullName, type Pupil } from '../domain/records/pupil.ts'
import type { School } from '../domain/records/school.ts'
import { yearGroups } from '../domain/rules/codes.ts'
import { type Day, showDay } from '../domain/rules/day.ts'
import { arrangementKinds, arrangementWays, examTests } from '../domain/rules/examCodes.ts'
import { setting } from '../domain/rules/settings.ts'
import type { DocumentContent } from './blocks.ts'
import { cell, note, paragraph, text } from './minutes/parts.ts'

export type Candidate = { readonly pupil: Stored<Pupil>; readonly arrangement: Stored<ExamArrangement> }
export type CandidateFile = {
  /** In the order of the list. */
  readonly rows: readonly Candidate[]
  /** Null: all seasons. */
  readonly season: string | null
  readonly school: Pick<School, 'name' | 'confidentialityLine'> | null
  readonly schoolName: string
  readonly today: Day
}

const yearOf = ({ yearGroup, className }: Pupil): string =>
  [yearGroup && inWords(yearGroups[yearGroup]), className].filter(Boolean).join(' · ')
const kindOf = ({ arrangement, detail }: ExamArrangement): string =>
  [inWords(arrangementKinds[arrangement]), detail].filter(Boolean).join(', ')
const shown = (day: Day | null): string => (day ? showDay(day) : '')

/**
 * Candidates with an arrangement that was not refused and is still needed, of a season or of all, by name: the list
 * that the exams office works from.
 */
export const candidatesOf = (
  arrangements: readonly Stored<ExamArrangement>[],
  pupils: readonly Stored<Pupil>[],
  season: string | null,
): readonly Candidate[] => {
  const known = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  return arrangements
    .filter(
      (row) => row.endedOn === null && row.refusedOn === null && (season === null || row.season === season),
    )
    .flatMap((arrangement): Candidate[] => {
      const pupil = known.get(arrangement.pupil)
      return pupil ? [{ pupil, arrangement }] : []
    })
    .toSorted(
      (a, b) =>
        `${a.pupil.surname} ${a.pupil.forename}`.localeCompare(
          `${b.pupil.surname} ${b.pupil.forename}`,
          'en-GB',
        ) || a.arrangement.arrangement.localeCompare(b.arrangement.arrangement),
    )
}

/** The list as lines of text, with all that a workbook has room for. */
export const candidateLines = (rows: readonly Candidate[]): { head: string[]; lines: string[][] } => ({
  head: [
    t`Candidate`,
    t`Candidate number`,
    t`UPN`,
    t`Year and class`,
    t`Exams or tests`,
    t`Season`,
    t`Arrangement`,
    t`Subjects`,
    t`Who settles it`,
    t`Told where data go`,
    t`Applied or notified`,
    t`Reference`,
    t`Agreed`,
    t`Approval ends`,
    t`Room`,
    t`Staff`,
    t`Equipment`,
  ],
  lines: rows.map(({ pupil, arrangement: row }) => [
    fullName(pupil),
    row.candidate ?? '',
    pupil.upn ?? '',
    yearOf(pupil),
    inWords(examTests[row.tests]),
    row.season ?? '',
    kindOf(row),
    row.subjects ?? t`All`,
    row.way ? inWords(arrangementWays[row.way]) : '',
    shown(row.toldOn),
    shown(row.appliedOn),
    row.reference ?? '',
    shown(row.agreedOn),
    shown(row.expires),
    row.room ?? '',
    row.staff ?? '',
    row.equipment ?? '',
  ]),
})

/** The list on paper: who has what where, and room to write what was used. */
export const examCandidates = ({
  rows,
  season,
  school,
  schoolName,
  today,
}: CandidateFile): DocumentContent => {
  const name = school?.name ?? schoolName
  const what = season === null ? t`Exam arrangements` : t`Exam arrangements, ${season}`
  return {
    title: `${what}: ${name}`,
    subject: t`Candidates with access arrangements`,
    author: name,
    language: 'en-GB',
    footer: [`${name} · ${what}`, setting(school ?? undefined, 'confidentialityLine')].join('\n'),
    blocks: [
      { is: 'title', text: what },
      paragraph(
        text(t`As recorded on ${showDay(today)}. An arrangement that is not agreed yet may not be given.`),
      ),
      {
        is: 'table',
        summary: t`Candidates with their arrangements, who settles each, room and staff, and room to write what was used`,
        head: [t`Candidate`, t`Arrangement`, t`Subjects`, t`How it stands`, t`Room and staff`, t`Used`],
        widths: [2, 2, 1.6, 1.8, 1.6, 1.2],
        rowHeadings: true,
        tall: true,
        rows: rows.map(({ pupil, arrangement: row }) => [
          cell(text([fullName(pupil), row.candidate, yearOf(pupil)].filter(Boolean).join(', '))),
          cell(text([kindOf(row), row.equipment].filter(Boolean).join('; '))),
          cell(text(row.subjects ?? t`All`)),
          cell(
            text(
              [
                row.agreedOn === null ? t`Not agreed yet` : t`Agreed ${showDay(row.agreedOn)}`,
                row.reference,
                row.expires && t`ends ${showDay(row.expires)}`,
              ]
                .filter(Boolean)
                .join(', '),
            ),
          ),
          cell(text([row.room, row.staff].filter(Boolean).join(', '))),
          cell(text('')),
        ]),
      },
      note(t`Write under Used what was used in which exam, and give this page back to the SENCO.`),
    ],
    identity: { kind: 'examCandidates', keys: {}, made: today },
  }
}
