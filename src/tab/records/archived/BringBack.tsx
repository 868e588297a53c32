import { inWords, t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import type { AnyRecordType, Stored } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { AskDialog } from '../../../ui/AskDialog.tsx'
import type { AnyStored } from '../../../ui/draft/types.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'

/** Asks once, then brings a record back as it was. */
export const BringBack = ({
  type,
  row,
  name,
  onClose,
}: {
  type: AnyRecordType
  row: Stored<unknown>
  name: string
  onClose: () => void
}) => {
  const { records, school } = useServices()
  const client = useQueryClient()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const bringBack = async () => {
    const done = await attempt(async () => {
      put(type, await records.store(type).restore(row as AnyStored))
      await client.invalidateQueries({ queryKey: ['archived', school.id] })
      say(t`${inWords(type.label)} is back where it stood`)
    })
    if (done) onClose()
  }
  return (
    <AskDialog
      title={t`Bring this back?`}
      words={t`Bring back`}
      busy={busy}
      ready
      trouble={trouble}
      onDo={() => void bringBack()}
      onClose={onClose}
    >
      <Text block weight="semibold">
        <Personal>{name}</Personal>
      </Text>
      <Text
        block
      >{t`It stands again where it stood, with all that it said, and counts in figures and documents from now on.`}</Text>
      {type.name === Pupil.name && (
        <Text
          block
        >{t`What staff saw of the pupil stays withdrawn until you publish it again. A day of leaving stays, too.`}</Text>
      )}
    </AskDialog>
  )
}
