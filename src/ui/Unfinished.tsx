import { inWords, t } from '../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Value } from '../domain/fields.ts'
import { newKey } from '../domain/key.ts'
import type { AnyRecordType } from '../domain/record.ts'
import { useFormDraft } from './drafts.tsx'
import { useServices } from './services.tsx'
import { useSay } from './undo.tsx'
import { whenWords } from './when.ts'

/** How a new record begins: the words of its button, what is settled already, and what is asked. */
export type NewRecord = {
  readonly words: string
  readonly given: Readonly<Record<string, Value>>
  readonly fields: readonly string[]
}

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', padding: '10px 4px' },
  words: { color: tokens.colorNeutralForeground2 },
})

/** A new record that was begun here and neither stored nor let go. */
export const Unfinished = ({
  type,
  add,
  onGoOn,
}: {
  type: AnyRecordType
  add: NewRecord
  onGoOn: () => void
}) => {
  const styles = useStyles()
  const say = useSay()
  const { today, now } = useServices()
  const draft = useFormDraft(type, add.words, add.given, add.fields)
  if (draft.isBlank()) return null
  const at = draft.foundAt()
  const letGo = () => {
    const undo = draft.clear(newKey(now().getTime()))
    say(t`What you typed there was let go`, undo)
  }
  return (
    <div className={styles.line}>
      <output>
        <Text className={styles.words}>
          {t`You began a new ${inWords(type.label).toLowerCase()}`}
          {at && ` ${whenWords(new Date(at), today())}`} {t`and it isn’t stored yet.`}
        </Text>
      </output>
      <Button size="small" onClick={onGoOn}>{t`Go on with it`}</Button>
      <Button size="small" appearance="subtle" onClick={letGo}>{t`Let it go`}</Button>
    </div>
  )
}
