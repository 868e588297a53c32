import { t } from '../../words/t.ts'
import { useState } from 'react'
import { newKey } from '../../domain/key.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { SavedView } from '../../domain/records/savedView.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { storeNew } from '../../ui/storeNew.ts'
import { useSay } from '../../ui/undo.tsx'

/** Saves views, and names them anew. Answers with the view, or null where it was not saved: `trouble` says why. */
export const useKeepView = () => {
  const { records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  // Settled once: a second try after an answer that was lost makes no second view.
  const [key] = useState(() => newKey(now().getTime()))
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const attempt = async (work: () => Promise<Stored<SavedView>>, words: string) => {
    setTrouble(null)
    try {
      const stored = await work()
      put(SavedView, stored)
      say(words)
      return stored
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return null
    }
  }
  return {
    trouble,
    make: (record: SavedView) =>
      attempt(
        async () =>
          (await storeNew(records.store(SavedView) as never, record, key)) as unknown as Stored<SavedView>,
        t`View saved for everybody who reads the register`,
      ),
    keep: (view: Stored<SavedView>, changes: Partial<SavedView>) =>
      attempt(() => records.store(SavedView).update(view, changes), t`View saved`),
  }
}
