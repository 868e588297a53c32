import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentAddRegular, FolderOpenRegular } from '@fluentui/react-icons'
import { type ReactNode, useRef } from 'react'
import type { Edition, OfficeDesk } from './officeDesk.ts'

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

export const Choice = ({
  label,
  chosen,
  options,
  onChosen,
}: {
  label: string
  chosen: string
  options: Readonly<Record<string, string>>
  onChosen: (value: string) => void
}) => (
  <Field label={label} size="small">
    <Select size="small" value={chosen} onChange={(_, { value }) => onChosen(value)}>
      {Object.entries(options).map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  </Field>
)

/** What a person does to the open file, and sets on the stand-in. */
export const OfficeBar = ({
  desk,
  program,
  file,
  editions,
  children,
}: {
  desk: OfficeDesk
  program: 'Word' | 'Excel'
  /** What is open: its name, whether all of it is saved, and how its kind of file ends. */
  file: {
    readonly name: string
    readonly saved: boolean
    readonly ending: string
    readonly kind: string
    readonly open: string
  }
  editions: Readonly<Partial<Record<Edition, string>>>
  children?: ReactNode
}) => {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const { as, edition, theme } = desk.state()
  const open = async (chosen: File | undefined): Promise<void> => {
    if (chosen) desk.open(new Uint8Array(await chosen.arrayBuffer()), chosen.name)
  }
  const people = Object.fromEntries(
    desk.people.map(({ id, user, jobTitle }) => [id, `${user.displayName} (${jobTitle ?? id})`]),
  )
  return (
    <div className={styles.bar} role="toolbar" aria-label={`${file.kind} and stand-in`}>
      <Button icon={<DocumentAddRegular />} onClick={desk.openNew}>
        New
      </Button>
      <Button icon={<FolderOpenRegular />} onClick={() => input.current?.click()}>
        Open
      </Button>
      <input
        ref={input}
        type="file"
        accept={file.ending}
        hidden
        aria-label={file.open}
        onChange={(event) => {
          void open(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button appearance="primary" icon={<ArrowDownloadRegular />} onClick={() => void desk.save()}>
        Save
      </Button>
      <output className={styles.name}>
        {file.name}{' '}
        <span className={styles.quiet}>{file.saved ? 'no changes' : 'changed, not saved to a file'}</span>
      </output>
      {children}
      <Choice
        label="Signed in as"
        chosen={as}
        options={people}
        onChosen={(value) => desk.change({ as: value })}
      />
      <Choice
        label={program}
        chosen={edition}
        options={editions}
        onChosen={(value) => desk.change({ edition: value as Edition })}
      />
      <Choice
        label="Theme"
        chosen={theme}
        options={{ light: 'Light', dark: 'Dark' }}
        onChosen={(value) => desk.change({ theme: value === 'dark' ? 'dark' : 'light' })}
      />
    </div>
  )
}
