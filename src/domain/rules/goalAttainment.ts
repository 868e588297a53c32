import { t } from '../../words/t.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'

/** Where a goal ended: −2 much less than expected to 2 much more, or null where nobody has looked yet. */
export type Rated = { readonly weight: number | null; readonly reached: -2 | -1 | 0 | 1 | 2 | null }

/**
 * Goals together as one T score: 50 is as expected, 10 is one SD. Goals that nobody rated are counted apart.
 * Source: Kiresuk and Sherman 1968; T = 50 + 10Σwx ÷ √(0.7Σw² + 0.3(Σw)²).
 */
export const goalAttainment = (
  goals: readonly Rated[],
): Reckoned<Figure & { readonly rated: number; readonly unrated: number }> => {
  const rated = goals.filter((goal) => goal.reached !== null)
  if (rated.length === 0)
    return noFigure(goals.length === 0 ? t`No goal is written` : t`No goal has been looked at yet`)
  const weights = rated.map(({ weight }) => weight ?? 1)
  const total = weights.reduce((sum, w) => sum + w, 0)
  const squares = weights.reduce((sum, w) => sum + w * w, 0)
  const weighted = rated.reduce((sum, { reached }, i) => sum + weights[i]! * reached!, 0)
  const away = (10 * weighted) / Math.sqrt(0.7 * squares + 0.3 * total ** 2)
  const value = 50 + (Math.sign(away) * Math.round(Math.abs(away) * 10)) / 10
  const unrated = goals.length - rated.length
  const shown = showNumber(value)
  return {
    value,
    rated: rated.length,
    unrated,
    shown,
    reading:
      value === 50 ? t`As expected` : value > 50 ? t`More than expected (50)` : t`Less than expected (50)`,
    cautions: unrated > 0 ? [t`${unrated} of ${goals.length} goals not looked at yet`] : [],
    why: because(
      t`Goal attainment (T score)`,
      t`50 + 10 × ${weighted} ÷ √(0.7 × ${squares} + 0.3 × ${total}²) = ${shown}. 50 is as expected.`,
      t`Kiresuk and Sherman, Goal attainment scaling, 1968`,
      [
        { label: t`Goals looked at`, value: t`${rated.length} of ${goals.length}` },
        {
          label: t`Steps reached`,
          value: rated.map(({ reached }) => showNumber(reached!, 0, true)).join(', '),
        },
        { label: t`Weights`, value: weights.join(', ') },
      ],
    ),
  }
}
