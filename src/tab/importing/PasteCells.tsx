import { t } from '../../words/t.ts'
import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components'
import { useState } from 'react'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start', width: '100%' },
  field: { width: '100%' },
  text: { width: '100%', fontFamily: 'monospace' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** Cells copied in Excel, headings and all, for those who have no file to choose. */
export const PasteCells = ({ onPaste }: { onPaste: (text: string) => void }) => {
  const styles = useStyles()
  const [text, setText] = useState<string | null>(null)
  if (text === null)
    return (
      <Button appearance="subtle" onClick={() => setText('')}>{t`Paste cells from Excel instead`}</Button>
    )
  return (
    <div className={styles.part}>
      <Field
        className={styles.field}
        label={t`Cells copied from Excel`}
        hint={t`Copy the list with its row of headings, and paste it here.`}
      >
        <Textarea
          className={styles.text}
          rows={6}
          resize="vertical"
          spellCheck={false}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={text.trim() === ''}
          onClick={() => onPaste(text)}
        >{t`Read these cells`}</Button>
        <Button onClick={() => setText(null)}>{t`Cancel`}</Button>
      </div>
    </div>
  )
}
