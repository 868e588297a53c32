import { t } from '../words/t.ts'
import { counted } from '../domain/counted.ts'
import type { ScorePlan } from '../importing/scores/scorePlan.ts'
import type { Line, Loose, Plan, Step } from './plan.ts'

/** An import of scores as a job: a score for each row that is taken, and every row of the file for the report. */
export const scoresJobPlan = (plan: ScorePlan): Plan => ({
  kind: 'import',
  title: t`Import of ${counted(plan.counts.new, 'score')}`,
  steps: plan.rows.flatMap((row): Step[] =>
    row.outcome === 'new'
      ? [
          {
            row: row.row,
            type: 'Score',
            key: row.score.key,
            pupil: row.score.record.pupil,
            do: 'create',
            record: row.score.record as Loose,
          },
        ]
      : [],
  ),
  lines: plan.rows.map((row): Line => ({
    row: row.row,
    how: row.outcome,
    reasons: row.outcome === 'refused' ? row.reasons : [],
    notices: row.notices,
  })),
})
