import { t } from '../../words/t.ts'
import type { CostingRulebook } from '../records/costingRulebook.ts'
import type { Funding } from '../records/funding.ts'
import type { FundingBand } from '../records/fundingBand.ts'
import type { Rate } from '../records/rate.ts'
import type { School } from '../records/school.ts'
import { hourlyRate, showRate } from './cost.ts'
import { type Day, showDay } from './day.ts'
import { showMoney } from './money.ts'
import { why } from './moneyWhy.ts'
import type { Rules } from './rulebook.ts'
import type { Why } from './why.ts'

/** Why of an amount that nobody reckons: who entered it where, and since when it holds. Pence. */
const entered = (rule: string, says: string, pence: number, from: Day | null, source: string): Why =>
  why(
    rule,
    says,
    [...(from === null ? [] : [[t`In force from`, showDay(from)] as [string, string]]), [t`Entered`, pence]],
    source,
  )

const inSettings = t`School settings`

/** The notional SEN budget of the school's settings. */
export const notionalWhy = (school: School, pence: number): Why =>
  entered(
    t`Notional SEN budget`,
    t`As it is entered in School settings. The authority works it out and tells the school each year; it is a guide, not ring-fenced.`,
    pence,
    school.from,
    inSettings,
  )

/** Core funding for each pupil of the school's settings. */
export const coreWhy = (school: School, pence: number): Why =>
  entered(
    t`Element 1: core funding for each pupil`,
    t`As it is entered in School settings.`,
    pence,
    school.from,
    inSettings,
  )

/** The threshold that a pupil's cost is held against: the authority's own, the school's, or the usual one. */
export const thresholdWhy = (
  { threshold, name, source }: Rules,
  book: Pick<CostingRulebook, 'threshold' | 'from'> | undefined,
  school: School | undefined,
): Why => {
  if (book && book.threshold !== null)
    return entered(t`Threshold`, t`As ${name} sets it.`, threshold, book.from, source)
  return school && school.element2Threshold !== null
    ? entered(
        t`Threshold`,
        t`As School settings say; the authority’s costing rules set no other.`,
        threshold,
        school.from,
        inSettings,
      )
    : why(
        t`Threshold`,
        t`The usual threshold, since neither costing rules nor School settings set another: schools pay the first £6,000 of a pupil’s additional support in a year.`,
        [[t`Threshold`, threshold]],
      )
}

/** What a band pays a year. */
export const bandWhy = ({ band, authority, from, amount, source }: FundingBand): Why =>
  entered(
    t`What ${band} pays a year`,
    t`As it is entered for ${authority}.`,
    amount,
    from,
    source ?? t`No source is given with the band`,
  )

/** What an entry of funding pays a year, from its own amount, else by its band. Null where neither is known. */
export const fundingWhy = (funding: Funding, band: FundingBand | undefined): Why | null =>
  funding.amount !== null
    ? entered(
        t`Funding of a pupil`,
        t`As it is entered with this funding.`,
        funding.amount,
        funding.from,
        funding.decided === null
          ? t`No decision is named with it`
          : t`Decided on ${showDay(funding.decided)}`,
      )
    : band
      ? bandWhy(band)
      : null

/** What an hour of a role costs, as its rate says. */
export const rateWhy = (rate: Rate): Why => ({
  rule: t`Rate of an hour`,
  says: rate.working ?? t`As it is entered, with National Insurance and pension.`,
  strength: 'local',
  source: rate.source ?? t`No source is given with the rate`,
  inputs: [
    { label: t`In force from`, value: showDay(rate.from) },
    {
      label: t`An hour`,
      value:
        rate.basis === 'hour'
          ? showMoney(rate.amount)
          : t`${showMoney(rate.amount)} for one hour a week ÷ ${rate.weeks ?? 38} weeks = ${showRate(hourlyRate(rate))}`,
    },
  ],
})
