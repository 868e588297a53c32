import { t } from '../../words/t.ts'
import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { ArrowUploadRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '720px' },
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '24px',
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  file: { display: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The export of a form as a file, or its cells copied from Excel. */
export const FormFile = ({
  why,
  onFile,
  onPaste,
}: {
  why: string | null
  onFile: (file: File) => Promise<void>
  onPaste: (text: string) => void
}) => {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState('')
  return (
    <div className={styles.all}>
      <Text
        className={styles.quiet}
      >{t`In Microsoft Forms open the responses and choose “Open in Excel”. Each answer goes into the pupil’s record word for word, with the form, the number of the answer and the day. Nothing is stored before you have seen it; an answer that is stored already is recognised.`}</Text>
      {why && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{why}</MessageBarBody>
        </MessageBar>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way; the button is the first */}
      <div
        className={styles.zone}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          const file = event.dataTransfer.files[0]
          if (file) void onFile(file)
        }}
      >
        <Button
          appearance="primary"
          icon={<ArrowUploadRegular />}
          onClick={() => input.current?.click()}
        >{t`Choose the export (.xlsx or .csv)`}</Button>
        <input
          ref={input}
          className={styles.file}
          type="file"
          aria-label={t`Answers of a form`}
          accept=".xlsx,.csv,.txt"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void onFile(file)
            event.target.value = ''
          }}
        />
        <Field label={t`or paste cells copied in Excel, with their headings`} style={{ width: '100%' }}>
          <Textarea rows={4} value={pasted} onChange={(_, { value }) => setPasted(value)} />
        </Field>
        <Button
          disabled={pasted.trim() === ''}
          onClick={() => onPaste(pasted)}
        >{t`Look at these answers`}</Button>
      </div>
    </div>
  )
}
