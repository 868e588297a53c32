import { entriesInWords, inWords, t } from '../../words/t.ts'
import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { ContactAnswer } from '../../domain/records/contactAnswer.ts'
import { newKey } from '../../domain/key.ts'
import type { Restricted } from '../../domain/rules/contactAnswers.ts'
import { showDay } from '../../domain/rules/day.ts'
import { usePutStored } from '../records.ts'
import { useServices } from '../services.tsx'
import { useSay } from '../undo.tsx'
import { whyNotSaved } from '../words.ts'
import { useMayWrite } from '../writeAccess.ts'

const useStyles = makeStyles({
  ask: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '10px 12px',
    maxWidth: '640px',
    width: '100%',
    boxSizing: 'border-box',
    borderLeft: `3px solid ${tokens.colorStatusWarningBorderActive}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  warn: { color: tokens.colorStatusWarningForeground1 },
  wide: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Stores an answer, with a way back. */
const useRecordAnswer = () => {
  const store = useServices().records.store(ContactAnswer)
  const put = usePutStored()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const record = async (answer: ContactAnswer, key: string): Promise<boolean> => {
    setBusy(true)
    setTrouble(null)
    try {
      const stored = await store.create(answer, key)
      put(ContactAnswer, stored)
      say(t`Answer recorded`, () => {
        store
          .archive(stored, 'Undone at once')
          .then((gone) => put(ContactAnswer, gone))
          .catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
      })
      return true
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { record, busy, trouble }
}

/**
 * Before something goes to a contact with a restriction: whom to ask, and the answer with who decided and why, kept in
 * the pupil's chronology.
 */
export const AskFirst = ({
  to,
  what,
  pupil,
  review,
  answer,
}: {
  to: Restricted
  /** The kind of letter. */
  what: string
  pupil: string
  review: string | null
  /** What was answered for this letter, where somebody was asked. */
  answer: Stored<ContactAnswer> | null
}) => {
  const styles = useStyles()
  const { today } = useServices()
  const mayWrite = useMayWrite(ContactAnswer)
  const { record, busy, trouble } = useRecordAnswer()
  const [key, setKey] = useState(newKey)
  const [again, setAgain] = useState(false)
  const [given, setGiven] = useState<ContactAnswer['answer'] | null>(null)
  const [decidedBy, setDecidedBy] = useState('')
  const [why, setWhy] = useState('')
  const ready = given !== null && decidedBy.trim() !== '' && why.trim() !== ''
  const store = async () => {
    if (given === null || !ready) return
    const stored = await record(
      blank(ContactAnswer, {
        pupil,
        review,
        contact: to.contact ?? null,
        to: to.name,
        what,
        on: today(),
        asked: to.restriction,
        answer: given,
        decidedBy: decidedBy.trim(),
        why: why.trim(),
      }),
      key,
    )
    if (!stored) return
    setKey(newKey())
    setAgain(false)
    setGiven(null)
    setDecidedBy('')
    setWhy('')
  }
  return (
    <div className={styles.ask} role="group" aria-label={t`Contact restriction: ${to.name}`}>
      <Text size={200} className={styles.warn}>
        {t`Contact restriction:`} {to.restriction}
      </Text>
      {answer && !again ? (
        <>
          <Text size={200}>
            <b>{inWords(ContactAnswer.fields.answer.choices[answer.answer])}.</b>{' '}
            {t`${answer.decidedBy} decided on ${showDay(answer.on)}: ${answer.why}`}
          </Text>
          {mayWrite && <Button size="small" onClick={() => setAgain(true)}>{t`Ask again`}</Button>}
        </>
      ) : mayWrite ? (
        <>
          <Field label={t`The answer`} size="small">
            <RadioGroup
              value={given ?? ''}
              onChange={(_, { value }) => setGiven(value as ContactAnswer['answer'])}
            >
              {entriesInWords(ContactAnswer.fields.answer.choices).map(([code, words]) => (
                <Radio key={code} value={code} label={words} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={inWords(ContactAnswer.fields.decidedBy.label)} size="small" className={styles.wide}>
            <Input
              value={decidedBy}
              maxLength={120}
              onChange={(_, { value }) => setDecidedBy(value)}
              autoComplete="off"
            />
          </Field>
          <Field
            label={inWords(ContactAnswer.fields.why.label)}
            hint={t`Never the reason for the restriction itself`}
            size="small"
            className={styles.wide}
          >
            <Input value={why} onChange={(_, { value }) => setWhy(value)} autoComplete="off" />
          </Field>
          <Button size="small" disabled={!ready || busy} onClick={() => void store()}>
            {busy ? t`Saving` : t`Record the answer`}
          </Button>
        </>
      ) : (
        <Text size={200} className={styles.quiet}>{t`Nobody has answered yet whether it may go.`}</Text>
      )}
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>}
    </div>
  )
}
