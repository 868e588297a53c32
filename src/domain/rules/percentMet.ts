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
      all.length === 0 ? `No ${of} to count` : `None of ${all.length} ${of} has a result at the end yet`,
    )
  const met = known.filter((one) => one).length
  const value = Math.round((met * 100) / known.length)
  return {
    value,
    met,
    n: known.length,
    missing,
    shown: `${value}%`,
    reading: `${met} of ${known.length} ${of} met it${missing > 0 ? `; ${missing} without a result` : ''}`,
    cautions: [
      ...(missing > 0 ? [`${missing} of ${all.length} ${of} have no result at the end`] : []),
      ...(known.length < 5 ? [`Only ${known.length} ${of}: one is ${Math.round(100 / known.length)}%`] : []),
    ],
    why: because(
      'Percentage that met it',
      `${met} ÷ ${known.length} = ${value}%. Those without a result at the end are left out of the sum and named beside it.`,
      'Usual practice',
      [
        { label: 'Met', value: String(met) },
        { label: 'With a result at the end', value: String(known.length) },
        { label: 'Without', value: String(missing) },
      ],
    ),
  }
}
