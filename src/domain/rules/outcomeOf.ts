import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import type { AssessmentTool } from '../records/assessmentTool.ts'
import type { MeasuredLine } from './analysisLines.ts'
import { costPerGain } from './costPerGain.ts'
import { effectSize, enoughPupils, mean, type Pair } from './effectSize.ts'
import type { fidelity } from './fidelity.ts'
import { type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'
import { linePerPupil } from './linePerPupil.ts'
import { costFigure, fidelityOf, meanFigure, medianRatio } from './outcomeFigures.ts'
import { metWords, wordsOf } from './outcomeWords.ts'
import { percentMet } from './percentMet.ts'
import { mainNumber, showMain, unitOf } from './scoring.ts'

type Tool = AssessmentTool & { readonly key: string }

/** What came of one group, of several, or of a provision altogether, on one tool. */
export type Outcome = {
  /** The group’s key; null of pupils supported on their own. */
  readonly key: string | null
  readonly name: string
  /** All lines of support in the period: more than pupils where somebody had it twice. Null for readers outside. */
  readonly times: number | null
  /** Each with one line, and how many have a start and an end on this tool; null where that is hidden. */
  readonly pupils: number | null
  readonly measured: number | null
  /** How many were measured with another tool: not in these figures, since only like is compared with like. */
  readonly otherTool: number | null
  readonly start: Reckoned
  readonly end: Reckoned
  /** Mean change for the better. */
  readonly gain: Reckoned
  readonly ratio: Reckoned
  readonly effect: ReturnType<typeof effectSize>
  readonly met: Reckoned<
    Figure & { readonly met: number; readonly n: number; readonly missing: number | null }
  >
  readonly fidelity: ReturnType<typeof fidelity>
  readonly cost: Reckoned
  readonly costOfGain: Reckoned
  /** `5 of 6 met it; 1 without a result. Small group, no control group.` */
  readonly words: string
}

/** What the figures of an outcome are made from; each is a number that may be small. */
export type Part =
  | 'pupils'
  | 'measured'
  | 'otherTool'
  | 'met'
  | 'notMet'
  | 'noResult'
  | 'ratios'
  | 'logged'
  | 'costed'
  | 'priced'
/** An outcome with nothing hidden, and how many pupils stand behind each of its figures. */
export type WholeOutcome = Outcome & {
  readonly times: number
  readonly pupils: number
  readonly measured: number
  readonly behind: Readonly<Record<Part, number>>
}

const pairOf = ({ impact }: MeasuredLine, tool: Tool): (Pair & { readonly gain: number }) | null => {
  const { entry, exit, compared } = impact
  if (!entry || !exit || compared.tool === null || compared.tool.key !== tool.key || compared.gain === null)
    return null
  const [start, end] = [mainNumber(entry, tool), mainNumber(exit, tool)]
  return start === null || end === null ? null : { start, end, gain: compared.gain }
}

/** Whether a line reached the target of its scores on this tool; null where none was set or nobody knows yet. */
const metOf = ({ impact: { compared } }: MeasuredLine, tool: Tool): boolean | null =>
  compared.tool !== null && compared.tool.key === tool.key ? compared.met : null

/** Says in its reason how pupils with several lines were counted, where there are some. */
const saidOnce =
  (times: number, pupils: number) =>
  <F extends Figure>(figure: Reckoned<F>): Reckoned<F> =>
    figure.value === null || times === pupils
      ? figure
      : {
          ...figure,
          why: {
            ...figure.why,
            says: t`${figure.why.says} ${counted(pupils, 'pupil')} had ${counted(times, 'line')} of support: each pupil counts once, with the latest line that was measured at both ends.`,
          },
        }

/** All figures of some lines on one tool, each pupil once (`linePerPupil`). */
export const outcomeOf = (
  key: string | null,
  name: string,
  all: readonly MeasuredLine[],
  tool: Tool,
): WholeOutcome => {
  const lines = linePerPupil(all, tool.key)
  const once = saidOnce(all.length, lines.length)
  const paired = lines.flatMap((one) => {
    const pair = pairOf(one, tool)
    return pair ? [{ one, pair }] : []
  })
  const measured = paired.map(({ one }) => one)
  const pairs = paired.map(({ pair }) => pair)
  const show = (value: number) => (tool.scale === 'age' ? showMain(value, tool) : showNumber(value))
  const none = t`Nobody has a start and an end on this tool`
  const rated = measured.filter(({ impact: { compared } }) => compared.tool && compared.ratio.value !== null)
  const [otherTool, own] = [
    lines.filter(({ impact: { compared } }) => compared.tool && compared.tool.key !== tool.key),
    lines.filter(({ impact: { compared } }) => !compared.tool || compared.tool.key === tool.key),
  ]
  const results = own.map((one) => metOf(one, tool))
  const met = percentMet(results)
  const effect = effectSize(pairs, { sd15: tool.scale === 'standardised', better: tool.better })
  const given = fidelityOf(lines)
  const meanOf = (of: 'start' | 'end', what: string) =>
    meanFigure(
      pairs.map((pair) => pair[of]),
      what,
      show,
      none,
    )
  const costed = lines.filter(({ costPence }) => costPence !== null)
  // Only what was measured is set against its own cost.
  const priced = paired.filter(({ one: { costPence } }) => costPence !== null)
  const endedIn = (result: boolean | null) => results.filter((one) => one === result).length
  return {
    key,
    name,
    times: all.length,
    pupils: lines.length,
    measured: pairs.length,
    otherTool: otherTool.length,
    start: once(meanOf('start', t`Mean at the start`)),
    end: once(meanOf('end', t`Mean at the end`)),
    gain: once(
      meanFigure(
        pairs.map((pair) => pair.gain),
        t`Mean gain`,
        (value) => showNumber(value, 1, true),
        none,
      ),
    ),
    ratio: once(
      medianRatio(
        rated.flatMap(({ impact: { compared } }) =>
          compared.tool && compared.ratio.value !== null ? [compared.ratio] : [],
        ),
      ),
    ),
    effect: once(effect),
    met: once(met),
    fidelity: given,
    cost: once(
      costFigure(
        costed.map(({ costPence }) => costPence!),
        lines.length,
      ),
    ),
    costOfGain:
      priced.length === 0
        ? noFigure(pairs.length === 0 ? none : t`Nobody who was measured is costed yet`)
        : costPerGain(
            Math.round(mean(priced.map(({ one }) => one.costPence!))),
            mean(priced.map(({ pair }) => pair.gain)),
            unitOf(tool),
          ),
    words: wordsOf({
      begins:
        met.value !== null
          ? metWords(met)
          : pairs.length === 0
            ? t`None of ${counted(lines.length, 'pupil')} has a start and an end on this tool yet.`
            : t`${pairs.length} of ${lines.length} measured at both ends; no target was set.`,
      measured: pairs.length > 0,
      small: pairs.length < enoughPupils,
      effect,
      fidelity: given,
    }),
    behind: {
      pupils: lines.length,
      measured: measured.length,
      otherTool: otherTool.length,
      met: endedIn(true),
      notMet: endedIn(false),
      noResult: endedIn(null),
      ratios: rated.length,
      logged: lines.filter(({ sessions }) => sessions !== null).length,
      costed: costed.length,
      priced: priced.length,
    },
  }
}
