import { inWords } from '../../words/t.ts'
import { addDays, addMonths, type Day, showDay } from './day.ts'
import type { LimitRow, Span } from './lawRow.ts'
import { type LimitName, limits } from './limitRows.ts'
import { localsInForce } from './localLimits.ts'
import type { ReviewSettings } from './reviewSettings.ts'
import { spanWords } from './spanWords.ts'
import type { Why } from './why.ts'

/** A date that a rule gives, with the rule. */
export type RuledDay = { readonly day: Day; readonly why: Why }

/** The newest row of a limit that has begun by a day; before the first one has, the first. */
export const rowOn = (rows: readonly [LimitRow, ...LimitRow[]], on: Day): LimitRow =>
  rows.findLast((row) => row.from <= on) ?? rows[0]

/** The law, guidance or practice of a limit on a day, before anything local. */
export const lawOn = (name: LimitName, on: Day): LimitRow => rowOn(limits[name].rows, on)

/** How many calendar days a limit has on a day, before anything local; limits of months have none. */
export const lawDays = (name: LimitName, on: Day): number => {
  const { span } = lawOn(name, on)
  if (!('days' in span)) throw new Error(`${name} is no limit of days`)
  return span.days
}

/** `after` the day it counts from, or `before` it. */
export const reckon = (from: Day, span: Span, way: 'after' | 'before'): Day => {
  const sign = way === 'after' ? 1 : -1
  if ('days' in span) return addDays(from, sign * span.days)
  if ('months' in span) return addMonths(from, sign * span.months)
  throw new Error('A day of the year is not counted from another; school days need the calendar')
}

type Inputs = Readonly<Record<string, string>>

/** Why a date is what it is, from the row that gave it. */
export const whyOf = (name: LimitName, row: LimitRow, inputs: Inputs, elsewhere = false): Why => ({
  rule: limits[name].rule,
  says: inWords(row.says).replace('{0}', spanWords(row.span)),
  strength: row.strength,
  source: (elsewhere && row.elsewhere) || row.source,
  inputs: Object.entries(inputs).map(([label, value]) => ({ label, value })),
})

/** The limit in force on a day for a pupil: the law's, or a tighter one of the authority or the school. */
export const limitOn = (name: LimitName, on: Day, settings: ReviewSettings): LimitRow => {
  const law = lawOn(name, on)
  const [tightest] = localsInForce(name, law, on, settings)
  if (!tightest) return law
  return {
    ...law,
    span: { days: tightest.days },
    strength: tightest.strength,
    source: tightest.source,
    elsewhere: tightest.source,
  }
}

/** A day counted from another by the limit in force then; what it was counted from is `label` in the inputs. */
export const ruledDay = (
  name: LimitName,
  label: string,
  from: Day,
  way: 'after' | 'before',
  settings: ReviewSettings,
  more: Inputs = {},
): RuledDay => {
  const row = limitOn(name, from, settings)
  return {
    day: reckon(from, row.span, way),
    why: whyOf(name, row, { [label]: showDay(from), ...more }, settings.elsewhere),
  }
}
