import { t } from '../../words/t.ts'
import { daysOfYear, showMoneyYear } from './annualise.ts'
import { coreWhy, notionalWhy } from './enteredWhy.ts'
import type { Figure, MoneyInput, PupilYear, SchoolMoney } from './moneyTypes.ts'
import { addedByName, addsUp, total, why } from './moneyWhy.ts'

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
const people = (count: number) => `${count} ${count === 1 ? 'pupil' : 'pupils'}`
const own = t`The school’s own rates`
const ofAuthorities = t`Costing rules of the authorities`

/** The school's figures of a year from those of its pupils: each adds up from what its reason lists. */
export const schoolFigures = (
  pupils: readonly PupilYear[],
  { year, school, pupils: all }: MoneyInput,
  {
    linesPence,
    roundingDifference,
    unsharedPence,
  }: Pick<SchoolMoney, 'linesPence' | 'roundingDifference' | 'unsharedPence'>,
): Figures => {
  const words = showMoneyYear(year)
  const sum = (of: (one: PupilYear) => Figure, which = pupils) => total(which.map((one) => of(one).pence))
  const [under, over] = [
    pupils.filter(({ aboveThreshold }) => aboveThreshold.pence === 0),
    pupils.filter(({ aboveThreshold }) => aboveThreshold.pence > 0),
  ]
  const used = (which: readonly PupilYear[]) => sum(({ element2Used }) => element2Used, [...which])
  const element2 = used(pupils)
  const counted = sum((one) => one.counted)
  const overCounted = sum((one) => one.counted, over)
  const above = sum((one) => one.aboveThreshold)
  const topUp = sum((one) => one.topUp)
  const gap = total(pupils.map((one) => Math.max(0, one.topUpGap.pence)))
  const spend = element2 + gap
  const notCounted = sum((one) => one.notCounted)
  const aboveCost = sum((one) => one.aboveCost)
  const notional = school?.notionalBudget ?? null
  const begins = daysOfYear(year).from
  const withSen = all.filter(({ status, left }) => status !== 'N' && (left === null || left >= begins)).length
  const core = school?.coreFunding ?? null
  const sharedOut = linesPence + roundingDifference
  const paid = (from: PupilYear['funding']['from']) => {
    const which = pupils.filter(({ funding }) => funding.from === from)
    return {
      name: `${people(which.length)}, ${comesFrom[from ?? 'none']}`,
      pence: sum((one) => one.topUp, which),
    }
  }
  return {
    linesTotal: {
      pence: linesPence,
      why: why(
        t`Sum of the lines`,
        t`What each pupil’s lines cost, each rounded to the penny.`,
        addedByName(
          [
            { name: `${people(under.length)} up to their threshold`, pence: sum((one) => one.actual, under) },
            { name: `${people(over.length)} above it`, pence: sum((one) => one.actual, over) },
          ],
          'Together',
          'line',
        ),
        own,
      ),
    },
    total: {
      pence: linesPence + roundingDifference + unsharedPence,
      why: why(
        t`What provision costs the school`,
        t`Everything in ${words} before rounding, rounded once.`,
        [
          [t`Sum of the lines, each rounded`, linesPence],
          [t`Rounding`, roundingDifference],
          [t`Groups: not shared out to pupils`, unsharedPence],
          [t`Together`, addsUp([linesPence, roundingDifference, unsharedPence])],
        ],
        own,
      ),
    },
    counted: {
      pence: counted,
      why: why(
        t`What counts towards the thresholds`,
        t`What counts for each pupil under the rules of their authority, added up.`,
        [
          [t`${people(under.length)} up to their threshold`, counted - overCounted],
          [t`${people(over.length)} above it`, overCounted],
          [t`Together`, addsUp([counted - overCounted, overCounted])],
        ],
        ofAuthorities,
      ),
    },
    apart: {
      rounding: why(
        t`Rounding`,
        t`Each line is rounded to the penny; all of them together are rounded once. What differs is told, so that both add up.`,
        [
          [t`All lines, rounded once`, sharedOut],
          [t`Sum of the lines, each rounded`, linesPence],
          [t`Rounding`, addsUp([sharedOut, -linesPence])],
        ],
        own,
      ),
      unshared: why(
        t`Places in groups that nobody took`,
        t`What groups cost the school, whoever came, less what lies on the lines of their pupils.`,
        [
          [t`Provision costs`, sharedOut + unsharedPence],
          [t`On lines, rounded once`, sharedOut],
          [t`Not shared out`, addsUp([sharedOut + unsharedPence, -sharedOut])],
        ],
        own,
      ),
    },
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
          'Together',
          'entry',
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
    notCounted: {
      pence: notCounted,
      why: why(
        t`Paid, and not counted`,
        t`What support costs the school and does not count under each authority’s rules, line by line.`,
        [
          [t`Costs the school`, linesPence],
          ...(aboveCost > 0 ? [[t`Counts beyond its cost`, aboveCost] as [string, number]] : []),
          [t`Counts`, counted],
          [t`Not counted`, addsUp([linesPence, ...(aboveCost > 0 ? [aboveCost] : []), -counted])],
        ],
        ofAuthorities,
      ),
    },
    aboveCost: {
      pence: aboveCost,
      why: why(
        t`Counts beyond its cost`,
        t`Where an authority reckons at rates of its own, support may count for more than it costs the school.`,
        [
          [t`Counts`, counted],
          [t`Not counted`, notCounted],
          [t`Costs the school`, linesPence],
          [t`Beyond its cost`, addsUp([counted, notCounted, -linesPence])],
        ],
        ofAuthorities,
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

const comesFrom = {
  entries: 'as funding is entered',
  both: 'in part as their details say',
  details: 'as their details say',
  none: 'no top-up',
} as const
