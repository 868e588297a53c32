import { entriesInWords, t } from '../../words/t.ts'
import { Button, Field, Input, makeStyles, Select, Text, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Trouble } from '../../domain/problem.ts'
import { View } from '../../domain/records/view.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Personal } from '../hiddenDetails.tsx'
import { SignInButton } from '../Loaded.tsx'
import { useServices } from '../services.tsx'
import { whenWords } from '../when.ts'
import { whyNotSaved } from '../words.ts'
import { useMayWrite } from '../writeAccess.ts'
import type { Speaker } from './speakers.ts'
import { useSaid } from './useSaid.ts'

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '8px' },
  area: { maxHeight: 'none', minHeight: '4.5em', overflow: 'hidden', fontSize: 'inherit', lineHeight: '1.4' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: '0.8em' },
  more: {
    display: 'grid',
    gap: '8px 12px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
  },
})

/** What somebody says, as they say it. It is kept while it is typed and stored when the next person speaks. */
export const Composer = ({
  turn,
  file,
  speaker,
  topic,
  trouble,
  store,
}: {
  /** Changes whenever somebody is called upon. */
  turn: number
  file: ReviewFile
  speaker: Speaker
  topic: string
  /** Of the last try to store it. */
  trouble: Trouble | null
  store: () => void
}) => {
  const styles = useStyles()
  const said = useSaid(file, speaker)
  const { today } = useServices()
  const area = useRef<HTMLTextAreaElement>(null)
  const [more, setMore] = useState(false)
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 4}px`
  }, [said.words])
  // Clicking who speaks leads straight to their words.
  useEffect(() => area.current?.focus({ preventScroll: false }), [speaker.key, turn])
  const mayWrite = useMayWrite(View)
  const details = more || said.language !== '' || said.helper !== ''
  // Whose right to write was taken away keeps what was typed in sight.
  if (!mayWrite && !said.waits) return null
  return (
    <div className={styles.box}>
      <Field
        label={
          <>
            <Personal>{speaker.name}</Personal> {t`says`}
          </>
        }
        hint={t`Word for word. Ctrl and Enter stores it; so does choosing who speaks next.`}
      >
        <Textarea
          textarea={{ ref: area, className: styles.area, dir: 'auto' }}
          value={said.words}
          onChange={(_, { value }) => said.type(value, topic)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              store()
            }
            if (event.key === 'Escape') area.current?.blur()
          }}
        />
      </Field>
      {said.found !== null && said.waits && (
        <Text
          className={styles.quiet}
        >{t`Typed ${whenWords(new Date(said.found), today())} and not stored yet.`}</Text>
      )}
      {trouble && said.waits && (
        <div role="alert" className={styles.line}>
          <Text>{t`Not saved: ${whyNotSaved(trouble)}. The words are kept here${trouble.code === 'signedOut' || trouble.code === 'noAccess' ? '' : t` and tried again by itself`}.`}</Text>
          {trouble.code === 'signedOut' && <SignInButton onDone={store} />}
        </div>
      )}
      <div className={styles.line}>
        <Button disabled={!said.waits} onClick={store}>{t`Keep these words`}</Button>
        {!details && (
          <Button appearance="subtle" onClick={() => setMore(true)}>{t`Language, helper, question`}</Button>
        )}
        <output className={styles.quiet}>
          {said.waits ? (said.atRisk ? t`Keeping …` : t`Kept as you type`) : ''}
        </output>
      </div>
      {details && (
        <div className={styles.more}>
          <Field label={t`Language, where not English`}>
            <Input value={said.language} onChange={(_, { value }) => said.say('language', value)} />
          </Field>
          <Field label={t`Who helped, such as an interpreter`}>
            <Input value={said.helper} onChange={(_, { value }) => said.say('helper', value)} />
          </Field>
          <Field label={t`Question they answer`}>
            <Input value={said.question} onChange={(_, { value }) => said.say('question', value)} />
          </Field>
          <Field label={t`How it was said`}>
            <Select value={said.how} onChange={(_, { value }) => said.say('how', value)}>
              {entriesInWords(View.fields.how.choices).map(([code, words]) => (
                <option key={code} value={code}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
    </div>
  )
}
