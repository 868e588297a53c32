import { t } from '../../words/t.ts'
import { derivedKey } from '../derivedKey.ts'
import { blank } from '../record.ts'
import type { Pupil } from '../records/pupil.ts'
import { StatusPeriod } from '../records/statusPeriod.ts'
import { senStatuses } from './codes.ts'
import { addDays, type Day, showDay } from './day.ts'
import type { RefusedChange } from './statusChange.ts'
import { type Period, type Span, statusSpans } from './statusHistory.ts'

/** How the first status on record began, as somebody tells it, perhaps years later. */
export type Beginning = {
  readonly from: Day
  readonly why: string | null
  readonly decidedBy: string | null
  readonly parentTold: Day | null
}

type Of = Pick<Pupil, 'status' | 'statusFrom' | 'dateOfBirth'> & { readonly key: string }

/**
 * The first status on record whose beginning nobody has told yet; null where a row before it does, and where it is the
 * absence of SEN, which begins with nothing.
 */
export const untoldFirst = (pupil: Of, periods: readonly Period[]): Span | null => {
  const first = statusSpans(pupil, periods)[0]!
  return first.status === 'N' || periods.some(({ status }) => status === 'U') ? null : first
}

/** What is written, in this order: the row of the days before, then the first day, on the status's own row. */
export type BeginningWrites = {
  readonly period: { readonly key: string; readonly record: StatusPeriod }
  /** Of the earlier status with this key, or of the pupil; null where the day is so already. */
  readonly first: { readonly key: string | null; readonly from: Day } | null
}

/** The writes that complete the first status, or why they can't be. */
export const beginningWrites = (
  pupil: Of,
  periods: readonly Period[],
  told: Beginning,
  today: Day,
): BeginningWrites | RefusedChange => {
  const first = statusSpans(pupil, periods)[0]!
  if (told.from <= pupil.dateOfBirth) return { field: 'from', says: t`This is before the pupil was born.` }
  const last = first.until ?? today
  if (told.from > last)
    return {
      field: 'from',
      says: first.until
        ? t`${senStatuses[first.status]} ended on ${showDay(last)}: choose a day up to that one.`
        : t`Choose a day up to today.`,
    }
  if (told.parentTold !== null && told.parentTold > today)
    return { field: 'parentTold', says: t`Choose a day up to today, or leave it blank until it is done.` }
  return {
    period: {
      key: derivedKey(pupil.key, 'status', 'U', ''),
      record: blank(StatusPeriod, {
        pupil: pupil.key,
        status: 'U',
        from: null,
        until: addDays(told.from, -1),
        became: first.status,
        why: told.why,
        decidedBy: told.decidedBy,
        parentTold: told.parentTold,
        recordedOn: today,
      }),
    },
    first: first.from === told.from ? null : { key: first.key, from: told.from },
  }
}
