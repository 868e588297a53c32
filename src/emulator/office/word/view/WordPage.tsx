import {
  Button,
  Field,
  FluentProvider,
  MessageBar,
  MessageBarBody,
  Select,
  Switch,
  Text,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentAddRegular, FolderOpenRegular } from '@fluentui/react-icons'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type DragEvent,
} from 'react'
import { installNaaBridge, type NaaWindow } from '../../../teams/naaBridge.ts'
import { naaBroker, tokenFromServer, type SignedIn } from '../../../teams/naaBroker.ts'
import { HostEvent } from '../../dispatch.ts'
import { offerHost } from '../../hostPage.ts'
import { darkTheme, lightTheme } from '../../officeHost.ts'
import { Pane } from '../../page/Pane.tsx'
import { wordMatrix } from '../../requirementSets.ts'
import { browserXml } from '../../xml.ts'
import { blankDocument } from '../blank.ts'
import { openWord, type WordHost } from '../openWord.ts'
import { DocumentView } from './DocumentView.tsx'
import { saveFile } from './saveFile.ts'
import { stateFrom, queryOf, type WordPageState } from './wordPageState.ts'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateRows: 'auto auto auto 1fr',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  banner: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground5,
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalL}`,
    alignItems: 'center',
  },
  home: { color: tokens.colorBrandForegroundLink },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { paddingBottom: tokens.spacingVerticalXS, minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', minHeight: 0 },
  desk: { overflow: 'auto', padding: tokens.spacingHorizontalXL, minWidth: 0 },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-6px' },
})

export type Person = SignedIn & { readonly jobTitle?: string | undefined }

type Session = WordHost & { name: string }

const wordFileType = '.docx'

/** A window that stands in for Word: one document beside the task pane, and what a person could do to it. */
export const WordPage = ({ people }: { people: readonly Person[] }) => {
  const styles = useStyles()
  const ids = useMemo(() => people.map(({ id }) => id), [people])
  const [state, setState] = useState(() => stateFrom(location.search, ids))
  const person = people.find(({ id }) => id === state.as) ?? people[0]
  const [trouble, setTrouble] = useState('')
  const [over, setOver] = useState(false)
  const [reloads, setReloads] = useState(0)
  const file = useRef<HTMLInputElement>(null)

  const start = useCallback(
    (bytes: Uint8Array, name: string): Session => {
      const opened = openWord(bytes, browserXml(), {
        matrix: { ...wordMatrix[state.edition], NestedAppAuth: '1.1' },
        url: name,
        onFault: (fault) => setTrouble(`This stand-in failed: ${String(fault)}`),
      })
      opened.word.author = person?.user.displayName ?? 'You'
      opened.host.theme = state.theme === 'dark' ? darkTheme : lightTheme
      return { ...opened, name }
    },
    [state.edition, state.theme, person],
  )
  const [session, setSession] = useState<Session>(() => start(blankDocument(), 'Document1.docx'))
  const current = useRef(session)
  current.current = session
  const broker = useMemo(
    () => naaBroker({ persona: () => person as SignedIn, tokenFor: tokenFromServer }),
    [person],
  )

  const ready = useRef(false)
  if (!ready.current) {
    offerHost(window, () => current.current.host, [
      (pane) => installNaaBridge(pane as unknown as NaaWindow, broker),
    ])
    ready.current = true
  }

  const changed = useSyncExternalStore(
    (redraw) => session.word.onChange(redraw),
    () => `${session.document.saved} ${session.word.tracking}`,
  )
  useEffect(() => {
    session.document.onSave = () => void saveFile(session.word.file.save(), session.name)
  }, [session])

  const show = (bytes: Uint8Array, name: string): void => {
    try {
      setSession(start(bytes, name))
      setTrouble('')
      setReloads((count) => count + 1)
    } catch {
      setTrouble(`${name} is not a Word document (.docx). The document that was open still is.`)
    }
  }
  const open = async (chosen: File | undefined): Promise<void> => {
    if (chosen) show(new Uint8Array(await chosen.arrayBuffer()), chosen.name)
  }
  const change = (changes: Partial<WordPageState>): void => {
    const next = { ...state, ...changes }
    history.replaceState(null, '', location.pathname + queryOf(next, ids))
    // Another person or another Word is another start of everything, as it is in Office.
    if (next.as !== state.as || next.edition !== state.edition) return location.reload()
    setState(next)
    session.host.theme = next.theme === 'dark' ? darkTheme : lightTheme
    session.host.fire(HostEvent.officeThemeChanged, '', [])
    setReloads((count) => count + 1)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void open(event.dataTransfer.files[0])
  }

  return (
    <FluentProvider theme={state.theme === 'dark' ? webDarkTheme : webLightTheme} className={styles.page}>
      <header className={styles.banner}>
        <Text weight="semibold">Stand-in for Word on this machine — not Word</Text>
        <Text size={200}>
          It shows what the document says and where its fields are, not how Word would lay it out.
        </Text>
        <a className={styles.home} href="/">
          All pages
        </a>
      </header>
      <div className={styles.bar} role="toolbar" aria-label="Document and stand-in">
        <Button icon={<DocumentAddRegular />} onClick={() => show(blankDocument(), 'Document1.docx')}>
          New
        </Button>
        <Button icon={<FolderOpenRegular />} onClick={() => file.current?.click()}>
          Open
        </Button>
        <input
          ref={file}
          type="file"
          accept={wordFileType}
          hidden
          aria-label="Open a Word document"
          onChange={(event) => {
            void open(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button appearance="primary" icon={<ArrowDownloadRegular />} onClick={() => session.document.save()}>
          Save
        </Button>
        <Text className={styles.name} role="status">
          {session.name} ·{' '}
          {changed.startsWith('true')
            ? 'no changes since it was opened or saved'
            : 'changed, not saved to a file'}
        </Text>
        <Switch
          label="Track changes"
          checked={session.word.tracking}
          onChange={(_, { checked }) => {
            session.word.tracking = checked
          }}
        />
        <Field label="Signed in as" size="small">
          <Select size="small" value={state.as} onChange={(_, { value }) => change({ as: value })}>
            {people.map(({ id, user, jobTitle }) => (
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
            onChange={(_, { value }) => change({ edition: value as WordPageState['edition'] })}
          >
            <option value="today">as today (WordApi 1.5)</option>
            <option value="low">older (WordApi 1.3)</option>
          </Select>
        </Field>
        <Field label="Theme" size="small">
          <Select
            size="small"
            value={state.theme}
            onChange={(_, { value }) => change({ theme: value as WordPageState['theme'] })}
          >
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </Select>
        </Field>
      </div>
      <div>
        {trouble && (
          <MessageBar intent="warning">
            <MessageBarBody>{trouble}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div className={styles.body}>
        <main
          className={over ? `${styles.desk} ${styles.over}` : styles.desk}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          <DocumentView
            key={reloads === 0 ? session.name : session.host.instanceId}
            word={session.word}
            select={session.select}
          />
        </main>
        <Pane key={`${session.host.instanceId} ${reloads}`} address={state.page} title="SEND task pane" />
      </div>
    </FluentProvider>
  )
}
