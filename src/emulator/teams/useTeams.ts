import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ConsentAsked } from './Consent.tsx'
import { deepLinkTo, placeIn } from './deepLink.ts'
import { naaBroker, tokenFromServer, type BrokerFault, type SignedIn } from './naaBroker.ts'
import type { Note } from './Notes.tsx'
import { pageStateFrom, queryOf, type PageState } from './pageState.ts'
import type { TeamsHost, TeamsHostEvents } from './teamsHost.ts'

export type Person = SignedIn & { readonly jobTitle?: string }

const statusWords = {
  loading: 'The tab is starting',
  ready: 'The tab is ready',
  failed: 'The tab did not start',
}

/** What the Teams page knows and can do; `TeamsPage` shows it. */
export const useTeams = (people: readonly Person[]) => {
  const ids = useMemo(() => people.map(({ id }) => id), [people])
  const [state, setState] = useState(() => pageStateFrom(location.search, ids))
  const [loads, setLoads] = useState(0)
  const [status, setStatus] = useState('Loading the tab')
  const [notes, setNotes] = useState<readonly Note[]>([])
  const [fault, showFault] = useState<BrokerFault>('none')
  const [asked, setAsked] = useState<ConsentAsked | null>(null)
  const [valid, setValid] = useState(false)
  const [channelPage, setChannelPage] = useState<string | null>(null)
  const shared = useRef(state.sub)
  const host = useRef<TeamsHost>(null)
  const person = people.find(({ id }) => id === state.as) ?? people[0]!

  const note = useCallback(
    (text: string, intent: Note['intent'] = 'info') =>
      setNotes((before) => [...before.filter((each) => each.text !== text), { intent, text }]),
    [],
  )

  const naa = useMemo(() => {
    const onConsent = (scope: string) =>
      new Promise<boolean>((resolve) => {
        const decide = (accepted: boolean): void => {
          setAsked(null)
          showFault(broker.fault)
          resolve(accepted)
        }
        setAsked({ scope, decide })
      })
    const broker = naaBroker({ persona: () => person, tokenFor: tokenFromServer, onConsent })
    return broker
  }, [person])

  const change = useCallback(
    (changes: Partial<PageState>): void => {
      const next = { ...state, ...changes }
      history.replaceState(null, '', location.pathname + queryOf(next, ids))
      // Another person is another start of everything, as in Teams.
      if (next.as !== state.as) return location.reload()
      setState(next)
      if (next.place === state.place && next.frame === state.frame && changes.sub === undefined) return
      shared.current = next.sub
      setStatus('Loading the tab')
      setLoads((count) => count + 1)
    },
    [ids, state],
  )
  // The host outlives a render, and must change what is shown now.
  const latest = useRef(change)
  useEffect(() => void (latest.current = change), [change])

  const events = useMemo<TeamsHostEvents>(
    () => ({
      onState: (at) => {
        if (typeof at === 'string') return setStatus(statusWords[at])
        setStatus(statusWords.failed)
        note(`The tab says that it could not start: ${at.failed}`, 'error')
      },
      onUnknown: (name) => note(`The tab called ${name}, which this stand-in does not answer.`, 'warning'),
      onNavigate: (sub) => latest.current({ sub, frame: 'content' }),
      onLeave: (address) =>
        note(`The tab opened ${address}; links out of it are not followed on this machine.`),
      onShare: (sub, label) => {
        shared.current = sub
        note(`The tab shares a link to “${label}”. Copy link copies it.`)
      },
      onValidity: setValid,
      onSaved: ({ contentUrl, suggestedDisplayName }) => {
        const page = new URL(contentUrl ?? '', location.origin)
        if (page.origin === location.origin) setChannelPage(page.pathname + page.search + page.hash)
        note(`The tab “${suggestedDisplayName ?? 'SEND'}” was added.`)
        latest.current({ frame: 'content', place: 'channel' })
      },
    }),
    [note],
  )

  return {
    state,
    /** What the frame loads: in a channel, the page that was chosen in the tab's settings. */
    src: (state.place === 'channel' && state.frame === 'content' && channelPage) || state.page,
    person,
    loads,
    status,
    notes,
    fault,
    asked,
    valid,
    naa,
    events,
    change,
    onHost: useCallback((mounted: TeamsHost) => void (host.current = mounted), []),
    back: () => host.current?.back(),
    save: () => host.current?.save(),
    dismiss: (gone: Note) => setNotes((before) => before.filter((each) => each !== gone)),
    setFault: (wanted: BrokerFault) => {
      naa.setFault(wanted)
      showFault(wanted)
    },
    /** Opens a Teams link, or a bare place in the tab. */
    open: (link: string) => {
      const sub = /^https?:/.test(link) ? placeIn(link) : link
      if (sub === null) note('That link does not lead into this tab.', 'warning')
      else change({ sub, frame: 'content' })
    },
    copy: async () => {
      const link = deepLinkTo(shared.current || state.sub)
      await navigator.clipboard.writeText(link).then(
        () => note(`Copied ${link}`),
        () => note(`Copy this: ${link}`),
      )
    },
  }
}
