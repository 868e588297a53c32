import { t } from '../../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons'
import { useRef } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { fullName, Pupil } from '../../../domain/records/pupil.ts'
import type { Transfer } from '../../../domain/records/transfer.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { PackPreview } from './PackPreview.tsx'
import { PackStored } from './PackStored.tsx'
import { usePackIn } from './usePackIn.ts'

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    alignItems: 'flex-start',
    maxWidth: '860px',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  file: { display: 'none' },
})

/** The file of another school that has Goldthread: read, shown, then stored as a job that can be undone. */
export const BringInPack = ({
  wanted,
  transfer = null,
}: {
  /** For whom the file was asked; null where nobody did. */
  wanted: Stored<Pupil> | null
  transfer?: Stored<Transfer> | null
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Pupil)
  const { state, choose, lookAt, store, take, again } = usePackIn(wanted)
  const input = useRef<HTMLInputElement>(null)
  if (!mayWrite) return null
  return (
    <section className={styles.part} aria-label={t`Bring in a transfer pack`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {t`Bring in a transfer pack`}
      </Text>
      {state.is === 'choosing' && (
        <>
          {state.why && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{state.why}</MessageBarBody>
            </MessageBar>
          )}
          {state.trouble && <TroubleNotice trouble={state.trouble} />}
          <Text>
            {t`A .zip file that another school made with Goldthread. It is read on this device; you see what would be made, what is here already and what does not agree before anything is stored.`}
          </Text>
          <Button icon={<ArrowImportRegular />} onClick={() => input.current?.click()}>
            {t`Choose a pack (.zip)`}
          </Button>
          <input
            ref={input}
            className={styles.file}
            type="file"
            aria-label={t`Transfer pack of another school`}
            accept=".zip"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) void choose(file)
              event.target.value = ''
            }}
          />
        </>
      )}
      {state.is === 'reading' && (
        <Spinner size="tiny" label={t`Reading the pack`} style={{ justifyContent: 'start' }} />
      )}
      {state.is === 'asking' && (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{state.match.why}</MessageBarBody>
          </MessageBar>
          <Text>
            {t`The pack is about ${fullName(state.pack.pupil.record)}, born ${showDay(state.pack.pupil.record.dateOfBirth)}${state.pack.pupil.record.upn ? t`, UPN ${state.pack.pupil.record.upn}` : ''}, from ${state.pack.index.from.school}. Ring that school if you are not sure.`}
          </Text>
          <div className={styles.buttons}>
            {state.match.pupils.map((pupil) => (
              <Button key={pupil.key} onClick={() => void lookAt(state.pack, { is: 'one', pupil })}>
                {t`It is ${fullName(pupil)}, born ${showDay(pupil.dateOfBirth)}${pupil.className ? `, ${pupil.className}` : ''}`}
              </Button>
            ))}
            {state.match.orNew && wanted === null && (
              <Button onClick={() => void lookAt(state.pack, { is: 'new' })}>
                {t`It is another child: make a new pupil`}
              </Button>
            )}
            <Button appearance="subtle" onClick={again}>{t`Neither: store nothing`}</Button>
          </div>
        </>
      )}
      {state.is === 'looking' && (
        <PackPreview state={state} onTake={take} onStore={() => void store(state)} onAgain={again} />
      )}
      {state.is === 'working' && <PackStored state={state} transfer={transfer} onAgain={again} />}
    </section>
  )
}
