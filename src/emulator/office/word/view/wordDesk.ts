import { HostEvent } from '../../dispatch.ts'
import { darkTheme, lightTheme } from '../../officeHost.ts'
import { wordMatrix } from '../../requirementSets.ts'
import { browserXml } from '../../xml.ts'
import {
  type Edition,
  type OfficeDesk,
  type Person,
  queryOf,
  saveFile,
  stateFrom,
} from '../../page/officeDesk.ts'
import { heldAs, hold, type Held } from '../protection.ts'
import { blankDocument } from '../blank.ts'
import { openWord, type WordHost } from '../openWord.ts'

const usual: Edition = 'today'

/** What stands on the Word page: the open document, who sits at it, and how it looks. */
export type WordDesk = OfficeDesk & {
  person(): Person
  session(): WordHost
  name(): string
  /** What went wrong last, in words for the person; empty when nothing did. */
  trouble(): string
  track(on: boolean): void
  /** Protects the document, or has this window hold it in another way. */
  hold(as: Held): void
  subscribe(listener: () => void): () => void
  /** Differs after each change of anything above. */
  version(): number
}

const barOf = ({ document, word }: WordHost): string => `${document.saved} ${word.tracking} ${heldAs(word)}`

const blankName = 'Document1.docx'

/** The first of `people` sits at it unless the page's address says another. */
export const wordDesk = (people: readonly Person[]): WordDesk => {
  const ids = people.map(({ id }) => id)
  const listeners = new Set<() => void>()
  let version = 0
  let trouble = ''
  let state = stateFrom(location.search, ids, usual)
  let shown = ''
  const tell = (): void => {
    shown = barOf(session)
    version++
    for (const listener of listeners) listener()
  }
  const person = (): Person => {
    const found = people.find(({ id }) => id === state.as) ?? people[0]
    if (!found) throw new Error('Nobody can sign in')
    return found
  }
  const dress = (session: WordHost): void => {
    session.host.theme = state.theme === 'dark' ? darkTheme : lightTheme
  }
  const started = (bytes: Uint8Array, name: string): WordHost => {
    const session = openWord(bytes, browserXml(), {
      matrix: { ...wordMatrix[state.edition], NestedAppAuth: '1.1' },
      url: name,
      onFault: (fault) => {
        trouble = `This stand-in failed: ${String(fault)}`
        tell()
      },
    })
    session.word.author = person().user.displayName
    // Typing changes little around the document: the bar is drawn again only when it would read otherwise.
    session.word.onChange(() => {
      if (barOf(session) !== shown) tell()
    })
    session.document.onSave = () => saveFile(session.word.file.save(), session.host.url)
    dress(session)
    return session
  }
  let session = started(blankDocument(), blankName)
  const open = (bytes: Uint8Array, name: string): void => {
    try {
      session = started(bytes, name)
      trouble = ''
    } catch {
      trouble = `${name} is not a Word document (.docx). The document that was open still is.`
    }
    tell()
  }
  return {
    people,
    person,
    state: () => state,
    session: () => session,
    name: () => session.host.url,
    trouble: () => trouble,
    open,
    openNew: () => open(blankDocument(), blankName),
    save: () => {
      session.document.save()
      tell()
    },
    track: (on) => {
      session.word.tracking = on
    },
    hold: (as) => {
      hold(session.word, as)
      tell()
    },
    change: (changes) => {
      const before = state
      state = { ...state, ...changes }
      history.replaceState(null, '', location.pathname + queryOf(state, ids, usual))
      // Another person or another Word is another start of everything, as it is in Office.
      if (state.as !== before.as || state.edition !== before.edition) return location.reload()
      dress(session)
      session.host.fire(HostEvent.officeThemeChanged, '', [])
      tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    version: () => version,
  }
}
