import type { Day } from './day.ts'
import { exactly, type Fraction, fraction, over, plus, rounded, times } from './fraction.ts'
import { showMoney } from './money.ts'

/** A figure to begin with, for a person to check: none is used without being seen and kept. */
export type OnCostHint = {
  readonly what: 'ni' | 'niFrom' | 'teacherPension' | 'staffPension'
  readonly label: string
  /** Per cent; of `niFrom` pence a year. */
  readonly value: number
  readonly from: Day
  readonly source: string
  readonly confidence: 'sure' | 'likely' | 'differs'
}
export const confidenceWords: Record<OnCostHint['confidence'], string> = {
  sure: 'published; check that it is still in force',
  likely: 'likely; check with payroll',
  differs: 'differs from fund to fund; ask payroll',
}

/** What was usual from which day on. A change is one more row. */
export const onCostHints: readonly OnCostHint[] = [
  {
    what: 'ni',
    label: 'Employer’s National Insurance',
    value: 15,
    from: '2025-04-06',
    source: 'HMRC, rates and thresholds for employers 2025 to 2026',
    confidence: 'sure',
  },
  {
    what: 'niFrom',
    label: 'National Insurance is due above',
    value: 500_000,
    from: '2025-04-06',
    source: 'HMRC, rates and thresholds for employers 2025 to 2026',
    confidence: 'sure',
  },
  {
    what: 'teacherPension',
    label: 'Employer’s part, Teachers’ Pensions',
    value: 28.68,
    from: '2024-04-01',
    source: 'Teachers’ Pensions, employer contribution from April 2024',
    confidence: 'likely',
  },
  {
    what: 'staffPension',
    label: 'Employer’s part, local government pension',
    value: 20,
    from: '2024-04-01',
    source: 'Local government pension funds: roughly 17% to 25%',
    confidence: 'differs',
  },
]

/** The hint in force on a day; undefined where none had begun. */
export const hintOn = (what: OnCostHint['what'], day: Day): OnCostHint | undefined =>
  onCostHints
    .filter((hint) => hint.what === what && hint.from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)

/** What an hour costs, in whole pence, with how it came about in words that are kept beside the rate. */
export type OnCost = { readonly pence: number; readonly working: string }

const percent = (value: number): Fraction => over(exactly(value), fraction(100n))
const isNumber = (value: number | null): value is number =>
  value !== null && Number.isFinite(value) && value >= 0

/** Pence of basic pay an hour, with National Insurance and pension in per cent on top; null until all is there. */
export const fromHourly = ({
  basic,
  ni,
  pension,
}: {
  readonly basic: number | null
  readonly ni: number | null
  readonly pension: number | null
}): OnCost | null => {
  if (!isNumber(basic) || !isNumber(ni) || !isNumber(pension) || basic === 0) return null
  const pence = rounded(times(exactly(basic), plus(fraction(1n), plus(percent(ni), percent(pension)))))
  return {
    pence,
    working: `${showMoney(basic)} basic pay an hour × (1 + ${ni}% National Insurance + ${pension}% pension) = ${showMoney(pence)}`,
  }
}

/**
 * From a year's pay: with National Insurance above a threshold and pension, divided by the hours paid in the year. Leave
 * `ni` and `pension` at 0 where the amount is the whole cost to the school already. Pence and per cent.
 */
export const fromSalary = ({
  annual,
  hours,
  weeks,
  ni,
  niFrom,
  pension,
}: {
  readonly annual: number | null
  /** Hours a week of the contract. */
  readonly hours: number | null
  /** Paid weeks a year. */
  readonly weeks: number | null
  readonly ni: number | null
  readonly niFrom: number | null
  readonly pension: number | null
}): OnCost | null => {
  if (!isNumber(annual) || !isNumber(hours) || !isNumber(weeks) || annual === 0 || hours === 0 || weeks === 0)
    return null
  const [niPart, free, pensionPart] = [ni ?? 0, niFrom ?? 0, pension ?? 0]
  if (![niPart, free, pensionPart].every(isNumber)) return null
  const insured = times(exactly(Math.max(0, annual - free)), percent(niPart))
  const paidIn = times(exactly(annual), percent(pensionPart))
  const whole = plus(exactly(annual), plus(insured, paidIn))
  const pence = rounded(over(whole, times(exactly(hours), exactly(weeks))))
  const extra = [
    ...(niPart > 0
      ? [`${niPart}% National Insurance above ${showMoney(free)} (${showMoney(rounded(insured))})`]
      : []),
    ...(pensionPart > 0 ? [`${pensionPart}% pension (${showMoney(rounded(paidIn))})`] : []),
  ]
  const sum = extra.length > 0 ? `(${[showMoney(annual), ...extra].join(' + ')})` : showMoney(annual)
  return {
    pence,
    working: `${sum} a year ÷ (${hours} hours a week × ${weeks} paid weeks) = ${showMoney(pence)} an hour`,
  }
}
