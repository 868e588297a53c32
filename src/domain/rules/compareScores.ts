import { t } from '../../words/t.ts'
import type { AssessmentTool } from '../records/assessmentTool.ts'
import type { Score } from '../records/score.ts'
import { showDay } from './day.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'
import { daysWrong, ratioGain } from './ratioGain.ts'
import { exactAge, intervalOf, mainNumber, unitOf } from './scoring.ts'
import { standardisedChange } from './standardisedChange.ts'

type Keyed<T> = T & { readonly key: string }

/** Two scores of one tool set against each other. */
export type Compared = {
  readonly tool: Keyed<AssessmentTool>
  readonly ratio: Reckoned<Figure & { readonly gainMonths: number; readonly band: string }>
  readonly standardised: ReturnType<typeof standardisedChange>
  /** Change of points, percentage or raw score. */
  readonly points: Reckoned
  /** Change of the tool's main number, above nothing where it is for the better; for sums, charts and cost. */
  readonly gain: number | null
  readonly unit: string
  /** Whether the score at the end is at its target or beyond; null where none was set or it isn't known. */
  readonly met: boolean | null
}
/** Or a sentence on why start and end can't be compared. */
export type Comparison = Compared | { readonly tool: null; readonly without: string }

/** Compares two scores of a pupil, or says in a sentence why they can't be. */
export const compare = (
  entry: Score,
  exit: Score,
  tools: ReadonlyMap<string, Keyed<AssessmentTool>>,
): Comparison => {
  const refuse = (without: string) => ({ tool: null, without }) as const
  const tool = tools.get(exit.tool)
  if (entry.tool !== exit.tool) {
    const [first, last] = [tools.get(entry.tool)?.name, tool?.name]
    return refuse(
      first && last
        ? t`${first} at the start and ${last} at the end: different tools can’t be compared`
        : t`Different tools at start and end can’t be compared`,
    )
  }
  if (!tool) return refuse(t`The tool of these scores is no longer kept`)
  const wrong = daysWrong(entry.day, exit.day)
  if (wrong) return refuse(wrong)
  const otherForm =
    entry.form !== null && exit.form !== null && folded(entry.form) !== folded(exit.form)
      ? t`Form ${entry.form} at the start and ${exit.form} at the end`
      : null
  const ratio = cautioned(
    ratioGain(exactAge(entry), exactAge(exit), entry.day, exit.day),
    otherForm && t`${otherForm}: compare age equivalents only if the manual says that the forms match`,
  )
  const standardised = cautioned(
    standardisedChange(
      entry.standardised,
      exit.standardised,
      intervalOf(entry, exit, tool),
      tool.scale === 'standardised' ? tool.better : 'higher',
    ),
    otherForm && t`${otherForm}: compare standardised scores only if the manual says that the forms match`,
  )
  const points = otherForm
    ? noFigure(t`${otherForm}: raw scores and points of different forms can’t be compared`)
    : pointsChange(entry, exit, tool)
  const main = mainChange(entry, exit, tool, otherForm !== null)
  // A tool read by its standardised score may have been entered with ages alone.
  const change = main ?? (ratio.value === null ? standardised.value : ratio.gainMonths)
  const scale = main !== null ? tool.scale : ratio.value !== null ? 'age' : 'standardised'
  return {
    tool,
    ratio,
    standardised,
    points,
    gain: change === null ? null : scale === tool.scale && tool.better === 'lower' ? -change || 0 : change,
    unit: unitOf({ scale }),
    met: metOf(entry, exit, tool),
  }
}
const folded = (form: string) => form.trim().toLowerCase()
/** A figure with one more thing to beware of; null adds nothing. */
export const cautioned = <F extends Figure>(figure: Reckoned<F>, caution: string | null): Reckoned<F> =>
  figure.value === null || caution === null ? figure : { ...figure, cautions: [...figure.cautions, caution] }

const mainChange = (entry: Score, exit: Score, tool: AssessmentTool, otherForm: boolean): number | null => {
  if (otherForm && (tool.scale === 'points' || tool.scale === 'percent')) return null
  // Points on one side and a raw score on the other are no pair.
  if (
    (tool.scale === 'points' || tool.scale === 'percent') &&
    (entry.value === null) !== (exit.value === null)
  )
    return null
  const [start, end] = [mainNumber(entry, tool), mainNumber(exit, tool)]
  return start === null || end === null ? null : Number((end - start).toFixed(2))
}

const pointsChange = (entry: Score, exit: Score, tool: AssessmentTool): Reckoned => {
  const [start, end, what] =
    entry.value !== null && exit.value !== null
      ? [entry.value, exit.value, tool.scale === 'percent' ? t`Percentage` : t`Points`]
      : [entry.raw, exit.raw, t`Raw score`]
  if (start === null || end === null) return noFigure(t`No points or raw score at both ends`)
  const value = Number((end - start).toFixed(2))
  const places = Number.isInteger(value) ? 0 : 2
  const shown = showNumber(value, places, true)
  const improved = tool.better === 'lower' ? -value : value
  return {
    value,
    shown,
    reading: `${shown}: ${value === 0 ? t`no change` : improved > 0 ? 'better' : 'worse'}${tool.better === 'lower' ? t` (lower is better)` : ''}`,
    cautions: [],
    why: because(
      t`Change of ${what.toLowerCase()}`,
      t`${end} less ${start} is ${shown}; ${tool.better} is better.`,
      tool.source ?? t`The school’s own tool`,
      [
        { label: t`At the start`, value: t`${start} on ${showDay(entry.day)}` },
        { label: t`At the end`, value: t`${end} on ${showDay(exit.day)}` },
      ],
    ),
  }
}

const metOf = (entry: Score, exit: Score, tool: AssessmentTool): boolean | null => {
  const target = exit.target ?? entry.target
  const end = mainNumber(exit, tool)
  if (target === null || end === null) return null
  return tool.better === 'lower' ? end <= target : end >= target
}
