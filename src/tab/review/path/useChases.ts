import { t } from '../../../words/t.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { Chase } from '../../../domain/records/chase.ts'
import type { Listing } from '../../../graph/storeTypes.ts'
import { orNone } from '../../../ui/orNone.ts'
import { aboutOf, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'

type Row = { readonly key: string; readonly record: Chase }

/** None where the school has no list for reminders yet. */
const useChases = (field: 'review' | 'pupil', value: string) => {
  const services = useServices()
  return useQuery({
    queryKey: aboutOf(services, Chase, field, value).queryKey,
    queryFn: (): Promise<Listing<Chase>> => orNone(services.records.store(Chase).about(field, value)),
  })
}

/** The reminders of a review. */
export const useChasesOf = (review: string) => useChases('review', review)

/** Every reminder about a pupil. */
export const useChasesOfPupil = (pupil: string) => useChases('pupil', pupil)

/** Logs reminders as they go out, with a way back. */
export const useLogChases = () => {
  const store = useServices().records.store(Chase)
  const put = usePutStored()
  const say = useSay()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const log = async (rows: readonly Row[]): Promise<void> => {
    setTrouble(null)
    try {
      const stored = await store.createMany(rows)
      const kept = stored.flatMap((row) => (row.outcome === 'stored' ? [row.record] : []))
      const refused = stored.find((row) => row.outcome === 'refused')
      for (const one of kept) put(Chase, one)
      if (refused?.outcome === 'refused') throw refused.problem
      say(kept.length === 1 ? t`Reminder logged` : t`${kept.length} reminders logged`, () => {
        const back = kept.map((one) => store.archive(one, 'Undone at once').then((gone) => put(Chase, gone)))
        Promise.all(back).catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
      })
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return { log, trouble }
}
