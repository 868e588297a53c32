import { t } from '../words/t.ts'
import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useMayRead } from '../ui/access.ts'
import { Later, Loaded } from '../ui/Loaded.tsx'
import { useServices } from '../ui/services.tsx'
import { Page } from './Page.tsx'
import { addressOf, type Route, useGo } from './routes.ts'

const today: Route = { at: 'today', query: new URLSearchParams() }
const trust: Route = { at: 'trust' }
const profiles: Route = { at: 'profiles', query: new URLSearchParams() }

/** Where the tab opens: with what is due for who works with the records, with the profiles for staff. */
export const HomeScreen = () => {
  useEffect(() => {
    // Where most people go next comes while it is asked who they are.
    void import('./today/TodayScreen.tsx')
  }, [])
  return (
    <Loaded
      queries={[useMayRead('senco'), useMayRead('staff'), useMayRead('governors')]}
      shape={<Spinner label={t`Opening`} style={{ padding: 48 }} />}
    >
      {(senco, staff, governors) => {
        const to = senco ? today : staff ? profiles : governors ? trust : null
        return to ? <Onward to={to} /> : <NothingHere />
      }}
    </Loaded>
  )
}

const Onward = ({ to }: { to: Route }) => {
  const { go } = useGo()
  useEffect(() => {
    // Who has chosen a place of their own by now stays there, also where this screen hasn't heard of it yet.
    if (addressOf(window.location.hash).route.at === 'home') go(to, true)
    // Once, when it is known where to.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [to])
  return (
    <Later>
      <Spinner label={t`Opening`} style={{ padding: 48 }} />
    </Later>
  )
}

const useStyles = makeStyles({
  text: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '620px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  sites: { margin: 0, paddingLeft: '20px' },
})

/** For a person whom no site of the school lets in: what this is, and whom to ask. */
const NothingHere = () => {
  const styles = useStyles()
  const { school } = useServices()
  return (
    <Page title={t`You don’t have access to the SEND records of ${school.name}`}>
      <div className={styles.text}>
        <Text>{t`This is where ${school.name} keeps its records of pupils with special educational needs and disabilities (SEND). They lie on the school’s own SharePoint sites, and those sites decide who sees what. None of them lets you in.`}</Text>
        <Text>
          <b>{t`You teach or support pupils here?`}</b>{' '}
          {t`Ask the school’s SENCO to have you added to the staff profiles.`}
        </Text>
        <Text>
          <b>{t`You are a governor?`}</b>{' '}
          {t`Governors get reports that name no pupil. Ask the SENCO or the clerk for them.`}
        </Text>
        <Text>
          <b>{t`You should see the whole record?`}</b> {t`Ask the SENCO or the headteacher, who ask IT.`}
        </Text>
        <div className={styles.quiet}>
          <Text>{t`For IT: people are let in on these sites.`}</Text>
          <ul className={styles.sites}>
            {Object.values(school.sites).map((site) => (
              <li key={site}>{site.replace(':', '')}</li>
            ))}
          </ul>
        </div>
      </div>
    </Page>
  )
}
