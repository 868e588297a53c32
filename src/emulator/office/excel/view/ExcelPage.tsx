import {
  Button,
  Field,
  FluentProvider,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Tab,
  TabList,
  Text,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentAddRegular, FolderOpenRegular } from '@fluentui/react-icons'
import { useRef, useState, useSyncExternalStore } from 'react'
import { Pane } from '../../page/Pane.tsx'
import { lettersOf, spot } from '../book.ts'
import type { ExcelDesk, ExcelPageState } from './excelDesk.ts'
import { Grid } from './Grid.tsx'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateRows: 'auto auto auto minmax(0, 1fr)',
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
  desk: { display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr) auto', minWidth: 0, minHeight: 0 },
  formula: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  place: { textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  tabs: { backgroundColor: tokens.colorNeutralBackground2, overflowX: 'auto' },
})

/** What a cell holds, as one types it. */
const typedText = (desk: ExcelDesk): string => {
  const { model } = desk.session()
  const cell = model.book.active.cells.get(spot(model.selected.top, model.selected.left))
  if (!cell) return ''
  if (cell.formula !== undefined) return `=${cell.formula}`
  if (cell.value === null) return ''
  if (typeof cell.value === 'object') return cell.value.error
  return cell.look.quote ? `'${String(cell.value)}` : String(cell.value)
}

const Bar = ({ desk }: { desk: ExcelDesk }) => {
  const styles = useStyles()
  const file = useRef<HTMLInputElement>(null)
  const state = desk.state()
  const { host, model } = desk.session()
  const open = async (chosen: File | undefined): Promise<void> => {
    if (chosen) desk.open(new Uint8Array(await chosen.arrayBuffer()), chosen.name)
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label="Workbook and stand-in">
      <Button icon={<DocumentAddRegular />} onClick={desk.openNew}>
        New
      </Button>
      <Button icon={<FolderOpenRegular />} onClick={() => file.current?.click()}>
        Open
      </Button>
      <input
        ref={file}
        type="file"
        accept=".xlsx"
        hidden
        aria-label="Open an Excel workbook"
        onChange={(event) => {
          void open(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button appearance="primary" icon={<ArrowDownloadRegular />} onClick={() => void desk.save()}>
        Save
      </Button>
      <Text className={styles.name} role="status">
        {host.url} ·{' '}
        {model.saved ? 'no changes since it was opened or saved' : 'changed, not saved to a file'}
      </Text>
      <Field label="Signed in as" size="small">
        <Select size="small" value={state.as} onChange={(_, { value }) => desk.change({ as: value })}>
          {desk.people.map(({ id, user, jobTitle }) => (
            <option key={id} value={id}>
              {user.displayName} ({jobTitle ?? id})
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Excel" size="small">
        <Select
          size="small"
          value={state.edition}
          onChange={(_, { value }) => desk.change({ edition: value as ExcelPageState['edition'] })}
        >
          <option value="low">2021 (ExcelApi 1.9)</option>
          <option value="today">newer (ExcelApi 1.15)</option>
        </Select>
      </Field>
      <Field label="Theme" size="small">
        <Select
          size="small"
          value={state.theme}
          onChange={(_, { value }) => desk.change({ theme: value as ExcelPageState['theme'] })}
        >
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </Select>
      </Field>
    </div>
  )
}

const Desk = ({ desk }: { desk: ExcelDesk }) => {
  const styles = useStyles()
  const { model } = desk.session()
  const { book, selected } = model
  const sheet = book.active
  const [written, setWritten] = useState<{ cell: string; text: string } | null>(null)
  const editor = useRef<HTMLInputElement>(null)
  const place = `${lettersOf(selected.left)}${selected.top + 1}`
  // What is being typed belongs to one cell: choosing another lets it go.
  const cell = `${sheet.id} ${place}`
  const draft = written?.cell === cell ? written.text : null
  const setDraft = (text: string | null) => setWritten(text === null ? null : { cell, text })
  const toGrid = () => document.querySelector<HTMLElement>('[role="grid"]')?.focus()
  const edit = (typed?: string) => {
    setDraft(typed ?? typedText(desk))
    editor.current?.focus()
  }
  const enter = () => {
    if (draft !== null && !desk.type(sheet, selected.top, selected.left, draft)) return
    setDraft(null)
    desk.select(selected.top + 1, selected.left)
    toGrid()
  }
  return (
    <main className={styles.desk}>
      <div className={styles.formula}>
        <Text className={styles.place}>{place}</Text>
        <Input
          input={{ ref: editor }}
          size="small"
          aria-label={`What is in ${place}`}
          value={draft ?? typedText(desk)}
          onChange={(_, { value }) => setDraft(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') enter()
            if (event.key === 'Escape') {
              setDraft(null)
              toGrid()
            }
          }}
        />
      </div>
      <Grid
        key={sheet.id}
        model={model}
        sheet={sheet}
        version={desk.version()}
        onSelect={desk.select}
        onEdit={edit}
        onClear={() => desk.type(sheet, selected.top, selected.left, '')}
      />
      <TabList
        className={styles.tabs}
        size="small"
        aria-label="Sheets"
        selectedValue={sheet.id}
        onTabSelect={(_, { value }) => {
          const chosen = book.sheets.find(({ id }) => id === value)
          if (chosen) desk.activate(chosen)
        }}
      >
        {book.sheets
          .filter(({ visibility }) => visibility === 'Visible')
          .map(({ id, name }) => (
            <Tab key={id} value={id}>
              {name}
            </Tab>
          ))}
      </TabList>
    </main>
  )
}

/** A window that stands in for Excel: one workbook beside the task pane, and what a person could do to it. */
export const ExcelPage = ({ desk }: { desk: ExcelDesk }) => {
  const styles = useStyles()
  useSyncExternalStore(desk.subscribe, desk.version)
  const { theme } = desk.state()
  const trouble = desk.trouble()
  return (
    <FluentProvider theme={theme === 'dark' ? webDarkTheme : webLightTheme} className={styles.page}>
      <header className={styles.banner}>
        <Text weight="semibold">Stand-in for Excel on this machine — not Excel</Text>
        <Text size={200}>
          It works out formulas with IronCalc and shows what the cells hold, not all that Excel would.
        </Text>
        <a className={styles.home} href="/">
          All pages
        </a>
      </header>
      <Bar desk={desk} />
      <div>
        {trouble && (
          <MessageBar intent="warning">
            <MessageBarBody>{trouble}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div className={styles.body}>
        <Desk desk={desk} />
        <Pane
          key={`${desk.session().host.instanceId} ${theme}`}
          address="/taskpane/"
          title="SEND task pane"
        />
      </div>
    </FluentProvider>
  )
}
