import {
  Button,
  FluentProvider,
  makeStyles,
  Tab,
  TabList,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  Text,
  tokens,
  type Theme as FluentTheme,
} from '@fluentui/react-components'
import { PeopleTeamRegular, PersonRegular } from '@fluentui/react-icons'
import { useCallback, useMemo, useRef, useState } from 'react'
import { AppFrame } from './AppFrame.tsx'
import { Consent, type ConsentAsked } from './Consent.tsx'
import type { TabPlace, Theme } from './context.ts'
import { Controls } from './Controls.tsx'
import { deepLinkTo, placeIn } from './deepLink.ts'
import { naaBroker, tokenFromServer, type BrokerFault, type SignedIn } from './naaBroker.ts'
import { Notes, type Note } from './Notes.tsx'
import { pageStateFrom, queryOf, type PageState } from './pageState.ts'
import type { TeamsHost, TeamsHostEvents } from './teamsHost.ts'

const fluentThemes: { [T in Theme]: FluentTheme } = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
}

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateRows: 'auto 1fr',
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
  body: { display: 'grid', gridTemplateColumns: 'auto 1fr', minHeight: 0 },
  rail: { padding: `${tokens.spacingVerticalS} 0`, borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  main: {
    display: 'grid',
    gridTemplateRows: 'auto auto 1fr auto',
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  app: { minHeight: 0, overflow: 'hidden' },
  foot: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    padding: `2px ${tokens.spacingHorizontalM}`,
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

export type Person = SignedIn & { readonly jobTitle?: string | undefined }

/** A window that stands in for Microsoft Teams: one tab in a frame, and what a person could do around it. */
export const TeamsPage = ({ people }: { people: readonly Person[] }) => {
  const styles = useStyles()
  const ids = useMemo(() => people.map(({ id }) => id), [people])
  const [state, setState] = useState(() => pageStateFrom(location.search, ids))
  const [loads, setLoads] = useState(0)
  const [status, setStatus] = useState('Loading the tab')
  const [notes, setNotes] = useState<readonly Note[]>([])
  const [fault, setFault] = useState<BrokerFault>('none')
  const [asked, setAsked] = useState<ConsentAsked | null>(null)
  const [valid, setValid] = useState(false)
  const shared = useRef(state.sub)
  const host = useRef<TeamsHost | null>(null)
  const person = people.find(({ id }) => id === state.as) ?? people[0]!

  const note = useCallback(
    (text: string, intent: Note['intent'] = 'info') =>
      setNotes((before) => [...before.filter((each) => each.text !== text), { intent, text }]),
    [],
  )
  const naa = useMemo(
    () =>
      naaBroker({
        persona: () => person,
        tokenFor: tokenFromServer,
        onConsent: (scope) =>
          new Promise((resolve) =>
            setAsked({
              scope,
              decide: (accepted) => {
                setAsked(null)
                setFault(naa.fault)
                resolve(accepted)
              },
            }),
          ),
      }),
    [person],
  )

  const change = (changes: Partial<PageState>): void => {
    const next = { ...state, ...changes }
    history.replaceState(null, '', location.pathname + queryOf(next, ids))
    // Another person is another start of everything, as in Teams.
    if (next.as !== state.as) return location.reload()
    setState(next)
    if (next.place !== state.place || next.frame !== state.frame || changes.sub !== undefined) {
      shared.current = next.sub
      setStatus('Loading the tab')
      setLoads((count) => count + 1)
    }
  }
  const latest = useRef(change)
  latest.current = change

  const events = useMemo<TeamsHostEvents>(
    () => ({
      onState: (at) => {
        if (typeof at !== 'string') note(`The tab says that it could not start: ${at.failed}`, 'error')
        setStatus(
          at === 'ready'
            ? 'The tab is ready'
            : at === 'loading'
              ? 'The tab is starting'
              : 'The tab did not start',
        )
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
      onSaved: ({ suggestedDisplayName }) => {
        note(`The tab “${suggestedDisplayName ?? 'SEND'}” was added.`)
        latest.current({ frame: 'content', place: 'channel' })
      },
    }),
    [note],
  )

  const open = (link: string): void => {
    const sub = /^https?:/.test(link) ? placeIn(link) : link
    if (sub === null) note('That link does not lead into this tab.', 'warning')
    else change({ sub, frame: 'content' })
  }
  const copy = async (): Promise<void> => {
    const link = deepLinkTo(shared.current || state.sub)
    await navigator.clipboard.writeText(link).then(
      () => note(`Copied ${link}`),
      () => note(`Copy this: ${link}`),
    )
  }

  return (
    <FluentProvider theme={fluentThemes[state.theme]} className={styles.page}>
      <header className={styles.banner}>
        <Text weight="semibold">Stand-in for Microsoft Teams on this machine — not Teams</Text>
        <Text size={200}>Made-up schools. Nothing here leaves this machine.</Text>
        <a className={styles.home} href="/">
          All pages
        </a>
      </header>
      <div className={styles.body}>
        <nav className={styles.rail} aria-label="Where the tab is opened">
          <TabList
            vertical
            selectedValue={state.place}
            onTabSelect={(_, { value }) => change({ place: value as TabPlace, frame: 'content' })}
          >
            <Tab value="personal" icon={<PersonRegular />}>
              {state.phone ? '' : 'For you'}
            </Tab>
            <Tab value="channel" icon={<PeopleTeamRegular />}>
              {state.phone ? '' : 'SEND team'}
            </Tab>
          </TabList>
        </nav>
        <main className={styles.main}>
          <Controls
            state={state}
            people={people}
            fault={fault}
            change={change}
            open={open}
            copy={() => void copy()}
            back={() => host.current?.back()}
            setFault={(wanted) => {
              naa.fault = wanted
              setFault(wanted)
            }}
          />
          <Notes
            notes={notes}
            dismiss={(gone) => setNotes((before) => before.filter((each) => each !== gone))}
          />
          <div className={styles.app}>
            <AppFrame
              key={loads}
              src={state.page}
              tab={{
                person,
                theme: state.theme,
                frame: state.frame,
                place: state.place,
                subPageId: state.sub || null,
              }}
              naa={naa}
              phone={state.phone}
              host={host}
              events={events}
            />
          </div>
          <footer className={styles.foot}>
            <Text size={200} role="status">
              {status}
            </Text>
            {state.frame === 'content' ? (
              <Button size="small" appearance="subtle" onClick={() => change({ frame: 'settings' })}>
                Open the tab’s settings
              </Button>
            ) : (
              <>
                <Button
                  size="small"
                  appearance="primary"
                  disabled={!valid}
                  onClick={() => host.current?.save()}
                >
                  Save the tab
                </Button>
                <Button size="small" onClick={() => change({ frame: 'content' })}>
                  Leave the settings
                </Button>
              </>
            )}
          </footer>
        </main>
      </div>
      <Consent asked={asked} />
    </FluentProvider>
  )
}
