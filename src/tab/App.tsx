import { t } from '../words/t.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { SchoolConfig } from '../config.ts'
import type { Teams } from '../host/teams.ts'
import { KeepGoing } from '../ui/KeepGoing.tsx'
import { useKeys } from '../ui/keys.ts'
import { Later, Notice } from '../ui/Notice.tsx'
import { Bars } from '../ui/Bars.tsx'

import { type Services, ServicesProvider } from '../ui/services.tsx'
import { useShownWhenQuiet } from '../ui/shown.ts'
import { Page } from './Page.tsx'
import { headingOf } from './headingOf.ts'
import { hrefOf, type Route, useAddress } from './routes.ts'

import { TopBar } from './TopBar.tsx'

const HomeScreen = lazy(async () => ({ default: (await import('./HomeScreen.tsx')).HomeScreen }))
const OnlyWith = lazy(async () => ({ default: (await import('./OnlyWith.tsx')).OnlyWith }))
const RegisterScreen = lazy(async () => ({
  default: (await import('./register/RegisterScreen.tsx')).RegisterScreen,
}))
const PupilScreen = lazy(async () => ({ default: (await import('./pupil/PupilScreen.tsx')).PupilScreen }))
const ReviewScreen = lazy(async () => ({ default: (await import('./review/ReviewScreen.tsx')).ReviewScreen }))
const ReviewsScreen = lazy(async () => ({
  default: (await import('./reviews/ReviewsScreen.tsx')).ReviewsScreen,
}))
const TodayScreen = lazy(async () => ({ default: (await import('./today/TodayScreen.tsx')).TodayScreen }))
const CensusScreen = lazy(async () => ({ default: (await import('./census/CensusScreen.tsx')).CensusScreen }))
const ReconcileScreen = lazy(async () => ({
  default: (await import('./reconcile/ReconcileScreen.tsx')).ReconcileScreen,
}))
const LiveScreen = lazy(async () => ({ default: (await import('./live/LiveScreen.tsx')).LiveScreen }))
const ProvisionScreen = lazy(async () => ({
  default: (await import('./provision/ProvisionScreen.tsx')).ProvisionScreen,
}))
const SessionsScreen = lazy(async () => ({
  default: (await import('./sessions/SessionsScreen.tsx')).SessionsScreen,
}))
const ConcernsScreen = lazy(async () => ({
  default: (await import('./concerns/ConcernsScreen.tsx')).ConcernsScreen,
}))
const ImportScreen = lazy(async () => ({
  default: (await import('./importing/ImportScreen.tsx')).ImportScreen,
}))
const FormsScreen = lazy(async () => ({ default: (await import('./forms/FormsScreen.tsx')).FormsScreen }))
const SchoolScreen = lazy(async () => ({ default: (await import('./school/SchoolScreen.tsx')).SchoolScreen }))
const ProfilesScreen = lazy(async () => ({
  default: (await import('./profiles/ProfilesScreen.tsx')).ProfilesScreen,
}))
const ProfileScreen = lazy(async () => ({
  default: (await import('./profiles/ProfileScreen.tsx')).ProfileScreen,
}))
const DutiesScreen = lazy(async () => ({ default: (await import('./duties/DutiesScreen.tsx')).DutiesScreen }))
const TrustScreen = lazy(async () => ({ default: (await import('./trust/TrustScreen.tsx')).TrustScreen }))
const RecordsScreen = lazy(async () => ({
  default: (await import('./records/RecordsScreen.tsx')).RecordsScreen,
}))
const TabSettings = lazy(async () => ({ default: (await import('./TabSettings.tsx')).TabSettings }))
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }))

const useStyles = makeStyles({
  app: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
})

const noQuery = new URLSearchParams()

type ServicesOf = (school: SchoolConfig) => Services

const Screen = ({ route, servicesOf }: { route: Route; servicesOf: ServicesOf }) => {
  switch (route.at) {
    case 'home':
      return <HomeScreen />
    case 'register':
      return <RegisterScreen query={route.query} />
    case 'pupil':
      return (
        <PupilScreen
          key={route.key}
          pupilKey={route.key}
          section={route.section}
          about={route.about ?? null}
        />
      )
    case 'review':
      return <ReviewScreen key={route.key} reviewKey={route.key} block={route.block} />
    case 'reviews':
      return <ReviewsScreen query={route.query} />
    case 'live':
      return <LiveScreen key={route.key} reviewKey={route.key} part={route.part} />
    case 'today':
      return <TodayScreen query={route.query} />
    case 'census':
      return (
        <OnlyWith audience="senco" title={t`Census check`}>
          <CensusScreen query={route.query ?? noQuery} />
        </OnlyWith>
      )
    case 'reconcile':
      return (
        <OnlyWith audience="senco" title={t`Compare lists`}>
          <ReconcileScreen />
        </OnlyWith>
      )
    case 'provision':
      return (
        <ProvisionScreen section={route.section} about={route.about ?? null} query={route.query ?? noQuery} />
      )
    case 'sessions':
      return <SessionsScreen query={route.query ?? noQuery} />
    case 'concerns':
      return <ConcernsScreen key={route.key} concernKey={route.key ?? null} />
    case 'import':
      return (
        <OnlyWith audience="senco" title={t`Import`}>
          <ImportScreen />
        </OnlyWith>
      )
    case 'forms':
      return (
        <OnlyWith audience="senco" title={t`Answers from a form`}>
          <FormsScreen />
        </OnlyWith>
      )
    case 'school':
      return <SchoolScreen section={route.section} about={route.about ?? null} />
    case 'profiles':
      return <ProfilesScreen query={route.query} />
    case 'profile':
      return <ProfileScreen key={route.key} profileKey={route.key} />
    case 'records':
      return (
        <OnlyWith audience="senco" title={t`Records`}>
          <RecordsScreen section={route.section} recordKey={route.key ?? null} />
        </OnlyWith>
      )
    case 'duties':
      return (
        <OnlyWith audience="senco" title={headingOf(route, '') ?? ''}>
          <DutiesScreen
            place={route.place}
            name={route.duty}
            rowKey={route.key ?? null}
            query={route.query ?? noQuery}
          />
        </OnlyWith>
      )
    case 'trust':
      return <TrustScreen servicesOf={servicesOf} />
    case 'nowhere':
      return (
        <Page title={t`Nothing here`}>
          <Notice
            title={t`This link leads nowhere`}
            todo={t`It may be old or cut short. Choose a part of SEND above.`}
          />
        </Page>
      )
  }
}

/** Beside a screen once it has come. */
const Shown = () => {
  useShownWhenQuiet()
  return null
}

/** The heading of what comes, until it has come. */
const Coming = ({ heading }: { heading: string | null }) => (
  <div aria-busy="true">
    {heading !== null && (
      <Page title={heading} coming>
        <Later>{t`Opening`}</Later>
      </Page>
    )}
  </div>
)

/** The tab: the bar, and the screen that the address names, for the school that the address names. */
export const App = ({
  schools,
  servicesOf,
  arrival,
}: {
  schools: readonly SchoolConfig[]
  /** The same answer each time for the same school. */
  servicesOf: ServicesOf
  /** Teams, once it has answered; null outside it. By then a place that it named is in the address. */
  arrival: Promise<Teams | null>
}) => {
  const styles = useStyles()
  const { school: id, route } = useAddress()
  const school = schools.find((one) => one.id === id) ?? schools[0]!
  const [keysOpen, setKeysOpen] = useState(false)
  const [teams, setTeams] = useState<Teams | null>()
  useKeys({ '?': () => setKeysOpen(true) })
  useEffect(() => {
    document.title = 'SEND'
    // Where Teams' own part can't be fetched, whoever starts the page says so.
    void arrival.then(setTeams, () => undefined)
  }, [arrival])
  const coming = <Coming heading={headingOf(route, school.name)} />
  if (teams?.frame === 'settings')
    return (
      <Suspense>
        <TabSettings schools={schools} teams={teams} />
      </Suspense>
    )
  return (
    <ServicesProvider value={servicesOf(school)}>
      <div className={styles.app}>
        {/* A meeting is on a shared screen: nothing around it leads to another child. */}
        {route.at !== 'live' && (
          <TopBar
            at={route.at}
            place={route.at === 'duties' ? route.place : null}
            onKeys={() => setKeysOpen(true)}
            onSchool={(chosen) => {
              window.location.hash = hrefOf(chosen, { at: 'home' })
            }}
          />
        )}
        <Bars />
        <main className={styles.main} key={school.id}>
          <KeepGoing key={route.at}>
            <Suspense fallback={coming}>
              {/* Where the tab opens is settled when Teams has said whether a link names a place. */}
              {route.at === 'home' && teams === undefined ? (
                coming
              ) : (
                <>
                  <Screen route={route} servicesOf={servicesOf} />
                  <Shown />
                </>
              )}
            </Suspense>
          </KeepGoing>
        </main>
        {keysOpen && (
          <KeepGoing>
            <Suspense>
              <KeysDialog open onClose={() => setKeysOpen(false)} />
            </Suspense>
          </KeepGoing>
        )}
      </div>
    </ServicesProvider>
  )
}
