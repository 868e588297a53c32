import type { Day } from './day.ts'
import { type QualityRecords, qualityTests } from './qualityTests.ts'
import { type QualityCheck, type QualityRow, qualityRows } from './qualityRows.ts'

/** The part of the review in which something is written. */
export type QualityBlock =
  | 'people'
  | 'child'
  | 'parents'
  | 'outcomes'
  | 'support'
  | 'health'
  | 'adulthood'
  | 'placement'
  | 'budget'
  | 'changes'
  | 'recommendation'
  | 'actions'
  | 'dates'

/** Where a point was lost: the field that would bring it back. `record` is null where there is none yet. */
export type QualityPlace = {
  readonly block: QualityBlock
  readonly record: string | null
  readonly field: string
}

/** One thing that a check looks at: whether it is there, what to call it, and where it is written. */
export type QualityPoint = { readonly met: boolean; readonly words: string; readonly place: QualityPlace }

export type CheckedLine = {
  readonly check: QualityCheck
  readonly row: QualityRow
  readonly of: number
  readonly met: number
  /** What is missing, each with its place; in the order of the record. */
  readonly lost: readonly QualityPoint[]
}

export type Quality = {
  /** Whole points out of a hundred, rounded down: a hundred means that nothing is missing. Null: nothing is asked yet. */
  readonly score: number | null
  readonly lines: readonly CheckedLine[]
}

const checks = Object.keys(qualityRows) as QualityCheck[]
const inForce = (rows: readonly [QualityRow, ...QualityRow[]], day: Day): QualityRow =>
  rows.findLast(({ from }) => from <= day) ?? rows[0]

/**
 * How complete the record of one review is, by the published checklist: computed, never chosen, and the same records
 * on the same day give the same score. A check that asks nothing of this review (adulthood before Year 9) doesn't
 * count; one of several things counts by its share. Every lost point names its field. It is no judgement of the review
 * itself. Sources: SEND Regulations 2014, regulation 20; SEND Code of Practice 9.166 to 9.169.
 */
export const qualityOf = (records: QualityRecords, today: Day): Quality => {
  const lines = checks.flatMap((check): CheckedLine[] => {
    const points = qualityTests[check](records, today)
    if (points.length === 0) return []
    const lost = points.filter(({ met }) => !met)
    return [
      {
        check,
        row: inForce(qualityRows[check], records.review.meetingDate ?? today),
        of: points.length,
        met: points.length - lost.length,
        lost,
      },
    ]
  })
  // In whole numbers throughout: weight × met ÷ of is never reckoned in binary floats.
  let [gained, asked] = [0n, 0n]
  const all = lines.reduce((product, { of }) => product * BigInt(of), 1n)
  for (const { row, of, met } of lines) {
    gained += (BigInt(row.weight) * BigInt(met) * all) / BigInt(of)
    asked += BigInt(row.weight) * all
  }
  return { score: asked === 0n ? null : Number((gained * 100n) / asked), lines }
}
