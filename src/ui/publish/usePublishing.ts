import { t } from '../../words/t.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { Publication } from '../../domain/records/publication.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { type Ticks, usualTicks } from '../../domain/rules/publish.ts'
import { useDraftBook } from '../drafts.tsx'
import { usePutStored } from '../records.ts'
import { useServices } from '../services.tsx'
import { useSay } from '../undo.tsx'
import { publish, type PublishBy, type Publishing, putBack, readPublishing, withdraw } from './publishing.ts'

/** Publishes and withdraws one pupil from a screen: what is being typed is saved first, and each act can be undone. */
export const usePublishing = (pupil: string) => {
  const services = useServices()
  const client = useQueryClient()
  const book = useDraftBook()
  const put = usePutStored()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const show = (before: Publishing, after: Publishing) => {
    if (after.publication) put(Publication, after.publication)
    const rows = { profiles: after.profiles, targets: after.targets }
    // What was taken from staff is told to the lists that are open as archived.
    for (const row of before.profiles)
      if (!rows.profiles.some(({ key }) => key === row.key)) put(StaffProfile, archived(row))
    for (const row of before.targets)
      if (!rows.targets.some(({ key }) => key === row.key)) put(StaffTarget, archived(row))
    for (const row of rows.profiles) put(StaffProfile, row)
    for (const row of rows.targets) put(StaffTarget, row)
  }

  const attempt = async (work: (by: PublishBy) => Promise<void>): Promise<boolean> => {
    setBusy(true)
    setTrouble(null)
    try {
      const { displayName } = await services.me()
      await work({ today: services.today(), by: displayName })
      return true
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      // It may have got half-way: what is shown must be what is there.
      for (const { name } of [Publication, StaffProfile, StaffTarget])
        void client.invalidateQueries({ queryKey: ['records', services.school.id, name] })
      return false
    } finally {
      setBusy(false)
    }
  }

  const act = (doing: string, words: string, doIt: (now: Publishing, by: PublishBy) => Promise<Publishing>) =>
    attempt(async (by) => {
      // Takes an older way back from the screen: it must not be walked while this goes on.
      say(doing)
      await book.flushAll()
      const before = await readPublishing(services.records, pupil, by.today)
      const after = await doIt(before, by)
      show(before, after)
      say(
        words,
        () =>
          void attempt(async (again) => show(after, await putBack(services.records, before, after, again))),
      )
    })

  return {
    busy,
    trouble,
    /** Both say whether it was done. */
    publish: (ticks: Ticks) =>
      act(t`Publishing`, t`Staff can now see it`, (now, by) =>
        publish(services.records, now, { ...by, ticks }),
      ),
    /** The parts that were ticked last. */
    publishAgain: () =>
      act(t`Publishing`, t`Staff can now see it as it is`, (now, by) =>
        publish(services.records, now, { ...by, ticks: now.publication ?? usualTicks }),
      ),
    withdraw: () =>
      act(t`Withdrawing`, t`Withdrawn: staff see nothing of this pupil`, (now, by) =>
        withdraw(services.records, now, by),
      ),
  }
}

const archived = <T extends Stored<unknown>>(row: T): T => ({ ...row, archived: true })
