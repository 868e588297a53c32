import { inWords, t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import type { Stored } from '../record.ts'
import type { ExamArrangement } from '../records/examArrangement.ts'
import type { ExamEvidence } from '../records/examEvidence.ts'
import type { ExamForm } from '../records/examForm.ts'
import type { ExamRule } from '../records/examRule.ts'
import type { ExamScore } from '../records/examScore.ts'
import type { Pupil } from '../records/pupil.ts'
import { type Day, showDay } from '../rules/day.ts'
import { skillAreas, speedAreas, sureness } from '../rules/examCodes.ts'
import { isPast, type RuleSource, scoreRuleOn } from '../rules/examRules.ts'
import { yearNumberOf } from '../rules/codes.ts'
import { academicYearOf } from '../rules/schoolYear.ts'
import type { Why } from '../rules/why.ts'

export type ExamFile = {
  readonly pupil: Pick<Pupil, 'status' | 'planIssued' | 'yearGroup'>
  readonly arrangement: ExamArrangement
  readonly forms: readonly Stored<ExamForm>[]
  readonly scores: readonly ExamScore[]
  readonly evidence: readonly ExamEvidence[]
  readonly rules: readonly ExamRule[]
  readonly today: Day
}
/** One thing that counts for or against. `is`: there, missing, or open where it can’t be told. */
export type Point = { readonly is: 'there' | 'missing' | 'open'; readonly words: string; readonly why: Why }
const ruleName = t`Exam arrangements`
const sourceOf = (rule: RuleSource): string =>
  `${rule.own ? t`The school’s own table: ${rule.source}` : rule.source} (${inWords(sureness[rule.sure])})`

/** The year that a pupil was taught in on an earlier day, from the year of today; null where that isn’t known. */
export const yearOn = (pupil: Pick<Pupil, 'yearGroup'>, day: Day, today: Day): number | null => {
  const now = pupil.yearGroup === null ? null : yearNumberOf(pupil.yearGroup)
  return now === null ? null : now - (academicYearOf(today) - academicYearOf(day))
}

/** Two scores in different areas that reach the rule: two at most `low`, or one of them with one at most `high`; null where none do. */
export const qualifyingPair = (
  scores: readonly ExamScore[],
  { low, high }: { readonly low: number; readonly high: number },
): readonly [ExamScore, ExamScore] | null => {
  const counting = scores
    .filter(({ area }) => speedAreas.includes(area))
    .toSorted((a, b) => a.standardised - b.standardised)
  const [first] = counting
  if (!first || first.standardised > low) return null
  // Any well below average may be the first, as the lowest may share its area with the only other one.
  for (const one of counting.filter(({ standardised }) => standardised <= low)) {
    const other = counting.find((two) => two !== one && two.area !== one.area && two.standardised <= high)
    if (other) return [one, other]
  }
  return null
}

/** The form that counts: the one assessed last; else the newest begun. */
const formInUse = (forms: readonly Stored<ExamForm>[]): Stored<ExamForm> | null =>
  forms
    .filter(({ closedOn }) => closedOn === null)
    .toSorted((a, b) =>
      (b.part2On ?? `0${b.part1On ?? ''}`).localeCompare(a.part2On ?? `0${a.part1On ?? ''}`),
    )[0] ?? null

export const why = (
  says: string,
  source: string,
  inputs: Why['inputs'] = [],
  strength: Why['strength'] = 'should',
): Why => ({
  rule: ruleName,
  says,
  strength,
  source,
  inputs,
})
const scoreWords = ({ test, part, area, standardised }: ExamScore): string =>
  `${[test, part].filter(Boolean).join(', ')} (${inWords(skillAreas[area])}): ${standardised}`

export const evidencePoint = ({ evidence }: ExamFile): Point => {
  const days = evidence.map(({ day }) => day).toSorted()
  return {
    is: evidence.length > 0 ? 'there' : 'missing',
    words:
      evidence.length > 0
        ? t`${counted(evidence.length, 'piece')} of evidence of the normal way of working, ${showDay(days[0]!)} to ${showDay(days.at(-1)!)}`
        : t`No evidence of the normal way of working yet`,
    why: why(
      t`An arrangement is the pupil’s normal way of working in lessons and tests: what teachers see over time, and mock scripts with the extra time in another colour`,
      t`JCQ and STA guidance`,
      [{ label: t`Pieces of evidence`, value: String(evidence.length) }],
    ),
  }
}

export const toldPoint = ({ arrangement: { toldOn } }: ExamFile): Point => ({
  is: toldOn ? 'there' : 'missing',
  words: toldOn ? t`Told on ${showDay(toldOn)} where their data go` : t`Not yet told where their data go`,
  why: why(
    t`Before an application is made online the candidate is told that their data go to Access Arrangements Online; a signed consent form is no longer asked for`,
    t`JCQ, 2025-26 (${inWords(sureness.told)})`,
  ),
})

export const restPoint = ({ arrangement: { restBreaks } }: ExamFile): Point => ({
  is: restBreaks === null ? 'missing' : restBreaks === 'enough' ? 'open' : 'there',
  words:
    restBreaks === null
      ? t`Nothing is written down about supervised rest breaks`
      : restBreaks === 'enough'
        ? t`Supervised rest breaks were enough: extra time may not be needed`
        : t`Supervised rest breaks were considered first`,
  why: why(
    t`Supervised rest breaks are considered before extra time`,
    t`JCQ, 2025-26 (${inWords(sureness.told)})`,
  ),
})

export const formPoints = (file: ExamFile): Point[] => {
  const form = formInUse(file.forms)
  const assessed = form?.part2On ?? null
  const rule = scoreRuleOn(file.rules, assessed ?? file.today)
  if (rule === null)
    return [
      {
        is: 'open',
        words: t`No rule about scores is known for that day`,
        why: why(t`Write down what the book of that year says`, t`Rules under Assessments`),
      },
    ]
  const source = sourceOf(rule)
  if (form === null || assessed === null)
    return [
      {
        is: 'missing',
        words: t`No assessment is recorded`,
        why: why(t`A learning difficulty is evidenced by an assessment on Form 8`, source),
      },
    ]
  const year = yearOn(file.pupil, assessed, file.today)
  const mine = file.scores.filter((score) => score.form === form.key)
  const pair = qualifyingPair(mine, rule)
  const figures: Why['inputs'] = [
    { label: t`Well below average, at most`, value: String(rule.low) },
    { label: t`Low average, at most`, value: String(rule.high) },
    ...mine.map((score) => ({
      label: [score.test, score.part].filter(Boolean).join(', '),
      value: `${score.standardised} · ${inWords(skillAreas[score.area])}`,
    })),
  ]
  const part1First = form.part1On !== null && form.part1On <= assessed
  return [
    {
      is: part1First ? 'there' : 'missing',
      words: part1First
        ? t`Part 1 was complete before the assessment`
        : form.part1On === null
          ? t`Part 1 is not complete`
          : t`Part 1 is dated after the assessment`,
      why: why(t`Part 1 of Form 8 is complete before the assessment begins`, source, [
        { label: t`Part 1`, value: form.part1On ? showDay(form.part1On) : t`No day` },
        { label: t`Assessed on`, value: showDay(assessed) },
      ]),
    },
    {
      is: year === null ? 'open' : year >= rule.year ? 'there' : 'missing',
      words:
        year === null
          ? t`The year in which the pupil was assessed is not known`
          : year >= rule.year
            ? t`Assessed in Year ${year}`
            : t`Assessed in Year ${year}: too early`,
      why: why(t`The assessment is not before Year ${rule.year}`, source, [
        { label: t`Assessed on`, value: showDay(assessed) },
      ]),
    },
    {
      is: pair ? 'there' : 'missing',
      words: pair
        ? t`Scores: ${scoreWords(pair[0])}; ${scoreWords(pair[1])}`
        : mine.length === 0
          ? t`No scores are recorded for the assessment`
          : t`No two scores in different areas of speed of working or cognitive processing reach the rule`,
      why: why(
        t`Two scores of ${rule.low} or less, or one of ${rule.low} or less with one of at most ${rule.high}, in different areas of speed of working or cognitive processing`,
        source,
        figures,
      ),
    },
    ...(isPast(rule, assessed)
      ? [
          {
            is: 'open' as const,
            words: t`These figures are of the book until ${showDay(rule.until!)}: compare this year’s`,
            why: why(t`Books change each September; write this year’s figures under Assessments`, source),
          },
        ]
      : []),
  ]
}
