import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { TranslationRows } from '../../../importing/translationFile.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { t } from '../../../words/t.ts'
import type { Translation } from '../../../words/translation.ts'
import { type About, useBringTranslation } from './useBringTranslation.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    maxWidth: '720px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  fields: {
    display: 'grid',
    gap: '12px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  file: { display: 'none' },
  wrong: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
})

/** More rows than anybody mends at once; the file has them all. */
const mostShown = 50

const Found = ({ read }: { read: TranslationRows }) => {
  const styles = useStyles()
  const { words, wrong, empty } = read
  return (
    <>
      <Text role="status">
        {t`${counted(Object.keys(words).length, 'saying')} translated. Not translated, said in English: ${empty}.`}
      </Text>
      {wrong.length > 0 && (
        <>
          <Text>{t`These rows are left out. Mend them in the file and choose it again, or keep the others now.`}</Text>
          <ul className={styles.wrong}>
            {wrong.slice(0, mostShown).map(({ row, english, why }) => (
              <li key={row}>
                <Text>{t`Row ${row}, “${english}”: ${why}.`}</Text>
              </li>
            ))}
          </ul>
          {wrong.length > mostShown && <Text>{t`And ${wrong.length - mostShown} more.`}</Text>}
        </>
      )}
    </>
  )
}

/** A language that comes in: what it is called, its code, who translated it, and the filled file. */
export const BringTranslation = ({ known, onClose }: { known: Translation | null; onClose: () => void }) => {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [about, setAbout] = useState<About>(known ?? { tag: '', name: '', by: '' })
  const { read, busy, complaint, trouble, choose, keep, forget } = useBringTranslation()
  const field = (name: keyof About, label: string, hint: string) => (
    <Field label={label} hint={hint} required>
      <Input
        value={about[name]}
        disabled={busy || (known !== null && name !== 'by')}
        onChange={(_, { value }) => {
          forget()
          setAbout({ ...about, [name]: value })
        }}
      />
    </Field>
  )
  return (
    <section
      className={styles.card}
      aria-label={known ? t`A newer translation into ${known.name}` : t`A translation into another language`}
    >
      <div className={styles.fields}>
        {field('name', t`Language`, t`As families call it, such as Polish`)}
        {field('tag', t`Code of the language`, t`pl for Polish, ur for Urdu, cy for Welsh`)}
        {field('by', t`Translated by`, t`Each paper names them`)}
      </div>
      <input
        ref={input}
        className={styles.file}
        type="file"
        aria-label={t`The file from the translator`}
        accept=".csv,.xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void choose(file, about)
          event.target.value = ''
        }}
      />
      {complaint && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{complaint}</MessageBarBody>
        </MessageBar>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      {read && <Found read={read} />}
      <div className={styles.buttons}>
        {read && Object.keys(read.words).length > 0 && (
          <Button appearance="primary" disabled={busy} onClick={() => void keep(about, onClose)}>
            {t`Keep this translation`}
          </Button>
        )}
        <Button
          appearance={read ? 'secondary' : 'primary'}
          disabled={busy}
          onClick={() => input.current?.click()}
        >
          {read ? t`Choose the file again` : t`Choose the filled file`}
        </Button>
        <Button disabled={busy} onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </section>
  )
}
