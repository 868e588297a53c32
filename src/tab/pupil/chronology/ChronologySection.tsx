import { Button, Dropdown, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { Waiting } from '../Waiting.tsx'
import { chronologyPassing } from './passing.ts'
import { PrintChronology } from './PrintChronology.tsx'
import { bothDays, byHappened } from './order.ts'

const kinds = ChronologyEntry.fields.kind.choices
type Kind = keyof typeof kinds

const useStyles = makeStyles({
  filter: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
  },
  choose: { minWidth: 'min(220px, 100%)' },
  kind: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  text: { display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** What happened, by the day it happened, whenever it was written down. */
export const ChronologySection = ({ pupil }: { pupil: Stored<Pupil> }) => (
  <Loaded queries={[useAbout(ChronologyEntry, 'pupil', pupil.key)]} shape={<Waiting />}>
    {(listing) => (
      <>
        <Unreadable listings={[listing]} />
        <Entries pupil={pupil} entries={byHappened(listing.records)} />
      </>
    )}
  </Loaded>
)

const Entries = ({
  pupil,
  entries,
}: {
  pupil: Stored<Pupil>
  entries: readonly Stored<ChronologyEntry>[]
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const [kind, setKind] = useState<Kind | null>(null)
  const [passing, setPassing] = useState(false)
  const [printing, setPrinting] = useState(false)
  const shown = kind ? entries.filter((entry) => entry.kind === kind) : entries
  const there = (Object.keys(kinds) as Kind[]).filter((one) => entries.some((entry) => entry.kind === one))
  return (
    <>
      {entries.length > 0 && (
        <div className={styles.filter}>
          <Text id="kinds">Show</Text>
          <Dropdown
            className={styles.choose}
            size="small"
            aria-labelledby="kinds"
            value={kind ? kinds[kind] : 'Every kind'}
            selectedOptions={[kind ?? '']}
            onOptionSelect={(_, { optionValue }) => setKind((optionValue || null) as Kind | null)}
          >
            <Option value="">Every kind</Option>
            {there.map((one) => (
              <Option key={one} value={one}>
                {kinds[one]}
              </Option>
            ))}
          </Dropdown>
          <output>
            <Text className={styles.quiet}>
              {shown.length} of {entries.length}
            </Text>
          </output>
          <Button
            size="small"
            appearance="subtle"
            icon={<PrintRegular />}
            disabled={shown.length === 0 || passing}
            onClick={() => setPassing(true)}
          >
            Print
          </Button>
        </div>
      )}
      {passing && (
        <PassOn
          key={kind ?? ''}
          passing={chronologyPassing(pupil, shown, () => setPrinting(true))}
          onDone={() => setPassing(false)}
          onClose={() => setPassing(false)}
        />
      )}
      {printing && <PrintChronology pupil={pupil} entries={shown} onDone={() => setPrinting(false)} />}
      {kind && shown.length === 0 && (
        <Notice title="Nothing of this kind" todo="Choose every kind to see the rest." />
      )}
      <RecordCards
        type={ChronologyEntry}
        records={shown}
        part={(entry) => entry.happenedOn.slice(0, 4)}
        summary={(entry) => <Entry entry={entry} />}
        groups={[{ fields: ['happenedOn', 'kind', 'source', 'thirdParty', 'text'] }]}
        latest={{ happenedOn: today }}
        add={{
          words: 'Add an entry',
          given: { pupil: pupil.key, happenedOn: today },
          fields: ['happenedOn', 'kind', 'text', 'source', 'thirdParty'],
        }}
        empty={{
          title: 'Nothing written down yet',
          todo: 'Meetings, calls, letters and what was seen or decided, each on the day it happened. You can write it down later; both days are kept.',
        }}
      />
    </>
  )
}

const Entry = ({ entry }: { entry: Stored<ChronologyEntry> }) => {
  const styles = useStyles()
  return (
    <>
      <Text className={styles.kind}>
        {kinds[entry.kind]}
        {entry.thirdParty && ' · about or from another person'}
      </Text>
      <Text className={styles.text}>
        <Personal>{entry.text}</Personal>
      </Text>
      <Text size={200} className={styles.quiet}>
        {bothDays(entry)}
        {entry.source && (
          <>
            {' · from '}
            <Personal>{entry.source}</Personal>
          </>
        )}
      </Text>
    </>
  )
}
