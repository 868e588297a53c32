import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { type Candidate, candidateId, givenFields } from '../../../export/candidate.ts'
import type { PupilFile } from '../../../export/pupilFile.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import type { Choice } from './useLookThrough.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '6px', alignItems: 'flex-start' },
  list: { listStyle: 'none', margin: 0, padding: 0, width: '100%' },
  row: {
    display: 'flex',
    gap: '12px',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
})
const most = 100

/** Every text that is given without having been flagged, to read and to take into the list by hand. */
export const OtherFields = ({
  file,
  candidates,
  busy,
  onDecide,
}: {
  file: PupilFile
  candidates: readonly Candidate[]
  busy: boolean
  onDecide: (some: readonly Candidate[], choice: Choice) => Promise<boolean>
}) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState(most)
  const flagged = new Set(candidates.map(({ id }) => id))
  const others = file.lists.flatMap(({ type, records }) =>
    records.flatMap((record) =>
      givenFields(type).flatMap(([field, { kind, label }]): Candidate[] => {
        const [text, id] = [record[field], candidateId(type.name, record.key, field)]
        return (kind === 'text' || kind === 'longText') && typeof text === 'string' && !flagged.has(id)
          ? [
              {
                id,
                recordType: type.name,
                record: record.key,
                field,
                list: type.list,
                label,
                text,
                reasons: [],
                echoes: [],
              },
            ]
          : []
      }),
    ),
  )
  return (
    <section className={styles.all} aria-label={t`Everything else`}>
      <Button
        appearance="transparent"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >{t`Everything else that is given: ${counted(others.length, 'text')}`}</Button>
      {open && (
        <ul className={styles.list}>
          {others.slice(0, shown).map((other) => (
            <li key={other.id} className={styles.row}>
              <div className={styles.text}>
                <Text size={200} className={styles.quiet}>
                  {other.list}: {other.label}
                </Text>
                <Personal>{other.text.length > 600 ? `${other.text.slice(0, 600)}…` : other.text}</Personal>
              </div>
              <Button
                size="small"
                disabled={busy}
                onClick={() => void onDecide([other], { decision: 'give', redacted: null, exemption: null })}
              >{t`Look at it`}</Button>
            </li>
          ))}
        </ul>
      )}
      {open && others.length > shown && (
        <Button onClick={() => setShown((count) => count + most)}>{t`Show more`}</Button>
      )}
    </section>
  )
}
