import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { approximately, type Fraction, rounded, sum } from './fraction.ts'
import { showMoney } from './money.ts'
import type { Why } from './why.ts'

/** Where the elements and the notional budget are explained. */
const source = t`DfE, The notional SEN budget for mainstream schools, 2025 to 2026`
/** Why a sum of money is what it is: pence are shown in pounds. */
export const why = (
  rule: string,
  says: string,
  inputs: readonly [string, string | number][],
  from = source,
): Why => ({
  rule,
  says,
  strength: 'local',
  source: from,
  inputs: inputs.map(([label, value]) => ({
    label,
    value: typeof value === 'number' ? showMoney(value) : value,
  })),
})
export const byKey = <T extends { readonly key: string }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.key, one]))
export const total = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)

/** `£7,000.00 − £6,000.00 = £1,000.00`, from pence: what is below nothing is taken off. One part is told as it is. */
export const addsUp = (parts: readonly number[]): string => {
  const [first = 0, ...others] = parts
  if (others.length === 0) return showMoney(first)
  const rest = others.map((pence) => `${pence < 0 ? '−' : '+'} ${showMoney(Math.abs(pence))}`)
  return `${[showMoney(first), ...rest].join(' ')} = ${showMoney(total(parts))}`
}

const places = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 4 })
/** `£1,234.50`, or `£1,955.3425` where it has parts of a penny. */
export const showExact = (pence: Fraction): string =>
  pence.n % pence.d === 0n
    ? showMoney(Number(pence.n / pence.d))
    : `£${places.format(approximately(pence) / 100)}`

/** `£1,955.3425 + £2,593.5616 = £4,548.90`: what is not rounded, added up and rounded once. */
export const addsUpExact = (parts: readonly Fraction[]): string => {
  const [only, ...others] = parts
  const result = showMoney(rounded(sum(parts)))
  if (!only) return result
  if (others.length === 0 && only.n % only.d === 0n) return result
  return `${parts.map(showExact).join(' + ')} = ${result}`
}

/** The same for one year of a line: it may be a penny off, so that the years of the line add up to all of it. */
export const addsUpInYear = (parts: readonly Fraction[], pence: number): string =>
  rounded(sum(parts)) === pence
    ? addsUpExact(parts)
    : t`${addsUpExact(parts)}; as ${showMoney(pence)}, so that the years of the line add up`

/** `3 lines`: for amounts that are lines of support. */
export const inLines = (count: number): string => counted(count, 'line')

/** So many amounts are told one by one; what is smaller stands together. */
const toldApart = 6

/**
 * Amounts by name with the reckoning that adds them up as the last line: those of one name together, the largest first,
 * the smallest as one. Amounts that aren't known yet are told and not added. `counts` says how many there are: `3 lines`.
 */
export const addedByName = (
  amounts: readonly { readonly name: string; readonly pence: number | null }[],
  label: string,
  counts: (count: number) => string,
): [string, string | number][] => {
  const named = new Map<string, { name: string; count: number; pence: number }>()
  const open = new Map<string, number>()
  for (const { name, pence } of amounts) {
    if (pence === null) {
      open.set(name, (open.get(name) ?? 0) + 1)
      continue
    }
    const known = named.get(name) ?? { name, count: 0, pence: 0 }
    known.count += 1
    known.pence += pence
    named.set(name, known)
  }
  const all = [...named.values()].toSorted((a, b) => b.pence - a.pence)
  const apart = all.length > toldApart + 1 ? all.slice(0, toldApart) : all
  const others = all.slice(apart.length)
  const shown = [
    ...apart.map(({ name, count, pence }): [string, number] => [
      count > 1 ? `${name}, ${counts(count)}` : name,
      pence,
    ]),
    ...(others.length > 0
      ? [
          [
            t`${counts(total(others.map(({ count }) => count)))} of ${others.length} others`,
            total(others.map(({ pence }) => pence)),
          ] as [string, number],
        ]
      : []),
  ]
  return [
    ...shown,
    ...[...open].map(([name, count]): [string, string] => [
      `${count > 1 ? `${name}, ${counts(count)}` : name}${named.has(name) ? t`, open` : ''}`,
      t`not costed yet`,
    ]),
    [label, addsUp(shown.map(([, pence]) => pence))],
  ]
}
