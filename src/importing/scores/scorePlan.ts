import type { Stored } from '../../domain/record.ts'
import type { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Score } from '../../domain/records/score.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { ImportTable } from '../importFile.ts'
import type { NewRecord } from '../plan.ts'
import type { Notice, Reason } from '../readRow.ts'
import type { ScoreMapping } from './scoreHeadings.ts'

/** What a school has that scores are held against. */
export type ScoresExisting = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly tools: readonly Stored<AssessmentTool>[]
  /** Archived ones too: no new score may have their keys. */
  readonly scores: readonly Stored<Score>[]
}

/** What a person chose for the whole list, and for single rows whose pupil was in doubt. */
export type ScoresChosen = {
  readonly tool: string | null
  readonly day: Day | null
  readonly pupils: ReadonlyMap<number, string>
}

type Common = {
  readonly row: number
  /** The pupil's key, for the screen; a report leaves names out. */
  readonly pupil: string | null
  readonly notices: readonly Notice[]
}
export type ScoreRow = Common &
  (
    | { readonly outcome: 'new'; readonly score: NewRecord<Score> }
    | { readonly outcome: 'unchanged' }
    | { readonly outcome: 'refused'; readonly reasons: readonly Reason[]; readonly maybe: readonly string[] }
  )
export type ScoreOutcome = ScoreRow['outcome']

/** What an import of scores would do, row by row; nothing is stored yet. */
export type ScorePlan = {
  readonly table: ImportTable
  readonly mapping: ScoreMapping
  readonly missing: readonly string[]
  readonly rows: readonly ScoreRow[]
  readonly counts: Readonly<Record<ScoreOutcome, number>>
}
