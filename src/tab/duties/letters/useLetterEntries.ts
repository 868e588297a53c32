import { t } from '../../../words/t.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FamilyLetter } from '../../../documents/letters/familyLetters.ts'
import { joinedNames } from '../../../documents/joinedNames.ts'
import { counted } from '../../../domain/counted.ts'
import { grouped } from '../../../domain/grouped.ts'
import { newKey } from '../../../domain/key.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'

/** What is written of the letters of one pupil: one line, whoever they went to. */
const entryOf = (pupil: string, letters: readonly FamilyLetter[], today: string): ChronologyEntry =>
  blank(ChronologyEntry, {
    pupil,
    happenedOn: today,
    kind: 'parents',
    how: 'letter',
    talk: false,
    text: t`Letter to ${joinedNames(letters.map(({ to }) => to.name))}: ${letters[0]!.subject}`,
    thirdParty: false,
  })

/**
 * Writes into the chronology of each pupil that the letter went, with a way back. A second try writes only what is
 * missing: each row has its key from the first.
 */
export const useLetterEntries = (letters: readonly FamilyLetter[]) => {
  const services = useServices()
  const client = useQueryClient()
  const say = useSay()
  const keys = useRef(new Map<string, string>())
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [written, setWritten] = useState(0)
  const store = services.records.store(ChronologyEntry)
  const fresh = () =>
    void client.invalidateQueries({ queryKey: ['records', services.school.id, ChronologyEntry.name] })
  const undo = async (rows: readonly Stored<ChronologyEntry>[]) => {
    const back = await store.shelveMany(rows.map((stored) => ({ stored, reason: 'Undone at once' })))
    const refused = back.find((one) => one.outcome === 'refused')
    if (refused?.outcome === 'refused') setTrouble(troubleOf(refused.problem))
    else {
      keys.current.clear()
      setWritten(0)
    }
    fresh()
  }
  const write = async () => {
    setBusy(true)
    setTrouble(null)
    const today = services.today()
    const rows = [...grouped(letters, ({ pupil }) => pupil.key)].map(([pupil, own]) => {
      const key = keys.current.get(pupil) ?? newKey()
      keys.current.set(pupil, key)
      return { key, record: entryOf(pupil, own, today) }
    })
    try {
      const done = await store.createMany(rows)
      const stored = done.flatMap((one) => (one.outcome === 'stored' ? [one.record] : []))
      const refused = done.find((one) => one.outcome === 'refused')
      setWritten(stored.length)
      if (refused?.outcome === 'refused') setTrouble(troubleOf(refused.problem))
      else
        say(t`Written into ${counted(stored.length, 'chronology', 'chronologies')}`, () => void undo(stored))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
      fresh()
    }
  }
  return { write, busy, trouble, written, pupils: new Set(letters.map(({ pupil }) => pupil.key)).size }
}
