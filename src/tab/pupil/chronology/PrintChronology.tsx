import { FluentProvider, makeStyles, teamsLightTheme, Text } from '@fluentui/react-components'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { Stored } from '../../../domain/record.ts'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { useServices } from '../../../ui/services.tsx'
import { bothDays } from './order.ts'

const useStyles = makeStyles({
  title: { margin: 0 },
  entry: { padding: '10px 0', borderTop: '1px solid #767676', breakInside: 'avoid' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  foot: { borderTop: '1px solid #767676', paddingTop: '6px' },
})

const kinds = ChronologyEntry.fields.kind.choices

/** A chronology on paper, oldest first as it is read; only while the printing goes on, and never in sight. */
export const PrintChronology = ({
  pupil,
  entries,
  onDone,
}: {
  pupil: Pupil
  entries: readonly Stored<ChronologyEntry>[]
  onDone: () => void
}) => {
  const styles = useStyles()
  const { school, today } = useServices()
  useEffect(() => {
    window.addEventListener('afterprint', onDone)
    window.print()
    return () => window.removeEventListener('afterprint', onDone)
    // Once, when the pages stand.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return createPortal(
    <FluentProvider theme={teamsLightTheme} className="paper">
      <Text as="h1" block size={700} weight="semibold" className={styles.title}>
        Chronology: {fullName(pupil)}
      </Text>
      <Text block>
        {school.name}, as recorded on {showDay(today())}
      </Text>
      {entries.toReversed().map((entry) => (
        <article key={entry.key} className={styles.entry}>
          <Text block weight="semibold">
            {showDay(entry.happenedOn)} · {kinds[entry.kind]}
            {entry.thirdParty && ' · about or from another person'}
          </Text>
          <Text block className={styles.text}>
            {entry.text}
          </Text>
          <Text block size={200}>
            {bothDays(entry)}
            {entry.source && ` · from ${entry.source}`}
          </Text>
        </article>
      ))}
      <Text block size={200} className={styles.foot}>
        Confidential. Notes marked as about or from another person are looked at before this is given out.
      </Text>
    </FluentProvider>,
    document.body,
  )
}
