import { t } from '../../../words/t.ts'
import { FluentProvider, makeStyles, teamsLightTheme, Text } from '@fluentui/react-components'
import { createPortal } from 'react-dom'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import type { ChronologyEvent } from '../../../domain/rules/chronology.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { useServices } from '../../../ui/services.tsx'
import { footOf, headOf } from './passing.ts'
import { usePrinting } from '../../../ui/usePrinting.ts'

const useStyles = makeStyles({
  title: { margin: 0 },
  entry: { padding: '10px 0', borderTop: '1px solid #767676', breakInside: 'avoid' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  foot: { borderTop: '1px solid #767676', paddingTop: '6px' },
})

/** A chronology on paper, oldest first as it is read; only while the printing goes on, and never in sight. */
export const PrintChronology = ({
  pupil,
  events,
  onDone,
}: {
  pupil: Pupil
  events: readonly ChronologyEvent[]
  onDone: () => void
}) => {
  const styles = useStyles()
  const { school, today } = useServices()
  usePrinting(onDone)
  return createPortal(
    <FluentProvider theme={teamsLightTheme} className="paper">
      <Text
        as="h1"
        block
        size={700}
        weight="semibold"
        className={styles.title}
      >{t`Chronology: ${fullName(pupil)}`}</Text>
      <Text block>{t`${school.name}, as recorded on ${showDay(today())}`}</Text>
      {events.toReversed().map((event) => (
        <article key={event.id} className={styles.entry}>
          <Text block weight="semibold">
            {headOf(event)}
          </Text>
          {event.text && (
            <Text block className={styles.text}>
              {event.text}
            </Text>
          )}
          <Text block size={200}>
            {footOf(event)}
          </Text>
        </article>
      ))}
      <Text
        block
        size={200}
        className={styles.foot}
      >{t`Confidential. Notes marked as about or from another person are looked at before this is given out.`}</Text>
    </FluentProvider>,
    document.body,
  )
}
