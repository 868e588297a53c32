import { t } from '../../words/t.ts'
import { Button, MessageBarActions, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { addresseeOf } from '../../documents/letters/addressees.ts'
import { letterKinds } from '../../documents/letters/letter.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { Contributor, toBeNamed } from '../../domain/records/contributor.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { useMayGo } from '../../ui/letters/useContactAnswers.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { whyNotSaved } from '../../ui/words.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'

type People = readonly Stored<Contributor>[]

/** Gives everybody who has a name, may be written to and has no date of invitation the day on which the invitations went out, with a way back. */
export const InviteAll = ({ file, day }: { file: ReviewFile; day: Day }) => {
  const store = useServices().records.store(Contributor)
  const put = usePutStored()
  const say = useSay()
  const mayWrite = useMayWrite(Contributor)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const mark = async (people: People, invited: Day | null): Promise<People> => {
    setTrouble(null)
    const done: Stored<Contributor>[] = []
    try {
      const rows = await store.updateMany(people.map((stored) => ({ stored, changes: { invited } })))
      for (const row of rows) {
        if (row.outcome === 'refused') throw row.problem
        put(Contributor, row.record)
        done.push(row.record)
      }
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
    return done
  }
  const { mayGo } = useMayGo(file.pupil.key, file.review.key, letterKinds.invitation)
  // Whom somebody has to be asked about first is answered at the letters of invitation.
  const waiting = file.contributors.filter(
    (one) => !one.invited && one.name !== toBeNamed && mayGo(addresseeOf(one, file, day)),
  )
  const all = async () => {
    const done = await mark(waiting, day)
    if (done.length > 0) say(t`${done.length} marked as invited`, () => void mark(done, null))
  }
  if (waiting.length === 0) return null
  return (
    <MessageBarActions>
      {mayWrite && (
        <Button
          size="small"
          onClick={() => void all()}
        >{t`Mark all named people as invited ${showDay(day)}`}</Button>
      )}
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>}
    </MessageBarActions>
  )
}
