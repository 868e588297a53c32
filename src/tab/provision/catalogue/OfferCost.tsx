import type { LineCost } from '../../../domain/rules/cost.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { offerRunningWhy } from '../../../domain/rules/runningWhy.ts'
import { Why } from '../../../ui/Why.tsx'

/** What lines come to for their pupils, in pence; a line that is not costed counts as nothing. */
export const penceOf = (costs: readonly LineCost[]): number =>
  costs.reduce((sum, { cost }) => sum + (cost?.perPupilPence ?? 0), 0)

/** What those who are in it today cost, with its reason. */
export const OfferCost = ({ name, costs }: { name: string; costs: readonly LineCost[] }) => {
  const pence = penceOf(costs)
  return pence > 0 ? (
    <>
      {' · '}
      <Why why={offerRunningWhy(name, costs)}>{showMoney(pence)}</Why>
    </>
  ) : null
}
