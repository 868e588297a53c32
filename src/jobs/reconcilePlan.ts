import { blank, check, fieldOf, type Stored } from '../domain/record.ts'
import { ListDecision } from '../domain/records/listDecision.ts'
import type { Need } from '../domain/records/need.ts'
import { Pupil } from '../domain/records/pupil.ts'
import type { StatusPeriod } from '../domain/records/statusPeriod.ts'
import { type Day, showDay } from '../domain/rules/day.ts'
import type { Child, Difference, Fix } from '../domain/rules/reconcileTypes.ts'
import type { Existing } from '../importing/existing.ts'
import { type NewKeys, newKeysFor } from '../importing/newKeys.ts'
import { planNeeds } from '../importing/planNeeds.ts'
import { editPlan, editRows } from './editPupils.ts'
import type { FieldChange, Loose, Plan, Step } from './plan.ts'
import { type Known, withdrawSteps } from './publishing.ts'
import { leaversReason } from './rollUpPlan.ts'

/** A fix that somebody accepted. `left`: the day that they chose where no list says it; `reason`: why it is kept. */
export type Accepted = {
  readonly difference: Difference
  readonly fix: Fix
  readonly left?: Day
  readonly reason?: string
}
export type Settling = {
  readonly children: readonly Child[]
  readonly existing: Existing
  /** Earlier statuses, archived ones too. */
  readonly periods: readonly Stored<StatusPeriod>[]
  /** What staff see; null where the school has no site for staff. */
  readonly staff: Omit<Known, 'today'> | null
  /** Decisions of before, archived ones too. */
  readonly decisions: readonly Stored<ListDecision>[]
  readonly today: Day
  readonly title: string
  newKey(): string
}
/** A fix that can't be done as it is; `says` is a sentence for the person. */
export type RefusedFix = { readonly difference: Difference; readonly says: string }

const decided = { keep: 'keep', tellMis: 'toldMis', tellAuthority: 'toldAuthority' } as const
const isDecision = (fix: Fix): fix is Fix & { readonly is: keyof typeof decided } =>
  Object.hasOwn(decided, fix.is)

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
  const refuse = (difference: Difference, says: string) => refused.push({ difference, says })
  for (const each of fixes) {
    const { fix, difference } = each
    if (isDecision(fix)) steps.push(...decisionSteps(each, pupil?.key ?? null, row, settling))
    else if (fix.is === 'joiner') steps.push(...joinerSteps(fix, difference, row, settling, keys, refuse))
    else if (!pupil) refuse(difference, 'The record is not there any more: compare again.')
    else if (fix.is === 'bringBack') steps.push({ row, type: 'Pupil', key: pupil.key, do: 'restore' })
  }
  if (!pupil) return { steps, refused }
  const taken = fixes.filter(({ fix }) => fix.is === 'take' || fix.is === 'leaver')
  const wanted = wantedOf(taken, pupil, settling, refuse)
  steps.push(...pupilSteps(wanted, pupil, row, settling, taken, refuse))
  return { steps, refused }
}

type Wanted = {
  readonly fields: Partial<Pupil>
  readonly needs: (Fix & { is: 'take' }) | null
  readonly left: Day | null
}
const wantedOf = (
  taken: readonly Accepted[],
  pupil: Stored<Pupil>,
  { today }: Settling,
  refuse: (difference: Difference, says: string) => void,
): Wanted => {
  let fields: Partial<Pupil> = {}
  let needs: Wanted['needs'] = null
  let left: Day | null = null
  for (const { fix, difference, left: chosen } of taken) {
    if (fix.is === 'leaver') {
      left = fix.left ?? chosen ?? null
      if (left === null || left > today) refuse(difference, 'Choose the day on which they left, up to today.')
      else fields = { ...fields, left }
      if (left !== null && left > today) left = null
    } else if (fix.is === 'take') {
      if (fix.needs) needs = fix
      const [issue] = check(Pupil, { ...plain(pupil), ...fields, ...fix.changes })
      if (issue) refuse(difference, `${fieldOf(Pupil, issue.field).label}: ${issue.message}.`)
      else fields = { ...fields, ...fix.changes }
    }
  }
  return { fields, needs, left }
}
const plain = (pupil: Stored<Pupil>): Pupil =>
  Object.fromEntries(Object.keys(Pupil.fields).map((name) => [name, pupil[name as keyof Pupil]])) as Pupil

const pupilSteps = (
  { fields, needs, left }: Wanted,
  pupil: Stored<Pupil>,
  row: number,
  settling: Settling,
  taken: readonly Accepted[],
  refuse: (difference: Difference, says: string) => void,
): Step[] => {
  const { existing, periods, today, staff, newKey } = settling
  const { status, statusFrom, ...others } = fields
  const from = statusFrom ?? fields.planIssued ?? today
  const change =
    status && status !== pupil.status
      ? {
          status,
          from: from > today ? today : from,
          why: 'As another list has it',
          decidedBy: null,
          parentTold: null,
          planIssued: fields.planIssued ?? null,
        }
      : null
  const [edit] = editRows([pupil], periods, { fields: others, status: change }, today)
  const steps: Step[] = []
  if (edit?.refused) {
    const first = taken.find(({ fix }) => fix.is === 'take' && fix.changes.status) ?? taken[0]
    if (first) refuse(first.difference, edit.refused)
  } else if (edit) steps.push(...editPlan([edit], periods, '').steps.map((step) => ({ ...step, row })))
  if (needs?.needs) {
    const own = existing.needs.filter((need) => need.pupil === pupil.key)
    steps.push(
      ...needSteps(
        needs.needs.map((type, i) => ({ type, rank: i + 1, from: null })),
        own,
        pupil.key,
        row,
        newKey,
      ),
    )
  }
  if (left !== null && !edit?.refused) {
    if (staff)
      steps.push(...withdrawSteps([pupil.key], { ...staff, today }).map((step) => ({ ...step, row })))
    steps.push({
      row,
      type: 'Pupil',
      key: pupil.key,
      after: [pupil.key],
      do: 'archive',
      reason: leaversReason(left),
    })
  }
  return steps
}

const needSteps = (
  wanted: Parameters<typeof planNeeds>[1],
  own: readonly Stored<Need>[],
  pupil: string,
  row: number,
  keyFor: () => string,
): Step[] => {
  const { added, updates } = planNeeds(pupil, wanted, own, keyFor)
  return [
    ...updates.map(({ stored, changes }): Step => ({
      row, type: 'Need', key: stored.key, pupil, do: 'change',
      changes: Object.fromEntries(Object.entries(changes).map(([field, to]) => [field, { from: stored[field as keyof Need], to } as FieldChange])),
    })), // prettier-ignore
    ...added.map(({ key, record }): Step => ({
      row,
      type: 'Need',
      key,
      pupil,
      do: 'create',
      record: record as unknown as Loose,
    })),
  ]
}

const joinerSteps = (
  { record, needs }: Fix & { readonly is: 'joiner' },
  difference: Difference,
  row: number,
  { newKey }: Settling,
  keys: NewKeys,
  refuse: (difference: Difference, says: string) => void,
): Step[] => {
  const whole = blank(Pupil, record)
  const [issue] = check(Pupil, whole)
  if (issue) {
    refuse(difference, `${fieldOf(Pupil, issue.field).label}: ${issue.message}.`)
    return []
  }
  const key = keys.pupil(whole, newKey)
  const made = needSteps(
    needs.map((type, i) => ({ type, rank: i + 1, from: null })),
    [],
    key,
    row,
    newKey,
  )
  return [
    { row, type: 'Pupil', key, do: 'create', record: whole as unknown as Loose },
    ...made.map((step) => ({ ...step, after: [key] })),
  ]
}

/** What was settled, under the key of its difference: settled once, however often it is tried. */
const decisionSteps = (
  { difference, fix, reason }: Accepted,
  pupil: string | null,
  row: number,
  { decisions, today }: Settling,
): Step[] => {
  const what = decided[fix.is as keyof typeof decided]
  const record = blank(ListDecision, {
    pupil,
    what,
    about: difference.label,
    reason:
      (reason?.trim() || (fix.is === 'tellMis' || fix.is === 'tellAuthority' ? fix.ask : null))?.slice(
        0,
        255,
      ) ?? null,
    on: today,
  })
  const before = decisions.find(({ key }) => key === difference.id)
  const about = { row, type: 'ListDecision', key: difference.id, ...(pupil ? { pupil } : {}) }
  if (!before) return [{ ...about, do: 'create', record: record as unknown as Loose }]
  const changes = Object.fromEntries(
    Object.entries(record).flatMap(([field, to]) => {
      const was = before[field as keyof ListDecision]
      return was === to ? [] : [[field, { from: was, to } as FieldChange]]
    }),
  )
  return [
    ...(Object.keys(changes).length > 0
      ? [{ ...about, do: 'change' as const, changes, archivedToo: true as const }]
      : []),
    ...(before.archived ? [{ ...about, do: 'restore' as const }] : []),
  ]
}

/** `20 Jul 2026` for a leaver's line in the preview. */
export const leftWords = (day: Day): string => `Leaves the register: left on ${showDay(day)}, archived`
