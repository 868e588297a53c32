import { t } from '../../../words/t.ts'
import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { readLayoutFile } from '../../../documents/minutes/layoutFile.ts'
import type { Stored } from '../../../domain/record.ts'
import { MinutesLayout } from '../../../domain/records/minutesLayout.ts'
import { layoutFor, layoutRowFor, layoutText } from '../../../domain/rules/minutesLayout.ts'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useLayouts } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { LayoutEditor } from './LayoutEditor.tsx'
import { PassOnLayout } from './PassOnLayout.tsx'
import { focusOn } from './partWords.ts'
import { useLayoutRows } from './useLayoutRows.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'end' },
  file: { display: 'none' },
})

/** In which order the minutes stand: for every review, and for those of an authority that wants it otherwise. */
export const LayoutPart = () => (
  <Loaded queries={[useLayouts()]} shape={<Waiting />}>
    {(list) => (
      <>
        <Unreadable listings={[list]} />
        <Orders rows={list.records} />
      </>
    )}
  </Loaded>
)

const Orders = ({ rows }: { rows: readonly Stored<MinutesLayout>[] }) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(MinutesLayout)
  const { busy, trouble, keep, drop, receive } = useLayoutRows()
  const [of, setOf] = useState<string | null>(null)
  const [adding, setAdding] = useState<string | null>(null)
  const [added, setAdded] = useState<readonly string[]>([])
  const [passing, setPassing] = useState(false)
  const [complaint, setComplaint] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const stored = rows.flatMap(({ authority }) => authority ?? [])
  const authorities = [...new Set([...stored, ...added])].toSorted((a, b) => a.localeCompare(b, 'en-GB'))
  const found = layoutRowFor(rows, of)
  const row = found && found.authority === of ? found : null
  const layout = layoutFor(rows, of)
  const take = async (file: File | undefined) => {
    if (!file) return
    const read = readLayoutFile(await file.text())
    if ('complaint' in read) return setComplaint(read.complaint)
    setComplaint(null)
    if (await receive(read.layout)) setOf(read.layout.authority)
  }
  const add = () => {
    const name = adding?.trim()
    if (!name) return
    setAdded([...added, name])
    setOf(name)
    setAdding(null)
  }
  return (
    <div className={styles.all}>
      <Text
        className={styles.quiet}
      >{t`Put the parts of the minutes into the order that your school or an authority wants, and call them as they do. A review follows the order of its authority, else the school’s. Reading back finds every field whatever the order.`}</Text>
      <div className={styles.bar} role="group" aria-label={t`Whose order`}>
        {[null, ...authorities].map((authority) => (
          <ToggleButton
            key={authority ?? ''}
            checked={authority === of}
            onClick={() => {
              setOf(authority)
              setPassing(false)
            }}
          >
            {authority ?? t`Every review`}
          </ToggleButton>
        ))}
        {mayWrite && adding === null && (
          <>
            <Button appearance="subtle" onClick={() => setAdding('')}>{t`Add an authority’s order`}</Button>
            <Button
              appearance="subtle"
              disabled={busy}
              onClick={() => input.current?.click()}
            >{t`Add a file of another school`}</Button>
          </>
        )}
      </div>
      <input
        ref={input}
        className={styles.file}
        type="file"
        aria-label={t`An order of the minutes from another school`}
        accept=".json"
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {adding !== null && (
        <form
          className={styles.bar}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <Field label={t`Local authority`}>
            <Input
              ref={focusOn}
              value={adding}
              maxLength={120}
              onChange={(_, { value }) => setAdding(value)}
            />
          </Field>
          <Button type="submit" appearance="primary">{t`Begin with the order of every review`}</Button>
          <Button onClick={() => setAdding(null)}>{t`Cancel`}</Button>
        </form>
      )}
      {complaint && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{complaint}</MessageBarBody>
        </MessageBar>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <LayoutEditor
        key={`${of} ${row?.etag ?? ''} ${layoutText(layout)}`}
        stored={layout}
        readOnly={!mayWrite}
        busy={busy}
        onKeep={(next) => void keep(row, of, next)}
      />
      {row && (
        <div className={styles.bar}>
          <Button appearance="subtle" onClick={() => setPassing(true)}>{t`Save for other schools`}</Button>
          {mayWrite && (
            <Button appearance="subtle" disabled={busy} onClick={() => void drop(row)}>
              {of === null ? t`Take this order away: ours for every review` : t`Take the order of ${of} away`}
            </Button>
          )}
        </div>
      )}
      {!row && of !== null && (
        <Text
          className={styles.quiet}
        >{t`Nothing is kept for ${of} yet: its reviews have the order of every review.`}</Text>
      )}
      {passing && row && <PassOnLayout layout={row} onClose={() => setPassing(false)} />}
    </div>
  )
}
