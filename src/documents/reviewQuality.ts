import type { AnyRecordType } from '../domain/record.ts'
import { Action } from '../domain/records/action.ts'
import { Outcome } from '../domain/records/outcome.ts'
import { OutcomeProgress } from '../domain/records/outcomeProgress.ts'
import { SectionChange } from '../domain/records/sectionChange.ts'
import type { Value } from '../domain/fields.ts'
import type { Day } from '../domain/rules/day.ts'
import { type Quality, type QualityBlock, qualityOf } from '../domain/rules/quality.ts'
import type { CheckedText } from '../domain/rules/qualityTests.ts'
import { check } from '../domain/wording/check.ts'
import { besideOf, kindOf } from '../domain/wording/kindOf.ts'
import type { WordingContext } from '../domain/wording/types.ts'
import { type ReviewFile, settingsOfFile } from './reviewFile.ts'
import { dayOfReview, reviewedOutcomes, reviewedSupport, targetPlaces } from './reviewPlaces.ts'

type Row = { readonly key: string }
type Wording = Omit<WordingContext, 'kind' | 'beside'>

const textOf = (
  wording: Wording,
  type: AnyRecordType,
  row: Row,
  field: string,
  block: QualityBlock,
  called: string,
): CheckedText[] => {
  const valueOf = (name: string) => (row as unknown as Record<string, Value>)[name] ?? null
  const [kind, text] = [kindOf(type, field, valueOf), valueOf(field)]
  if (!kind || typeof text !== 'string' || text.trim() === '') return []
  const open = check(text, { ...wording, kind, beside: besideOf(type, valueOf) }).length
  return [{ block, record: row.key, field, called, open }]
}

/** How complete the record of a review is, its wording looked at as the school has settled it. */
export const reviewQuality = (file: ReviewFile, today: Day, wording: Wording): Quality => {
  const outcomes = reviewedOutcomes(file)
  const targets = targetPlaces(file).known.flatMap(({ key }) =>
    file.outcomes.filter((one) => one.key === key),
  )
  const texts = [
    ...file.progress.flatMap((row) =>
      textOf(wording, OutcomeProgress, row, 'proposed', 'outcomes', 'New wording of an outcome'),
    ),
    ...targets.flatMap((row, at) =>
      textOf(wording, Outcome, row, 'text', 'outcomes', `New target ${at + 1}`),
    ),
    ...file.sectionChanges.flatMap((row) =>
      textOf(wording, SectionChange, row, 'proposed', 'changes', `Section ${row.section}`),
    ),
    ...file.actions.flatMap((row, at) => textOf(wording, Action, row, 'what', 'actions', `Action ${at + 1}`)),
  ]
  return qualityOf(
    {
      ...file,
      outcomes,
      targets,
      support: reviewedSupport(file, dayOfReview(file, today)),
      settings: settingsOfFile(file),
      texts,
    },
    today,
  )
}
