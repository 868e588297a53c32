import { t } from '../../../words/t.ts'
import {
  Button,
  Dropdown,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Option,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import {
  type ChronologyEvent,
  type EventKind,
  eventKinds,
  writtenEvents,
} from '../../../domain/rules/chronology.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../Waiting.tsx'
import { Entries } from './Entries.tsx'
import { EventList } from './EventList.tsx'
import { chronologyPassing } from './passing.ts'
import { PrintChronology } from './PrintChronology.tsx'
import { useChronology } from './useChronology.ts'

const useStyles = makeStyles({
  filter: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', paddingBottom: '4px' },
  choose: { minWidth: 'min(240px, 100%)' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Shown = EventKind | null

/** Everything that happened by the day it happened: what was written down, and what the rest of the record says. */
export const ChronologySection = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const { queries, entries, events, reviewOf, withoutLog } = useChronology(pupil)
  return (
    <Loaded queries={queries} shape={<Waiting />}>
      {(...listings) => (
        <>
          <Unreadable listings={listings.flatMap((one) => (typeof one === 'boolean' ? [] : [one]))} />
          {withoutLog && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t`The log of sessions couldn’t be read, so what was given in each plan or term is missing here.`}</MessageBarBody>
            </MessageBar>
          )}
          <Whole pupil={pupil} entries={entries} events={events()} reviewOf={reviewOf} />
        </>
      )}
    </Loaded>
  )
}

const Whole = ({
  pupil,
  entries,
  events,
  reviewOf,
}: {
  pupil: Stored<Pupil>
  entries: ReturnType<typeof useChronology>['entries']
  events: readonly ChronologyEvent[]
  reviewOf: ReadonlyMap<string, string>
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(ChronologyEntry)
  const [kind, setKind] = useState<Shown>(null)
  /** The entry that is opened to be changed, or `new`. */
  const [opened, setOpened] = useState<string | null>(null)
  const [passing, setPassing] = useState(false)
  const [printing, setPrinting] = useState(false)
  const written = kind === 'written'
  const shown = written
    ? writtenEvents(entries)
    : kind
      ? events.filter((event) => event.kind === kind)
      : events
  const there = (Object.keys(eventKinds) as EventKind[]).filter(
    (one) => one !== 'written' && events.some((event) => event.kind === one),
  )
  const choose = (chosen: Shown) => {
    setOpened(null)
    setKind(chosen)
  }
  const edit = (key: string) => {
    setKind('written')
    setOpened(key)
  }
  return (
    <>
      <div className={styles.filter}>
        <Dropdown
          className={styles.choose}
          size="small"
          aria-label={t`Show`}
          value={kind ? eventKinds[kind] : 'Everything'}
          selectedOptions={[kind ?? '']}
          onOptionSelect={(_, { optionValue }) => choose((optionValue || null) as Shown)}
        >
          <Option value="">{t`Everything`}</Option>
          <Option value="written">{eventKinds.written}</Option>
          {there.map((one) => (
            <Option key={one} value={one}>
              {eventKinds[one]}
            </Option>
          ))}
        </Dropdown>
        <ToggleButton
          size="small"
          checked={written}
          onClick={() => choose(written ? null : 'written')}
          title={t`Only what was written down by hand, to add to it or change it`}
        >{t`Written down`}</ToggleButton>
        <output>
          <Text className={styles.quiet}>{t`${shown.length} of ${events.length}`}</Text>
        </output>
        <Button
          size="small"
          appearance="subtle"
          icon={<PrintRegular />}
          disabled={shown.length === 0 || passing}
          onClick={() => setPassing(true)}
        >{t`Print`}</Button>
      </div>
      {passing && (
        <PassOn
          key={kind ?? ''}
          passing={chronologyPassing(pupil, shown, () => setPrinting(true))}
          onDone={() => setPassing(false)}
          onClose={() => setPassing(false)}
        />
      )}
      {printing && <PrintChronology pupil={pupil} events={shown} onDone={() => setPrinting(false)} />}
      {written || events.length === 0 ? (
        <Entries key={opened} pupil={pupil} entries={entries} opened={opened} />
      ) : (
        <>
          {mayWrite && (
            <div>
              <Button onClick={() => edit('new')}>{t`Add an entry`}</Button>
            </div>
          )}
          {shown.length === 0 ? (
            <Notice title={t`Nothing of this kind`} todo={t`Choose everything to see the rest.`} />
          ) : (
            <EventList events={shown} pupil={pupil.key} reviewOf={reviewOf} onEntry={edit} />
          )}
        </>
      )}
    </>
  )
}
