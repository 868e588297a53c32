import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { showCount } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { Disclosure } from '../../../domain/records/disclosure.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { useLog } from '../../../ui/disclosure/useLog.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useWide } from '../../../ui/useWide.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { LogBar } from './LogBar.tsx'
import { type LogFilter, logCsv, logRows, noFilter, shownLog } from './logRows.ts'
import { LogList, LogTable } from './LogTable.tsx'
import { NotCovered } from './NotCovered.tsx'
import { Unusual } from './Unusual.tsx'
import { unusual } from './unusual.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px', flexGrow: 1, minHeight: '420px' },
  // The rows scroll by themselves, in what the page has left.
  rows: { display: 'flex', flexDirection: 'column', height: 'max(320px, calc(100vh - 360px))' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
})

/** Who opened and passed on EHC plan data, when, why and for whom; `recordKey`: of one pupil. */
export const LogSection = ({ recordKey }: { recordKey: string | null }) => {
  const { records, school } = useServices()
  const entries = useAll(Disclosure)
  const pupils = useAll(Pupil)
  const whole = useQuery({
    queryKey: ['readsAll', school.id, Disclosure.name],
    queryFn: () => records.readsAll(Disclosure),
  })
  return (
    <Loaded queries={[entries, pupils, whole]} shape={<Waiting />}>
      {(log, known, readsAll) => (
        <>
          <Unreadable listings={[log]} />
          {!readsAll && (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{t`You don’t have access to the whole log: you see what you opened and passed on yourself. The SENCO of ${school.name} reads all of it.`}</MessageBarBody>
            </MessageBar>
          )}
          <Log entries={log.records} pupils={known.records} pupilKey={recordKey} />
        </>
      )}
    </Loaded>
  )
}

const Log = ({
  entries,
  pupils,
  pupilKey,
}: {
  entries: readonly Stored<Disclosure>[]
  pupils: readonly Stored<Pupil>[]
  pupilKey: string | null
}) => {
  const styles = useStyles()
  const services = useServices()
  const { log } = useLog()
  const say = useSay()
  const { href } = useGo()
  const wide = useWide(640)
  const [filter, setFilter] = useState<LogFilter>({ ...noFilter, pupil: pupilKey })
  const asked = useDeferredValue(filter)
  const rows = useMemo(() => logRows(entries, pupils), [entries, pupils])
  const facts = useMemo(
    () => unusual(pupilKey ? rows.filter(({ entry }) => entry.pupil === pupilKey) : rows),
    [rows, pupilKey],
  )
  const shown = useMemo(() => shownLog(rows, asked), [rows, asked])
  const pupil = pupils.find(({ key }) => key === pupilKey)
  const exportCsv = () => {
    const bytes = new TextEncoder().encode(logCsv(shown))
    services.download(t`Opened and sent ${services.today()}.csv`, bytes, 'text/csv;charset=utf-8')
    log.did({
      did: 'exported',
      what: t`${showCount(shown.length)} rows of this log`,
      purpose: 'monitoring',
      recipient: 'school',
    })
    say(t`Exported. The file names pupils: keep it where only the right people see it.`)
  }
  return (
    <div className={styles.all}>
      {pupilKey && (
        <span>
          {t`Only what concerns `}
          {pupil ? <PupilName pupil={pupil} /> : t`a pupil who is no longer on the register`}.{' '}
          <Link href={href({ at: 'records', section: 'log' })}>{t`Show all pupils`}</Link>
        </span>
      )}
      <LogBar filter={filter} onFilter={setFilter} />
      <Unusual facts={facts} onShow={(found) => setFilter({ ...found, pupil: pupilKey })} />
      {shown.length === 0 ? (
        <Notice
          title={entries.length === 0 ? t`Nothing is logged yet` : t`No row fits all of this`}
          todo={
            entries.length === 0
              ? t`Who opens or passes on the record of a pupil with an EHC plan stands here, with when and why.`
              : t`Take a filter away, or search for part of a name.`
          }
        />
      ) : (
        <div className={styles.rows}>{wide ? <LogTable rows={shown} /> : <LogList rows={shown} />}</div>
      )}
      <div className={styles.foot}>
        <output>{t`${showCount(shown.length)} of ${showCount(rows.length)} rows`}</output>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          disabled={shown.length === 0}
          title={t`The file names pupils: keep it where only the right people see it. Exporting is logged.`}
          onClick={exportCsv}
        >{t`Export these rows (CSV)`}</Button>
      </div>
      <NotCovered />
    </div>
  )
}
