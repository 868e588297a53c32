import { inWords, t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { showDay } from '../rules/day.ts'
import { sureness } from '../rules/examCodes.ts'
import {
  type ExamFile,
  evidencePoint,
  formPoints,
  type Point,
  restPoint,
  toldPoint,
  why,
} from './examPoints.ts'

/** What the records suggest: never a decision, which is the SENCO’s and the board’s. */
export type Suggestion = { readonly words: string; readonly points: readonly Point[] }

const planOf = ({ pupil, today }: ExamFile): boolean =>
  pupil.status === 'E' && (pupil.planIssued === null || pupil.planIssued <= today)

/**
 * What the records of a candidate suggest for an arrangement, each point with why. For 25% extra time of JCQ exams it
 * goes by the current plan or the scores; for all others by the evidence alone.
 */
export const suggestionFor = (file: ExamFile): Suggestion => {
  const { arrangement } = file
  const extraTime = arrangement.tests === 'jcq' && arrangement.arrangement === 'time25'
  const common = [evidencePoint(file), ...(arrangement.way === 'approval' ? [toldPoint(file)] : [])]
  if (!extraTime) {
    if (arrangement.tests === 'ks2' && arrangement.arrangement === 'time25' && planOf(file))
      common.push({
        is: 'open',
        words: t`With a current EHC plan, up to 25% may need no application`,
        why: why(
          t`In earlier years pupils with an EHC plan could have up to 25% additional time in key stage 2 tests without an application: look it up in this year’s guidance`,
          t`STA guidance (${inWords(sureness.memory)})`,
        ),
      })
    const lacking = common.filter(({ is }) => is === 'missing').length
    return {
      words:
        lacking === 0
          ? t`What is written down supports it. The decision is yours.`
          : t`Not everything that it rests on is written down yet.`,
      points: common,
    }
  }
  const plan = planOf(file)
  const planPoint: Point = {
    is: plan ? 'there' : 'open',
    words: plan ? t`A current EHC plan` : t`No current EHC plan: it rests on the assessment`,
    why: why(
      t`A current EHC plan is evidence of the need too, without scores`,
      t`JCQ, 2025-26 (${inWords(sureness.told)})`,
      file.pupil.planIssued ? [{ label: t`Plan issued`, value: showDay(file.pupil.planIssued) }] : [],
    ),
  }
  const form = plan ? [] : formPoints(file)
  const points = [planPoint, ...form, restPoint(file), ...common]
  const missing = points.filter(({ is }) => is === 'missing').length
  const rest = arrangement.restBreaks === 'enough'
  return {
    words: rest
      ? t`Rest breaks were enough, so the records do not point to extra time. The decision is yours.`
      : missing === 0
        ? plan
          ? t`The current EHC plan and the evidence point to extra time. The decision is yours.`
          : t`The scores and the evidence point to extra time. The decision is yours.`
        : t`${counted(missing, 'thing')} still missing for extra time. The decision is yours.`,
    points,
  }
}
