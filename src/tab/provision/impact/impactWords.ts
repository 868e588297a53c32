import { t } from '../../../words/t.ts'
import { counted } from '../../../domain/counted.ts'
import { type Side, type TermResult } from '../../../domain/rules/analysisSubgroups.ts'
import { hiddenWords } from '../../../domain/rules/analysisHidden.ts'
import type { Outcome } from '../../../domain/rules/outcomeOf.ts'

/** What the chart of a provision across its groups says. */
export const groupsSummary = (
  whole: Outcome,
  parts: readonly Outcome[],
  name: string,
  unit: string,
): string => {
  const told = [`${name}: ${whole.words}`]
  if (whole.gain.value !== null)
    told.push(
      t`Mean gain ${whole.gain.shown} ${unit}s${whole.measured === null ? '' : t` for ${counted(whole.measured, 'pupil')} measured at both ends`}.`,
    )
  const gains = parts.flatMap((part) =>
    part.gain.value === null ? [] : [{ value: part.gain.value, words: `${part.gain.shown} (${part.name})` }],
  )
  const order = gains.toSorted((a, b) => b.value - a.value)
  if (order.length > 1) told.push(t`From ${order[0]!.words} to ${order.at(-1)!.words}.`)
  return told.join(' ')
}

type Show = (mean: number) => string
/** `92.4 (17)`, `hidden`, `nobody`. */
export const cellWords = (
  { n, mean }: { readonly n: number | null; readonly mean: number | null },
  show: Show,
): string => (n === null ? hiddenWords : n === 0 || mean === null ? 'nobody' : `${show(mean)} (${n})`)

/** Term by term, how far apart pupils with and without SEND are. */
export const sendSummary = (results: readonly TermResult[], toolName: string, show: Show): string => {
  const told = results.flatMap(({ term, whole }) => {
    const { send, none } = whole.cells
    if (send.mean === null || none.mean === null) return []
    return [{ words: term.words, gap: send.mean - none.mean, send, none }]
  })
  const last = told.at(-1)
  if (!last) return t`${toolName}: no term in which both can be shown.`
  const first = told[0]!
  const way = (gap: number) => (gap < 0 ? t`${show(Math.abs(gap))} below` : t`${show(Math.abs(gap))} above`)
  const now = t`${last.words}: pupils with SEND (${last.send.n ?? ''}) have a mean of ${show(last.send.mean!)}, ${way(last.gap)} the ${show(last.none.mean!)} of those without (${last.none.n ?? ''}).`
  return told.length < 2 ? now : t`${now} In ${first.words} it was ${way(first.gap)}.`
}

/** What the chart of subgroups says: how many are shown and how many are hidden. */
export const subgroupSummary = (
  result: TermResult,
  parts: TermResult['parts'][keyof TermResult['parts']],
  what: string,
  shown: readonly Side[],
  show: Show,
): string => {
  const cells = parts.flatMap((part) => shown.map((side) => part.cells[side]))
  const away = cells.filter(({ n }) => n === null).length
  const known = parts.filter(({ cells: { send } }) => send.mean !== null)
  const lowest = known.toSorted((a, b) => a.cells.send.mean! - b.cells.send.mean!)[0]
  return [
    t`${what} in ${result.term.words}.`,
    lowest && known.length > 1
      ? t`Lowest mean among pupils with SEND: ${lowest.name}, ${cellWords(lowest.cells.send, show)}.`
      : '',
    away > 0
      ? t`${counted(away, 'number is', 'numbers are')} hidden, being small or giving a small one away.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What the chart of value says; no ranking of what can’t be compared. */
export const valueSummary = (parts: readonly Outcome[], toolName: string, unit: string): string => {
  const told = parts.flatMap(({ name, costOfGain, measured }) =>
    costOfGain.value === null
      ? []
      : [
          {
            value: costOfGain.value,
            words: `${name} ${costOfGain.shown}${measured === null ? '' : ` (${counted(measured, 'pupil')})`}`,
          },
        ],
  )
  if (told.length === 0) return t`Measured with ${toolName}: nothing has both a cost and a gain yet.`
  const order = told.toSorted((a, b) => a.value - b.value)
  return order.length === 1
    ? t`Measured with ${toolName}, one ${unit} of gain cost: ${order[0]!.words}.`
    : t`Measured with ${toolName}, one ${unit} of gain cost from ${order[0]!.words} to ${order.at(-1)!.words}. Pupils and reasons differ: look before you compare.`
}
