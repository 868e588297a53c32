import { darkTheme, lightTheme } from '../../officeHost.ts'
import { HostEvent } from '../../dispatch.ts'
import { excelMatrix } from '../../requirementSets.ts'
import { browserXml } from '../../xml.ts'
import {
  type Edition,
  type OfficeDesk,
  type OfficeState,
  type Person,
  queryOf,
  saveFile,
  stateFrom,
} from '../../page/officeDesk.ts'
import { refusalOf } from '../allowed.ts'
import { type Book, type BookCell, type BookSheet, cellAt, lookWith, newBook } from '../book.ts'
import { Calculator, type MakeModel } from '../calculate.ts'
import { enter, Refused } from '../enter.ts'
import { type ExcelHost, openExcel } from '../openExcel.ts'
import { readWorkbook } from '../readXlsx.ts'
import { TableRowCollection } from '../tableRows.ts'

const usual: Edition = 'low'

/** The engine's word for a formula that it can't read; cells that only depend on one are never left with it. */
const isBroken = ({ formula, value }: BookCell): boolean =>
  formula !== undefined && value !== null && typeof value === 'object' && value.error === '#ERROR!'

/** What stands on the Excel page: the open workbook, who sits at it, and how it looks. */
export type ExcelDesk = ReturnType<typeof excelDesk>

/** The first of `people` sits at it unless the page's address says another; `make` gives the calculation engine. */
export const excelDesk = (people: readonly Person[], make: MakeModel) => {
  const ids = people.map(({ id }) => id)
  const listeners = new Set<() => void>()
  let version = 0
  let trouble = ''
  let state = stateFrom(location.search, ids, usual)
  const tell = (): void => {
    version++
    for (const listener of listeners) listener()
  }
  const person = (): Person => {
    const found = people.find(({ id }) => id === state.as) ?? people[0]
    if (!found) throw new Error('Nobody can sign in')
    return found
  }
  const started = (book: Book): ExcelHost => {
    const session = openExcel(new Calculator(make), book, {
      matrix: { ...excelMatrix[state.edition === 'today' ? 'today' : 'low'], NestedAppAuth: '1.1' },
      onFault: (fault) => {
        trouble = `This stand-in failed: ${String(fault)}`
        tell()
      },
    })
    session.model.onChange(tell)
    session.host.theme = state.theme === 'dark' ? darkTheme : lightTheme
    session.model.fresh()
    return session
  }
  let session = started(newBook())
  const show = (book: Book): void => {
    session = started(book)
    trouble = ''
    tell()
  }
  return {
    people,
    person,
    state: () => state,
    session: () => session,
    trouble: () => trouble,
    openNew: () => show(newBook()),
    /** Opens a file. Keeps the open workbook when the bytes are not one. */
    open: (bytes: Uint8Array, name: string): void => {
      let book: Book
      try {
        book = readWorkbook(bytes, name, browserXml())
      } catch {
        trouble = `${name} is not an Excel workbook (.xlsx). The workbook that was open still is.`
        return tell()
      }
      show(book)
      if (book.dropped.length > 0) {
        trouble = `This stand-in leaves out what it can’t keep: ${book.dropped.join(', ')}. Saving from here loses it.`
        tell()
      }
    },
    save: async (): Promise<void> => {
      saveFile(await session.host.document.bytes(), session.host.url)
      session.model.saved = true
      tell()
    },
    /** Puts what a person typed into a cell; answers false where the stand-in does not take it. */
    type: (sheet: BookSheet, row: number, column: number, typed: string): boolean => {
      const heading = session.model.book.tables.find(
        ({ sheet: on, box }) => on === sheet && row === box.top && column >= box.left && column <= box.right,
      )
      if (heading) {
        trouble = 'A table’s heading can’t be changed in this stand-in: formulas go by it.'
        tell()
        return false
      }
      // What is typed right below a table becomes a row of it, as Excel's own correction does.
      const above = session.model.book.tables.find(
        ({ sheet: on, box }) =>
          on === sheet && row === box.bottom + 1 && column >= box.left && column <= box.right,
      )
      if (above && typed !== '') new TableRowCollection(session.model, above).add()
      const cell = cellAt(sheet, row, column)
      const before = { ...cell }
      const { saved } = session.model
      const refused = (why: string): false => {
        if (before.formula === undefined) delete cell.formula
        Object.assign(cell, before)
        session.model.edited(sheet, row, column)
        session.model.saved = saved
        trouble = why
        session.model.tell()
        return false
      }
      try {
        enter(cell, typed)
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown
        return refused('Excel doesn’t take text that begins like this. Put an apostrophe before it.')
      }
      session.model.edited(sheet, row, column)
      session.model.fresh()
      if (isBroken(cell)) return refused('Excel can’t read this formula. Look at its brackets and names.')
      const why = refusalOf(session.model.book, sheet, row, column, cell.value)
      if (why !== null) return refused(`Not taken: ${typed}. ${why}`)
      trouble = ''
      session.model.tell()
      return true
    },
    /** Strikes a cell's text out, or takes that away: Ctrl+5. */
    strike: (sheet: BookSheet, row: number, column: number): void => {
      const cell = cellAt(sheet, row, column)
      cell.look = lookWith(cell.look, { strike: cell.look.strike !== true })
      session.model.looked()
      session.model.tell()
    },
    activate: (sheet: BookSheet): void => {
      session.model.book.active = sheet
      session.select({ top: 0, left: 0, bottom: 0, right: 0 })
      tell()
    },
    select: (row: number, column: number): void => {
      session.select({ top: row, left: column, bottom: row, right: column })
      tell()
    },
    change: (changes: Partial<OfficeState>): void => {
      const before = state
      state = { ...state, ...changes }
      history.replaceState(null, '', location.pathname + queryOf(state, ids, usual))
      // Another person or another Excel is another start of everything, as it is in Office.
      if (state.as !== before.as || state.edition !== before.edition) return location.reload()
      session.host.theme = state.theme === 'dark' ? darkTheme : lightTheme
      session.host.fire(HostEvent.officeThemeChanged, '', [])
      tell()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    version: () => version,
  } satisfies OfficeDesk & Record<string, unknown>
}
