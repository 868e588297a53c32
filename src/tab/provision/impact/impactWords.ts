import { counted } from '../../../domain/counted.ts'
import type { Outcome } from '../../../domain/rules/analysisGroups.ts'
import { type Side, type TermResult } from '../../../domain/rules/analysisSubgroups.ts'
import { showNumber } from '../../../domain/rules/figure.ts'

const seen = (parts: readonly Outcome[], safe: boolean) => parts.filter((part) => !(safe && part.hidden))

/** What the chart of a provision across its groups says. */
export const groupsSummary = (
  whole: Outcome,
  parts: readonly Outcome[],
  name: string,
  unit: string,
  safe: boolean,
): string => {
  if (safe && whole.hidden) return `${name}: too few pupils to show numbers.`
  const told = [`${name}: ${whole.words}`]
  if (whole.gain.value !== null)
    told.push(
      `Mean gain ${whole.gain.shown} ${unit}s for ${counted(whole.measured, 'pupil')} measured at both ends.`,
    )
  const measured = seen(parts, safe).filter(({ gain }) => gain.value !== null)
  const best = measured.toSorted((a, b) => b.gain.value! - a.gain.value!)
  if (best.length > 1)
    told.push(
      `From ${best[0]!.gain.value === null ? '' : `${best[0]!.gain.shown} (${best[0]!.name})`} to ${best.at(-1)!.gain.value === null ? '' : `${(best.at(-1)!.gain as { shown: string }).shown} (${best.at(-1)!.name})`}.`,
    )
  return told.join(' ')
}

/** `92.4 (17 pupils)`, `hidden`, `nobody`. */
export const cellWords = ({
  n,
  mean,
}: {
  readonly n: number | null
  readonly mean: number | null
}): string => (n === null ? 'hidden' : n === 0 || mean === null ? 'nobody' : `${showNumber(mean)} (${n})`)

/** Term by term, how far apart pupils with and without SEND are. */
export const sendSummary = (results: readonly TermResult[], toolName: string): string => {
  const told = results.flatMap(({ term, whole }) => {
    const { send, none } = whole.cells
    if (send.mean === null || none.mean === null) return []
    return [{ words: term.words, gap: send.mean - none.mean, send, none }]
  })
  const last = told.at(-1)
  if (!last) return `${toolName}: no term in which both can be shown.`
  const first = told[0]!
  const way = (gap: number) => `${showNumber(Math.abs(gap))} ${gap < 0 ? 'below' : 'above'}`
  const now = `${last.words}: pupils with SEND (${last.send.n}) have a mean of ${showNumber(last.send.mean!)}, ${way(last.gap)} the ${showNumber(last.none.mean!)} of those without (${last.none.n}).`
  return told.length < 2 ? now : `${now} In ${first.words} it was ${way(first.gap)}.`
}

/** What the chart of subgroups says: how many are shown and how many are hidden. */
export const subgroupSummary = (
  result: TermResult,
  parts: TermResult['parts'][keyof TermResult['parts']],
  what: string,
  shown: readonly Side[],
): string => {
  const cells = parts.flatMap((part) => shown.map((side) => part.cells[side]))
  const away = cells.filter(({ n }) => n === null).length
  const known = parts.filter(({ cells: { send } }) => send.mean !== null)
  const lowest = known.toSorted((a, b) => a.cells.send.mean! - b.cells.send.mean!)[0]
  return [
    `${what} in ${result.term.words}.`,
    lowest && known.length > 1
      ? `Lowest mean among pupils with SEND: ${lowest.name}, ${cellWords(lowest.cells.send)}.`
      : '',
    away > 0
      ? `${counted(away, 'number is', 'numbers are')} hidden, being small or giving a small one away.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What the chart of value says; no ranking of what can’t be compared. */
export const valueSummary = (
  parts: readonly Outcome[],
  toolName: string,
  unit: string,
  safe: boolean,
): string => {
  const told = seen(parts, safe).flatMap(({ name, costOfGain, measured }) =>
    costOfGain.value === null ? [] : [{ name, value: costOfGain.value, shown: costOfGain.shown, measured }],
  )
  if (told.length === 0) return `Measured with ${toolName}: nothing has both a cost and a gain yet.`
  const order = told.toSorted((a, b) => a.value - b.value)
  const one = ({ name, shown, measured }: (typeof told)[number]) =>
    `${name} ${shown} (${counted(measured, 'pupil')})`
  return order.length === 1
    ? `Measured with ${toolName}, one ${unit} of gain cost: ${one(order[0]!)}.`
    : `Measured with ${toolName}, one ${unit} of gain cost from ${one(order[0]!)} to ${one(order.at(-1)!)}. Pupils and reasons differ: look before you compare.`
}
