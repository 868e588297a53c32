import { t } from '../../../words/t.ts'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { acrossGroups, toolsOf, valueOf } from '../../../domain/rules/analysisGroups.ts'
import type { MeasuredLine } from '../../../domain/rules/analysisLines.ts'
import type { TermResult } from '../../../domain/rules/analysisSubgroups.ts'
import type { Stored } from '../../../domain/record.ts'
import { grouped } from '../../../domain/grouped.ts'
import type { WholeOutcome } from '../../../domain/rules/outcomeOf.ts'
import { outsideView } from '../../../domain/rules/outcomeOutside.ts'
import type { Asked } from './asked.ts'

type Names = {
  readonly groups: ReadonlyMap<string, string>
  readonly provisions: ReadonlyMap<string, string>
}
/** Scores by term, reckoned apart since they take long. */
export type SendAnswer = {
  readonly tools: readonly Stored<AssessmentTool>[]
  readonly tool: Stored<AssessmentTool> | undefined
  readonly results: readonly TermResult[]
}

const pupilsOf = (lines: readonly MeasuredLine[]): number => new Set(lines.map(({ line }) => line.pupil)).size

/** Provisions that may be looked at, and the one that most is known of: the most groups, then the most pupils. */
const offered = (measured: readonly MeasuredLine[], least: number, named: (key: string) => string) => {
  const own = [...grouped(measured, ({ line }) => line.provision)].filter(
    ([, lines]) => pupilsOf(lines) >= least,
  )
  const groups = (lines: readonly MeasuredLine[]) => new Set(lines.map(({ line }) => line.group)).size
  return {
    provisions: own
      .map(([key]) => ({ key, name: named(key) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    most: own.toSorted(([, a], [, b]) => groups(b) - groups(a) || b.length - a.length)[0]?.[0] ?? null,
  }
}

const inside = <T extends object>(outcomes: T) => ({ ...outcomes, outside: null })

/** What is shown for what was asked, out of lines of the period. `fewest` pupils are shown to readers outside. */
export const answerOf = (
  asked: Asked,
  lines: readonly MeasuredLine[],
  names: Names,
  send: SendAnswer,
  fewest: number,
) => {
  const named = (key: string) => names.provisions.get(key) ?? t`Support no longer on offer`
  if (asked.view === 'send') {
    const { results, tool } = send
    const term = results.find(({ term: { key } }) => key === asked.term) ?? results.at(-1)
    const shared = { tools: send.tools, tool, provisions: [], provision: null }
    return term && tool
      ? ({ is: 'send', ...shared, tool, results, term } as const)
      : ({ is: 'none', ...shared } as const)
  }
  const measured = lines.filter(({ impact }) => impact.compared.tool !== null)
  // Names of what too few pupils have say something of them, too.
  const { provisions, most } = offered(measured, asked.safe ? fewest : 1, named)
  const provision = provisions.some(({ key }) => key === asked.provision) ? asked.provision : most
  const own = asked.view === 'groups' ? lines.filter(({ line }) => line.provision === provision) : lines
  const tools = toolsOf(own)
    .filter(({ measured: count }) => !asked.safe || count >= fewest)
    .map((each) => each.tool)
  const tool = tools.find(({ key }) => key === asked.tool) ?? tools[0]
  const shared = { tools, tool, provisions, provision }
  if (!tool || (asked.view === 'groups' && provision === null)) return { is: 'none', ...shared } as const
  if (asked.view === 'value') {
    const all = valueOf(own, tool, named)
    if (!asked.safe) return { is: 'value', ...shared, tool, ...inside(all) } as const
    // The sum of all provision doesn’t stand beside them: each is alone.
    const seen = outsideView(all, { fewest, wholeShown: false })
    return { is: 'value', ...shared, tool, ...seen, outside: seen } as const
  }
  const nameOf = (group: string | null) =>
    group === null ? t`On their own` : (names.groups.get(group) ?? t`A group that ended`)
  const all = acrossGroups(own, tool, nameOf)
  const base = { is: 'groups', ...shared, tool, name: named(provision!) } as const
  if (!asked.safe) return { ...base, ...inside(all) }
  const numbered = ({ key, name }: WholeOutcome, place: number) => (key === null ? name : t`Group ${place}`)
  // Where a pupil was in two groups, the sum of the groups beside all of them would say how many those are.
  const apart = all.parts.reduce((sum, { pupils }) => sum + pupils, 0) === all.whole.pupils
  const seen = outsideView(all, { fewest, wholeShown: apart, nameOf: numbered })
  return { ...base, ...seen, outside: seen }
}
export type Answer = ReturnType<typeof answerOf>
