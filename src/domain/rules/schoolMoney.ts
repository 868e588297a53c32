import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { daysOfYear, showMoneyYear } from './annualise.ts'
import { coreWhy, notionalWhy } from './enteredWhy.ts'
import type { MoneyInput, PupilYear, SchoolMoney } from './moneyTypes.ts'
import { addedByName, addsUp, total, why } from './moneyWhy.ts'
import { people, schoolCosts, sumsOf } from './schoolCosts.ts'

type Figures = Pick<
  SchoolMoney,
  | 'linesTotal'
  | 'total'
  | 'counted'
  | 'apart'
  | 'element1'
  | 'element2Used'
  | 'aboveThreshold'
  | 'topUp'
  | 'topUpGap'
  | 'notCounted'
  | 'aboveCost'
  | 'schoolSpend'
  | 'notionalBudget'
  | 'notionalBalance'
>
const inEntries = (count: number) => counted(count, 'entry', 'entries')

/** The school's figures of a year from those of its pupils: each adds up from what its reason lists. */
export const schoolFigures = (
  pupils: readonly PupilYear[],
  { year, school, pupils: all }: MoneyInput,
  lines: Pick<SchoolMoney, 'linesPence' | 'roundingDifference' | 'unsharedPence'>,
): Figures => {
  const words = showMoneyYear(year)
  const { sum, under, over } = sumsOf(pupils)
  const used = (which: readonly PupilYear[]) => sum(({ element2Used }) => element2Used, [...which])
  const element2 = used(pupils)
  const overCounted = sum((one) => one.counted, over)
  const above = sum((one) => one.aboveThreshold)
  const topUp = sum((one) => one.topUp)
  const gap = total(pupils.map((one) => Math.max(0, one.topUpGap.pence)))
  const spend = element2 + gap
  const notional = school?.notionalBudget ?? null
  const begins = daysOfYear(year).from
  const withSen = all.filter(({ status, left }) => status !== 'N' && (left === null || left >= begins)).length
  const core = school?.coreFunding ?? null
  const paid = (from: PupilYear['funding']['from']) => {
    const which = pupils.filter(({ funding }) => funding.from === from)
    return {
      name: `${people(which.length)}, ${comesFrom()[from ?? 'none']}`,
      pence: sum((one) => one.topUp, which),
    }
  }
  return {
    ...schoolCosts(pupils, words, lines),
    element1:
      core === null || school === undefined
        ? null
        : {
            each: { pence: core, why: coreWhy(school, core) },
            pence: core * withSen,
            why: why(
              t`Element 1: core funding`,
              t`Core funding for each pupil, for those with SEN: the same for every pupil of the school, and no part of the additional cost.`,
              [
                [t`For each pupil`, core],
                [t`Pupils with SEN`, String(withSen)],
                [t`Together`, `${withSen} × ${addsUp([core])} = ${addsUp([core * withSen])}`],
              ],
              t`School settings`,
            ),
          },
    element2Used: {
      pence: element2,
      why: why(t`Element 2 used`, t`For each pupil what counts up to the threshold, added up.`, [
        [t`${people(under.length)} up to their threshold: all that counts`, used(under)],
        [t`${people(over.length)} above it: the threshold`, used(over)],
        [t`Used`, addsUp([used(under), used(over)])],
      ]),
    },
    aboveThreshold: {
      pence: above,
      why: why(t`Above the threshold`, t`For each pupil what counts beyond the threshold, added up.`, [
        [t`Counts for ${people(over.length)} above it`, overCounted],
        [t`Their thresholds`, used(over)],
        [t`Above`, addsUp([overCounted, -used(over)])],
      ]),
    },
    topUp: {
      pence: topUp,
      why: why(
        t`Top-up funding (Element 3)`,
        t`What is paid for pupils in ${words}, each by its days.`,
        addedByName(
          [paid('entries'), paid('both'), paid('details')].filter(({ pence }) => pence > 0),
          t`Together`,
          inEntries,
        ),
        t`Funding entered for each pupil, and the authority’s bands`,
      ),
    },
    topUpGap: {
      pence: gap,
      why: why(
        t`Top-up gap`,
        t`What lies above the threshold and no top-up covers, pupil by pupil; one pupil’s surplus fills no other’s gap.`,
        [
          [t`Above the threshold`, above],
          [t`Of it covered by the same pupil’s top-up`, above - gap],
          [t`Gap`, addsUp([above, -(above - gap)])],
        ],
      ),
    },
    schoolSpend: {
      pence: spend,
      why: why(t`What the school spends`, t`Element 2 used and the gaps after top-up.`, [
        [t`Element 2 used`, element2],
        [t`Top-up gap`, gap],
        [t`Together`, addsUp([element2, gap])],
      ]),
    },
    notionalBudget:
      notional === null || school === undefined
        ? null
        : { pence: notional, why: notionalWhy(school, notional) },
    notionalBalance:
      notional === null
        ? null
        : {
            pence: notional - spend,
            why: why(
              t`Balance of the notional SEN budget`,
              t`The notional budget less what the school spends. It is a guide and not ring-fenced, and not £6,000 for each pupil.`,
              [
                [t`Notional SEN budget`, notional],
                [t`The school spends`, spend],
                [t`Balance`, addsUp([notional, -spend])],
              ],
            ),
          },
  }
}

const comesFrom = () => ({
  entries: t`as funding is entered`,
  both: t`in part as their details say`,
  details: t`as their details say`,
  none: t`no top-up`,
})
