import type { SignedIn } from '../../teams/naaBroker.ts'

export type Person = SignedIn & { readonly jobTitle?: string | undefined }
/**
 * `today`: the newest requirement sets that this stand-in offers; `low`: the oldest that the product runs in whole;
 * `lowest` and `none`: Word's first API, and none of it.
 */
export type Edition = 'today' | 'low' | 'lowest' | 'none'
const editions: readonly string[] = ['today', 'low', 'lowest', 'none']

/** What an Office page shows, kept in its own address so that it can be opened and tested as it stands. */
export type OfficeState = {
  readonly as: string
  readonly theme: 'light' | 'dark'
  readonly edition: Edition
  /** The page in the pane: the task pane unless a test names another of this machine. */
  readonly page: string
}

/** What the bar over the file needs of the desk that it stands on. */
export type OfficeDesk = {
  readonly people: readonly Person[]
  state(): OfficeState
  openNew(): void
  /** Opens a file. Keeps what is open when the bytes are of another kind. */
  open(bytes: Uint8Array, name: string): void
  save(): void | Promise<void>
  change(changes: Partial<OfficeState>): void
}

const panePage = '/taskpane/'
const localPath = (path: string | null): string =>
  /^\/[a-z-]+\/$/.test(path ?? '') ? (path ?? panePage) : panePage

/** The state that a page's query says; what is missing or not known falls back to the first choice. */
export const stateFrom = (query: string, people: readonly string[], usual: Edition): OfficeState => {
  const asked = new URLSearchParams(query)
  const as = asked.get('as')
  const edition = asked.get('edition')
  return {
    as: as !== null && people.includes(as) ? as : (people[0] ?? ''),
    theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
    edition: edition !== null && editions.includes(edition) ? (edition as Edition) : usual,
    page: localPath(asked.get('page')),
  }
}

/** The query that says this state; first choices are left out. */
export const queryOf = (state: OfficeState, people: readonly string[], usual: Edition): string => {
  const said = new URLSearchParams()
  if (state.as !== people[0]) said.set('as', state.as)
  if (state.theme !== 'light') said.set('theme', state.theme)
  if (state.edition !== usual) said.set('edition', state.edition)
  if (state.page !== panePage) said.set('page', state.page)
  return said.size ? `?${said}` : ''
}

const kinds: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Gives the person a file, as a download. */
export const saveFile = (bytes: Uint8Array, name: string): void => {
  const type = kinds[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
