import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnyRecordType, Stored } from '../../domain/record.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { Disclosure } from '../../domain/records/disclosure.ts'
import { School } from '../../domain/records/school.ts'
import { showDay } from '../../domain/rules/day.ts'
import { settingsOn } from '../../domain/rules/settings.ts'
import { useLogGuard } from '../../ui/disclosure/logGuard.ts'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { useAll, usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '6px', paddingTop: '6px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** A list whose readers are to see only what they added: what can be seen of that from the account of who looks. */
export const OwnRowsOnly = ({ type }: { type: AnyRecordType }) => {
  const styles = useStyles()
  const { school, records } = useServices()
  const reads = useQuery({
    queryKey: ['readsAll', school.id, type.name],
    queryFn: () => records.readsAll(type),
    staleTime: 0,
  })
  return (
    <section className={styles.part} aria-label={t`Guard of “${type.list}”`}>
      <Text as="h4" weight="semibold" className={styles.title}>
        “{type.list}”
      </Text>
      <Text
        size={200}
        className={styles.quiet}
      >{t`Everybody who reads this site adds to it and is to read back only their own rows; the SENCO and IT read all. IT sets that in the list’s own permissions in SharePoint.`}</Text>
      {reads.data === false && <Text>{t`Your account is shown only the rows that you added.`}</Text>}
      {reads.data === true && (
        <Text>{t`All rows are open to your account: right for the SENCO and IT alone.`}</Text>
      )}
    </section>
  )
}

/**
 * Whether the log of openings is guarded: what IT confirmed, beside what can be seen from the account of who looks.
 * Graph tells of no list's own permissions; being shown nothing but one's own rows is the only trace of them.
 */
export const LogGuard = () => {
  const styles = useStyles()
  const { school, records, today } = useServices()
  const settings = settingsOn(useAll(School).data?.records ?? [], today())
  const guard = useLogGuard()
  const reads = useQuery({
    queryKey: ['readsAll', school.id, Disclosure.name],
    queryFn: () => records.readsAll(Disclosure),
    staleTime: 0,
  })
  return (
    <section className={styles.part} aria-label={t`Guard of “${Disclosure.list}”`}>
      <Text as="h4" weight="semibold" className={styles.title}>
        “{Disclosure.list}”
      </Text>
      <Text
        size={200}
        className={styles.quiet}
      >{t`Everybody who reads this site adds to it; only the SENCO and IT are to read it. IT’s script sets that in the list’s own permissions in SharePoint. It can’t be set from here, and Microsoft doesn’t tell this page whether it is.`}</Text>
      {guard !== undefined && (
        <StatusMark
          status={guard ? 'done' : 'dueSoon'}
          word={
            guard
              ? t`Confirmed ${showDay(guard.on)}${guard.by ? t` by ${guard.by}` : ''}`
              : t`Nobody has confirmed that it is guarded`
          }
        />
      )}
      {reads.data === false && (
        <Text>{t`As far as can be seen from your account it is guarded: you are shown only the rows that you added.`}</Text>
      )}
      {reads.data === true && (
        <Text>
          {t`Your account reads every row. That is right for the SENCO and for IT. `}
          <strong>{t`If you are neither, the list is not guarded: ask IT to run its script.`}</strong>
        </Text>
      )}
      {settings && <Confirm settings={settings} confirmed={Boolean(guard)} />}
    </section>
  )
}

const Confirm = ({ settings, confirmed }: { settings: Stored<School>; confirmed: boolean }) => {
  const styles = useStyles()
  const { records, me, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const mayWrite = useMayWrite(School)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  if (!mayWrite) return null
  const write = async (from: Stored<School>, guarded: boolean) => {
    setTrouble(null)
    try {
      const changes = guarded
        ? { logGuardedOn: today(), logGuardedBy: (await me()).displayName }
        : { logGuardedOn: null, logGuardedBy: null }
      const written = await records.store(School).update(from, changes)
      put(School, written)
      const back = { logGuardedOn: from.logGuardedOn, logGuardedBy: from.logGuardedBy }
      say(guarded ? t`Confirmed` : t`Taken back`, () => {
        records
          .store(School)
          .update(written, back)
          .then((row) => put(School, row))
          .catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
      })
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} />}
      <Button size="small" onClick={() => void write(settings, !confirmed)}>
        {confirmed ? t`Take the confirmation back` : t`For IT: confirm that the script has run`}
      </Button>
      {!confirmed && (
        <Text
          size={200}
          className={styles.quiet}
        >{t`Until then, places say that others may read what is noted there.`}</Text>
      )}
    </>
  )
}
