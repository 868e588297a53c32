import { t } from '../../words/t.ts'
import type { Funding } from '../records/funding.ts'
import type { FundingBand } from '../records/fundingBand.ts'
import type { Pupil } from '../records/pupil.ts'
import { daysOfYear, type MoneyYear, overlapOf, type Span } from './annualise.ts'
import { addDays, type Day, daysBetween, showDay } from './day.ts'
import { exactly, type Fraction, fraction, plus, rounded, times } from './fraction.ts'
import { topUpsOver } from './fundingDays.ts'
import { showMoney } from './money.ts'
import { addsUpExact, showExact } from './moneyWhy.ts'
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
  /** The row that says what is paid; null where the amount was entered by itself. */
  readonly band: FundingBand | null
}
export type PupilFunding = {
  /** Element 3 that falls in the year. */
  readonly topUp: { readonly pence: number; readonly why: Why }
  /** Where the top-up of the year comes from: entries, the pupil's details, or each for days of its own. */
  readonly from: 'entries' | 'details' | 'both' | null
  /** Place funding, pupil premium and other money in the year: shown, not set against the cost above the threshold. */
  readonly other: number
  readonly parts: readonly FundedPart[]
  /** What could not be reckoned, in words. */
  readonly missing: readonly string[]
  /** Top-ups of the same days, of which one counts, and days that only the pupil's details cover: in words. */
  readonly hints: readonly string[]
}

const partOf = (amount: number, days: number, inYear: number) =>
  times(exactly(amount), fraction(BigInt(days), BigInt(inYear)))
const dates = ({ from, until }: Span) => t`${showDay(from)} to ${showDay(until)}`

/** A year's amount over some days of a financial year. */
const part = (
  element: Funding['element'],
  span: Span,
  aYear: number,
  inYear: number,
  what: string,
  band: FundingBand | null = null,
): FundedPart => {
  const days = daysBetween(span.from, span.until) + 1
  const exact = partOf(aYear, days, inYear)
  return {
    element,
    span,
    aYear,
    exact,
    band,
    words: t`${what}${showMoney(aYear)} a year × ${days} ÷ ${inYear} days = ${showExact(exact)}`,
  }
}

/** `Band 3`, or `band C`: nobody reads “band Band 3”. */
const bandWords = (band: string) => (/^band\b/i.test(band.trim()) ? band.trim() : t`band ${band.trim()}`)

/** `Band 3, £5,200.00 a year from 1 Apr 2026` */
const nameOf = ({ band, amount, from }: Funding) =>
  t`${band ? bandWords(band) : ''}${amount === null ? '' : t`${band ? ', ' : ''}${showMoney(amount)} a year`} from ${showDay(from)}`

/**
 * What a pupil is paid in a financial year, each amount by the days of the year that it covers. A band pays its own
 * amount, from the day on which each amount began. Of two top-ups on the same day the one that began last counts, and a
 * hint says so. On days that no top-up entry covers, the yearly top-up among the pupil's details stands. Top-up ends with the pupil's last
 * day at the school: what is paid for somebody who has left, the authority may ask back.
 */
export const fundingOf = (
  pupil: Keyed<Pick<Pupil, 'topUp' | 'localAuthority'> & Partial<Pick<Pupil, 'left'>>>,
  fundings: readonly Funding[],
  bands: readonly FundingBand[],
  year: MoneyYear,
): PupilFunding => {
  const span = daysOfYear(year)
  const all = daysBetween(span.from, span.until) + 1
  const missing: string[] = []
  const own = fundings.filter((row) => {
    if (row.pupil !== pupil.key) return false
    const wrongWay = row.until !== null && row.until < row.from
    if (wrongWay)
      missing.push(t`the dates of funding from ${showDay(row.from)}: they are the wrong way round`)
    return !wrongWay
  })
  const paid = (row: Funding, covered: Span): FundedPart[] => {
    const authority = row.authority ?? pupil.localAuthority
    const byBand = row.amount === null && row.band !== null
    const begins = [
      covered.from,
      ...bands
        .filter((band) => byBand && fold(band.band) === fold(row.band))
        .map(({ from }) => from)
        .filter((day) => day > covered.from && day <= covered.until)
        .toSorted(),
    ]
    return [...new Set(begins)].flatMap((from, i, each): FundedPart[] => {
      const until = i + 1 < each.length ? addDays(each[i + 1]!, -1) : covered.until
      const held = byBand ? bandOn(bands, { authority, band: row.band! }, from) : undefined
      const aYear = byBand ? held?.amount : row.amount
      if (aYear === null || aYear === undefined) {
        missing.push(
          row.band === null
            ? t`the amount or the band of funding from ${showDay(row.from)}`
            : t`what ${bandWords(row.band)} pays from ${showDay(from)}${authority ? ` (${authority})` : ''}`,
        )
        return []
      }
      const told = row.band ? `${bandWords(row.band)}, ` : ''
      return [part(row.element, { from, until }, aYear, all, told, held ?? null)]
    })
  }
  const left = pupil.left ?? null
  const leaves = left !== null && left < span.until
  const atSchool = overlapOf(span, { from: span.from, until: leaves ? left : span.until })
  const topUps = own.filter(({ element }) => element === 'E3')
  const { held, free, overlaps } = atSchool
    ? topUpsOver(topUps, atSchool)
    : { held: [], free: [], overlaps: [] }
  const details = pupil.topUp ?? 0
  const tops = [
    ...held.flatMap(({ row, span: covered }) => paid(row, covered)),
    ...(details > 0 ? free.map((days) => part('E3', days, details, all, t`the pupil’s details, `)) : []),
  ].toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1))
  const others = own
    .filter(({ element }) => element !== 'E3')
    .flatMap((row) => {
      const covered = overlapOf(span, { from: row.from, until: row.until ?? span.until })
      return covered ? paid(row, covered) : []
    })
  const sumOf = (some: readonly FundedPart[]) =>
    rounded(some.reduce((total, one) => plus(total, one.exact), fraction(0n)))
  const inDetails = details > 0 && free.length > 0
  const from = held.length > 0 ? (inDetails ? 'both' : 'entries') : inDetails ? 'details' : null
  const hints = [
    ...overlaps.map(
      ({ span: both, counts, instead }) =>
        t`two top-ups run from ${dates(both)}: the one that began last counts (${nameOf(counts)}), not ${instead.map(nameOf).join(' nor ')}. End the earlier one, or enter one amount where both are paid`,
    ),
    ...(from === 'both'
      ? [
          t`no top-up is entered for ${free.map(dates).join(' and ')}: there the ${showMoney(details)} a year among the pupil’s details counts. Enter what was paid, or clear the pupil’s details`,
        ]
      : []),
  ]
  const outlasts = topUps.some(
    ({ from: begins, until }) =>
      begins <= span.until && (until === null || (until > left! && until >= span.from)),
  )
  if (leaves && (outlasts || (details > 0 && atSchool)))
    hints.push(
      t`the pupil left on ${showDay(left)}: top-up counts until then, although it is entered for longer. What the authority pays for later days it may ask back`,
    )
  const pence = sumOf(tops)
  return {
    from,
    topUp: {
      pence,
      why: {
        rule: t`Top-up funding (Element 3)`,
        says: {
          entries: t`Each top-up by the days of the financial year that it covers.`,
          both: t`Each top-up by the days of the financial year that it covers; on the other days the yearly top-up among the pupil’s details.`,
          details: t`The yearly top-up that stands among the pupil’s details.`,
          none: t`No top-up is recorded for this pupil in the year.`,
        }[from ?? 'none'],
        strength: 'local',
        source:
          from === 'details' || from === null
            ? t`The pupil’s details`
            : t`Funding entered for this pupil, and the authority’s bands`,
        inputs: [
          ...tops.map(({ span: days, words }) => ({ label: dates(days), value: words })),
          ...hints.map((hint) => ({ label: t`Look at`, value: hint })),
          { label: t`In the year`, value: addsUpExact(tops.map(({ exact }) => exact)) },
        ],
      },
    },
    other: sumOf(others),
    parts: [...tops, ...others],
    missing,
    hints,
  }
}

/** The top-up of a pupil in a year, in pence: one definition for every screen and sheet. */
export const topUpOf = (...given: Parameters<typeof fundingOf>): number => fundingOf(...given).topUp.pence
