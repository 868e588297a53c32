import { showMoney } from './money.ts'
import type { Why } from './why.ts'

/** Where the elements and the notional budget are explained. */
const source = 'DfE, The notional SEN budget for mainstream schools, 2025 to 2026'
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
