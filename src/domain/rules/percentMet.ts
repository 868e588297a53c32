import { t } from '../../words/t.ts'
import { because, type Figure, noFigure, type Reckoned } from './figure.ts'

/**
 * How many of those whose end is known met what was expected. `null` is not known: counted apart, never as not met.
 */
export const percentMet = (
  all: readonly (boolean | null)[],
  of = 'pupils',
): Reckoned<Figure & { readonly met: number; readonly n: number; readonly missing: number }> => {
  const known = all.filter((met) => met !== null)
  const missing = all.length - known.length
  if (known.length === 0)
    return noFigure(
      all.length === 0 ? t`No ${of} to count` : t`None of ${all.length} ${of} has a result at the end yet`,
    )
  const met = known.filter((one) => one).length
  const value = Math.round((met * 100) / known.length)
  return {
    value,
    met,
    n: known.length,
    missing,
    shown: `${value}%`,
    reading: t`${met} of ${known.length} ${of} met it${missing > 0 ? t`; ${missing} without a result` : ''}`,
    cautions: [
      ...(missing > 0 ? [t`${missing} of ${all.length} ${of} have no result at the end`] : []),
      ...(known.length < 5 ? [t`Only ${known.length} ${of}: one is ${Math.round(100 / known.length)}%`] : []),
    ],
    why: because(
      t`Percentage that met it`,
      t`${met} ÷ ${known.length} = ${value}%. Those without a result at the end are left out of the sum and named beside it.`,
      t`Usual practice`,
      [
        { label: t`Met`, value: String(met) },
        { label: t`With a result at the end`, value: String(known.length) },
        { label: t`Without`, value: String(missing) },
      ],
    ),
  }
}
