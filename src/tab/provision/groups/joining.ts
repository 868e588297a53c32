import { t } from '../../../words/t.ts'
import { newKey } from '../../../domain/key.ts'
import { Problem } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'

/** A pupil on the way into a group; `key` is that of the line to be made, settled once, so that no try makes two. */
export type Joining = {
  readonly key: string
  readonly pupil: string
  readonly from: Day | null
  readonly until: Day | null
}

/** A line of a group: what it shares stands in the group and is left blank here. */
export const lineOf = (group: Stored<Group>, { pupil, from, until }: Omit<Joining, 'key'>): Allocation =>
  blank(Allocation, {
    pupil,
    provision: group.provision,
    group: group.key,
    from: from ?? group.from,
    until,
    charge: 'share',
    countsTowardsElement2: true,
  })

/** Puts many pupils into groups at once, with a way back for all of them. */
export const useJoin = () => {
  const { records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const store = records.store(Allocation)
  /** The keys of the lines that were stored; the others are still to be tried. */
  const join = async (
    rows: readonly { readonly key: string; readonly record: Allocation }[],
    said: string,
  ): Promise<ReadonlySet<string>> => {
    const done = new Set<string>()
    await attempt(async () => {
      const written = await store.createMany(rows)
      const stored = written.flatMap((row) => (row.outcome === 'stored' ? [row.record] : []))
      for (const record of stored) {
        done.add(record.key)
        put(Allocation, record)
      }
      if (stored.length > 0)
        say(
          said,
          () =>
            void attempt(async () => {
              const off = await store.shelveMany(stored.map((each) => ({ stored: each, reason: t`Undone` })))
              for (const row of off) if (row.outcome === 'stored') put(Allocation, row.record)
            }),
        )
      const refused = written.find((row) => row.outcome === 'refused')
      if (refused?.outcome === 'refused')
        throw refused.problem instanceof Problem ? refused.problem : new Error(refused.problem.message)
    })
    return done
  }
  return { join, busy, trouble, nextKey: () => newKey(now().getTime()) }
}
