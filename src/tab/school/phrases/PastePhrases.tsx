import { t } from '../../../words/t.ts'
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { newKey } from '../../../domain/key.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { Phrase } from '../../../domain/records/phrase.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { phraseLines, unknownPhrases } from '../../../domain/rules/phrases.ts'
import { wrongChildGuard } from '../../../domain/rules/wrongChild.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { whyNotSaved } from '../../../ui/words.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    maxWidth: '860px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  list: { margin: 0, paddingLeft: '20px', maxHeight: '240px', overflowY: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})
const count = (n: number) => (n === 1 ? t`1 phrase` : t`${n} phrases`)

/** Many phrases from a list that the school has already: seen before they are stored. */
export const PastePhrases = ({
  known,
  pupils,
  after,
  onClose,
}: {
  known: readonly Stored<Phrase>[]
  pupils: readonly Stored<Pupil>[]
  /** The last place that is taken. */
  after: number
  onClose: () => void
}) => {
  const styles = useStyles()
  const { records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [pasted, setPasted] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const lines = phraseLines(pasted)
  const fresh = unknownPhrases(lines, known)
  const guard = wrongChildGuard(pupils, { about: new Set() })
  const naming = fresh.filter(({ text }) => guard([text]).some(({ strength }) => strength === 'certain'))
  const wanted = fresh.filter((line) => !naming.includes(line))

  const store = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      const rows = wanted.map(({ text, heading }, i) => ({
        key: newKey(now().getTime()),
        record: blank(Phrase, { text, heading, order: Math.min(after + (i + 1) * 10, 10_000) }),
      }))
      for (const row of await records.store(Phrase).createMany(rows)) {
        if (row.outcome === 'refused') throw row.problem
        put(Phrase, row.record)
      }
      say(t`${count(rows.length)} stored`)
      onClose()
    } catch (thrown) {
      // What was stored is known from now on: a second press stores the rest.
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={styles.card} aria-label={t`Paste phrases`}>
      <Field
        label={t`Phrases, one a line`}
        hint={t`A line that begins with # or ends with a colon is a heading for those after it.`}
      >
        <Textarea rows={8} value={pasted} onChange={(_, { value }) => setPasted(value)} />
      </Field>
      {lines.length > 0 && (
        <Text>
          {t`${count(wanted.length)} to store`}
          {lines.length > fresh.length && t`; ${lines.length - fresh.length} here already`}
          {naming.length > 0 &&
            t`; ${naming.length} left out, as ${naming.length === 1 ? t`it names` : t`they name`} a pupil:`}
        </Text>
      )}
      {naming.length > 0 && (
        <ul className={styles.list}>
          {naming.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {trouble && (
        <Text role="alert">{t`Not all saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={busy || wanted.length === 0} onClick={() => void store()}>
          {busy ? t`Saving` : wanted.length === 0 ? t`Store them` : t`Store ${count(wanted.length)}`}
        </Button>
        <Button onClick={onClose} disabled={busy}>{t`Cancel`}</Button>
      </div>
    </section>
  )
}
