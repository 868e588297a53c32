import { inWords, t } from '../../words/t.ts'
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { PinRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import { newKey } from '../../domain/key.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { Action } from '../../domain/records/action.ts'
import { MeetingPoint } from '../../domain/records/meetingPoint.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { useDraft, useFormDraft } from '../../ui/drafts.tsx'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { SignInButton } from '../../ui/Loaded.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { storeNew } from '../../ui/storeNew.ts'
import { useSay } from '../../ui/undo.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  one: { display: 'flex', flexDirection: 'column', gap: '6px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
})

/** What came up and waits: parked so that it isn’t lost, then settled or made an action. */
export const Parked = ({
  file,
  points,
  topic,
}: {
  file: ReviewFile
  points: readonly Stored<MeetingPoint>[]
  topic: string
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(MeetingPoint)
  const waiting = points.filter(({ state }) => state === 'parked')
  const done = points.filter(({ state }) => state !== 'parked')
  return (
    <section className={styles.part} aria-label={t`Parked`}>
      <Text as="h2" weight="semibold" style={{ margin: 0 }}>
        {t`Parked`}
        {waiting.length > 0 && ` (${waiting.length})`}
      </Text>
      {waiting.length === 0 && (
        <Text className={styles.quiet}>{t`Nothing waits. Park what would lead away.`}</Text>
      )}
      <ul className={styles.list}>
        {waiting.map((point) => (
          <Point key={point.key} file={file} point={point} />
        ))}
      </ul>
      {mayWrite && <Park file={file} topic={topic} />}
      {done.length > 0 && (
        <ul className={styles.list} aria-label={t`No longer parked`}>
          {done.map((point) => (
            <li key={point.key} className={styles.one}>
              <Text size={200} className={styles.quiet}>
                {inWords(MeetingPoint.fields.state.choices[point.state])}: {point.text}
                {point.settledHow && ` (${point.settledHow})`}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Park = ({ file, topic }: { file: ReviewFile; topic: string }) => {
  const styles = useStyles()
  const services = useServices()
  const put = usePutStored()
  const given = { review: file.review.key }
  const draft = useFormDraft(MeetingPoint, 'park', given, [])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const busy = useRef(false)
  const text = String(draft.answers()['text']?.value ?? '')
  const park = async () => {
    if (text.trim() === '' || busy.current) return
    busy.current = true
    setTrouble(null)
    try {
      const record = blank(MeetingPoint, { ...given, text, topic, state: 'parked' })
      put(MeetingPoint, await storeNew(services.records.store(MeetingPoint), record, draft.key()))
      draft.clear(newKey(services.now().getTime()))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      busy.current = false
    }
  }
  return (
    <>
      <Field label={t`Park this`}>
        <Textarea
          id="park-this"
          value={text}
          resize="vertical"
          onChange={(_, { value }) =>
            draft.answer('text', { value: value || null, typed: null, complaint: null })
          }
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault()
              void park()
            }
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </Field>
      {trouble && (
        <Text role="alert">
          {t`Not saved: ${whyNotSaved(trouble)}. It is kept here; press the button again. `}
          {trouble.code === 'signedOut' && <SignInButton onDone={() => void park()} />}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button
          icon={<PinRegular />}
          disabled={text.trim() === ''}
          onClick={() => void park()}
        >{t`Park it`}</Button>
      </div>
    </>
  )
}

const Point = ({ file, point }: { file: ReviewFile; point: Stored<MeetingPoint> }) => {
  const styles = useStyles()
  const { records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const mayWrite = useMayWrite(MeetingPoint)
  const draft = useDraft(MeetingPoint, point)
  const [settling, setSettling] = useState(false)
  const { attempt, trouble } = useAttempt()
  const become = (changes: Partial<MeetingPoint>, said: string, undone = async () => {}) =>
    attempt(async () => {
      await draft.flush(true)
      const store = records.store(MeetingPoint)
      const before = { state: point.state, action: point.action }
      put(MeetingPoint, await store.update(await store.byKey(point.key), changes))
      say(
        said,
        () =>
          void attempt(async () => {
            await undone()
            put(MeetingPoint, await store.update(await store.byKey(point.key), before))
          }),
      )
    })
  const makeAction = () =>
    attempt(async () => {
      const key = derivedKey(point.key, Action.name)
      const record = blank(Action, {
        pupil: file.pupil.key,
        review: file.review.key,
        what: point.text,
        status: 'open',
      })
      const actions = records.store(Action)
      put(Action, await storeNew(actions, record, key, { what: point.text }))
      await become(
        { state: 'action', action: key },
        t`Made an action: say who and by when under Actions`,
        async () =>
          put(Action, await actions.archive(await actions.byKey(key), 'No longer an action of the meeting')),
      )
    })
  return (
    <li className={styles.one}>
      <Text>{point.text}</Text>
      {point.topic && (
        <Text size={200} className={styles.quiet}>
          {point.topic}
        </Text>
      )}
      {settling && <FieldRow type={MeetingPoint} name="settledHow" draft={draft} />}
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>}
      {mayWrite && (
        <div className={styles.buttons}>
          <Button
            size="small"
            onClick={() => (settling ? void become({ state: 'settled' }, t`Settled`) : setSettling(true))}
          >{t`Settled`}</Button>
          {!settling && (
            <Button size="small" onClick={() => void makeAction()}>{t`Make it an action`}</Button>
          )}
        </div>
      )}
    </li>
  )
}
