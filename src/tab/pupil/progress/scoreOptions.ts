import { inWords, t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { Score } from '../../../domain/records/score.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { mainNumber, showAgeOf, showMain } from '../../../domain/rules/scoring.ts'
import type { KeyOption } from '../../../ui/controls/control.ts'

export type Tools = ReadonlyMap<string, Stored<AssessmentTool>>

/** `NGRT 84, 12 Sep 2026, form A`: a score in a line. */
export const scoreLine = (score: Score, tools: Tools): string => {
  const tool = tools.get(score.tool)
  const main = tool ? mainNumber(score, tool) : null
  const shown = tool && main !== null ? showMain(main, tool) : showAgeOf(score) || (score.raw ?? '')
  return [
    `${tool?.name ?? t`Tool no longer kept`} ${shown}`.trim(),
    showDay(score.day),
    score.form && t`form ${score.form}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The pupil's scores to choose from, newest first, each with what it was taken as. */
export const scoreOptions = (scores: readonly Stored<Score>[], tools: Tools): KeyOption[] =>
  scores
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .map((score) => ({
      key: score.key,
      text: [
        scoreLine(score, tools),
        score.purpose && inWords(Score.fields.purpose.choices[score.purpose]).toLowerCase(),
      ]
        .filter(Boolean)
        .join(' · '),
    }))

export const toolOptions = (tools: readonly Stored<AssessmentTool>[]): KeyOption[] =>
  tools
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .map(({ key, name }) => ({ key, text: name }))
