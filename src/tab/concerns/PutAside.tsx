import { inWords, t } from '../../words/t.ts'
import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { type AsideReason, asideReasons, StaffConcern } from '../../domain/records/staffConcern.ts'
import { asideOf, asideReplies } from '../../domain/rules/concernSaid.ts'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { whyNotSaved } from '../../ui/words.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '14px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxWidth: '640px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

const reasons = Object.keys(asideReasons) as AsideReason[]

/** Puts aside what a member of staff said: why, and what they are told. Nothing is deleted, and it can be taken up again. */
export const PutAside = ({
  said,
  name,
  onClose,
}: {
  said: Stored<StaffConcern>
  /** Of the pupil, as far as it is known. */
  name: string
  onClose: () => void
}) => {
  const styles = useStyles()
  const { doIt, busy, trouble } = useRecordAct(StaffConcern, said)
  const [why, setWhy] = useState<AsideReason | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const reply = typed ?? (why ? asideReplies[why] : '')
  // Who is a pupil of the school has a record: what is said of them belongs there before it is put away.
  const unmatched = said.pupil === null && why !== null && why !== 'notOurs'
  const words = reply.trim() === '' ? t`Put aside` : t`Put aside and tell ${said.by}`
  return (
    <section className={styles.card} aria-label={t`Put aside what ${said.by} says of ${name}`}>
      <Field label={t`Why`} required>
        <RadioGroup value={why ?? ''} onChange={(_, { value }) => setWhy(value as AsideReason)}>
          {reasons.map((reason) => (
            <Radio key={reason} value={reason} label={inWords(asideReasons[reason])} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={t`What ${said.by} is told`}
        hint={t`They read it under Concerns, with what they said. Leave it empty to tell them in person.`}
      >
        <Textarea
          value={reply}
          maxLength={2000}
          resize="vertical"
          rows={3}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      {unmatched && (
        <Text role="status">{t`Say first which pupil it is about, above: put aside without a name it would be in nobody’s record.`}</Text>
      )}
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Your words are kept here; press the button again.`}</Text>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={busy || why === null || unmatched}
          onClick={() =>
            void doIt({
              words,
              said: t`Put aside what ${said.by} said`,
              changes: (day) => asideOf(why!, reply, day),
            })
          }
        >
          {words}
        </Button>
        <Button disabled={busy} onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </section>
  )
}
