import { inWords, t } from '../words/t.ts'
import { saidOf } from '../domain/fields.ts'
import { ExamEvidence } from '../domain/records/examEvidence.ts'
import { ExamForm } from '../domain/records/examForm.ts'
import type { ExamScore } from '../domain/records/examScore.ts'
import type { Stored } from '../domain/record.ts'
import { type Day, showDay } from '../domain/rules/day.ts'
import { arrangementKinds, skillAreas } from '../domain/rules/examCodes.ts'

type Dated = { readonly day: Day | null; readonly cells: readonly string[] }

/**
 * The evidence of one candidate as lines, oldest first: what was seen, the parts of each form, each score. What has no
 * day comes last.
 */
export const examEvidenceLines = (
  evidence: readonly Stored<ExamEvidence>[],
  forms: readonly Stored<ExamForm>[],
  scores: readonly Stored<ExamScore>[],
): { head: string[]; lines: string[][] } => {
  const seen = evidence.map((one): Dated => ({
    day: one.day,
    cells: [
      saidOf(ExamEvidence.fields.source, one.source),
      one.subject ?? '',
      one.arrangement ? inWords(arrangementKinds[one.arrangement]) : '',
      one.seen,
      one.by,
      one.place ?? '',
    ],
  }))
  const parts = forms
    .filter(({ closedOn }) => closedOn === null)
    .flatMap((form) => {
      const name = saidOf(ExamForm.fields.form, form.form)
      const part = (day: Day | null, what: string, words: string | null, by: string | null): Dated[] =>
        day === null ? [] : [{ day, cells: [what, '', '', words ?? '', by ?? '', form.place ?? ''] }]
      return [
        ...part(form.part1On, t`${name}, Part 1`, form.picture, form.part1By),
        ...part(form.part2On, t`${name}, Part 2`, form.found, form.assessor),
        ...part(form.part3On, t`${name}, Part 3`, null, form.part3By),
        ...scores
          .filter((score) => score.form === form.key)
          .map((score): Dated => ({
            day: score.day ?? form.part2On,
            cells: [
              t`Standardised score`,
              inWords(skillAreas[score.area]),
              '',
              [[score.test, score.part].filter(Boolean).join(', '), score.standardised].join(': '),
              form.assessor ?? '',
              form.place ?? '',
            ],
          })),
      ]
    })
  return {
    head: [
      t`Day`,
      t`What it is`,
      t`Subject or area`,
      t`What was used`,
      t`What was seen or found`,
      t`By`,
      t`Where the paper lies`,
    ],
    lines: [...seen, ...parts]
      .toSorted((a, b) => (a.day ?? '9999').localeCompare(b.day ?? '9999'))
      .map(({ day, cells }) => [day ? showDay(day) : '', ...cells]),
  }
}
