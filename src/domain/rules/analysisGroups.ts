import type { AssessmentTool } from '../records/assessmentTool.ts'
import { grouped } from '../grouped.ts'
import { counted } from '../counted.ts'
import type { MeasuredLine } from './analysisLines.ts'
import { fewestShown, hiddenOf } from './analysisHidden.ts'
import type { Day } from './day.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'
import { costPerGain } from './costPerGain.ts'
import { effectSize, mean, type Pair } from './effectSize.ts'
import { fidelity } from './fidelity.ts'
import { percentMet } from './percentMet.ts'
import { showMoney } from './money.ts'
import { mainNumber, showMain, unitOf } from './scoring.ts'

type Tool = AssessmentTool & { readonly key: string }
export type Period = { readonly from: Day; readonly until: Day }

/** What came of one group, of several, or of a provision altogether, on one tool. */
export type Outcome = {
  /** The group’s key; null of pupils supported on their own. */
  readonly key: string | null
  readonly name: string
  /** Lines of support in the period, and how many have a start and an end on this tool. */
  readonly lines: number
  readonly measured: number
  /** The pupils behind the lines, and behind those measured: one may have had the same support twice. */
  readonly pupils: { readonly lines: number; readonly measured: number }
  /** How many were measured with another tool: not in these figures, since only like is compared with like. */
  readonly otherTool: number
  readonly start: Reckoned
  readonly end: Reckoned
  /** Mean change for the better. */
  readonly gain: Reckoned
  readonly ratio: Reckoned
  readonly effect: ReturnType<typeof effectSize>
  readonly met: ReturnType<typeof percentMet>
  readonly fidelity: ReturnType<typeof fidelity>
  readonly cost: Reckoned
  readonly costOfGain: Reckoned
  /** `5 of 6 met it; 1 without a result. Small group, no control group.` */
  readonly words: string
  /** So few pupils that a reader outside must not see them. */
  readonly hidden: boolean
}

/** Lines whose support fell into a period, at least in part. */
export const inPeriod = (lines: readonly MeasuredLine[], { from, until }: Period): MeasuredLine[] =>
  lines.filter(({ line }) => line.from <= until && (line.until === null || line.until >= from))

const pairOf = ({ impact }: MeasuredLine, tool: Tool): (Pair & { readonly gain: number }) | null => {
  const { entry, exit, compared } = impact
  if (!entry || !exit || compared.tool === null || compared.tool.key !== tool.key || compared.gain === null)
    return null
  const [start, end] = [mainNumber(entry, tool), mainNumber(exit, tool)]
  return start === null || end === null ? null : { start, end, gain: compared.gain }
}

const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length % 2 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2
}

const meanFigure = (
  values: readonly number[],
  what: string,
  show: (value: number) => string,
  without: string,
): Reckoned => {
  if (values.length === 0) return noFigure(without)
  const value = mean(values)
  return {
    value,
    shown: show(value),
    reading: `${what}: ${show(value)}`,
    cautions: [],
    why: because(
      what,
      `Mean of ${counted(values.length, 'pupil')}: ${show(value)}.`,
      'The school’s own scores',
      [
        { label: 'Least', value: show(Math.min(...values)) },
        { label: 'Most', value: show(Math.max(...values)) },
      ],
    ),
  }
}

const medianRatio = (ratios: readonly Figure[]): Reckoned => {
  if (ratios.length === 0) return noFigure('No pair of age equivalents')
  const value = middle(ratios.map((one) => one.value))
  const shown = showNumber(value)
  return {
    value,
    shown,
    reading: `${shown} months’ progress a month for the pupil in the middle; 1 keeps pace`,
    cautions: [],
    why: because(
      'Ratio gain, median',
      `The middle of ${counted(ratios.length, 'ratio gain')}: ${shown}. One pupil who leapt ahead doesn’t move it.`,
      ratios[0]!.why.source,
      [
        {
          label: 'From lowest to highest',
          value: ratios
            .map((one) => one.value)
            .toSorted((a, b) => a - b)
            .map((one) => showNumber(one))
            .join(', '),
        },
      ],
    ),
  }
}

const costFigure = (pence: readonly number[], lines: number): Reckoned => {
  if (pence.length === 0) return noFigure('No line is costed yet')
  const value = Math.round(mean(pence))
  return {
    value,
    shown: showMoney(value),
    reading: `${showMoney(value)} for each pupil`,
    cautions: pence.length < lines ? [`${lines - pence.length} of ${lines} lines can’t be costed yet`] : [],
    why: because(
      'Cost for each pupil',
      `Mean of ${counted(pence.length, 'costed line')}: ${showMoney(value)}.`,
      'The lines’ own costs, by the school’s rates',
      [{ label: 'Costed', value: `${pence.length} of ${lines}` }],
    ),
  }
}

const fidelityOf = (lines: readonly MeasuredLine[]): Outcome['fidelity'] => {
  const known = lines.flatMap(({ sessions }) => sessions ?? [])
  if (known.length === 0) return noFigure('No sessions are logged')
  const total = (of: 'planned' | 'held' | 'unlogged') => known.reduce((sum, one) => sum + one[of], 0)
  const attended = known.every((one) => one.attended !== null)
    ? known.reduce((sum, one) => sum + one.attended!, 0)
    : null
  // Of sessions that nobody has said anything about nothing is known: they count neither way.
  return fidelity(total('held'), total('planned') - total('unlogged'), attended)
}

/** Whether a line reached the target of its scores on this tool; null where none was set or nobody knows yet. */
const metOf = ({ impact: { compared } }: MeasuredLine, tool: Tool): boolean | null =>
  compared.tool !== null && compared.tool.key === tool.key ? compared.met : null

/** How it came out, in words that suggest and don’t judge. */
const wordsOf = (
  met: Outcome['met'],
  effect: Outcome['effect'],
  measured: number,
  lines: number,
  fidelityFigure: Outcome['fidelity'],
): string => {
  const first =
    met.value === null
      ? measured === 0
        ? `None of ${counted(lines, 'pupil')} has a start and an end on this tool yet.`
        : `${measured} of ${lines} measured at both ends; no target was set.`
      : `${met.met} of ${met.n} met${met.missing > 0 ? `; ${met.missing} missing` : ''}.`
  if (measured === 0) return first
  const size = measured < 8 ? 'Small group, no control group.' : 'No control group.'
  const shown = effect.value === null ? '' : ` Effect size ${effect.shown}, indicative.`
  const doubt =
    fidelityFigure.value !== null && !fidelityFigure.reliable
      ? ' Less than 80% was given as planned, so this says little.'
      : ''
  return `${first} ${size}${shown}${doubt}`
}

const pupilsIn = (lines: readonly MeasuredLine[]): number => new Set(lines.map(({ line }) => line.pupil)).size

/** All figures of some lines on one tool. */
export const outcomeOf = (
  key: string | null,
  name: string,
  lines: readonly MeasuredLine[],
  tool: Tool,
  hidden = false,
): Outcome => {
  const paired = lines.flatMap((one) => {
    const pair = pairOf(one, tool)
    return pair ? [{ one, pair }] : []
  })
  const pairs = paired.map(({ pair }) => pair)
  const gains = pairs.map((pair) => pair.gain)
  const show = (value: number) => (tool.scale === 'age' ? showMain(value, tool) : showNumber(value))
  const none = 'Nobody has a start and an end on this tool'
  const ratios = paired.flatMap(({ one: { impact } }) =>
    impact.compared.tool && impact.compared.ratio.value !== null ? [impact.compared.ratio] : [],
  )
  const met = percentMet(lines.map((one) => metOf(one, tool)))
  const effect = effectSize(pairs, { sd15: tool.scale === 'standardised', better: tool.better })
  const given = fidelityOf(lines)
  const gain = meanFigure(gains, 'Mean gain', (value) => showNumber(value, 1, true), none)
  const cost = costFigure(
    lines.flatMap(({ costPence }) => costPence ?? []),
    lines.length,
  )
  // Only what was measured is set against its own cost.
  const measuredCost = paired.flatMap(({ one: { costPence }, pair }) =>
    costPence === null ? [] : [{ pence: costPence, gain: pair.gain }],
  )
  return {
    key,
    name,
    lines: lines.length,
    measured: pairs.length,
    pupils: { lines: pupilsIn(lines), measured: pupilsIn(paired.map(({ one }) => one)) },
    otherTool: lines.filter(({ impact }) => impact.compared.tool && impact.compared.tool.key !== tool.key)
      .length,
    start: meanFigure(
      pairs.map((pair) => pair.start),
      'Mean at the start',
      show,
      none,
    ),
    end: meanFigure(
      pairs.map((pair) => pair.end),
      'Mean at the end',
      show,
      none,
    ),
    gain,
    ratio: medianRatio(ratios),
    effect,
    met,
    fidelity: given,
    cost,
    costOfGain:
      measuredCost.length === 0
        ? noFigure(gains.length === 0 ? none : 'Nobody who was measured is costed yet')
        : costPerGain(
            Math.round(mean(measuredCost.map(({ pence }) => pence))),
            mean(measuredCost.map((each) => each.gain)),
            unitOf(tool),
          ),
    words: wordsOf(met, effect, pairs.length, lines.length, given),
    hidden,
  }
}

/** Outcomes with so few pupils that readers outside must not see them, and what would tell of them, marked hidden. */
const withHidden = (
  whole: Outcome,
  parts: readonly Outcome[],
  fewest: number,
): { whole: Outcome; parts: Outcome[] } => {
  const idOf = (at: number) => `part${at}`
  const kinds = ['lines', 'measured'] as const
  // Six lines of three pupils are three pupils.
  const told = (one: Outcome, kind: (typeof kinds)[number]) =>
    one.pupils[kind] < fewest ? one.pupils[kind] : one[kind]
  const hidden = new Set(
    kinds.flatMap((kind) => [
      ...hiddenOf(
        [
          {
            id: 'whole',
            n:
              whole.pupils[kind] < fewest
                ? whole.pupils[kind]
                : parts.reduce((n, part) => n + told(part, kind), 0),
            shown: true,
          },
          ...parts.map((part, at) => ({ id: idOf(at), n: told(part, kind), shown: true })),
        ],
        [{ whole: 'whole', parts: parts.map((_, at) => idOf(at)) }],
        fewest,
      ),
    ]),
  )
  return {
    whole: { ...whole, hidden: hidden.has('whole') },
    parts: parts.map((part, at) => ({ ...part, hidden: hidden.has(idOf(at)) })),
  }
}

/** One provision in a period, group by group and altogether, on one tool. */
export const acrossGroups = (
  lines: readonly MeasuredLine[],
  tool: Tool,
  nameOf: (group: string | null) => string,
  fewest = fewestShown,
): { readonly whole: Outcome; readonly parts: readonly Outcome[] } => {
  const byGroup = grouped(lines, ({ line }) => line.group ?? '')
  const parts = [...byGroup]
    .map(([group, own]) => outcomeOf(group || null, nameOf(group || null), own, tool))
    .toSorted((a, b) => (a.key === null ? 1 : b.key === null ? -1 : a.name < b.name ? -1 : 1))
  return withHidden(outcomeOf(null, 'Altogether', lines, tool), parts, fewest)
}

/** Every provision that was measured with one tool, side by side: what a pupil cost and gained. */
export const valueOf = (
  lines: readonly MeasuredLine[],
  tool: Tool,
  nameOf: (provision: string) => string,
  fewest = fewestShown,
): { readonly whole: Outcome; readonly parts: readonly Outcome[] } => {
  const parts = [...grouped(lines, ({ line }) => line.provision)]
    .map(([provision, own]) => outcomeOf(provision, nameOf(provision), own, tool))
    .filter(({ measured }) => measured > 0)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const within = new Set(parts.map(({ key }) => key))
  const all = lines.filter(({ line }) => within.has(line.provision))
  return withHidden(outcomeOf(null, 'Altogether', all, tool), parts, fewest)
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
