import { inWords, t } from '../../words/t.ts'
import { saidOf } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import type { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import { Concern } from '../../domain/records/concern.ts'
import { calledName, fullName } from '../../domain/records/pupil.ts'
import type { Score } from '../../domain/records/score.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { areasOfNeed, senStatuses, yearGroups } from '../../domain/rules/codes.ts'
import {
  type Asked,
  openQuestions,
  questionLabel,
  shortQuestions,
  tallyOf,
} from '../../domain/rules/concern.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { mainNumber, showAgeOf, showMain } from '../../domain/rules/scoring.ts'
import type { Block, Cell, DocumentContent } from '../blocks.ts'
import { cell, facts, lower, note, paragraph, strong, text } from '../minutes/parts.ts'
import { paperContent, type PaperOf, told, under } from './paper.ts'

/** What the paper of one concern is made of. */
export type ConcernFile = PaperOf & {
  readonly concern: Stored<Concern>
  readonly asked: readonly Asked[]
  /** What staff raised themselves. */
  readonly raised: readonly Stored<StaffConcern>[]
  /** Scores that belong to it: what was taken as screening. */
  readonly scores: readonly Stored<Score>[]
  readonly tools: ReadonlyMap<string, Stored<AssessmentTool>>
}

/** The words of staff, or only how many see a difficulty: for whoever needs no names. */
export const concernShapes = {
  words: t`With what each teacher wrote`,
  counts: t`Without names and words of teachers`,
} as const
export type ConcernShape = keyof typeof concernShapes

const answered = ({ asked }: ConcernFile) =>
  asked.flatMap(({ ask, answer }) => (answer ? [{ ask, answer }] : []))

const tally = (file: ConcernFile): Block[] => {
  const answers = answered(file).map(({ answer }) => answer)
  if (answers.length === 0) return []
  const count = tallyOf(answers)
  return [
    {
      is: 'table',
      summary: t`The short questions: how many teachers see a marked difficulty, some, or none`,
      head: [t`Question`, t`Marked`, t`Some`, t`None`, t`Can’t say`],
      widths: [3, 1, 1, 1, 1],
      rowHeadings: true,
      rows: shortQuestions.map((question): Cell[] => {
        const { marked, some, of } = count[question]
        return [questionLabel(question), marked, some, of - marked - some, answers.length - of].map((one) =>
          cell(text(String(one))),
        )
      }),
    },
  ]
}

const wordsOf = (said: StaffConcern): Block[] =>
  openQuestions.flatMap((question): Block[] =>
    said[question] === null
      ? []
      : [paragraph(strong(`${questionLabel(question)}: `), text(said[question].trim()))],
  )

const teachers = (file: ConcernFile, shape: ConcernShape): Block[] => {
  const there = answered(file)
  const counted = file.asked.filter(({ closed }) => !closed).length
  if (file.asked.length === 0) return []
  return [
    note(t`${there.length} of ${counted} teachers who were asked have answered the same short questions.`),
    ...tally(file),
    ...(shape === 'counts'
      ? []
      : there.flatMap(({ ask, answer }) =>
          under(
            2,
            [ask.teacher, ask.subject, showDay(answer.on)].filter(Boolean).join(', '),
            wordsOf(answer),
          ),
        )),
  ]
}

const resultOf = (score: Score, tool: AssessmentTool | undefined): string => {
  const main = tool ? mainNumber(score, tool) : null
  return [
    tool && main !== null ? showMain(main, tool) : null,
    score.ageMonths !== null ? t`age equivalent ${showAgeOf(score)}` : null,
    score.raw !== null ? t`raw ${score.raw}` : null,
    score.low !== null && score.high !== null ? t`interval ${score.low} to ${score.high}` : null,
  ]
    .filter(Boolean)
    .join('; ')
}

const screening = ({ scores, tools, concern }: ConcernFile): Block[] => [
  ...(scores.length === 0
    ? []
    : [
        {
          is: 'table',
          summary: t`Screening: test, day, result and who tested`,
          head: [t`Test`, t`Day`, t`Result`, t`Tested by`],
          widths: [2, 1.2, 2.4, 1.4],
          rowHeadings: true,
          rows: scores.map((score) =>
            [
              tools.get(score.tool)?.name ?? t`A test that is no longer kept`,
              showDay(score.day),
              resultOf(score, tools.get(score.tool)),
              score.testedBy ?? t`Not recorded`,
            ].map((words) => cell(text(words))),
          ),
        } satisfies Block,
      ]),
  ...told(concern.screening),
]

const shown = (concern: Concern, field: 'from' | 'decision' | 'toldHow') =>
  saidOf(Concern.fields[field], concern[field])
const day = (one: Day | null) => one && showDay(one)

/** One concern from what was seen to what was decided and when parents were told, for the file or for a referral. */
export const concernPaper = (file: ConcernFile, shape: ConcernShape): DocumentContent => {
  const { concern, pupil, raised, schoolName, school } = file
  const name = calledName(pupil)
  const decision = facts(
    t`The decision: what, when, by whom, when to look again, and when parents were told`,
    [t`The decision`, shown(concern, 'decision')],
    concern.decision === null
      ? []
      : [
          [t`Decided on`, day(concern.decidedOn)],
          [t`Decided by`, concern.decidedBy],
          [t`Look again on`, day(concern.lookAgain)],
          [
            t`Parents told`,
            concern.toldOn
              ? [showDay(concern.toldOn), lower(shown(concern, 'toldHow'))].filter(Boolean).join(', ')
              : t`Not yet`,
          ],
        ],
  )
  return paperContent(
    'concern',
    file,
    [
      { is: 'title', text: t`Concern: ${fullName(pupil)}` },
      facts(
        t`The concern: whose it is, who raised it and when, and the area`,
        [t`The concern`, showDay(concern.raisedOn)],
        [
          [
            t`Name`,
            [fullName(pupil), pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]), pupil.className]
              .filter(Boolean)
              .join(' · '),
          ],
          [t`School`, school?.name ?? schoolName],
          [t`SEN status`, inWords(senStatuses[pupil.status])],
          [
            t`Raised by`,
            [shape === 'words' ? concern.raisedBy : null, lower(shown(concern, 'from'))]
              .filter(Boolean)
              .join(', '),
          ],
          [t`Area`, concern.area && inWords(areasOfNeed[concern.area])],
          [t`Parents spoken to`, day(concern.parentsSpoken)],
        ],
      ),
      ...under(1, t`What was seen`, [
        ...told(concern.what),
        ...(shape === 'words'
          ? raised.flatMap((one) => under(2, `${one.by}, ${showDay(one.on)}`, wordsOf(one)))
          : []),
      ]),
      ...under(1, t`What parents say`, told(concern.parentsSaid)),
      ...under(1, t`What ${name} says`, told(concern.pupilSaid)),
      ...under(1, t`What teachers see`, teachers(file, shape)),
      ...under(1, t`Screening`, screening(file)),
      ...under(1, t`What it comes to`, told(concern.found)),
      ...under(1, t`Decision`, [
        ...(concern.decision === null ? [note(t`Nothing is decided yet.`)] : [decision]),
        ...told(concern.reasons),
      ]),
    ],
    {
      subject: t`Record of a concern`,
      foot: t`Concern of ${showDay(concern.raisedOn)}`,
      of: { concern: concern.key },
    },
  )
}
