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
import { AppFrame } from './AppFrame.tsx'
import { Consent } from './Consent.tsx'
import type { TabPlace, Theme } from './context.ts'
import { Controls } from './Controls.tsx'
import { Notes } from './Notes.tsx'
import { useTeams, type Person } from './useTeams.ts'

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
  more: { '@media (max-width: 600px)': { display: 'none' } },
  home: { color: tokens.colorBrandForegroundLink },
  body: { display: 'flex', minHeight: 0 },
  rail: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    // As on a phone: the tab has the whole width.
    '@media (max-width: 600px)': { display: 'none' },
  },
  main: {
    flexGrow: 1,
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

/** A window that stands in for Microsoft Teams: one tab in a frame, and what a person could do around it. */
export const TeamsPage = ({ people }: { people: readonly Person[] }) => {
  const styles = useStyles()
  const teams = useTeams(people)
  const { state, change } = teams
  const { theme, place, frame, sub, phone } = state

  return (
    <FluentProvider theme={fluentThemes[theme]} className={styles.page}>
      <header className={styles.banner}>
        <Text weight="semibold">Stand-in for Microsoft Teams on this machine — not Teams</Text>
        <Text size={200} className={styles.more}>
          Made-up schools. Nothing here leaves this machine.
        </Text>
        <a className={styles.home} href="/">
          All pages
        </a>
      </header>
      <div className={styles.body}>
        <nav className={styles.rail} aria-label="Where the tab is opened">
          <TabList
            vertical
            selectedValue={place}
            onTabSelect={(_, { value }) => change({ place: value as TabPlace, frame: 'content' })}
          >
            <Tab value="personal" aria-label="For you" icon={<PersonRegular />}>
              {phone ? '' : 'For you'}
            </Tab>
            <Tab value="channel" aria-label="SEND team" icon={<PeopleTeamRegular />}>
              {phone ? '' : 'SEND team'}
            </Tab>
          </TabList>
        </nav>
        <main className={styles.main}>
          <Controls
            state={state}
            people={people}
            fault={teams.fault}
            change={change}
            open={teams.open}
            copy={() => void teams.copy()}
            back={teams.back}
            setFault={teams.setFault}
          />
          <Notes notes={teams.notes} dismiss={teams.dismiss} />
          <div className={styles.app}>
            <AppFrame
              key={teams.loads}
              src={teams.src}
              tab={{ person: teams.person, theme, frame, place, subPageId: sub || null }}
              naa={teams.naa}
              phone={phone}
              onHost={teams.onHost}
              events={teams.events}
            />
          </div>
          <footer className={styles.foot}>
            <Text as="span" size={200} aria-live="polite">
              {teams.status}
            </Text>
            {frame === 'content' ? (
              <Button size="small" appearance="subtle" onClick={() => change({ frame: 'settings' })}>
                Open the tab’s settings
              </Button>
            ) : (
              <>
                <Button size="small" appearance="primary" disabled={!teams.valid} onClick={teams.save}>
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
      <Consent asked={teams.asked} />
    </FluentProvider>
  )
}
