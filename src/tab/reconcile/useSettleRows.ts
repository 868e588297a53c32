import { t } from '../../words/t.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { derivedKey } from '../../domain/derivedKey.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { blank } from '../../domain/record.ts'
import { ListDecision } from '../../domain/records/listDecision.ts'
import { markOf } from '../../domain/rules/reconcile.ts'
import { type Child, listNames } from '../../domain/rules/reconcileTypes.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { type Ours, oursKey } from './useOurs.ts'

/** Keeps what a person says of two children of the lists: that they are one, or two. Can be undone. */
export const useSettleRows = (ours: Ours) => {
  const { records, school, today } = useServices()
  const client = useQueryClient()
  const say = useSay()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const store = records.store(ListDecision)
  const salt = ours.existing.salt ?? '0'.repeat(26)
  const attempt = async (work: () => Promise<void>) => {
    setTrouble(null)
    try {
      await work()
      await client.invalidateQueries({ queryKey: oursKey(school.id) })
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  const markOfChild = ({ rows }: Child): string => {
    const list = listNames.find((name) => rows[name].length > 0)!
    return markOf(salt, list, rows[list][0]!)
  }
  const settle = (a: Child, b: Child, same: boolean) =>
    attempt(async () => {
      const [one, other] = [markOfChild(a), markOfChild(b)].toSorted() as [string, string]
      const what = same ? 'same' : 'different'
      const key = derivedKey(one, 'Rows', other)
      const pupil = a.rows.ours[0]?.key ?? b.rows.ours[0]?.key ?? null
      const record = blank(ListDecision, {
        pupil,
        what,
        about: same ? t`One child` : t`Two children`,
        on: today(),
        one,
        other,
      })
      const before = ours.decisions.find((each) => each.key === key)
      let stored = before ?? (await store.create(record, key))
      if (stored.archived) stored = await store.restore(stored)
      if (stored.what !== what)
        stored = await store.update(stored, { what, about: record.about, on: record.on })
      const kept = stored
      say(
        same ? t`Kept: one child` : t`Kept: two children`,
        () => void attempt(async () => void (await store.archive(kept, 'Taken back'))),
      )
    })
  /** Asks again about a difference that was settled before. */
  const askAgain = (id: string) =>
    attempt(async () => {
      const stored = ours.decisions.find((each) => each.key === id && !each.archived)
      if (!stored) return
      const archived = await store.archive(stored, 'To be asked again')
      say(t`It is asked again`, () => void attempt(async () => void (await store.restore(archived))))
    })
  return { settle, askAgain, trouble }
}
