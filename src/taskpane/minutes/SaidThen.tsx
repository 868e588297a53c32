import { t } from '../../words/t.ts'
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import type { Provenance } from '../../documents/provenance.ts'
import type { Difference } from '../../documents/readBack.ts'
import { thenIn } from '../../documents/thenIn.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { useServices } from '../../ui/services.tsx'

const useStyles = makeStyles({
  ask: { alignSelf: 'flex-start', marginLeft: '-8px' },
  side: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  working: { justifyContent: 'flex-start' },
})

/** What a field said when it was inserted, looked up in the record's history when somebody asks. */
export const SaidThen = ({ difference, provenance }: { difference: Difference; provenance: Provenance }) => {
  const styles = useStyles()
  const services = useServices()
  const [asked, setAsked] = useState(false)
  const { place, tag } = difference
  const history = useQuery({
    queryKey: ['saidThen', tag, place.record?.key],
    queryFn: ({ signal }) =>
      services.records.store(place.type).history(place.record as Stored<never>, { signal }),
    enabled: asked,
  })
  if (!asked)
    return (
      <Button
        size="small"
        appearance="subtle"
        className={styles.ask}
        onClick={() => setAsked(true)}
      >{t`What it said when inserted`}</Button>
    )
  if (history.isPending)
    return <Spinner size="tiny" label={t`Looking in the record’s history`} className={styles.working} />
  const then = history.data ? thenIn(difference, history.data, provenance) : null
  return (
    <div className={styles.side} role="status">
      <Text size={200} className={styles.label}>{t`When it was inserted`}</Text>
      {then === null ? (
        <Text className={styles.quiet}>
          {history.isError
            ? t`The record’s history can’t be read just now.`
            : t`The record’s history doesn’t go back to what it said then.`}
        </Text>
      ) : (
        <Personal>
          <Text className={styles.text}>{then || t`Nothing`}</Text>
        </Personal>
      )}
    </div>
  )
}
