import type { Stored } from '../record.ts'
import type { Pupil } from '../records/pupil.ts'
import type { SafetyPlan } from '../records/safetyPlan.ts'
import type { Day } from '../rules/day.ts'

/** The alert on a pupil’s page that each kind of plan goes with. */
const alertOfPlan = {
  peep: 'alertEvacuation',
  risk: 'alertRisk',
  health: 'alertMedical',
} as const satisfies Partial<Record<SafetyPlan['kind'], keyof Pupil>>
export type AlertedKind = keyof typeof alertOfPlan

type Person = Pick<Stored<Pupil>, 'key' | 'left' | (typeof alertOfPlan)[AlertedKind]>
/** `alert`: the plan is there, the alert is not set; `plan`: the alert is set, no plan is written down. */
export type AlertGap<P> = { readonly pupil: P; readonly kind: AlertedKind; readonly lacks: 'alert' | 'plan' }

/** Where alerts and plans don’t go together, among the pupils who are at the school on a day. */
export const alertGaps = <P extends Person>(
  pupils: readonly P[],
  plans: readonly Pick<SafetyPlan, 'pupil' | 'kind' | 'endedOn'>[],
  today: Day,
): readonly AlertGap<P>[] => {
  const live = new Set(
    plans.filter(({ endedOn }) => endedOn === null).map(({ pupil, kind }) => `${pupil} ${kind}`),
  )
  return pupils
    .filter(({ left }) => left === null || left >= today)
    .flatMap((pupil) =>
      (Object.keys(alertOfPlan) as AlertedKind[]).flatMap((kind): AlertGap<P>[] => {
        const planned = live.has(`${pupil.key} ${kind}`)
        const alerted = pupil[alertOfPlan[kind]] === true
        return planned === alerted ? [] : [{ pupil, kind, lacks: planned ? 'alert' : 'plan' }]
      }),
    )
}
