import { blank } from '../domain/record.ts'
import { ListDecision } from '../domain/records/listDecision.ts'
import type { Fix } from '../domain/rules/reconcileTypes.ts'
import type { FieldChange, Loose, Step } from './plan.ts'
import type { Accepted, Settling } from './reconcileSettling.ts'

const decided = { keep: 'keep', tellMis: 'toldMis', tellAuthority: 'toldAuthority' } as const
/** Whether a fix writes nothing but that it was settled. */
export const isDecision = (fix: Fix): fix is Fix & { readonly is: keyof typeof decided } =>
  Object.hasOwn(decided, fix.is)

/** What was settled, under the key of its difference: settled once, however often it is tried. */
export const decisionSteps = (
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
