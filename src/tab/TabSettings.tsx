import { t } from '../words/t.ts'
import { Field, makeStyles, Radio, RadioGroup, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { SchoolConfig } from '../config.ts'
import type { Teams } from '../host/teams.ts'
import { hrefOf } from './routes.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '20px', maxWidth: '480px' },
})

/** What Teams shows while a person adds the tab to a channel. The address that it keeps names a school, no pupil. */
export const TabSettings = ({ schools, teams }: { schools: readonly SchoolConfig[]; teams: Teams }) => {
  const styles = useStyles()
  const [chosen, setChosen] = useState(schools[0]!.id)
  useEffect(() => {
    const page = new URL(window.location.href)
    page.hash = hrefOf(chosen, { at: 'home' })
    teams.offerTab({ contentUrl: page.href, websiteUrl: page.href, name: t`SEND` })
  }, [chosen, teams])
  return (
    <div className={styles.page}>
      <Text as="h1" size={500} weight="semibold" style={{ margin: 0 }}>{t`Add SEND to this channel`}</Text>
      {schools.length > 1 && (
        <Field label={t`School`}>
          <RadioGroup value={chosen} onChange={(_, { value }) => setChosen(value)}>
            {schools.map(({ id, name }) => (
              <Radio key={id} value={id} label={name} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Text>{t`Everyone in the channel will see the tab. What each person sees in it is decided by SharePoint: people without access to the SEND site see no pupil.`}</Text>
    </div>
  )
}
