import { t } from '../../words/t.ts'
import { counted } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import type { ChronologyEntry } from '../../domain/records/chronologyEntry.ts'
import { conversationsIn } from '../../domain/rules/cycleEvidence.ts'
import { showDay } from '../../domain/rules/day.ts'
import { academicYearOf, showAcademicYear } from '../../domain/rules/schoolYear.ts'
import type { Block } from '../blocks.ts'
import { cell, note, text } from '../minutes/parts.ts'
import { under } from './paper.ts'
import type { PlanFile } from './supportPlan.ts'

type Entry = Stored<ChronologyEntry>

/**
 * The conversations with parents in the school year of a plan, each day with what was written down of it. What somebody
 * else said or is said of somebody else stays out: the plan goes to the family.
 * Source: SEND Code of Practice 6.65, at least three a year.
 */
export const talksInPlan = ({ cycle, context, today, entries = [] }: PlanFile): Block[] => {
  const year = academicYearOf(cycle.agreedOn ?? cycle.began)
  const held = conversationsIn({ entries, cycles: context.all }, year, today)
  if (held.length === 0) return []
  const ofEntry = new Map(entries.map((one): [string, Entry] => [one.key, one]))
  const wordsOf = ({ of, key }: (typeof held)[number]): string => {
    if (of === 'cycle') {
      const plan = context.all.find((one) => one.key === key)
      return plan ? t`Review of plan ${plan.number}` : t`Review of a plan`
    }
    const entry = ofEntry.get(key)
    return entry && entry.thirdParty !== true ? entry.text : t`A conversation with parents`
  }
  return under(1, t`When we talked with parents`, [
    {
      is: 'table',
      summary: t`Conversations with parents in the school year ${showAcademicYear(year)}: the day, and what was talked about`,
      head: [t`Day`, t`What we talked about`],
      widths: [1.2, 4.8],
      rowHeadings: true,
      rows: held.map((one) => [cell(text(showDay(one.day))), cell(text(wordsOf(one)))]),
    },
    note(
      t`${counted(held.length, 'conversation')} in the school year ${showAcademicYear(year)}. The school should meet parents at least three times a year (SEND Code of Practice, 6.65).`,
    ),
  ])
}
