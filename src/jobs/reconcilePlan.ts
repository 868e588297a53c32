import { t } from '../words/t.ts'
import type { Stored } from '../domain/record.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { Child } from '../domain/rules/reconcileTypes.ts'
import { type NewKeys, newKeysFor } from '../importing/newKeys.ts'
import type { Plan, Step } from './plan.ts'
import { joinerSteps, pupilSteps, wantedOf } from './reconcileChild.ts'
import { decisionSteps, isDecision } from './reconcileDecision.ts'
import type { Accepted, Refuse, RefusedFix, Settling } from './reconcileSettling.ts'

/**
 * Accepted fixes as one job: what is written to pupils, child by child, and what was settled without writing. A row of
 * the job is a child. Nothing is stored yet; what the records would not take is refused here and named.
 */
export const reconcilePlan = (
  accepted: readonly Accepted[],
  settling: Settling,
): { readonly plan: Plan; readonly refused: readonly RefusedFix[]; readonly rows: readonly number[] } => {
  const byChild = new Map<number, Accepted[]>()
  for (const each of accepted)
    byChild.set(each.difference.child, [...(byChild.get(each.difference.child) ?? []), each])
  const refused: RefusedFix[] = []
  const keys = newKeysFor(settling.existing)
  const pupils = new Map(settling.existing.pupils.map((pupil) => [pupil.key, pupil]))
  const groups = [...byChild].map(([at, fixes], row) => {
    const of = childSteps(settling.children[at]!, fixes, row + 1, settling, keys, pupils)
    refused.push(...of.refused)
    return { at, steps: of.steps }
  })
  const steps = groups.flatMap((group) => group.steps)
  // New pupils before what belongs to them, archiving last: whatever breaks off leaves nothing without its owner.
  const order = (step: Step) =>
    step.do === 'archive' && step.type === 'Pupil'
      ? 3
      : step.type === 'ListDecision'
        ? 4
        : step.type === 'Pupil' && step.do === 'create'
          ? 0
          : 1
  return {
    plan: { kind: 'edit', title: settling.title, steps: steps.toSorted((a, b) => order(a) - order(b)) },
    refused,
    rows: groups.map(({ at }) => at),
  }
}

type Of = { readonly steps: readonly Step[]; readonly refused: readonly RefusedFix[] }

const childSteps = (
  child: Child,
  fixes: readonly Accepted[],
  row: number,
  settling: Settling,
  keys: NewKeys,
  pupils: ReadonlyMap<string, Stored<Pupil>>,
): Of => {
  const key = child.rows.ours[0]?.key
  const pupil = key === undefined ? undefined : pupils.get(key)
  const refused: RefusedFix[] = []
  const steps: Step[] = []
  const refuse: Refuse = (difference, says) => void refused.push({ difference, says })
  for (const each of fixes) {
    const { fix, difference } = each
    if (isDecision(fix)) steps.push(...decisionSteps(each, pupil?.key ?? null, row, settling))
    else if (fix.is === 'joiner') steps.push(...joinerSteps(fix, difference, row, keys, refuse))
    else if (!pupil) refuse(difference, t`The record is not there any more: compare again.`)
    else if (fix.is === 'bringBack') steps.push({ row, type: 'Pupil', key: pupil.key, do: 'restore' })
  }
  if (!pupil) return { steps, refused }
  const taken = fixes.filter(({ fix }) => fix.is === 'take' || fix.is === 'leaver')
  const wanted = wantedOf(taken, pupil, settling, refuse)
  steps.push(...pupilSteps(wanted, pupil, row, settling, taken, keys, refuse))
  return { steps, refused }
}
