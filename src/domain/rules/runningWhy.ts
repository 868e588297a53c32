import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { grouped } from '../grouped.ts'
import type { Cost, LineCost } from './cost.ts'
import { showMoney } from './money.ts'
import { addedByName, addsUp, inLines, total, why } from './moneyWhy.ts'
import type { Why } from './why.ts'

/** A line of support under the name of what is given, with its cost from first to last day. */
export type NamedCost = { readonly name: string; readonly cost: LineCost }

/** So many lines, or ways of reckoning, are told one by one; what is smaller stands together. */
const toldApart = 7

const rule = t`Cost of support running now`
const source = t`The school’s own rates`
const otherwise = t`What falls in a financial year, and what counts of it, stands under Money.`

const largestFirst = (a: { readonly pence: number }, b: { readonly pence: number }) => b.pence - a.pence

/** Rows and what is left over beside the first of them, as one; then their sum as a reckoning. Pence. */
const added = (
  rows: readonly {
    readonly label: string
    readonly value: string
    readonly pence: number
    readonly lines: number
  }[],
  open: readonly [string, string][],
): [string, string][] => {
  const sorted = rows.toSorted(largestFirst)
  const told = sorted.length > toldApart + 1 ? sorted.slice(0, toldApart) : sorted
  const others = sorted.slice(told.length)
  const rest = total(others.map(({ pence }) => pence))
  const left: readonly [string, string][] =
    others.length === 0
      ? []
      : [[counted(total(others.map(({ lines }) => lines)), 'other line'), showMoney(rest)]]
  return [
    ...told.map(({ label, value }): [string, string] => [label, value]),
    ...left,
    ...open,
    [t`Together`, addsUp([...told.map(({ pence }) => pence), ...(left.length > 0 ? [rest] : [])])],
  ]
}

const costsOf = (lines: readonly NamedCost[]): { readonly name: string; readonly cost: Cost }[] =>
  lines.flatMap(({ name, cost: { cost } }) => (cost ? [{ name, cost }] : []))

/** Why the support of one pupil costs what it does: each line with the hours and the rate it is reckoned from. */
export const pupilRunningWhy = (lines: readonly NamedCost[]): Why => {
  const rows = costsOf(lines).map(({ name, cost: { perPupilPence, why: one } }) => ({
    label: name,
    value: `${one.says} = ${showMoney(perPupilPence)}`,
    pence: perPupilPence,
    lines: 1,
  }))
  const open = lines.flatMap(({ name, cost: { missing } }): [string, string][] =>
    missing ? [[name, t`not costed yet, needs ${missing.join(', ')}`]] : [],
  )
  const says = t`What ${counted(rows.length, 'line')} of support running today cost from first to last day, each rounded to the penny. ${otherwise}`
  return why(rule, says, added(rows, open), source)
}

/** Why all support that runs today costs what it does: by what is given. */
export const allRunningWhy = (lines: readonly NamedCost[]): Why =>
  why(
    rule,
    t`Every line of support that runs today, over all the weeks that it is planned for, each rounded to the penny. ${otherwise}`,
    addedByName(
      lines.map(({ name, cost: { cost } }) => ({ name, pence: cost?.perPupilPence ?? null })),
      t`Together`,
      inLines,
    ),
    source,
  )

/** Why what one provision gives today costs what it does: lines that are reckoned alike stand together. */
export const offerRunningWhy = (name: string, lines: readonly LineCost[]): Why => {
  const alike = grouped(
    lines.flatMap(({ cost }) => (cost ? [cost] : [])),
    (one) => `${one.why.says} ${one.perPupilPence}`,
  )
  const rows = [...alike.values()].map((costs) => {
    const [{ perPupilPence, why: one }] = costs as [Cost, ...Cost[]]
    const pence = perPupilPence * costs.length
    const each = costs.length === 1 ? '' : ` × ${costs.length} = ${showMoney(pence)}`
    return {
      label: counted(costs.length, 'line'),
      value: `${one.says} = ${showMoney(perPupilPence)}${each}`,
      pence,
      lines: costs.length,
    }
  })
  const open = lines.filter(({ missing }) => missing).length
  return why(
    rule,
    t`What ${name} costs for those who are in it today, over all the weeks that it is planned for. ${otherwise}`,
    added(rows, open > 0 ? [[counted(open, 'line'), t`not costed yet`]] : []),
    source,
  )
}
