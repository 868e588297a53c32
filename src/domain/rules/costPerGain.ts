import { t } from '../../words/t.ts'
import { because, type Figure, noFigure, type Reckoned } from './figure.ts'
import { fraction, over, rounded } from './fraction.ts'
import { showMoney } from './money.ts'

/**
 * What one unit of gain cost, in whole pence: a pupil's cost over the gain. Only for comparing like with like.
 */
export const costPerGain = (pencePerPupil: number, gain: number, unit: string): Reckoned<Figure> => {
  // Gains have at most two decimal places, scores having no more.
  const hundredths = Math.round(gain * 100)
  if (!(hundredths > 0)) return noFigure(t`There is no gain to set the cost against`)
  const value = rounded(over(fraction(BigInt(pencePerPupil)), fraction(BigInt(hundredths), 100n)))
  return {
    value,
    shown: showMoney(value),
    reading: t`${showMoney(value)} for each ${unit}`,
    cautions: [t`Compare only support with the same measure, for pupils with needs alike`],
    why: because(
      t`Cost of a unit of gain`,
      t`${showMoney(pencePerPupil)} ÷ ${hundredths / 100} = ${showMoney(value)} for each ${unit}.`,
      t`Cost of the line by the school’s own rates; gain between its two scores`,
      [
        { label: t`Cost for the pupil`, value: showMoney(pencePerPupil) },
        { label: t`Gain`, value: String(hundredths / 100) },
      ],
    ),
  }
}
