/** What the Word page shows, kept in its own address so that it can be opened and tested as it stands. */
export type WordPageState = {
  readonly as: string
  readonly theme: 'light' | 'dark'
  readonly edition: 'today' | 'low'
  /** The page in the pane: the task pane unless a test names another of this machine. */
  readonly page: string
}

const panePage = '/taskpane/'

const localPath = (path: string | null): string =>
  /^\/[a-z-]+\/$/.test(path ?? '') ? (path ?? panePage) : panePage

/** The state that a page's query says; what is missing or not known falls back to the first choice. */
export const stateFrom = (query: string, people: readonly string[]): WordPageState => {
  const asked = new URLSearchParams(query)
  const as = asked.get('as')
  return {
    as: as !== null && people.includes(as) ? as : (people[0] ?? ''),
    theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
    edition: asked.get('edition') === 'low' ? 'low' : 'today',
    page: localPath(asked.get('page')),
  }
}

/** The query that says this state; first choices are left out. */
export const queryOf = (state: WordPageState, people: readonly string[]): string => {
  const said = new URLSearchParams()
  if (state.as !== people[0]) said.set('as', state.as)
  if (state.theme !== 'light') said.set('theme', state.theme)
  if (state.edition !== 'today') said.set('edition', state.edition)
  if (state.page !== panePage) said.set('page', state.page)
  return said.size ? `?${said}` : ''
}
