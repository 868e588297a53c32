import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Value } from '../../domain/fields.ts'
import { type AnyRecordType, fieldOf } from '../../domain/record.ts'
import { sameValue } from '../draft/merge.ts'
import type { AnyStored } from '../draft/types.ts'
import type { KeyOptions } from '../formOptions.ts'
import { useServices } from '../services.tsx'
import { whenWords } from '../when.ts'
import { type Edit, wayBack } from './changes.ts'
import { FieldChangeView } from './FieldChangeView.tsx'
import type { PutBack } from './usePutBack.ts'

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '14px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  when: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

const did: Record<Edit['is'], string> = {
  made: t`recorded this`,
  oldest: t`stored this version`,
  changed: t`changed this`,
  archived: t`archived this`,
  restored: t`brought this back`,
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1)

/** One edit: who, when, each field from what to what, and the way back. */
export const EditEntry = ({
  type,
  edit,
  current,
  newest,
  options,
  putBack,
}: {
  type: AnyRecordType
  edit: Edit
  current: AnyStored
  newest: boolean
  options: KeyOptions
  putBack: PutBack
}) => {
  const styles = useStyles()
  const { today } = useServices()
  const first = edit.is === 'made' || edit.is === 'oldest'
  const whole = wayBack(type, edit, current)
  const when = edit.at
    ? capital(whenWords(new Date(edit.at), today()))
    : t`At a time that SharePoint didn’t say`
  return (
    <li className={styles.entry} tabIndex={-1}>
      <div>
        <Text as="h3" block weight="semibold" style={{ margin: 0 }}>
          {edit.by ?? t`Someone`} {did[edit.is]}
        </Text>
        <Text size={200} className={styles.when}>
          {when}
        </Text>
      </div>
      {edit.changes.map((change) => {
        const field = fieldOf(type, change.field)
        const offered = !first && !sameValue(change.before, current[change.field])
        return (
          <FieldChangeView
            key={change.field}
            field={field}
            change={change}
            first={first}
            options={options[change.field] ?? []}
          >
            {offered && (
              <Ask
                words={t`Put this back`}
                about={t`${inWords(field.label)}: the text before this change`}
                putBack={putBack}
                changes={new Map([[change.field, change.before]])}
              />
            )}
          </FieldChangeView>
        )
      })}
      {!newest && whole.size > 0 && (
        <Ask
          words={t`Go back to this version`}
          about={`${whole.size === 1 ? t`One field changes` : t`${whole.size} fields change`}: ${[...whole.keys()].map((name) => inWords(fieldOf(type, name).label)).join(', ')}`}
          putBack={putBack}
          changes={whole}
        />
      )}
    </li>
  )
}

/** A button that asks once more in its own place: what stands there now goes to the history. */
const Ask = ({
  words,
  about,
  putBack,
  changes,
}: {
  words: string
  about: string
  putBack: PutBack
  changes: ReadonlyMap<string, Value>
}) => {
  const styles = useStyles()
  const [asking, setAsking] = useState(false)
  const [mine, setMine] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (moved.current) row.current?.querySelector('button')?.focus()
    moved.current = true
  }, [asking])
  if (!putBack.may) return null
  const put = async () => {
    setMine(true)
    // These buttons go with what they put back.
    const entry = row.current?.closest('li')
    await putBack.put(changes)
    setAsking(false)
    entry?.focus()
  }
  return (
    <div ref={row} className={styles.buttons}>
      {asking ? (
        <>
          <Text size={200}>{t`${about}. What stands there now stays in the history.`}</Text>
          <Button size="small" appearance="primary" disabled={putBack.busy} onClick={() => void put()}>
            {putBack.busy ? t`Putting it back` : t`Put it back`}
          </Button>
          <Button size="small" disabled={putBack.busy} onClick={() => setAsking(false)}>{t`Cancel`}</Button>
        </>
      ) : (
        <Button size="small" aria-description={about} onClick={() => setAsking(true)}>
          {words}
        </Button>
      )}
      {mine && putBack.trouble && (
        <Text role="alert" size={200}>
          {putBack.trouble}
        </Text>
      )}
    </div>
  )
}
