import { t } from '../../../words/t.ts'
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { newRows, type TermRow } from '../../../domain/rules/termLines.ts'
import { whyNotSaved } from '../../../ui/words.ts'
import { useAddRows } from './useAddRows.ts'
import { countDates, rowLine, rowName } from './words.ts'

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
  list: { listStyle: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  unread: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

const idOf = ({ kind, starts, ends }: TermRow) => `${kind}${starts}${ends}`

/** Dates that were read or copied, to be looked at before they are added: each can be left out. */
export const AddRows = ({
  label,
  rows,
  unread = [],
  note,
  known,
  children,
  onClose,
}: {
  label: string
  rows: readonly TermRow[]
  unread?: readonly string[]
  note?: string | null
  known: readonly TermRow[]
  children?: ReactNode
  onClose: () => void
}) => {
  const styles = useStyles()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { add, busy, trouble } = useAddRows(onClose)
  const fresh = newRows(rows, known)
  const wanted = fresh.filter((row) => !left.has(idOf(row)))
  const here = rows.length - fresh.length
  const leave = (id: string, out: boolean) =>
    setLeft((now) => (out ? new Set([...now, id]) : new Set([...now].filter((one) => one !== id))))
  return (
    <section className={styles.card} aria-label={label}>
      {children}
      {fresh.length > 0 && (
        <ul className={styles.list} aria-label={t`Dates to add`}>
          {fresh.map((row) => (
            <li key={idOf(row)}>
              <Checkbox
                checked={!left.has(idOf(row))}
                disabled={busy}
                onChange={(_, { checked }) => leave(idOf(row), checked !== true)}
                label={
                  <>
                    <Text block>{rowName(row)}</Text>
                    <Text block size={200} className={styles.quiet}>
                      {rowLine(row)}
                    </Text>
                  </>
                }
              />
            </li>
          ))}
        </ul>
      )}
      {(here > 0 || note) && (
        <Text size={200} className={styles.quiet}>
          {[here > 0 && t`${countDates(here)} here already.`, note].filter(Boolean).join(' ')}
        </Text>
      )}
      {unread.length > 0 && (
        <div>
          <Text>{t`Not understood, so not added:`}</Text>
          <ul className={styles.unread}>
            {unread.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {trouble && (
        <Text role="alert">{t`Not all saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={busy || wanted.length === 0} onClick={() => void add(wanted)}>
          {busy ? t`Saving` : wanted.length === 0 ? t`Add the dates` : t`Add ${countDates(wanted.length)}`}
        </Button>
        <Button onClick={onClose} disabled={busy}>{t`Cancel`}</Button>
      </div>
    </section>
  )
}
