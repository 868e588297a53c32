import { t } from '../../../words/t.ts'
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { AccessRequest, recipientOf } from '../../../domain/records/accessRequest.ts'
import type { Withholding } from '../../../domain/records/withholding.ts'
import { type PackageIndex, writePackage } from '../../../export/accessPackage.ts'
import { notIncluded } from '../../../export/notIncluded.ts'
import type { PupilFile } from '../../../export/pupilFile.ts'
import { collected } from '../../../export/writeZip.ts'
import { useLog } from '../../../ui/disclosure/useLog.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start', paddingTop: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** The folder with what is given, once everything is decided; then that it was sent. */
export const MakeFolder = ({
  file,
  request,
  decisions,
  undecided,
}: {
  file: PupilFile
  request: Stored<AccessRequest>
  decisions: readonly Stored<Withholding>[]
  undecided: number
}) => {
  const styles = useStyles()
  const { school, files, records, now, today, download } = useServices()
  const { log } = useLog()
  const put = usePutStored()
  const [looked, setLooked] = useState(false)
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<PackageIndex | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const why =
    undecided > 0
      ? t`${undecided} still to decide.`
      : !request.identityChecked
        ? t`Write down first when you checked who asks.`
        : !looked
          ? t`Look first at what is not in it.`
          : null
  const make = async () => {
    setMaking(true)
    setTrouble(null)
    try {
      const { sink, bytes } = collected()
      const index = await writePackage(
        { file, request, decisions, schoolName: school.name, files, now: now() },
        sink,
      )
      log.did({
        pupil: request.pupil,
        did: 'downloaded',
        what: t`Answer to a request for access`,
        purpose: 'request',
        recipient: recipientOf(request),
      })
      download(t`Answer ${request.key.slice(-6)} ${today()}.zip`, bytes(), 'application/zip')
      setMade(index)
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setMaking(false)
    }
  }
  const sent = async () => {
    try {
      put(AccessRequest, await records.store(AccessRequest).update(request, { state: 'sent', sent: today() }))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return (
    <section className={styles.part} aria-labelledby="make-folder">
      <Text
        as="h2"
        id="make-folder"
        size={400}
        weight="semibold"
        style={{ margin: 0 }}
      >{t`Make the folder`}</Text>
      <Text>{t`One .zip file: a Word document to read, the same as an Excel workbook and as JSON, and a list of what was kept back and under which rule. What you kept back is in none of them.`}</Text>
      <Text id="not-included">{t`Not in it, and so for you to look at; the README in the folder says it too:`}</Text>
      <ul className={styles.list} aria-labelledby="not-included">
        {notIncluded(file).map((line) => (
          <li key={line}>
            <Text>{line}</Text>
          </li>
        ))}
      </ul>
      <Checkbox
        label={t`I looked at these myself or they hold nothing`}
        checked={looked}
        onChange={(_, { checked }) => setLooked(checked === true)}
      />
      {why && <Text className={styles.quiet}>{why}</Text>}
      <div className={styles.buttons}>
        <Button
          appearance={made ? 'secondary' : 'primary'}
          icon={<ArrowDownloadRegular />}
          disabled={why !== null || making}
          onClick={() => void make()}
        >
          {making ? t`Making the folder` : t`Make the folder`}
        </Button>
        {made && request.state === 'open' && (
          <Button appearance="primary" onClick={() => void sent()}>{t`It was sent today`}</Button>
        )}
      </div>
      {made && (
        <output>
          <Text>{t`Made: ${counted(
            made.lists.reduce((sum, { entries }) => sum + entries, 0),
            'entry',
            'entries',
          )}, ${made.withheld} kept back or blacked out. Read the Word document once before it goes.`}</Text>
        </output>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
    </section>
  )
}
