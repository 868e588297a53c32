import { t } from '../../words/t.ts'
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { showDay } from '../../domain/rules/day.ts'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { whyNotSaved } from '../../ui/words.ts'

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px', maxWidth: '640px' },
  field: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap' },
})

/** Tells one member of staff what became of what they raised: their row says it, and they read it under Concerns. */
export const TellStaff = ({ said, readOnly }: { said: Stored<StaffConcern>; readOnly: boolean }) => {
  const styles = useStyles()
  const { doIt, busy, trouble } = useRecordAct(StaffConcern, said)
  const [typed, setTyped] = useState('')
  if (said.repliedOn !== null)
    return (
      <div className={styles.one}>
        <Text className={styles.quiet}>{t`${said.by} was told ${showDay(said.repliedOn)}`}</Text>
        <Text className={styles.text}>{said.reply}</Text>
      </div>
    )
  if (readOnly)
    return <Text className={styles.quiet}>{t`${said.by} has not been told yet what became of it.`}</Text>
  return (
    <div className={styles.one}>
      <Field
        className={styles.field}
        label={t`What ${said.by} is told`}
        hint={t`They read it under Concerns. Say what helps in class, and no more of the child than they need.`}
      >
        <Textarea
          value={typed}
          maxLength={2000}
          rows={3}
          resize="vertical"
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Your words are kept here; press the button again.`}</Text>
      )}
      <Button
        disabled={busy || typed.trim() === ''}
        onClick={() =>
          void doIt({
            words: t`Tell`,
            said: t`${said.by} reads it under Concerns`,
            changes: (day) => ({ reply: typed.trim(), repliedOn: day }),
          })
        }
      >{t`Tell ${said.by}`}</Button>
    </div>
  )
}
