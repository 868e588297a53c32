import { t } from '../../words/t.ts'
import { counted as saidCount } from '../counted.ts'
import type { Figure, PupilYear, SchoolMoney } from './moneyTypes.ts'
import { addedByName, addsUp, inLines, total, why } from './moneyWhy.ts'

const own = t`The school’s own rates`
const ofAuthorities = t`Costing rules of the authorities`
/** `3 pupils`. */
export const people = (count: number) => saidCount(count, 'pupil')

/** Sums over pupils, and who stays up to the threshold and who goes above it: pence. */
export const sumsOf = (pupils: readonly PupilYear[]) => ({
  sum: (of: (one: PupilYear) => Figure, which = pupils) => total(which.map((one) => of(one).pence)),
  under: pupils.filter(({ aboveThreshold }) => aboveThreshold.pence === 0),
  over: pupils.filter(({ aboveThreshold }) => aboveThreshold.pence > 0),
})

type Costs = Pick<SchoolMoney, 'linesTotal' | 'total' | 'counted' | 'apart' | 'notCounted' | 'aboveCost'>

/** What support costs the school in a year and what of it counts, each with the reckoning that adds it up. */
export const schoolCosts = (
  pupils: readonly PupilYear[],
  words: string,
  {
    linesPence,
    roundingDifference,
    unsharedPence,
  }: Pick<SchoolMoney, 'linesPence' | 'roundingDifference' | 'unsharedPence'>,
): Costs => {
  const { sum, under, over } = sumsOf(pupils)
  const counted = sum((one) => one.counted)
  const overCounted = sum((one) => one.counted, over)
  const notCounted = sum((one) => one.notCounted)
  const aboveCost = sum((one) => one.aboveCost)
  const sharedOut = linesPence + roundingDifference
  return {
    linesTotal: {
      pence: linesPence,
      why: why(
        t`Sum of the lines`,
        t`What each pupil’s lines cost, each rounded to the penny.`,
        addedByName(
          [
            {
              name: t`${people(under.length)} up to their threshold`,
              pence: sum((one) => one.actual, under),
            },
            { name: t`${people(over.length)} above it`, pence: sum((one) => one.actual, over) },
          ],
          t`Together`,
          inLines,
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
  }
}
