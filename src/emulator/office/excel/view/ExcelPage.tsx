import { Input, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { useRef, useState, useSyncExternalStore } from 'react'
import { OfficeBar } from '../../page/OfficeBar.tsx'
import { OfficeWindow } from '../../page/OfficeWindow.tsx'
import { lettersOf, spot } from '../book.ts'
import { isDateFormat, shown } from '../showNumber.ts'
import type { ExcelDesk } from './excelDesk.ts'
import { Grid } from './Grid.tsx'

const useStyles = makeStyles({
  desk: { display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr) auto', height: '100%', minHeight: 0 },
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
  if (typeof cell.value === 'number' && isDateFormat(cell.look.format)) return shown(cell.value, 'dd/mm/yyyy')
  return cell.look.quote ? `'${String(cell.value)}` : String(cell.value)
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
    <div className={styles.desk}>
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
        onStrike={() => desk.strike(sheet, selected.top, selected.left)}
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
    </div>
  )
}

/** A window that stands in for Excel: one workbook beside the task pane, and what a person could do to it. */
export const ExcelPage = ({ desk }: { desk: ExcelDesk }) => {
  useSyncExternalStore(desk.subscribe, desk.version)
  const { host, model } = desk.session()
  return (
    <OfficeWindow
      desk={desk}
      program="Excel"
      about="It works out formulas with IronCalc and shows what the cells hold, not all that Excel would."
      instance={host.instanceId}
      trouble={desk.trouble()}
      bar={
        <OfficeBar
          desk={desk}
          program="Excel"
          file={{
            name: host.url,
            saved: model.saved,
            ending: '.xlsx',
            kind: 'Workbook',
            open: 'Open an Excel workbook',
          }}
          editions={{ low: '2021 (ExcelApi 1.9)', today: 'newer (ExcelApi 1.15)' }}
        />
      }
    >
      <Desk desk={desk} />
    </OfficeWindow>
  )
}
