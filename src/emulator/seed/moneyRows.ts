import { blank } from '../../domain/record.ts'
import type { CostingRulebook } from '../../domain/records/costingRulebook.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import { Funding } from '../../domain/records/funding.ts'
import { FundingBand } from '../../domain/records/fundingBand.ts'
import type { Rate } from '../../domain/records/rate.ts'
import { allocationCost } from '../../domain/rules/cost.ts'
import { exampleRulebooks } from '../../domain/rules/rulebookExamples.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const bands = [
  { band: 'Band 1', amount: 450_00 },
  { band: 'Band 2', amount: 900_00 },
  { band: 'Band 3', amount: 1_500_00 },
  { band: 'Band 4', amount: 2_400_00 },
  { band: 'Band 5', amount: 3_900_00 },
] as const

const other = 'Eastmere Borough Council'

/** The rules of the two authorities whose pupils the school has. */
export const makeRulebooks = ({ authority, year }: Setting, random: Random): Row<CostingRulebook>[] =>
  [authority, other].map((name, i) => ({
    key: keyOn(random, `${year - 1}-04-01`),
    record: { ...exampleRulebooks[i]!.rulebook, authority: name, from: `${year - 1}-04-01` },
  }))

/** What each band pays: a little more from April of this school year on. */
export const makeBands = ({ authority, year }: Setting, random: Random): Row<FundingBand>[] =>
  [authority, other].flatMap((name) =>
    [year - 1, year].flatMap((from) =>
      bands.map(({ band, amount }) => ({
        key: keyOn(random, `${from}-04-01`),
        record: blank(FundingBand, {
          authority: name,
          band,
          from: `${from}-04-01`,
          amount: from === year ? amount : Math.round(amount * 0.97),
          source: `${name}, schools’ forum papers ${from}`,
        }),
      })),
    ),
  )

const threshold = 6_000_00

/**
 * Top-up by what support costs above the threshold: mostly the band next to it, so that some gap stays or a little is
 * left. Whose support costs far less has none.
 */
export const withTopUps = (
  { year }: Setting,
  random: Random,
  known: readonly Known[],
  allocations: readonly Row<Allocation>[],
  rates: readonly Row<Rate>[],
): Known[] => {
  const inForce = rates.map(({ record }) => record)
  return known.map((child) => {
    const { record, key } = child.pupil
    if (!record.topUp) return child
    const above =
      allocations
        .filter((line) => line.record.pupil === key && line.record.from >= `${year}-09-01`)
        .reduce((sum, line) => sum + (allocationCost(line.record, inForce).cost?.perPupilPence ?? 0), 0) -
      threshold
    const asked = above * random.pick([0.8, 0.9, 1, 1.1])
    const nearest = bands.toSorted((a, b) => Math.abs(a.amount - asked) - Math.abs(b.amount - asked))[0]!
    const topUp = above < -1_500_00 ? null : nearest.amount
    return { ...child, pupil: { ...child.pupil, record: { ...record, topUp } } }
  })
}

/** Top-up of those who have some, most by band, a few by an amount of their own. */
export const makeFundings = (
  { authority, year, today }: Setting,
  random: Random,
  known: readonly Known[],
): Row<Funding>[] =>
  known.flatMap(({ pupil }) => {
    const { topUp, localAuthority, planIssued } = pupil.record
    if (!topUp) return []
    const earliest = `${year - 1}-04-01`
    const from = planIssued && planIssued > earliest ? planIssued : earliest
    const known = bands.find(({ amount }) => amount === topUp)
    const byBand = known !== undefined && random.chance(0.85)
    return [
      {
        key: keyOn(random, from > today ? today : from),
        record: blank(Funding, {
          pupil: pupil.key,
          element: 'E3',
          authority: localAuthority ?? authority,
          band: byBand ? known.band : null,
          amount: byBand ? null : topUp,
          from,
          decided: from,
        }),
      },
    ]
  })
