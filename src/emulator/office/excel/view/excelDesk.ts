import { darkTheme, lightTheme } from '../../officeHost.ts'
import { HostEvent } from '../../dispatch.ts'
import { excelMatrix } from '../../requirementSets.ts'
import { browserXml } from '../../xml.ts'
import type { SignedIn } from '../../../teams/naaBroker.ts'
import { type Book, type BookSheet, cellAt, newBook } from '../book.ts'
import { Calculator, type MakeModel } from '../calculate.ts'
import { enter, Refused } from '../enter.ts'
import { type ExcelHost, openExcel } from '../openExcel.ts'
import { readWorkbook } from '../readXlsx.ts'

export type Person = SignedIn & { readonly jobTitle?: string | undefined }
export type ExcelPageState = {
  readonly as: string
  readonly theme: 'light' | 'dark'
  readonly edition: 'today' | 'low'
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const stateFrom = (query: string, people: readonly string[]): ExcelPageState => {
  const asked = new URLSearchParams(query)
  const as = asked.get('as')
  return {
    as: as !== null && people.includes(as) ? as : (people[0] ?? ''),
    theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
    edition: asked.get('edition') === 'today' ? 'today' : 'low',
  }
}
const queryOf = (state: ExcelPageState, people: readonly string[]): string => {
  const said = new URLSearchParams()
  if (state.as !== people[0]) said.set('as', state.as)
  if (state.theme !== 'light') said.set('theme', state.theme)
  if (state.edition !== 'low') said.set('edition', state.edition)
  return said.size ? `?${said}` : ''
}

const giveFile = (bytes: Uint8Array, name: string): void => {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: xlsxType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** What stands on the Excel page: the open workbook, who sits at it, and how it looks. */
export type ExcelDesk = ReturnType<typeof excelDesk>

/** The first of `people` sits at it unless the page's address says another; `make` gives the calculation engine. */
export const excelDesk = (people: readonly Person[], make: MakeModel) => {
  const ids = people.map(({ id }) => id)
  const listeners = new Set<() => void>()
  let version = 0
  let trouble = ''
  let state = stateFrom(location.search, ids)
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
      matrix: { ...excelMatrix[state.edition], NestedAppAuth: '1.1' },
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
      giveFile(await session.host.document.bytes(), session.host.url)
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
      try {
        enter(cellAt(sheet, row, column), typed)
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown
        trouble = 'Excel doesn’t take text that begins like this. Put an apostrophe before it.'
        tell()
        return false
      }
      trouble = ''
      session.model.edited(sheet, row, column)
      session.model.tell()
      return true
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
    change: (changes: Partial<ExcelPageState>): void => {
      const before = state
      state = { ...state, ...changes }
      history.replaceState(null, '', location.pathname + queryOf(state, ids))
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
  }
}
