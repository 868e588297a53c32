import { t } from '../../../words/t.ts'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { derivedKey } from '../../../domain/derivedKey.ts'
import { Contributor } from '../../../domain/records/contributor.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'

/** Puts somebody on the list of a review with one click, once however often it is clicked; with a way back. */
export const useAddPerson = ({ review, contributors }: ReviewFile) => {
  const store = useServices().records.store(Contributor)
  const put = usePutStored()
  const say = useSay()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const add = async (person: Contributor): Promise<void> => {
    setTrouble(null)
    try {
      // Somebody who was taken off is a new row: a settled key would bring the archived one.
      const key = derivedKey(
        review.key,
        Contributor.name,
        person.contact ?? `${person.role} ${person.name}`,
        String(contributors.length),
      )
      const stored = await store.create(person, key)
      put(Contributor, stored)
      say(t`Added`, () => {
        store
          .archive(stored, 'Added by mistake')
          .then((gone) => put(Contributor, gone))
          .catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
      })
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return { add, trouble }
}
