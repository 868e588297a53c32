import { inWords, t } from '../../../words/t.ts'
import { TermDate } from '../../../domain/records/termDate.ts'
import { type Day, showWeekday } from '../../../domain/rules/day.ts'
import type { TermRow } from '../../../domain/rules/termLines.ts'

const kindWords = TermDate.fields.kind.choices

/** `Mon 26 Oct to Fri 30 Oct 2026`: the year once, where both days share it. */
export const spanWords = ({ starts, ends }: { starts: Day; ends: Day }): string => {
  if (starts === ends) return showWeekday(starts)
  const first = showWeekday(starts)
  return t`${starts.slice(0, 4) === ends.slice(0, 4) ? first.slice(0, -5) : first} to ${showWeekday(ends)}`
}

/** What a row is called: its name, or what it is. */
export const rowName = ({ kind, name }: Pick<TermRow, 'kind' | 'name'>): string =>
  name ?? inWords(kindWords[kind])

/** `Half-term or holiday · Mon 26 Oct to Fri 30 Oct 2026`. */
export const rowLine = (row: TermRow): string =>
  [row.name === null ? null : inWords(kindWords[row.kind]), spanWords(row)].filter(Boolean).join(' · ')

export const countDates = (count: number): string => (count === 1 ? t`1 date` : t`${count} dates`)
