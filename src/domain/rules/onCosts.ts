import { t } from '../../words/t.ts'
import { type Day, showDay } from './day.ts'
import { exactly, type Fraction, fraction, over, rounded, sum, times } from './fraction.ts'
import { showMoney } from './money.ts'

/** A figure to begin with, for a person to check: none is used without being seen and kept. */
export type OnCostHint = {
  readonly what: 'ni' | 'niFrom' | 'teacherPension' | 'staffPension' | 'levy'
  /** Per cent; of `niFrom` pence a year. Null where no one figure holds: each fund or employer has its own. */
  readonly value: number | null
  readonly from: Day
  /** The last day for which it was known when it was looked up; null where nobody set one. */
  readonly until: Day | null
  readonly source: string
}

/** The day on which these were looked up. */
const lookedUpOn: Day = '2026-11-23'

/** What holds from which day on. A change is one more row. */
export const onCostHints: readonly OnCostHint[] = [
  {
    what: 'ni',
    value: 15,
    from: '2025-04-06',
    until: '2027-04-05',
    source: t`HMRC, rates and thresholds for employers: the same in 2025 to 2026 and 2026 to 2027`,
  },
  {
    what: 'niFrom',
    value: 500_000,
    from: '2025-04-06',
    until: '2031-04-05',
    source: t`HM Treasury, Budget 2025: the secondary threshold stays until April 2031`,
  },
  {
    what: 'teacherPension',
    value: 28.68,
    from: '2024-04-01',
    until: '2027-03-31',
    source: t`Teachers’ Pensions: 28.6% and the 0.08% administration levy, until the next valuation takes effect`,
  },
  {
    what: 'staffPension',
    value: null,
    from: '2026-04-01',
    until: '2029-03-31',
    source: t`Each local government pension fund has set its own for April 2026 to March 2029`,
  },
  {
    what: 'levy',
    value: null,
    from: '2017-04-06',
    until: null,
    source: t`HMRC, Apprenticeship Levy: 0.5% where the employer’s pay bill is above £3 million a year, as many authorities’ and trusts’ are`,
  },
]

/** The hint in force on a day; undefined where none had begun. */
export const hintOn = (what: OnCostHint['what'], day: Day): OnCostHint | undefined =>
  onCostHints
    .filter((hint) => hint.what === what && hint.from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)

/** Where a hint comes from, when it was looked up, and what to do with it on a day. */
export const hintWords = ({ value, from, until, source }: OnCostHint, day: Day): string =>
  value === null
    ? t`${source}. Ask your payroll`
    : until !== null && day > until
      ? t`From ${showDay(from)}: ${source}. Known until ${showDay(until)} only: ask your payroll what holds now`
      : t`From ${showDay(from)}: ${source}. Looked up on ${showDay(lookedUpOn)}; check with your payroll`

/** What an hour costs, in whole pence, with how it came about in words that are kept beside the rate. */
export type OnCost = { readonly pence: number; readonly working: string }

const percent = (value: number): Fraction => over(exactly(value), fraction(100n))
const isNumber = (value: number | null): value is number =>
  value !== null && Number.isFinite(value) && value >= 0

/**
 * Pence of basic pay an hour, with National Insurance, pension and the levy in per cent on top; null until basic pay,
 * National Insurance and pension are there.
 */
export const fromHourly = ({
  basic,
  ni,
  pension,
  levy = null,
}: {
  readonly basic: number | null
  readonly ni: number | null
  readonly pension: number | null
  readonly levy?: number | null
}): OnCost | null => {
  if (!isNumber(basic) || !isNumber(ni) || !isNumber(pension) || basic === 0) return null
  const levied = levy ?? 0
  if (!isNumber(levied)) return null
  const onTop = sum([fraction(1n), percent(ni), percent(pension), percent(levied)])
  const pence = rounded(times(exactly(basic), onTop))
  return {
    pence,
    working: t`${showMoney(basic)} basic pay an hour × (1 + ${ni}% National Insurance + ${pension}% pension${levied > 0 ? t` + ${levied}% levy` : ''}) = ${showMoney(pence)}`,
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
  levy = null,
}: {
  readonly annual: number | null
  /** Hours a week of the contract. */
  readonly hours: number | null
  /** Paid weeks a year. */
  readonly weeks: number | null
  readonly ni: number | null
  readonly niFrom: number | null
  readonly pension: number | null
  readonly levy?: number | null
}): OnCost | null => {
  if (!isNumber(annual) || !isNumber(hours) || !isNumber(weeks) || annual === 0 || hours === 0 || weeks === 0)
    return null
  const [niPart, free, pensionPart, levied] = [ni ?? 0, niFrom ?? 0, pension ?? 0, levy ?? 0]
  if (![niPart, free, pensionPart, levied].every(isNumber)) return null
  const insured = times(exactly(Math.max(0, annual - free)), percent(niPart))
  const paidIn = times(exactly(annual), percent(pensionPart))
  const levyPaid = times(exactly(annual), percent(levied))
  const whole = sum([exactly(annual), insured, paidIn, levyPaid])
  const pence = rounded(over(whole, times(exactly(hours), exactly(weeks))))
  const extra = [
    ...(niPart > 0
      ? [t`${niPart}% National Insurance above ${showMoney(free)} (${showMoney(rounded(insured))})`]
      : []),
    ...(pensionPart > 0 ? [t`${pensionPart}% pension (${showMoney(rounded(paidIn))})`] : []),
    ...(levied > 0 ? [t`${levied}% levy (${showMoney(rounded(levyPaid))})`] : []),
  ]
  const paid = extra.length > 0 ? `(${[showMoney(annual), ...extra].join(' + ')})` : showMoney(annual)
  return {
    pence,
    working: `${paid} a year ÷ (${hours} hours a week × ${weeks} paid weeks) = ${showMoney(pence)} an hour`,
  }
}
