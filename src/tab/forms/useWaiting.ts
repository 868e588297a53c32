import { t } from '../../words/t.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { View } from '../../domain/records/view.ts'
import { WaitingAnswer } from '../../domain/records/waitingAnswer.ts'
import type { FormRow } from '../../importing/forms/planForm.ts'
import { viewsOfWaiting, type WaitingRow } from '../../importing/forms/waiting.ts'
import type { Written } from '../../graph/storeTypes.ts'
import { allOf, usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import type { RowResult } from './useForms.ts'

type Waiting = Stored<WaitingAnswer>

const leftOut = t`Left out: matches nobody`
const found = t`Stored in the pupil’s record`

/** Every answer that waits or waited for a name. */
export const useAllWaiting = () => {
  const services = useServices()
  return useQuery({
    queryKey: [...allOf(services, WaitingAnswer).queryKey, 'with archived'],
    queryFn: () => services.records.store(WaitingAnswer).allWithArchived(),
    staleTime: 0,
  })
}

/** The rows as they are now; the first that SharePoint refused is thrown. */
const storedOf = <T>(written: readonly Written<T>[]): Stored<T>[] =>
  written.map((row) => {
    if (row.outcome === 'refused') throw row.problem
    return row.record
  })

/** Puts answers that waited out of sight, by what became of them; reads them anew everywhere. */
export const useWaitingShelf = () => {
  const services = useServices()
  const client = useQueryClient()
  const store = services.records.store(WaitingAnswer)
  const readAnew = () =>
    client.invalidateQueries({ queryKey: allOf(services, WaitingAnswer).queryKey.slice(0, 3) })
  /** Named first: should it break off here, the row belongs to its pupil all the same. */
  const name = async (rows: readonly Waiting[], pupil: string): Promise<Waiting[]> => {
    const named = storedOf(await store.updateMany(rows.map((stored) => ({ stored, changes: { pupil } }))))
    return storedOf(await store.shelveMany(named.map((stored) => ({ stored, reason: found }))))
  }
  const leave = async (rows: readonly Waiting[]): Promise<Waiting[]> =>
    storedOf(await store.shelveMany(rows.map((stored) => ({ stored, reason: leftOut }))))
  const bringBack = async (rows: readonly Waiting[]): Promise<void> => {
    const back = storedOf(await store.shelveMany(rows.map((stored) => ({ stored, reason: null }))))
    storedOf(await store.updateMany(back.map((stored) => ({ stored, changes: { pupil: null } }))))
  }
  /** After an import: what waited and is stored now, or was left out now. */
  const settle = async (
    plan: readonly FormRow[],
    form: string,
    waiting: readonly Waiting[],
    outcome: ReadonlyMap<string, RowResult>,
  ): Promise<void> => {
    for (const { source, submitted, match, byHand } of plan) {
      const rows = waiting.filter(
        (one) =>
          !one.archived &&
          one.row === source &&
          (one.form === form || (submitted && one.submitted === submitted)),
      )
      if (rows.length === 0 || outcome.get(source)?.trouble) continue
      if (match.is === 'matched') await name(rows, match.pupil)
      else if (match.is === 'leftOut' && byHand) await leave(rows)
    }
    await readAnew()
  }
  return { name, leave, bringBack, readAnew, settle }
}

/** What waits for a name: stored where somebody says whose it is, or left out; either can be undone. */
export const useWaiting = (reviews: ReadonlyMap<string, string>) => {
  const { records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const shelf = useWaitingShelf()
  const [busy, setBusy] = useState<string | null>(null)
  const [troubles, setTroubles] = useState<ReadonlyMap<string, Trouble>>(new Map())

  const attempt = async (id: string, work: () => Promise<void>) => {
    setBusy(id)
    setTroubles((all) => new Map([...all].filter(([key]) => key !== id)))
    try {
      await work()
    } catch (thrown) {
      setTroubles((all) => new Map(all).set(id, troubleOf(thrown)))
    } finally {
      setBusy(null)
      await shelf.readAnew()
    }
  }
  const decide = (row: WaitingRow, pupil: string | null) =>
    attempt(row.id, async () => {
      if (pupil === null) {
        const rows = await shelf.leave(row.answers)
        say(t`Left out`, () => void attempt(row.id, () => shelf.bringBack(rows)))
        return
      }
      const store = records.store(View)
      const planned = viewsOfWaiting(row.answers, pupil, reviews.get(pupil) ?? null)
      const views = storedOf(await store.createMany(planned))
      for (const view of views) put(View, view)
      const rows = await shelf.name(row.answers, pupil)
      say(views.length === 1 ? t`1 answer is stored` : t`${views.length} answers are stored`, () => {
        void attempt(row.id, async () => {
          const reason = t`Not this pupil’s after all`
          for (const view of storedOf(await store.shelveMany(views.map((stored) => ({ stored, reason })))))
            put(View, view)
          await shelf.bringBack(rows)
        })
      })
    })
  return { decide, busy, troubles }
}
