import type { Funding } from '../records/funding.ts'
import type { FundingBand } from '../records/fundingBand.ts'
import type { Pupil } from '../records/pupil.ts'
import { daysOfYear, type MoneyYear, overlapOf, type Span } from './annualise.ts'
import { addDays, type Day, daysBetween, showDay } from './day.ts'
import { exactly, type Fraction, fraction, plus, rounded, times } from './fraction.ts'
import { showMoney } from './money.ts'
import type { Why } from './why.ts'

type Keyed<T> = T & { readonly key: string }
const fold = (text: string | null) => (text ?? '').trim().toLowerCase()

/** What a band of an authority pays a year on a day: the newest row that has begun; undefined where none has. */
export const bandOn = (
  bands: readonly FundingBand[],
  { authority, band }: { readonly authority: string | null; readonly band: string },
  day: Day,
): FundingBand | undefined =>
  bands
    .filter(
      (row) =>
        fold(row.band) === fold(band) &&
        (authority === null || fold(row.authority) === fold(authority)) &&
        row.from <= day,
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)

/** One amount of money for a pupil in a financial year. Pence. */
export type FundedPart = {
  readonly element: Funding['element']
  readonly span: Span
  readonly aYear: number
  readonly exact: Fraction
  readonly words: string
}
export type PupilFunding = {
  /** Element 3 that falls in the year. */
  readonly topUp: { readonly pence: number; readonly why: Why }
  /** Place funding, pupil premium and other money in the year: shown, not set against the cost above the threshold. */
  readonly other: number
  readonly parts: readonly FundedPart[]
  /** What could not be reckoned, in words. */
  readonly missing: readonly string[]
}

const partOf = (amount: number, days: number, inYear: number) =>
  times(exactly(amount), fraction(BigInt(days), BigInt(inYear)))

/**
 * What a pupil is paid in a financial year, each amount by the days of the year that it covers. A band pays its own
 * amount, from the day on which each amount began. Without any Element 3 row, the pupil's own yearly top-up counts.
 */
export const fundingOf = (
  pupil: Keyed<Pick<Pupil, 'topUp' | 'localAuthority'>>,
  fundings: readonly Funding[],
  bands: readonly FundingBand[],
  year: MoneyYear,
): PupilFunding => {
  const span = daysOfYear(year)
  const all = daysBetween(span.from, span.until) + 1
  const own = fundings.filter((row) => row.pupil === pupil.key)
  const missing: string[] = []
  const parts = own.flatMap((row): FundedPart[] => {
    if (row.until !== null && row.until < row.from) {
      missing.push(`the dates of funding from ${showDay(row.from)}: they are the wrong way round`)
      return []
    }
    const covered = overlapOf(span, { from: row.from, until: row.until ?? span.until })
    if (!covered) return []
    const authority = row.authority ?? pupil.localAuthority
    const cuts =
      row.amount !== null || row.band === null
        ? [covered.from]
        : [
            covered.from,
            ...bands
              .filter((band) => fold(band.band) === fold(row.band))
              .map(({ from }) => from)
              .filter((day) => day > covered.from && day <= covered.until)
              .toSorted(),
          ]
    return [...new Set(cuts)].flatMap((from, i, each): FundedPart[] => {
      const until = i + 1 < each.length ? addDays(each[i + 1]!, -1) : covered.until
      const aYear =
        row.amount ?? (row.band === null ? null : bandOn(bands, { authority, band: row.band }, from)?.amount)
      if (aYear === null || aYear === undefined) {
        missing.push(
          `what band ${row.band ?? ''} pays from ${showDay(from)}${authority ? ` (${authority})` : ''}`,
        )
        return []
      }
      const days = daysBetween(from, until) + 1
      return [
        {
          element: row.element,
          span: { from, until },
          aYear,
          exact: partOf(aYear, days, all),
          words: `${row.band ? `band ${row.band}, ` : ''}${showMoney(aYear)} a year, ${days} of ${all} days`,
        },
      ]
    })
  })
  const tops = parts.filter(({ element }) => element === 'E3')
  const stored = own.some(({ element }) => element === 'E3')
  const exact = stored
    ? tops.reduce((total, part) => plus(total, part.exact), fraction(0n))
    : exactly(pupil.topUp ?? 0)
  const pence = rounded(exact)
  return {
    topUp: {
      pence,
      why: {
        rule: 'Top-up funding (Element 3)',
        says: stored
          ? 'Each top-up by the days of the financial year that it covers.'
          : pupil.topUp === null
            ? 'No top-up is recorded for this pupil.'
            : 'The yearly top-up that stands among the pupil’s details.',
        strength: 'local',
        source: stored ? 'Funding entered for this pupil, and the authority’s bands' : 'The pupil’s details',
        inputs: [
          ...tops.map(({ span: { from, until }, words }) => ({
            label: `${showDay(from)} to ${showDay(until)}`,
            value: words,
          })),
          { label: 'In the year', value: showMoney(pence) },
        ],
      },
    },
    other: rounded(
      parts
        .filter(({ element }) => element !== 'E3')
        .reduce((total, part) => plus(total, part.exact), fraction(0n)),
    ),
    parts,
    missing,
  }
}

/** The top-up of a pupil in a year, in pence: one definition for every screen and sheet. */
export const topUpOf = (...given: Parameters<typeof fundingOf>): number => fundingOf(...given).topUp.pence
