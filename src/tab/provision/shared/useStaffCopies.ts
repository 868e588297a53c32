import { t } from '../../../words/t.ts'
import { useQueryClient } from '@tanstack/react-query'
import type { Stored } from '../../../domain/record.ts'
import type { Written } from '../../../graph/storeTypes.ts'
import { SlotPupil } from '../../../domain/records/slotPupil.ts'
import {
  slotPupilWrites,
  type SlotPupilSources,
  type SlotPupilWrite,
} from '../../../domain/rules/timetablePupils.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'

type Row = Stored<SlotPupil>

/** Throws the first refusal, after all were tried; gives the rows that were stored. */
const storedOf = (written: readonly Written<SlotPupil>[]): Row[] => {
  const refused = written.find((row) => row.outcome === 'refused')
  if (refused?.outcome === 'refused') throw refused.problem
  return written.flatMap((row) => (row.outcome === 'stored' ? [row.record] : []))
}

/**
 * Makes the staff site's list of who comes when as it should be: names that go are emptied before they are put out of
 * sight, then dates and names are put right, then who is new is shown.
 */
export const useStaffCopies = () => {
  const { records, today, school } = useServices()
  const put = usePutStored()
  const client = useQueryClient()
  const { attempt, busy, trouble } = useAttempt()
  const store = records.store(SlotPupil)
  const changesIn = (writes: readonly SlotPupilWrite[], ...kinds: readonly SlotPupilWrite['do'][]) =>
    writes.flatMap((write) =>
      write.do !== 'create' && kinds.includes(write.do) && Object.keys(write.changes).length > 0
        ? [{ stored: write.row, changes: write.changes }]
        : [],
    )
  const send = (sources: SlotPupilSources) =>
    attempt(async () => {
      // Whoever was taken off and comes back has an archived row under the same key.
      const { records: shown } = await store.allWithArchived()
      const writes = slotPupilWrites({ ...sources, shown }, today())
      try {
        const emptied = storedOf(await store.updateMany(changesIn(writes, 'takeOff')))
        const off = writes.flatMap((write) =>
          write.do === 'takeOff' ? [emptied.find(({ key }) => key === write.row.key) ?? write.row] : [],
        )
        storedOf(await store.shelveMany(off.map((stored) => ({ stored, reason: t`Taken off` }))))
        const right = storedOf(await store.updateMany(changesIn(writes, 'end', 'change', 'restore')))
        const back = writes.flatMap((write) =>
          write.do === 'restore' ? [right.find(({ key }) => key === write.row.key) ?? write.row] : [],
        )
        storedOf(await store.shelveMany(back.map((stored) => ({ stored, reason: null }))))
        const made = storedOf(
          await store.createMany(
            writes.flatMap((write) =>
              write.do === 'create' ? [{ key: write.key, record: write.record }] : [],
            ),
          ),
        )
        for (const row of made) put(SlotPupil, row)
      } finally {
        await client.invalidateQueries({ queryKey: ['records', school.id, SlotPupil.name] })
      }
    })
  return { send, busy, trouble }
}
