import { inWords, t } from '../../words/t.ts'
import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { parse } from '../../domain/fields.ts'
import { AuthorityPack } from '../../domain/records/authorityPack.ts'
import type { Stored } from '../../domain/record.ts'
import { useServices } from '../services.tsx'

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '640px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

type Said = Pick<AuthorityPack, 'authority' | 'form' | 'version' | 'sourced' | 'address'>

/** Keeps the form and what goes where: a new pack says whose form it is, one that is there already keeps its name. */
export const NamePack = ({
  pack,
  isNewForm,
  usual = t`Annual review report`,
  busy,
  onKeep,
  onClose,
}: {
  pack: Stored<AuthorityPack> | null
  /** The form itself was chosen just now, and is not the one in the library. */
  isNewForm: boolean
  /** What such a form is usually called. */
  usual?: string
  busy: boolean
  onKeep: (said: Said) => Promise<unknown>
  onClose: () => void
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const [authority, setAuthority] = useState(pack?.authority ?? '')
  const [form, setForm] = useState(pack?.form ?? usual)
  const [version, setVersion] = useState(pack?.version ?? '')
  const [asked, setAsked] = useState(false)
  const wrong = (field: 'authority' | 'form', typed: string) => {
    const found = parse(AuthorityPack.fields[field], typed)
    return 'complaint' in found ? found.complaint : undefined
  }
  const keep = () => {
    setAsked(true)
    if (wrong('authority', authority) || wrong('form', form)) return
    void onKeep({
      authority: authority.trim(),
      form: form.trim(),
      version: version.trim() || null,
      sourced: isNewForm ? today : (pack?.sourced ?? null),
      address: pack?.address ?? null,
    })
  }
  return (
    <div className={styles.card}>
      {!pack && (
        <>
          <Field
            label={t`Local authority`}
            required
            validationMessage={(asked && wrong('authority', authority)) || ''}
          >
            <Input value={authority} maxLength={120} onChange={(_, { value }) => setAuthority(value)} />
          </Field>
          <Field
            label={t`Name of the form`}
            required
            validationMessage={(asked && wrong('form', form)) || ''}
          >
            <Input value={form} maxLength={120} onChange={(_, { value }) => setForm(value)} />
          </Field>
        </>
      )}
      {isNewForm && (
        <Field label={t`Version of the form`} hint={inWords(AuthorityPack.fields.version.help ?? '')}>
          <Input value={version} maxLength={60} onChange={(_, { value }) => setVersion(value)} />
        </Field>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={busy} onClick={keep}>
          {busy ? t`Keeping` : t`Keep this form`}
        </Button>
        <Button disabled={busy} onClick={onClose}>{t`Close without keeping`}</Button>
      </div>
    </div>
  )
}
