import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Impact } from './impact.ts'
import type { Why } from './why.ts'

export type Effect = NonNullable<Allocation['effect']>
/** What the figures of a line suggest; kept nowhere until a person takes it. */
export type Suggestion = { readonly effect: Effect; readonly words: string; readonly why: Why }

/** From where on a figure suggests an effect. The upper ones: domain rule of practice; below them Goldthread's own. */
export const effectRule = { ratioYes: 2, ratioPartly: 1, goalsYes: 70 } as const

const words: Record<Effect, string> = {
  yes: 'effective',
  partly: t`partly effective`,
  notYet: t`not yet effective`,
}
const best: readonly Effect[] = ['yes', 'partly', 'notYet']

type Sign = { readonly effect: Effect; readonly label: string; readonly says: string }

const signsOf = ({
  compared,
  goalsMet,
  expected,
}: Pick<Impact, 'compared' | 'goalsMet' | 'expected'>): Sign[] => {
  const signs: Sign[] = []
  const add = (effect: Effect, label: string, says: string) => signs.push({ effect, label, says })
  if (compared.tool !== null) {
    const { ratio, standardised, points, gain, met } = compared
    if (ratio.value !== null)
      add(
        ratio.value >= effectRule.ratioYes
          ? 'yes'
          : ratio.value >= effectRule.ratioPartly
            ? 'partly'
            : 'notYet',
        t`Ratio gain`,
        ratio.reading,
      )
    if (standardised.value !== null) {
      const improved =
        compared.tool.scale === 'standardised' && compared.tool.better === 'lower'
          ? -standardised.value
          : standardised.value
      add(
        standardised.against === 'better' ? 'yes' : improved >= 0 ? 'partly' : 'notYet',
        t`Standardised score`,
        standardised.reading,
      )
    }
    const byPoints = compared.tool.scale === 'points' || compared.tool.scale === 'percent'
    if (byPoints && points.value !== null && gain !== null)
      add(gain > 0 ? 'partly' : 'notYet', t`Points`, points.reading)
    if (met !== null) add(met ? 'yes' : 'notYet', t`Target`, met ? 'reached' : t`not reached`)
  }
  if (expected.value !== null)
    add(
      expected.gain >= expected.value ? 'yes' : expected.gain > 0 ? 'partly' : 'notYet',
      t`Expected gain`,
      expected.reading,
    )
  if (goalsMet.value !== null)
    add(
      goalsMet.value >= effectRule.goalsYes ? 'yes' : goalsMet.met > 0 ? 'partly' : 'notYet',
      t`Goals`,
      goalsMet.reading,
    )
  return signs
}

/**
 * What the figures suggest: effective where one of them says so (ratio gain of 2, a gain beyond the test's interval, a
 * target, the gain that was expected or 70% of goals met), partly where the pupil kept pace, else not yet. Null without figures. Figures that
 * disagree and support that was not given as planned are said beside it.
 */
export const suggestionOf = (impact: Omit<Impact, 'suggestion'>): Suggestion | null => {
  const signs = signsOf(impact)
  if (signs.length === 0) return null
  const effect = best.find((each) => signs.some((sign) => sign.effect === each))!
  const others = signs.filter((sign) => sign.effect !== effect)
  const { fidelity, compared } = impact
  const cautions = [
    ...(fidelity.value !== null ? fidelity.cautions : []),
    ...(compared.tool !== null && compared.ratio.value !== null ? compared.ratio.cautions : []),
    ...(others.length > 0
      ? [t`Less good: ${others.map(({ label, says }) => `${label.toLowerCase()}, ${says}`).join('; ')}`]
      : []),
  ]
  const reasons = signs.filter((sign) => sign.effect === effect)
  return {
    effect,
    words: t`The figures suggest: ${words[effect]}, because ${reasons.map(({ label, says }) => `${label.toLowerCase()}: ${says}`).join('; ')}`,
    why: {
      rule: t`Suggested effect`,
      says: t`Effective from a ratio gain of ${effectRule.ratioYes}, a gain beyond the test’s interval, a target or the expected gain reached, or ${effectRule.goalsYes}% of goals. Partly where the pupil kept pace or something got better. You decide; nothing is stored by itself.`,
      strength: 'recommended',
      source: t`Goldthread’s own rule, from usual practice`,
      inputs: [
        ...signs.map(({ label, says }) => ({ label, value: says })),
        ...(cautions.length > 0 ? [{ label: t`Beware`, value: `${cautions.join('. ')}.` }] : []),
      ],
    },
  }
}
