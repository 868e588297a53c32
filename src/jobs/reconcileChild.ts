import { t } from '../words/t.ts'
import { blank, check, fieldOf, type Stored } from '../domain/record.ts'
import type { Need } from '../domain/records/need.ts'
import { Pupil } from '../domain/records/pupil.ts'
import type { NeedType } from '../domain/rules/codes.ts'
import type { Day } from '../domain/rules/day.ts'
import type { Difference, Fix } from '../domain/rules/reconcileTypes.ts'
import type { NewKeys } from '../importing/newKeys.ts'
import { planNeeds } from '../importing/planNeeds.ts'
import { editPlan, editRows } from './editPupils.ts'
import type { FieldChange, Loose, Step } from './plan.ts'
import { withdrawSteps } from './publishing.ts'
import type { Accepted, Refuse, Settling } from './reconcileSettling.ts'
import { leaversReason } from './rollUpPlan.ts'

type Wanted = {
  readonly fields: Partial<Pupil>
  readonly needs: (Fix & { is: 'take' }) | null
  readonly left: Day | null
}
/** What the fixes that were taken make of one pupil of ours. */
export const wantedOf = (
  taken: readonly Accepted[],
  pupil: Stored<Pupil>,
  { today }: Settling,
  refuse: Refuse,
): Wanted => {
  let fields: Partial<Pupil> = {}
  let needs: Wanted['needs'] = null
  let left: Day | null = null
  for (const { fix, difference, left: chosen } of taken) {
    if (fix.is === 'leaver') {
      left = fix.left ?? chosen ?? null
      if (left === null || left > today)
        refuse(difference, t`Choose the day on which they left, up to today.`)
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

/** The steps that give one pupil of ours what was taken: fields and status, needs, and the leaving with what staff see. */
export const pupilSteps = (
  { fields, needs, left }: Wanted,
  pupil: Stored<Pupil>,
  row: number,
  settling: Settling,
  taken: readonly Accepted[],
  keys: NewKeys,
  refuse: Refuse,
): Step[] => {
  const { existing, periods, today, staff } = settling
  const { status, statusFrom, ...others } = fields
  const from = statusFrom ?? fields.planIssued ?? today
  const change =
    status && status !== pupil.status
      ? {
          status,
          from: from > today ? today : from,
          why: t`As another list has it`,
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
    steps.push(...needSteps(needs.needs, own, pupil.key, row, keys))
  }
  if (left !== null && !edit?.refused) {
    const withdrawn = staff ? withdrawSteps([pupil.key], { ...staff, today }) : []
    steps.push(...withdrawn.map((step) => ({ ...step, row })))
    steps.push({
      row,
      type: 'Pupil',
      key: pupil.key,
      // Whom staff still see stays in sight of the SENCO too.
      after: [...new Set([pupil.key, ...withdrawn.map(({ key }) => key)])],
      do: 'archive',
      reason: leaversReason(left),
    })
  }
  return steps
}

const needSteps = (
  types: readonly NeedType[],
  own: readonly Stored<Need>[],
  pupil: string,
  row: number,
  keys: NewKeys,
): Step[] => {
  const wanted = types.map((type, at) => ({ type, rank: at + 1, from: null }))
  const { added, updates } = planNeeds(pupil, wanted, own, (type) => keys.of(pupil, 'Need', type))
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

/** A new pupil with their needs, under the keys that everybody who adds the same child gives them. */
export const joinerSteps = (
  { record, needs }: Fix & { readonly is: 'joiner' },
  difference: Difference,
  row: number,
  keys: NewKeys,
  refuse: Refuse,
): Step[] => {
  const whole = blank(Pupil, record)
  const [issue] = check(Pupil, whole)
  if (issue) {
    refuse(difference, `${fieldOf(Pupil, issue.field).label}: ${issue.message}.`)
    return []
  }
  const key = keys.pupil(whole)
  const made = needSteps(needs, [], key, row, keys)
  return [
    { row, type: 'Pupil', key, do: 'create', record: whole as unknown as Loose },
    ...made.map((step) => ({ ...step, after: [key] })),
  ]
}
