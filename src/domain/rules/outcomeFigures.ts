import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import type { MeasuredLine } from './analysisLines.ts'
import { mean } from './effectSize.ts'
import { fidelity } from './fidelity.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'
import { showMoney } from './money.ts'

const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length % 2 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** The mean of some scores; `without`: what is said where there are none. */
export const meanFigure = (
  values: readonly number[],
  what: string,
  show: (value: number) => string,
  without: string,
): Reckoned => {
  if (values.length === 0) return noFigure(without)
  const value = mean(values)
  return {
    value,
    shown: show(value),
    reading: `${what}: ${show(value)}`,
    cautions: [],
    why: because(
      what,
      t`Mean of ${counted(values.length, 'pupil')}: ${show(value)}.`,
      t`The school’s own scores`,
      [
        { label: t`Least`, value: show(Math.min(...values)) },
        { label: t`Most`, value: show(Math.max(...values)) },
      ],
    ),
  }
}

/** The ratio gain of the pupil in the middle. */
export const medianRatio = (ratios: readonly Figure[]): Reckoned => {
  if (ratios.length === 0) return noFigure(t`No pair of age equivalents`)
  const value = middle(ratios.map((one) => one.value))
  const shown = showNumber(value)
  return {
    value,
    shown,
    reading: t`${shown} months’ progress a month for the pupil in the middle; 1 keeps pace`,
    cautions: [],
    why: because(
      t`Ratio gain, median`,
      t`The middle of ${counted(ratios.length, 'ratio gain')}: ${shown}. One pupil who leapt ahead doesn’t move it.`,
      ratios[0]!.why.source,
      [
        {
          label: t`From lowest to highest`,
          value: ratios
            .map((one) => one.value)
            .toSorted((a, b) => a - b)
            .map((one) => showNumber(one))
            .join(', '),
        },
      ],
    ),
  }
}

/** What support costs for each pupil, out of so many lines. Pence. */
export const costFigure = (pence: readonly number[], lines: number): Reckoned => {
  if (pence.length === 0) return noFigure(t`No line is costed yet`)
  const value = Math.round(mean(pence))
  return {
    value,
    shown: showMoney(value),
    reading: t`${showMoney(value)} for each pupil`,
    cautions: pence.length < lines ? [t`${lines - pence.length} of ${lines} lines can’t be costed yet`] : [],
    why: because(
      t`Cost for each pupil`,
      t`Mean of ${counted(pence.length, 'costed line')}: ${showMoney(value)}.`,
      t`The lines’ own costs, by the school’s rates`,
      [{ label: t`Costed`, value: t`${pence.length} of ${lines}` }],
    ),
  }
}

/** How much of what was planned was held, of all lines whose sessions are logged. */
export const fidelityOf = (lines: readonly MeasuredLine[]): ReturnType<typeof fidelity> => {
  const known = lines.flatMap(({ sessions }) => sessions ?? [])
  if (known.length === 0) return noFigure(t`No sessions are logged`)
  const total = (of: 'planned' | 'held' | 'unlogged') => known.reduce((sum, one) => sum + one[of], 0)
  const attended = known.every((one) => one.attended !== null)
    ? known.reduce((sum, one) => sum + one.attended!, 0)
    : null
  // Of sessions that nobody has said anything about nothing is known: they count neither way.
  return fidelity(total('held'), total('planned') - total('unlogged'), attended)
}
