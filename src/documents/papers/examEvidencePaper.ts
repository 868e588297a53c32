import { inWords, t } from '../../words/t.ts'
import { arrangementName } from '../../domain/duties/arrangements.ts'
import { suggestionFor, type Suggestion } from '../../domain/duties/examSuggestion.ts'
import type { Stored } from '../../domain/record.ts'
import { ExamArrangement } from '../../domain/records/examArrangement.ts'
import { ExamEvidence } from '../../domain/records/examEvidence.ts'
import { ExamForm } from '../../domain/records/examForm.ts'
import type { ExamRule } from '../../domain/records/examRule.ts'
import type { ExamScore } from '../../domain/records/examScore.ts'
import { fullName } from '../../domain/records/pupil.ts'
import { saidOf } from '../../domain/fields.ts'
import { senStatuses, yearGroups } from '../../domain/rules/codes.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { arrangementKinds, arrangementWays, examTests, skillAreas } from '../../domain/rules/examCodes.ts'
import type { Block, DocumentContent } from '../blocks.ts'
import { cell, facts, heading, note, paragraph, strong, text } from '../minutes/parts.ts'
import { paperContent, type PaperOf, told, under } from './paper.ts'

/** What the evidence of one candidate is made of. */
export type ExamPack = PaperOf & {
  readonly arrangements: readonly Stored<ExamArrangement>[]
  readonly evidence: readonly Stored<ExamEvidence>[]
  readonly forms: readonly Stored<ExamForm>[]
  readonly scores: readonly Stored<ExamScore>[]
  readonly rules: readonly ExamRule[]
}

const day = (one: Day | null): string | null => (one ? showDay(one) : null)

/** Arrangements that still hold or are asked for, with what the records suggest of each. */
const liveOf = (
  pack: ExamPack,
): readonly { readonly row: Stored<ExamArrangement>; readonly suggestion: Suggestion }[] =>
  pack.arrangements
    .filter(({ endedOn }) => endedOn === null)
    .map((row) => ({ row, suggestion: suggestionFor({ ...pack, arrangement: row }) }))

const gaps = (live: ReturnType<typeof liveOf>): Block[] => {
  const missing = [
    ...new Set(
      live.flatMap(({ suggestion }) =>
        suggestion.points.filter(({ is }) => is === 'missing').map(({ words }) => words),
      ),
    ),
  ]
  return missing.length === 0 ? [] : [{ is: 'list', items: missing.map((words) => [text(words)]) }]
}

const marks = { there: t`There`, missing: t`Missing`, open: t`To look at` } as const

const oneArrangement = ({ row, suggestion }: ReturnType<typeof liveOf>[number]): Block[] => [
  heading(2, arrangementName(row)),
  facts(
    t`${arrangementName(row)}: what is asked for and where it stands`,
    [t`Arrangement`, inWords(arrangementKinds[row.arrangement])],
    [
      [t`Exams or tests`, inWords(examTests[row.tests])],
      [t`Subjects`, row.subjects ?? t`All`],
      [t`What it rests on`, saidOf(ExamArrangement.fields.basis, row.basis)],
      [t`Rest breaks first`, saidOf(ExamArrangement.fields.restBreaks, row.restBreaks)],
      [t`Who settles it`, row.way && inWords(arrangementWays[row.way])],
      [t`Told where their data go`, day(row.toldOn)],
      [t`Applied or notified`, day(row.appliedOn)],
      [t`Reference`, row.reference],
      [t`Agreed`, day(row.agreedOn)],
      [t`Refused`, day(row.refusedOn)],
      [t`Approval ends`, day(row.expires)],
      [t`Was it used`, saidOf(ExamArrangement.fields.used, row.used)],
    ],
  ),
  ...told(row.why),
  ...told(row.restBreaksWhy),
  ...told(row.usedNote),
  paragraph(strong(suggestion.words)),
  {
    is: 'table',
    summary: t`${arrangementName(row)}: what counts, whether it is there, and by which rule`,
    head: [t`What counts`, t`There?`, t`Rule and where it is written`],
    widths: [3, 1, 3],
    rows: suggestion.points.map((point) => [
      cell(text(point.words)),
      cell(text(marks[point.is])),
      cell(text(`${point.why.says}. ${point.why.source}.`)),
    ]),
  },
]

const log = (evidence: readonly Stored<ExamEvidence>[]): Block[] =>
  evidence.length === 0
    ? []
    : [
        {
          is: 'table',
          summary: t`Evidence of the normal way of working, oldest first`,
          head: [t`Day`, t`What it is`, t`What was seen`, t`Said or seen by`],
          widths: [1.1, 1.4, 3.6, 1.6],
          rows: evidence
            .toSorted((a, b) => (a.day < b.day ? -1 : 1))
            .map((one) => [
              cell(text(showDay(one.day))),
              cell(
                text(
                  [saidOf(ExamEvidence.fields.source, one.source), one.subject].filter(Boolean).join(', '),
                ),
              ),
              cell(
                text(
                  [one.arrangement && inWords(arrangementKinds[one.arrangement]), one.seen]
                    .filter(Boolean)
                    .join(': '),
                ),
              ),
              cell(text([one.by, one.place].filter(Boolean).join('; '))),
            ]),
        },
      ]

const oneForm = (form: Stored<ExamForm>, scores: readonly Stored<ExamScore>[]): Block[] => {
  const mine = scores.filter((score) => score.form === form.key)
  return [
    heading(2, saidOf(ExamForm.fields.form, form.form)),
    facts(
      t`The form: its parts, their days and who assessed`,
      [t`Part`, t`What is recorded`],
      [
        [t`Part 1`, [day(form.part1On), form.part1By].filter(Boolean).join(', ')],
        [t`Assessed (Part 2)`, [day(form.part2On), form.assessor].filter(Boolean).join(', ')],
        [
          t`Assessor’s qualification`,
          [form.qualified, form.qualifiedSeen && t`seen on ${showDay(form.qualifiedSeen)}`]
            .filter(Boolean)
            .join(', '),
        ],
        [t`Part 3`, [day(form.part3On), form.part3By].filter(Boolean).join(', ')],
        [t`Rolled forward from`, form.from],
        [t`Where the form lies`, form.place],
      ],
    ),
    ...told(form.picture),
    ...told(form.found),
    ...(mine.length === 0
      ? []
      : [
          {
            is: 'table' as const,
            summary: t`Standardised scores of the assessment`,
            head: [t`Test`, t`Area of skill`, t`Standardised score`],
            widths: [3, 2, 1],
            rows: mine.map((score) => [
              cell(text([score.test, score.part].filter(Boolean).join(', '))),
              cell(text(inWords(skillAreas[score.area]))),
              { runs: [text(String(score.standardised))], align: 'right' as const },
            ]),
          },
        ]),
  ]
}

/**
 * The evidence for one candidate’s arrangements, as an inspector of the exam boards asks to see it: what is missing
 * first, then each arrangement, what was seen over time, and the assessment.
 */
export const examEvidencePaper = (pack: ExamPack): DocumentContent => {
  const { pupil, evidence, forms, scores, arrangements, today } = pack
  const live = liveOf(pack)
  const candidate = arrangements.find((row) => row.candidate !== null)?.candidate ?? null
  return paperContent(
    'examEvidence',
    pack,
    [
      { is: 'title', text: t`Evidence for exam arrangements: ${fullName(pupil)}` },
      facts(
        t`The candidate`,
        [t`Candidate`, fullName(pupil)],
        [
          [t`Date of birth`, showDay(pupil.dateOfBirth)],
          [t`Candidate number`, candidate],
          [t`UPN`, pupil.upn],
          [
            t`Year and class`,
            [pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]), pupil.className]
              .filter(Boolean)
              .join(' · '),
          ],
          [t`SEN status`, inWords(senStatuses[pupil.status])],
          [t`EHC plan issued`, day(pupil.planIssued)],
        ],
      ),
      ...under(1, t`Still missing`, gaps(live)),
      ...under(1, t`Arrangements`, live.flatMap(oneArrangement)),
      ...under(1, t`Normal way of working`, log(evidence)),
      ...under(
        1,
        t`Assessment`,
        forms.filter(({ closedOn }) => closedOn === null).flatMap((form) => oneForm(form, scores)),
      ),
      note(
        t`What the records suggest is no decision: the SENCO decides what to ask for, and who settles it decides what is agreed.`,
      ),
    ],
    {
      subject: t`Evidence for access arrangements in exams or tests`,
      foot: t`Evidence for exam arrangements, ${showDay(today)}`,
    },
  )
}
