import { t } from '../../words/t.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'
import { bandOf, type Bands } from './scoreBands.ts'

/** One pupil at the start and at the end. */
export type Pair = { readonly start: number; readonly end: number }

/** Sizes of effects. Source: Cohen 1988. */
export const effectBands: Bands = {
  bands: [
    { from: 0.8, name: 'large' },
    { from: 0.5, name: 'medium' },
    { from: 0.2, name: 'small' },
    { from: -0.2, name: t`next to none` },
    { from: Number.NEGATIVE_INFINITY, name: t`the wrong way` },
  ],
  source: t`Cohen, Statistical power analysis for the behavioral sciences, 1988`,
  confidence: t`Rules of thumb; effects of teaching are often smaller and still worth having`,
}
/** Fewer pupils than this, and one of them can turn the figure. */
export const enoughPupils = 8

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
/** Sample standard deviation (n − 1). Of fewer than two values there is none: NaN. */
export const deviation = (values: readonly number[]): number => {
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}
// No minus before nothing; a half that binary floats put a hair below goes up.
const twoPlaces = (value: number) => Math.round(value * 100 + Math.sign(value) * 1e-9) / 100 || 0

export type Effect = Figure & {
  readonly n: number
  readonly means: Pair
  readonly deviations: Pair
  readonly size: string
  /** To stand beside the figure wherever it is shown. */
  readonly label: string
}

/**
 * Cohen's d of a group before and after: the change of the means over the root of the mean variance, or over 15 for
 * standardised scores (`sd15`), which is more cautious. Above nothing is better, whichever way the tool counts.
 */
export const effectSize = (
  pairs: readonly Pair[],
  { sd15 = false, better = 'higher' }: { readonly sd15?: boolean; readonly better?: 'higher' | 'lower' } = {},
): Reckoned<Effect> => {
  const n = pairs.length
  if (n < 2) return noFigure(t`An effect size needs at least two pupils with a start and an end`)
  const starts = pairs.map(({ start }) => start)
  const ends = pairs.map(({ end }) => end)
  const means = { start: mean(starts), end: mean(ends) }
  const deviations = { start: deviation(starts), end: deviation(ends) }
  const spread = sd15 ? 15 : Math.sqrt((deviations.start ** 2 + deviations.end ** 2) / 2)
  if (spread === 0)
    return noFigure(
      t`All scores at the start are the same, and all at the end: there is no spread to measure by`,
    )
  const value = twoPlaces(((better === 'lower' ? -1 : 1) * (means.end - means.start)) / spread)
  const size = bandOf(value, effectBands) ?? t`the wrong way`
  const label = t`indicative, no control group${n < enoughPupils ? t`; fewer than ${enoughPupils}` : ''}`
  const shown = showNumber(value, 2)
  return {
    value,
    n,
    means,
    deviations,
    size,
    label,
    shown,
    reading: t`${shown}, ${size}: ${n} pupils, ${label}`,
    cautions: [
      t`There was no control group: pupils also grow without the support`,
      ...(n < enoughPupils ? [t`Only ${n} pupils: one of them can turn the figure`] : []),
    ],
    why: because(
      t`Effect size (Cohen’s d)`,
      t`Means ${showNumber(means.start, 2)} and ${showNumber(means.end, 2)}, divided by ${sd15 ? t`15, the spread of standardised scores` : t`${showNumber(spread, 2)}, the spread of these scores`}.`,
      `${effectBands.source}. ${effectBands.confidence}.`,
      [
        { label: t`Pupils with a start and an end`, value: String(n) },
        {
          label: t`SD at the start and at the end`,
          value: t`${showNumber(deviations.start, 2)} and ${showNumber(deviations.end, 2)}`,
        },
        ...(better === 'lower' ? [{ label: t`Better is`, value: 'lower' }] : []),
      ],
    ),
  }
}
