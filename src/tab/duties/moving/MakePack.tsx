import { t } from '../../../words/t.ts'
import { Button, Checkbox, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, BoxRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Transfer } from '../../../domain/records/transfer.ts'
import { initialsOf } from '../../../documents/minutesName.ts'
import { fileMark } from '../../../domain/rules/belongings.ts'
import { type PackChoices, transferFile } from '../../../export/transfer/transferFile.ts'
import { useLog } from '../../../ui/disclosure/useLog.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { type Gathered, gatherTransfer } from './gatherTransfer.ts'
import { PackParts } from './PackParts.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px', alignItems: 'flex-start' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The pack for the next school: what would go, what stays and why, then one .zip file, logged. */
export const MakePack = ({ pupil, transfer }: { pupil: Stored<Pupil>; transfer: Stored<Transfer> }) => {
  const styles = useStyles()
  const services = useServices()
  const school = useSchool()
  const mayWrite = useMayWrite(Transfer)
  const { log } = useLog()
  const put = usePutStored()
  const [gathered, setGathered] = useState<Gathered | null>(null)
  const [busy, setBusy] = useState<'reading' | 'making' | null>(null)
  const [choices, setChoices] = useState<PackChoices>({ goes: new Map(), withoutDocuments: new Set() })
  const [looked, setLooked] = useState(false)
  const [made, setMade] = useState<{ readonly mark: string; readonly entries: number } | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const doing = async (what: 'reading' | 'making', work: () => Promise<void>) => {
    setBusy(what)
    setTrouble(null)
    try {
      await work()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(null)
    }
  }
  const look = () =>
    doing('reading', async () => {
      setGathered(await gatherTransfer(services, pupil.key))
      setMade(null)
    })
  const make = ({ file, schools }: Gathered) =>
    doing('making', async () => {
      const { makePackBytes } = await import('./packBytes.ts')
      const { bytes, mark, index } = await makePackBytes(services, {
        pupil: file.pupil,
        transfer,
        file: transferFile(file, schools, choices),
        school: school.data ?? null,
      })
      log.did({
        pupil: pupil.key,
        did: 'downloaded',
        what: t`Transfer pack`,
        purpose: 'transfer',
        recipient: 'otherSchool',
        note: t`SHA-256 ${mark}`,
      })
      const today = services.today()
      services.download(
        t`${initialsOf(pupil)} ${today} SEND file ${fileMark(pupil.key)}.zip`,
        bytes,
        'application/zip',
      )
      setMade({ mark, entries: index.lists.reduce((sum, { entries }) => sum + entries, 0) })
      // The pack is made whether this is written or not; a row that changed meanwhile is told.
      const store = services.records.store(Transfer)
      put(Transfer, await store.update(await store.byKey(transfer.key), { packOn: today, packMark: mark }))
    })
  // Looks through every text for other children: not at each drawing.
  const file = useMemo(
    () => gathered && transferFile(gathered.file, gathered.schools, choices),
    [gathered, choices],
  )
  const why =
    transfer.school === null
      ? t`Say first to which school the file goes.`
      : !looked
        ? t`Look first at what goes and what stays.`
        : null
  return (
    <section className={styles.part} aria-label={t`Transfer pack`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Transfer pack`}</Text>
      <Text>{t`One .zip file for the next SENCO: a summary in Word with a receipt to sign, every entry as an Excel workbook, the same for another Goldthread, and a list of all parts with their SHA-256. What stays with us is said in it, never shown.`}</Text>
      {mayWrite && !gathered && (
        <Button icon={<BoxRegular />} disabled={busy !== null} onClick={() => void look()}>
          {t`See what would go`}
        </Button>
      )}
      {busy && (
        <Spinner
          size="tiny"
          label={busy === 'reading' ? t`Reading the record` : t`Making the pack`}
          style={{ justifyContent: 'start' }}
        />
      )}
      {gathered && file && (
        <>
          <PackParts
            file={file}
            documents={gathered.file.documents}
            choices={choices}
            onChoose={(next) => {
              setChoices(next)
              setLooked(false)
              setMade(null)
            }}
          />
          <Checkbox
            label={t`I have looked at what goes and what stays`}
            checked={looked}
            onChange={(_, { checked }) => setLooked(checked === true)}
          />
          {why && <Text className={styles.quiet}>{why}</Text>}
          <Button
            appearance={made ? 'secondary' : 'primary'}
            icon={<ArrowDownloadRegular />}
            disabled={why !== null || busy !== null}
            onClick={() => void make(gathered)}
          >{t`Make the pack`}</Button>
        </>
      )}
      {made && (
        <output>
          <Text block>
            {t`Made: ${counted(made.entries, 'entry', 'entries')}. Read Summary.docx once before it goes, send it in the safe way, then say above that it was sent.`}
          </Text>
          <Text block size={200} className={styles.quiet}>{t`SHA-256 ${made.mark}`}</Text>
        </output>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
    </section>
  )
}
