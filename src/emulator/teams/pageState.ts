import { frameContexts, tabPlaces, themes, type FrameContext, type TabPlace, type Theme } from './context.ts'

/** What the Teams page shows, kept in its own address so that it can be opened, shared and tested as it stands. */
export type PageState = {
  readonly as: string
  readonly theme: Theme
  readonly place: TabPlace
  readonly frame: FrameContext
  readonly sub: string
  readonly phone: boolean
  /** The page in the frame: the tab, unless a test names another of this machine or one hosted elsewhere. */
  readonly page: string
}

const tabPage = '/tab/'
/** The tab in a language that nobody speaks: `?lang=pseudo`. */
const pseudoPage = '/pseudo/'

// The policy of this machine's pages shows none but its own; a page that a school hosts is for tests of the build.
const framed = (page: string | null): string | null =>
  /^(\/[a-z]+\/|https:\/\/goldthread\.example\/.*)$/.test(page ?? '') ? page : null

const oneOf = <T extends string>(known: readonly T[], value: string | null): T =>
  known.find((each) => each === value) ?? known[0]!

/** The state that a page's query says; what is missing or not known falls back to the first choice. */
export const pageStateFrom = (query: string, people: readonly string[]): PageState => {
  const asked = new URLSearchParams(query)
  return {
    as: oneOf(people, asked.get('as')),
    theme: oneOf(themes, asked.get('theme')),
    place: oneOf(tabPlaces, asked.get('place')),
    frame: oneOf(frameContexts, asked.get('frame')),
    sub: asked.get('sub') ?? '',
    phone: asked.get('width') === 'phone',
    page: framed(asked.get('page')) ?? (asked.get('lang') === 'pseudo' ? pseudoPage : tabPage),
  }
}

/** The query that says this state; first choices are left out. */
export const queryOf = (
  { as, theme, place, frame, sub, phone, page }: PageState,
  people: readonly string[],
): string => {
  const said = new URLSearchParams()
  if (as !== people[0]) said.set('as', as)
  if (theme !== themes[0]) said.set('theme', theme)
  if (place !== tabPlaces[0]) said.set('place', place)
  if (frame !== frameContexts[0]) said.set('frame', frame)
  if (sub) said.set('sub', sub)
  if (phone) said.set('width', 'phone')
  if (page !== tabPage) said.set('page', page)
  return said.size ? `?${said}` : ''
}
