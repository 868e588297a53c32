import type { ReviewFile } from '../../../documents/reviewFile.ts'
import type { Value } from '../../../domain/fields.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Review } from '../../../domain/records/review.ts'
import { marked, type Mark, pupilAfter } from '../../../domain/rules/reviewActMarks.ts'
import type { ReviewAct } from '../../../domain/rules/reviewActs.ts'
import { useServices } from '../../../ui/services.tsx'
import { factsOf } from './steps.ts'
import { type Change, useChanges } from './useChanges.ts'

/** Marks a step as done, with what else that changes; `also` are changes in other records of the same act. */
export const useMark = (file: ReviewFile, act: ReviewAct) => {
  const today = useServices().today()
  const { change, busy, trouble } = useChanges()
  const mark = async (how: Mark, said: string, also: readonly Change[] = []): Promise<string[]> => {
    const answer = marked(act, factsOf(file, today), how)
    if ('refused' in answer) return [...answer.refused]
    const pupil = pupilAfter(file.pupil, { ...file.review, ...answer.changes })
    await change(
      // The review itself last: where something before it fails, the step stays open and the button does it again.
      [
        ...also,
        ...(Object.keys(pupil).length > 0 ? [{ type: Pupil, stored: file.pupil, changes: pupil }] : []),
        { type: Review, stored: file.review, changes: answer.changes as Record<string, Value> },
      ],
      said,
    )
    return []
  }
  return { mark, busy, trouble }
}
