import { show } from '../../domain/fields.ts'
import { folded } from '../../domain/folded.ts'
import { grouped } from '../../domain/grouped.ts'
import { fieldOf } from '../../domain/record.ts'
import { Score } from '../../domain/records/score.ts'
import type { Day } from '../../domain/rules/day.ts'
import { atOnce, mapSteps, type Steps } from '../../domain/steps.ts'
import type { ImportTable } from '../importFile.ts'
import { newKeysFor } from '../newKeys.ts'
import type { Reason } from '../readRow.ts'
import { readingOf, readScoreRow, type ScoreDraft } from './readScoreRow.ts'
import { missingOf, type ScoreMapping } from './scoreHeadings.ts'
import type { ScorePlan, ScoreRow, ScoresChosen, ScoresExisting } from './scorePlan.ts'

/**
 * What each row of a list of scores would do; stores nothing. Each cell that can't be read is named with what was
 * expected; a row with one is refused whole, and the others are not held up. A score of the same pupil, tool, day and
 * form is the same score: twice the same changes nothing, twice different is refused. A page may rest at each step.
 */
export function* checkScoresSteps(
  table: ImportTable,
  mapping: ScoreMapping,
  existing: ScoresExisting,
  chosen: ScoresChosen,
  today: Day,
): Steps<ScorePlan> {
  const missing = missingOf(mapping, chosen)
  const rows = missing.length > 0 ? [] : yield* planRows(table, mapping, existing, chosen, today)
  const counts = { new: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return { table, mapping, missing, rows, counts }
}

/** The same at one go. */
export const checkScores = (...given: Parameters<typeof checkScoresSteps>): ScorePlan =>
  atOnce(checkScoresSteps(...given))

const sittingOf = ({ pupil, tool, day }: Score) => [pupil, tool, day].join('|')
const identityOf = ({ pupil, tool, day, form }: Score) =>
  [pupil, tool, day, folded(form?.trim() ?? '')].join('|')
const fields = Object.keys(Score.fields) as (keyof Score & string)[]
/** Fields of which two scores of one identity say something different. */
const differing = (one: Score, other: Score) =>
  fields.filter((name) => name !== 'form' && one[name] !== null && one[name] !== other[name])

function* planRows(
  table: ImportTable,
  mapping: ScoreMapping,
  existing: ScoresExisting,
  chosen: ScoresChosen,
  today: Day,
): Steps<ScoreRow[]> {
  const reading = readingOf(table, mapping, existing, chosen, today)
  const drafts = yield* mapSteps(table.rows, (source) => readScoreRow(source, reading))
  const keys = newKeysFor({
    pupils: [],
    needs: [],
    contacts: [],
    taken: new Set(existing.scores.map(({ key }) => key)),
  })
  const stored = new Map(
    existing.scores.filter(({ archived }) => !archived).map((score) => [identityOf(score), score]),
  )
  const ofSitting = grouped(
    existing.scores.filter(({ archived }) => !archived),
    sittingOf,
  )
  const first = new Map<string, { readonly row: number; readonly record: Score }>()
  const clashing = new Set<string>()
  for (const { row, record, reasons } of drafts) {
    if (record === null || reasons.length > 0) continue
    const identity = identityOf(record)
    const before = first.get(identity)
    if (!before) first.set(identity, { row, record })
    else if (differing(record, before.record).length + differing(before.record, record).length > 0)
      clashing.add(identity)
  }
  return yield* mapSteps(drafts, (draft: ScoreDraft): ScoreRow => {
    const { row, match, record, reasons, notices } = draft
    const pupil = match.is === 'matched' ? match.pupil.key : null
    const refused = (why: readonly Reason[], maybe: readonly string[] = []): ScoreRow => ({
      row,
      pupil,
      notices,
      outcome: 'refused',
      reasons: why,
      maybe,
    })
    if (match.is === 'doubt') return refused([match.reason, ...reasons], match.maybe)
    if (record === null || reasons.length > 0) return refused(reasons)
    const identity = identityOf(record)
    const earlier = first.get(identity)!
    if (clashing.has(identity))
      return refused([
        {
          column: '',
          found: `the same pupil, tool, day and form as another row (first row ${earlier.row}), with other numbers`,
          expected: 'each score once',
        },
      ])
    if (earlier.row !== row)
      return {
        row,
        pupil,
        outcome: 'unchanged',
        notices: [...notices, { column: '', message: `Says the same as row ${earlier.row}` }],
      }
    const known = stored.get(identity)
    if (known) {
      const moved = differing(record, known)
      return moved.length === 0
        ? { row, pupil, outcome: 'unchanged', notices }
        : refused(
            moved.map((name) => ({
              column: fieldOf(Score, name).label,
              found: show(fieldOf(Score, name), record[name]),
              expected: `${show(fieldOf(Score, name), known[name]) || 'nothing'}, as is on record for that day: change the score itself if the file is right`,
            })),
          )
    }
    // A list that leaves out the form of a score on record, or tells it for the first time, makes no second score.
    const alike = ofSitting
      .get(sittingOf(record))
      ?.find((one) => (one.form === null) !== (record.form === null) && differing(record, one).length === 0)
    if (alike)
      return {
        row,
        pupil,
        outcome: 'unchanged',
        notices: [
          ...notices,
          {
            column: '',
            message: `On record already, ${alike.form === null ? 'without a form' : `as form ${alike.form}`}`,
          },
        ],
      }
    const key = keys.of(record.pupil, 'Score', record.tool, record.day, folded(record.form?.trim() ?? ''))
    return { row, pupil, notices, outcome: 'new', score: { key, record } }
  })
}
