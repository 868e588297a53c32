import { inWords, t } from '../../words/t.ts'
import { actionsOf } from '../../domain/duties/objectives.ts'
import { Objective } from '../../domain/records/objective.ts'
import type { PlanAction } from '../../domain/records/planAction.ts'
import type { School } from '../../domain/records/school.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { type LeadingFigure, leadingKind, showLeading } from '../../domain/rules/leadingFigureKinds.ts'
import type { Block, DocumentContent } from '../blocks.ts'
import { cell, facts, note, paragraph, text } from '../minutes/parts.ts'
import { under } from '../papers/paper.ts'

type Keyed<T> = T & { readonly key: string }
export type PlanPaper = {
  readonly objectives: readonly Keyed<Objective>[]
  readonly actions: readonly PlanAction[]
  /** Figures as outsiders may see them. */
  readonly figures: readonly LeadingFigure[]
  readonly school: Pick<School, 'name'> | null
  readonly schoolName: string
  readonly today: Day
}

const statusOf = ({ doneOn, begun, by }: PlanAction, today: Day): string =>
  doneOn !== null
    ? t`Done on ${showDay(doneOn)}`
    : by !== null && by < today
      ? t`Overdue`
      : begun !== null
        ? t`Begun`
        : t`Not begun`

const figureWords = ({ figure, start, startOn, target }: Objective, figures: readonly LeadingFigure[]) => {
  const kind = figure === null ? null : leadingKind(figure)
  const now = figures.find(({ id }) => id === figure)
  if (!kind) return null
  return [
    now ? t`${kind.words}: ${showLeading(kind.unit, now.value)} today` : kind.words,
    start !== null &&
      t`at the start ${showLeading(kind.unit, start)}${startOn ? t` on ${showDay(startOn)}` : ''}`,
    target !== null && t`to be reached ${showLeading(kind.unit, target)}`,
  ]
    .filter(Boolean)
    .join('; ')
}

const oneObjective = (objective: Keyed<Objective>, { actions, figures, today }: PlanPaper): Block[] => {
  const own = actions.filter((one) => one.objective === objective.key)
  const { all, done, overdue } = actionsOf(objective.key, actions, today)
  return under(1, objective.title, [
    facts(
      t`${objective.title}: whose it is and how far it is`,
      [t`About it`, t`What holds`],
      [
        [t`Part of`, objective.plan && inWords(Objective.fields.plan.choices[objective.plan])],
        [t`Priority`, objective.priority],
        [t`Whose it is`, objective.owner],
        [t`Reached by`, objective.by && showDay(objective.by)],
        [t`How we shall know`, objective.success],
        [t`Figure`, figureWords(objective, figures)],
        [t`Evidence`, objective.evidence],
        [
          t`How far it is`,
          objective.outcome
            ? inWords(Objective.fields.outcome.choices[objective.outcome])
            : t`${done} of ${all} actions done, ${overdue} overdue`,
        ],
      ],
    ),
    ...(own.length === 0
      ? []
      : // Two tables don't touch.
        under(2, t`Actions`, [
          {
            is: 'table',
            summary: t`Actions for: ${objective.title}`,
            head: [t`Action`, t`Who`, t`By`, t`How it stands`, t`What shows it`],
            widths: [3, 1.2, 1, 1.2, 2],
            rowHeadings: true,
            rows: own.map((one) =>
              [
                one.what,
                one.owner ?? '',
                one.by ? showDay(one.by) : '',
                statusOf(one, today),
                one.evidence ?? '',
              ].map((words) => cell(text(words))),
            ),
          } as const,
        ])),
  ])
}

/** The plan of the school for SEND: each objective with its actions, what is open first. */
export const planPaper = (plan: PlanPaper): DocumentContent => {
  const name = plan.school?.name ?? plan.schoolName
  return {
    title: t`SEND in the improvement plan: ${name}`,
    subject: t`Objectives for pupils with SEND, with actions and evidence`,
    author: name,
    language: 'en-GB',
    footer: t`${name} · SEND in the improvement plan, ${showDay(plan.today)}`,
    blocks: [
      { is: 'title', text: t`SEND in the improvement plan` },
      paragraph(text(t`Objectives, actions and evidence as recorded on ${showDay(plan.today)}.`)),
      ...plan.objectives
        .toSorted(
          (a, b) =>
            Number(a.closedOn !== null) - Number(b.closedOn !== null) ||
            (a.by ?? '9999').localeCompare(b.by ?? '9999'),
        )
        .flatMap((objective) => oneObjective(objective, plan)),
      note(t`Small numbers are hidden. No pupil is named.`),
    ],
    identity: { kind: 'sendPlan', keys: {}, made: plan.today },
  }
}
