import { t } from '../../words/t.ts'
import { grouped } from '../../domain/grouped.ts'
import type { Stored } from '../../domain/record.ts'
import type { Delivery } from '../../domain/records/delivery.ts'
import type { Slot } from '../../domain/records/slot.ts'
import type { SlotPupil } from '../../domain/records/slotPupil.ts'
import { type Minutes, parseTime, showTime } from '../../domain/rules/clockTime.ts'
import type { Day } from '../../domain/rules/day.ts'
import { minutesToMakeUp } from '../../domain/rules/ledgerLogs.ts'
import type { Planned } from '../../domain/rules/ledgerTypes.ts'

/** One pupil of a session: what the plan says, who it is, and what was logged, if anything. */
export type Place = {
  readonly plan: Planned & { readonly slot: string }
  readonly pupil: SlotPupil
  readonly log: Stored<Delivery> | null
}
/** A time in the week on one day, with the pupils who come to it then. */
export type Session = { readonly slot: Stored<Slot>; readonly day: Day; readonly places: readonly Place[] }

const minutesOf = (starts: string): Minutes => parseTime(starts) ?? 0
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The sessions of some days, in order of day and time, with what was logged of each. */
export const sessionsOf = (
  planned: readonly Planned[],
  slots: readonly Stored<Slot>[],
  slotPupils: readonly SlotPupil[],
  logs: readonly Stored<Delivery>[],
): Session[] => {
  const bySlot = new Map(slots.map((slot) => [slot.key, slot]))
  const nameOf = (slot: string, allocation: string) => `${slot}${allocation}`
  const pupils = new Map(slotPupils.map((row) => [nameOf(row.slot, row.allocation), row]))
  const logged = new Map(logs.map((log) => [`${log.slot}${log.allocation}${log.day}`, log]))
  return [...grouped(planned, ({ slot, day }) => `${slot}${day}`).values()]
    .flatMap((plans): Session[] => {
      const { slot: key, day } = plans[0]!
      const slot = key === null ? undefined : bySlot.get(key)
      const places = plans.flatMap((plan) => {
        const pupil = plan.slot === null ? undefined : pupils.get(nameOf(plan.slot, plan.allocation))
        const log = logged.get(`${plan.slot}${plan.allocation}${plan.day}`) ?? null
        return pupil && plan.slot !== null ? [{ plan: { ...plan, slot: plan.slot }, pupil, log }] : []
      })
      return slot && places.length > 0
        ? [{ slot, day, places: places.toSorted((a, b) => compare(a.pupil.name, b.pupil.name)) }]
        : []
    })
    .toSorted(
      (a, b) =>
        compare(a.day, b.day) ||
        minutesOf(a.slot.starts) - minutesOf(b.slot.starts) ||
        compare(a.slot.what, b.slot.what) ||
        compare(a.slot.key, b.slot.key),
    )
}

/** Whether a time in the week is put down to whoever is signed in with this address. */
export const isMine = (slot: Pick<Slot, 'userPrincipalName'>, address: string): boolean =>
  slot.userPrincipalName?.toLowerCase() === address.toLowerCase()

export const isLogged = ({ places }: Session): boolean => places.every(({ log }) => log !== null)

/** `9:30 to 9:50` */
export const spanOf = ({ starts, minutes }: Pick<Slot, 'starts' | 'minutes'>): string =>
  t`${starts} to ${showTime(minutesOf(starts) + minutes)}`

/** A session that was missed or cut short, and how much of it nothing has made up for yet. */
export type ToMakeUp = {
  readonly place: Place
  readonly log: Stored<Delivery>
  readonly minutes: number
  readonly slot: Stored<Slot>
  /** What made up for a part of it so far. */
  readonly made: readonly Stored<Delivery>[]
}

export const toMakeUpIn = (sessions: readonly Session[], logs: readonly Stored<Delivery>[]): ToMakeUp[] =>
  sessions.flatMap(({ places, slot }) =>
    places.flatMap((place) => {
      const minutes = place.log ? minutesToMakeUp(place.log, logs) : 0
      const made = logs.filter(({ makesUp }) => makesUp !== null && makesUp === place.log?.key)
      return place.log && minutes > 0 ? [{ place, log: place.log, minutes, slot, made }] : []
    }),
  )
