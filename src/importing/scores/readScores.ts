import { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Score } from '../../domain/records/score.ts'
import type { SchoolRecords } from '../../graph/storeTypes.ts'
import type { ScoresExisting } from './scorePlan.ts'

/** What scores are held against, read afresh. */
export const readScoresExisting = async (records: SchoolRecords): Promise<ScoresExisting> => {
  const [pupils, tools, scores] = await Promise.all([
    records.store(Pupil).allWithArchived(),
    records.store(AssessmentTool).all(),
    records.store(Score).allWithArchived(),
  ])
  return { pupils: pupils.records, tools: tools.records, scores: scores.records }
}
