import { entriesInWords, t } from '../../../words/t.ts'
import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { purposes, recipients } from '../../../domain/records/disclosure.ts'
import { LogTrouble } from '../../../ui/disclosure/LogTrouble.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { type TakeState, type Told, useTakeCopy } from './useTakeCopy.ts'
import { sizeWords } from './words.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  ticks: { display: 'flex', flexDirection: 'column' },
  hint: { paddingLeft: '36px', marginTop: '-4px', color: tokens.colorNeutralForeground2 },
  progress: { width: '100%', display: 'flex', flexDirection: 'column', gap: '6px' },
  told: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    maxWidth: '100%',
    '& > *': { minWidth: 0, maxWidth: '100%', gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: { margin: 0, paddingLeft: '20px' },
})

/** Everything that the school's lists hold, as one file to keep. */
export const TakeCopy = () => {
  const styles = useStyles()
  const { state, take, pause, resume, cancel, save, again } = useTakeCopy()
  const [documents, setDocuments] = useState(true)
  const [versions, setVersions] = useState(false)
  const [purpose, setPurpose] = useState<Told['purpose'] | ''>('')
  const [recipient, setRecipient] = useState<Told['recipient'] | ''>('')
  return (
    <section className={styles.part} aria-labelledby="take-copy">
      <Text
        as="h2"
        id="take-copy"
        size={500}
        weight="semibold"
        className={styles.title}
      >{t`Take a copy of everything`}</Text>
      {state.is === 'ready' && (
        <>
          <Text>{t`One .zip file with every record, archived ones too: tables that open in Excel, files that other software can read, and a list of what each field means. It can be brought in again here or in an empty school.`}</Text>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t`The file holds everything that the school knows about these children, and nothing protects it once it is saved. Keep it where your school keeps such data, encrypted, with named people who may open it, and delete it when it is no longer needed. Never send it by email.`}</MessageBarBody>
          </MessageBar>
          <div className={styles.ticks}>
            <Checkbox
              label={t`Documents in the libraries too`}
              checked={documents}
              onChange={(_, { checked }) => setDocuments(checked === true)}
            />
            <Checkbox
              label={t`Earlier versions of changed records too`}
              checked={versions}
              onChange={(_, { checked }) => setVersions(checked === true)}
            />
            <Text
              size={200}
              className={styles.hint}
            >{t`Asks SharePoint once for each record that was ever changed: about two minutes for a thousand of them. Versions can be read in the copy, but not brought in again.`}</Text>
          </div>
          <div className={styles.told}>
            <Choice label={t`Why is it taken?`} choices={purposes} value={purpose} onChoose={setPurpose} />
            <Choice label={t`For whom?`} choices={recipients} value={recipient} onChoose={setRecipient} />
          </div>
          {(purpose === '' || recipient === '') && (
            <Text
              className={styles.quiet}
            >{t`Say why it is taken and for whom: the log “Opened and sent” keeps that.`}</Text>
          )}
          {state.trouble && <TroubleNotice trouble={state.trouble} />}
          <Button
            appearance="primary"
            disabled={purpose === '' || recipient === ''}
            onClick={() => {
              if (purpose !== '' && recipient !== '') void take({ versions, documents, purpose, recipient })
            }}
          >{t`Take a copy`}</Button>
        </>
      )}
      {state.is === 'working' && (
        <>
          <Progress state={state} />
          <div className={styles.buttons}>
            <Button onClick={state.paused ? resume : pause}>{state.paused ? t`Go on` : t`Pause`}</Button>
            <Button onClick={cancel}>{t`Cancel`}</Button>
          </div>
          <Text
            size={200}
            className={styles.quiet}
          >{t`Keep this page open. Nothing in the lists is changed.`}</Text>
        </>
      )}
      {state.is === 'done' && (
        <>
          <output>
            <Text block weight="semibold">{t`${counted(
              state.index.lists.reduce((sum, { rows }) => sum + rows, 0),
              'record',
            )} and ${counted(state.index.documents, 'document')}, ${sizeWords(state.bytes.length)}`}</Text>
          </output>
          <NotWhole state={state} />
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              icon={<ArrowDownloadRegular />}
              onClick={save}
            >{t`Save the copy`}</Button>
            <Button onClick={again}>{t`Done`}</Button>
          </div>
          <Text
            size={200}
            className={styles.quiet}
          >{t`Saving it is written into the log “Opened and sent”, where that takes rows.`}</Text>
          <LogTrouble />
        </>
      )}
    </section>
  )
}

/** Nothing is chosen beforehand: a reason that nobody gave says nothing. */
const Choice = <Code extends string>({
  label,
  choices,
  value,
  onChoose,
}: {
  label: string
  choices: Readonly<Record<Code, string>>
  value: Code | ''
  onChoose: (code: Code | '') => void
}) => (
  <Field label={label}>
    <Select value={value} onChange={(_, chosen) => onChoose(chosen.value as Code | '')}>
      <option value="">{t`Choose`}</option>
      {entriesInWords<string>(choices).map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </Select>
  </Field>
)

const Progress = ({ state }: { state: TakeState & { is: 'working' } }) => {
  const styles = useStyles()
  const { doing, step, steps, rows, bytes } = state.at
  return (
    <div className={styles.progress}>
      <ProgressBar aria-label={t`Taking a copy`} value={step} max={steps} />
      <Text role="status">
        {state.paused ? t`Paused` : doing ? t`Reading: ${doing}` : t`Beginning`} · {counted(rows, 'record')} ·{' '}
        {sizeWords(bytes)}
      </Text>
    </div>
  )
}

/** What isn't in the copy, or can't be read: said before anybody relies on it. */
const NotWhole = ({ state }: { state: TakeState & { is: 'done' } }) => {
  const styles = useStyles()
  const { leftOut, lists } = state.index
  const spoilt = lists.filter(({ unreadable }) => unreadable > 0)
  if (leftOut.length + spoilt.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t`Not everything is in this copy:`}
        <ul className={styles.list}>
          {leftOut.slice(0, 20).map(({ what, why }) => (
            <li key={what}>
              {what}: {why}
            </li>
          ))}
          {leftOut.length > 20 && <li>{t`and ${leftOut.length - 20} more: README.txt lists them`}</li>}
          {spoilt.map(({ list, unreadable }) => (
            <li
              key={list}
            >{t`${list}: ${counted(unreadable, 'row')} that somebody changed in SharePoint into something that can’t be read; what is left of them is in the file unreadable.json`}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
