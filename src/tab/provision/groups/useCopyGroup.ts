import { t } from '../../../words/t.ts'
import { useRef } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { Slot } from '../../../domain/records/slot.ts'
import type { Day } from '../../../domain/rules/day.ts'
import type { Store, Written } from '../../../graph/storeTypes.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { copyKey, goesOn, groupAgain, partKey, slotAgain } from './groupCopy.ts'
import { lineOf } from './joining.ts'

/** What of a group is to run again. */
export type Copying = {
  readonly name: string
  readonly from: Day
  readonly until: Day | null
  /** Those who go on. */
  readonly pupils: readonly string[]
  readonly slots: readonly Stored<Slot>[]
}

/**
 * Runs a group again with its pupils and times. Tried again after a failure, by anybody, it goes on where it stopped:
 * what is there is kept, what was taken off by Undo comes back, whom a second try leaves out goes.
 */
export const useCopyGroup = (group: Stored<Group>, members: readonly Stored<Allocation>[]) => {
  const { records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const earlier = useRef(new Map<string, Stored<Allocation>>())
  const groups = records.store(Group)
  const lines = records.store(Allocation)
  const times = records.store(Slot)
  const take = async (copying: Copying): Promise<Stored<Group> | null> => {
    let made: Stored<Group> | null = null
    await attempt(async () => {
      const key = copyKey(group.key, copying.from)
      const wanted = groupAgain(group, copying)
      const first = await groups.create(wanted, key)
      const there = first.archived ? await groups.restore(first) : first
      const { name, until, reviewBy } = wanted
      const copy =
        there.name === name && there.until === until
          ? there
          : await groups.update(there, { name, until, reviewBy })
      put(Group, copy)
      const rows = await lines.createMany(
        copying.pupils.map((pupil) => ({
          key: partKey(key, pupil),
          record: {
            ...lineOf(copy, { pupil, from: copy.from, until: null }),
            ...goesOn(members.findLast((line) => line.pupil === pupil)),
          },
        })),
      )
      const slots = await times.createMany(
        copying.slots.map((slot) => ({ key: partKey(key, slot.key), record: slotAgain(slot, copy) })),
      )
      const storedLines = await inSight(lines, rows)
      const storedTimes = await inSight(times, slots)
      const leftOut = [...earlier.current.values()].filter(({ pupil }) => !copying.pupils.includes(pupil))
      for (const row of await lines.shelveMany(
        leftOut.map((stored) => ({ stored, reason: t`Left out of the copy` })),
      ))
        if (row.outcome === 'stored') put(Allocation, row.record)
      for (const line of storedLines) {
        put(Allocation, line)
        earlier.current.set(line.key, line)
      }
      for (const slot of storedTimes) put(Slot, slot)
      const refused = [...rows, ...slots].find((row) => row.outcome === 'refused')
      if (refused?.outcome === 'refused') throw refused.problem
      made = copy
      say(
        t`${copy.name} made with ${counted(storedLines.length, 'pupil')}`,
        () => void attempt(() => undo(copy, storedLines, storedTimes)),
      )
    })
    return made
  }
  const undo = async (
    copy: Stored<Group>,
    storedLines: readonly Stored<Allocation>[],
    storedTimes: readonly Stored<Slot>[],
  ) => {
    const shelved = <T>(rows: readonly Stored<T>[]) => rows.map((stored) => ({ stored, reason: t`Undone` }))
    for (const row of await times.shelveMany(shelved(storedTimes)))
      if (row.outcome === 'stored') put(Slot, row.record)
    for (const row of await lines.shelveMany(shelved(storedLines)))
      if (row.outcome === 'stored') put(Allocation, row.record)
    put(Group, await groups.archive(copy, 'Undone'))
  }
  return { take, busy, trouble }
}

/** What was stored; rows that an earlier Undo had taken off are brought back. */
const inSight = async <T>(
  store: Pick<Store<T>, 'shelveMany'>,
  rows: readonly Written<T>[],
): Promise<Stored<T>[]> => {
  const stored = rows.flatMap((row) => (row.outcome === 'stored' ? [row.record] : []))
  const off = stored.filter(({ archived }) => archived)
  const back = await store.shelveMany(off.map((one) => ({ stored: one, reason: null })))
  return [
    ...stored.filter(({ archived }) => !archived),
    ...back.flatMap((row) => (row.outcome === 'stored' ? [row.record] : [])),
  ]
}
