import { t } from '../../words/t.ts'
import { derivedKey } from '../derivedKey.ts'
import { blank } from '../record.ts'
import type { Pupil } from '../records/pupil.ts'
import { StatusPeriod } from '../records/statusPeriod.ts'
import { senStatuses } from './codes.ts'
import { addDays, type Day, showDay } from './day.ts'
import { begunChange, type Period, type Status, statusSpans } from './statusHistory.ts'

/** A change of SEN status as somebody records it, perhaps long after: `from` is the day on which it took effect. */
export type StatusChange = {
  readonly status: Status
  readonly from: Day
  readonly why: string | null
  readonly decidedBy: string | null
  readonly parentTold: Day | null
  /** For an EHC plan: the day on which it was issued. */
  readonly planIssued?: Day | null
}

/** What is written, in this order: the status that ends, then the pupil. A page that dies in between has lost nothing. */
export type StatusWrites = {
  readonly period: { readonly key: string; readonly record: StatusPeriod }
  readonly changes: Partial<Pupil>
}
export type RefusedChange = { readonly field: keyof StatusChange; readonly says: string }

type Of = Pick<Pupil, 'status' | 'statusFrom' | 'dateOfBirth' | 'planIssued'> & { readonly key: string }

/**
 * The key of the period that the present status leaves when it ends: the same however often the change is tried. Where
 * an earlier period has it, as a first day was cleared since, the day of the change makes another.
 */
const periodKeyOf = (pupil: Of, periods: readonly Period[], from: Day): string => {
  const key = derivedKey(pupil.key, 'status', pupil.status, pupil.statusFrom ?? '')
  const taken = periods.some((period) => period.key === key) && begunChange(pupil, periods)?.key !== key
  return taken ? derivedKey(pupil.key, 'status', pupil.status, from) : key
}

/**
 * The writes of a change of status, or why it can't be. A change may be back-dated to any day after the present status
 * began; both the day it took effect and the day on which it was written down are kept.
 */
export const statusChange = (
  pupil: Of,
  periods: readonly Period[],
  change: StatusChange,
  today: Day,
): StatusWrites | RefusedChange => {
  const own = periodKeyOf(pupil, periods, change.from)
  const spans = statusSpans(
    pupil,
    // A first try may have written the period already.
    periods.filter(({ key }) => key !== own),
  )
  const present = spans.at(-1)!
  const now = senStatuses[pupil.status]
  if (change.status === pupil.status) return { field: 'status', says: t`The status is ${now} already.` }
  if (change.from > today)
    return { field: 'from', says: t`Choose a day up to today: a change is recorded once it has come about.` }
  if (change.from <= pupil.dateOfBirth) return { field: 'from', says: t`This is before the pupil was born.` }
  if (present.from !== null && change.from <= present.from)
    return {
      field: 'from',
      says: t`${now} began on ${showDay(present.from)}: choose a later day, or put that day right first.`,
    }
  if (change.parentTold !== null && change.parentTold > today)
    return { field: 'parentTold', says: t`Choose a day up to today, or leave it blank until it is done.` }
  const until = addDays(change.from, -1)
  return {
    period: {
      key: own,
      record: blank(StatusPeriod, {
        pupil: pupil.key,
        status: pupil.status,
        from: present.from,
        until,
        became: change.status,
        why: change.why,
        decidedBy: change.decidedBy,
        parentTold: change.parentTold,
        recordedOn: today,
      }),
    },
    changes: {
      status: change.status,
      statusFrom: change.from,
      ...(change.status === 'E' && pupil.planIssued === null
        ? { planIssued: change.planIssued ?? change.from }
        : {}),
    },
  }
}

/** What finishes a change that was begun: see `begunChange`. */
export const finishingChange = (begun: Pick<Period, 'became' | 'until'>): Partial<Pupil> => ({
  status: begun.became!,
  statusFrom: addDays(begun.until, 1),
})
