import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { NeedsAssessment } from '../records/needsAssessment.ts'
import { type AssessmentStep, assessmentSteps } from './needsAssessment.ts'
import { chasedWords, mayChase } from './todayChases.ts'
import { type Context, inPupil, joined, lateWords, lineOf, verb } from './todayParts.ts'
import type { WorkLine } from './todayTypes.ts'

const names: Record<AssessmentStep['step'], string> = {
  request: t`Request for an EHC needs assessment`,
  decide: t`Authority’s decision whether to assess`,
  advice: t`School’s advice for the EHC needs assessment`,
  issue: t`Authority’s decision whether to issue a plan`,
  draft: t`Draft EHC plan`,
  comments: t`Time for the family’s comments on the draft plan ends`,
  final: t`Final EHC plan`,
  appeal: t`Last day to appeal`,
}

/** Steps whose day passes without anybody being late. */
const passing: readonly AssessmentStep['step'][] = ['comments', 'appeal']

/** Every dated step of a request for an EHC needs assessment that nobody has taken, until it is closed. */
export const assessmentLines = (
  assessments: readonly Stored<NeedsAssessment>[],
  context: Context,
): WorkLine[] => {
  const { today, chases, pupils } = context
  return assessments
    .filter(({ closed, pupil }) => closed === null && pupils.has(pupil))
    .flatMap((one) =>
      assessmentSteps(one, today)
        .filter(
          ({ step, done, due }) => done === null && due !== null && !(passing.includes(step) && due < today),
        )
        .map(({ step, due, owner, why }) => {
          const late = due! < today
          const chased = owner === 'authority' ? chases.of({ what: 'assessment', assessment: one.key }) : null
          const place = inPupil(one.pupil, 'assessment')
          return lineOf(owner === 'family' ? 'others' : owner, due, context, {
            id: `assessment-${step}:${one.key}`,
            about: 'assessment',
            pupils: [one.pupil],
            what: names[step],
            why,
            chased,
            detail: joined(late && lateWords(due!, today), chased && chasedWords(chased, today)),
            next:
              owner === 'school'
                ? verb(t`Send the advice`, place)
                : owner === 'authority' && late && mayChase(chased, today)
                  ? verb(t`Write chase letter`, { is: 'chase', of: { assessment: one.key } })
                  : owner === 'authority'
                    ? verb(t`Record the answer`, place)
                    : verb(t`Open the request`, place, false),
            open: place,
          })
        }),
    )
}
