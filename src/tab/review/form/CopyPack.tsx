import { t } from '../../../words/t.ts'
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useSay } from '../../../ui/undo.tsx'
import type { CopyLine } from './copyLines.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, maxWidth: '760px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gap: '4px 12px',
    alignItems: 'start',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  done: { color: tokens.colorNeutralForeground3 },
  over: { color: tokens.colorPaletteRedForeground1 },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0 },
})

/** For forms on an authority's website: each answer with a button that copies it, ticked off once it is pasted. */
export const CopyPack = ({ lines }: { lines: readonly CopyLine[] }) => {
  const styles = useStyles()
  const say = useSay()
  const [pasted, setPasted] = useState<ReadonlySet<string>>(new Set())
  const mark = (id: string, is: boolean) =>
    setPasted((before) => new Set(is ? [...before, id] : [...before].filter((each) => each !== id)))
  const copy = async ({ id, text, label }: CopyLine) => {
    try {
      await navigator.clipboard.writeText(text)
      mark(id, true)
      say(t`Copied: ${label}`)
    } catch {
      say(t`This device didn’t let us copy. Select the words and copy them yourself.`)
    }
  }
  return (
    <>
      <Text role="status">{t`${pasted.size} of ${lines.length} copied`}</Text>
      <ol className={styles.list}>
        {lines.map((line) => {
          const isOver = line.most !== null && line.text.length > line.most
          return (
            <li key={line.id} className={styles.row}>
              <Checkbox
                aria-label={t`Pasted: ${line.label}`}
                checked={pasted.has(line.id)}
                onChange={(_, { checked }) => mark(line.id, checked === true)}
              />
              <div className={styles.text}>
                <Text weight="semibold">{line.label}</Text>
                <Text className={pasted.has(line.id) ? `${styles.words} ${styles.done}` : styles.words}>
                  {line.text}
                </Text>
                <Text size={200} className={isOver ? styles.over : styles.done}>
                  {t`${line.text.length} characters`}
                  {line.most !== null && t` of at most ${line.most}${isOver ? t`: too long` : ''}`}
                </Text>
              </div>
              <Button
                size="small"
                icon={<CopyRegular />}
                aria-label={t`Copy ${line.label}`}
                onClick={() => void copy(line)}
              >{t`Copy`}</Button>
            </li>
          )
        })}
      </ol>
    </>
  )
}
