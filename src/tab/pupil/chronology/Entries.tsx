import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { type ChronologyEvent, writtenEvents } from '../../../domain/rules/chronology.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useServices } from '../../../ui/services.tsx'
import { footOf } from './passing.ts'

const useStyles = makeStyles({
  kind: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  text: { display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** What was written down by hand: added to here, and changed. `opened`: an entry’s key, or anything else to begin a new one. */
export const Entries = ({
  pupil,
  entries,
  opened,
}: {
  pupil: Stored<Pupil>
  entries: readonly Stored<ChronologyEntry>[]
  opened: string | null
}) => {
  const today = useServices().today()
  const events = writtenEvents(entries)
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const eventOf = new Map(events.map((event) => [event.record.key, event]))
  return (
    <RecordCards
      type={ChronologyEntry}
      records={events.flatMap(({ record }) => byKey.get(record.key) ?? [])}
      opened={opened}
      part={(entry) => entry.happenedOn.slice(0, 4)}
      summary={(entry) => <Entry event={eventOf.get(entry.key)!} />}
      groups={[
        { fields: ['happenedOn', 'kind', 'source', 'thirdParty', 'text'] },
        {
          title: t`How it was, and what follows`,
          fields: ['how', 'talk', 'agreed', 'followUp', 'followedUp'],
        },
      ]}
      latest={{ happenedOn: today, followedUp: today }}
      add={{
        words: t`Add an entry`,
        given: { pupil: pupil.key, happenedOn: today },
        fields: ['happenedOn', 'kind', 'text', 'source', 'thirdParty'],
      }}
      empty={{
        title: t`Nothing written down yet`,
        todo: t`Meetings, calls, letters and what was seen or decided, each on the day it happened. You can write it down later; both days are kept.`,
      }}
    />
  )
}

const Entry = ({ event }: { event: ChronologyEvent }) => {
  const styles = useStyles()
  return (
    <>
      <Text className={styles.kind}>
        {event.title}
        {event.thirdParty && t` · about or from another person`}
      </Text>
      <Text className={styles.text}>
        <Personal>{event.text}</Personal>
      </Text>
      <Text size={200} className={styles.quiet}>
        <Personal>{footOf(event)}</Personal>
      </Text>
    </>
  )
}
