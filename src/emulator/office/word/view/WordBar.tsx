import { Button, Field, Select, Switch, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentAddRegular, FolderOpenRegular } from '@fluentui/react-icons'
import { useRef } from 'react'
import type { WordDesk } from './wordDesk.ts'
import type { WordPageState } from './wordPageState.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    padding: `0 ${tokens.spacingHorizontalS} 6px`,
    minWidth: '160px',
    flexGrow: 1,
    flexBasis: 0,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** What a person does to the document and sets on the stand-in. */
export const WordBar = ({ desk }: { desk: WordDesk }) => {
  const styles = useStyles()
  const file = useRef<HTMLInputElement>(null)
  const session = desk.session()
  const state = desk.state()
  return (
    <div className={styles.bar} role="toolbar" aria-label="Document and stand-in">
      <Button icon={<DocumentAddRegular />} onClick={desk.openNew}>
        New
      </Button>
      <Button icon={<FolderOpenRegular />} onClick={() => file.current?.click()}>
        Open
      </Button>
      <input
        ref={file}
        type="file"
        accept=".docx"
        hidden
        aria-label="Open a Word document"
        onChange={async (event) => {
          const { files } = event.target
          const chosen = files?.[0]
          if (chosen) desk.open(new Uint8Array(await chosen.arrayBuffer()), chosen.name)
          if (file.current) file.current.value = ''
        }}
      />
      <Button appearance="primary" icon={<ArrowDownloadRegular />} onClick={desk.save}>
        Save
      </Button>
      <output className={styles.name}>
        {desk.name()}{' '}
        <span className={styles.quiet}>
          {session.document.saved ? 'no changes' : 'changed, not saved to a file'}
        </span>
      </output>
      <Switch
        label="Track changes"
        checked={session.word.tracking}
        onChange={(_, { checked }) => desk.track(checked)}
      />
      <Field label="Signed in as" size="small">
        <Select size="small" value={state.as} onChange={(_, { value }) => desk.change({ as: value })}>
          {desk.people.map(({ id, user, jobTitle }) => (
            <option key={id} value={id}>
              {user.displayName} ({jobTitle ?? id})
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Word" size="small">
        <Select
          size="small"
          value={state.edition}
          onChange={(_, { value }) => desk.change({ edition: value as WordPageState['edition'] })}
        >
          <option value="today">as today (WordApi 1.5)</option>
          <option value="low">older (WordApi 1.3)</option>
        </Select>
      </Field>
      <Field label="Theme" size="small">
        <Select
          size="small"
          value={state.theme}
          onChange={(_, { value }) => desk.change({ theme: value as WordPageState['theme'] })}
        >
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </Select>
      </Field>
    </div>
  )
}
