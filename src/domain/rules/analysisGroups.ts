import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { AssessmentTool } from '../records/assessmentTool.ts'
import type { MeasuredLine } from './analysisLines.ts'
import type { Day } from './day.ts'
import { outcomeOf, type WholeOutcome } from './outcomeOf.ts'

type Tool = AssessmentTool & { readonly key: string }
export type Period = { readonly from: Day; readonly until: Day }

/** Lines whose support fell into a period, at least in part. */
export const inPeriod = (lines: readonly MeasuredLine[], { from, until }: Period): MeasuredLine[] =>
  lines.filter(({ line }) => line.from <= until && (line.until === null || line.until >= from))

/** One provision in a period, group by group and altogether, on one tool. */
export const acrossGroups = (
  lines: readonly MeasuredLine[],
  tool: Tool,
  nameOf: (group: string | null) => string,
): { readonly whole: WholeOutcome; readonly parts: readonly WholeOutcome[] } => {
  const byGroup = grouped(lines, ({ line }) => line.group ?? '')
  const parts = [...byGroup]
    .map(([group, own]) => outcomeOf(group || null, nameOf(group || null), own, tool))
    .toSorted((a, b) => (a.key === null ? 1 : b.key === null ? -1 : a.name < b.name ? -1 : 1))
  return { whole: outcomeOf(null, t`Altogether`, lines, tool), parts }
}

/** Every provision that was measured with one tool, side by side: what a pupil cost and gained. */
export const valueOf = (
  lines: readonly MeasuredLine[],
  tool: Tool,
  nameOf: (provision: string) => string,
): { readonly whole: WholeOutcome; readonly parts: readonly WholeOutcome[] } => {
  const parts = [...grouped(lines, ({ line }) => line.provision)]
    .map(([provision, own]) => outcomeOf(provision, nameOf(provision), own, tool))
    .filter(({ measured }) => measured > 0)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const within = new Set(parts.map(({ key }) => key))
  const all = lines.filter(({ line }) => within.has(line.provision))
  return { whole: outcomeOf(null, t`Altogether`, all, tool), parts }
}

/** Tools that some of these lines were measured with at both ends, and with how many; the most used first. */
export const toolsOf = (lines: readonly MeasuredLine[]): { tool: Tool; measured: number }[] => {
  const counts = new Map<string, { tool: Tool; measured: number }>()
  for (const { impact } of lines) {
    const { tool } = impact.compared
    if (!tool) continue
    const known = counts.get(tool.key)
    if (known) known.measured += 1
    else counts.set(tool.key, { tool, measured: 1 })
  }
  return [...counts.values()].toSorted(
    (a, b) => b.measured - a.measured || (a.tool.name < b.tool.name ? -1 : 1),
  )
}
