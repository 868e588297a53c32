import { t } from '../../words/t.ts'
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowUploadRegular } from '@fluentui/react-icons'
import { type DragEvent, useRef, useState } from 'react'
import { PasteCells } from './PasteCells.tsx'

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    padding: '40px 24px',
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}` },
  icon: { fontSize: '32px', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '520px' },
  file: { display: 'none' },
})

/** A place to drop the file, and a button for those who don't drag. */
export const ChooseFile = ({
  onFile,
  onPaste,
  why,
  what = t`list of pupils`,
  about = t`An Excel or CSV export from SIMS, Arbor or Bromcom, or a CTF file. It is read on this device, and you see what would change before anything is stored.`,
}: {
  onFile: (file: File) => void
  onPaste: (text: string) => void
  why: string | undefined
  what?: string
  about?: string
}) => {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (file) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <>
      {why && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{why}</MessageBarBody>
        </MessageBar>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way; the button is the first */}
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <ArrowUploadRegular className={styles.icon} aria-hidden />
        <Text size={400} weight="semibold">{t`Drop a ${what} here`}</Text>
        <Button appearance="primary" onClick={() => input.current?.click()}>{t`Choose a file`}</Button>
        <input
          ref={input}
          className={styles.file}
          type="file"
          aria-label={`${what.slice(0, 1).toUpperCase()}${what.slice(1)}`}
          accept=".xlsx,.xlsm,.csv,.txt,.tsv,.xml"
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Text className={styles.quiet}>{about}</Text>
      </div>
      <PasteCells onPaste={onPaste} />
    </>
  )
}
