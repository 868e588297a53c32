import { t } from '../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
} from '@fluentui/react-components'
import type { SchoolConfig } from '../../config.ts'
import { useState } from 'react'
import { SchoolFigures } from '../../domain/records/schoolFigures.ts'
import { useMayRead } from '../../ui/access.ts'
import { Later, Notice } from '../../ui/Loaded.tsx'
import { type Services, useServices } from '../../ui/services.tsx'
import { wordsOf } from '../../ui/words.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Page } from '../Page.tsx'
import { PrintFigures } from './PrintFigures.tsx'
import { SendFigures } from './SendFigures.tsx'
import { TrustTables } from './TrustTables.tsx'
import { type OfSchool, useTrust } from './useTrust.ts'

const useStyles = makeStyles({ list: { margin: '4px 0 0', paddingLeft: '20px' } })

const names = (of: readonly OfSchool[]) => of.map(({ school }) => school.name).join(', ')

const isShut = (one: OfSchool) => one.is === 'trouble' && one.trouble.code === 'noAccess'

/** The schools of which there is nothing to show, each by name and with why. */
const NotShown = ({ schools: all }: { schools: readonly OfSchool[] }) => {
  const styles = useStyles()
  // To be let into one school alone is usual for its governors: no trouble, said apart.
  const schools = all.filter((one) => !isShut(one))
  const troubled = schools.filter((one) => one.is === 'trouble')
  const nothing = schools.filter(({ is }) => is === 'nothing')
  if (troubled.length + nothing.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {t`${troubled.length + nothing.length} of ${schools.length} schools are not in these figures`}
        </MessageBarTitle>
        <ul className={styles.list}>
          {nothing.length > 0 && <li>{t`${names(nothing)}: nothing was sent yet. Ask the SENCO.`}</li>}
          {troubled.map(({ school, trouble }) => (
            <li key={school.id}>{`${school.name}: ${wordsOf(trouble, school).title}`}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}

/** What each school of the trust sent of itself, and for the SENCO of the open school what it would send today. */
export const TrustScreen = ({
  servicesOf,
}: {
  servicesOf: (school: SchoolConfig) => Pick<Services, 'records'>
}) => {
  const { school, schools } = useServices()
  const all = useTrust(schools, servicesOf)
  const maySend = useMayWrite(SchoolFigures)
  const senco = useMayRead('senco').data === true && school.sites.governors !== undefined
  const sent = all.filter((one) => one.is === 'sent')
  const own = all.find((one) => one.school.id === school.id)
  const reading = all.filter(({ is }) => is === 'reading').length
  const shut = all.filter(isShut)
  const [printing, setPrinting] = useState(false)
  const title = schools.length > 1 ? t`Figures of the trust` : t`Figures of the school`
  return (
    <Page
      title={title}
      actions={
        reading === 0 &&
        sent.length > 0 && <Button onClick={() => setPrinting(true)}>{t`Print these figures`}</Button>
      }
    >
      {senco && maySend && own && own.is !== 'reading' && own.is !== 'trouble' && (
        <SendFigures sent={own.is === 'sent' ? own.row : null} />
      )}
      {reading > 0 ? (
        <Later>
          <Spinner label={t`Reading the figures of ${reading} more of ${all.length} schools`} />
        </Later>
      ) : (
        <NotShown schools={all} />
      )}
      {reading === 0 && sent.length === 0 && (
        <Notice
          title={t`No figures to show`}
          todo={t`They stand here once the SENCO of a school has sent some, and you are let into its site for governors and the trust.`}
        />
      )}
      {sent.length > 0 && (
        <Text>{t`Each school hides its own small numbers before anything leaves it, and sends on its own day.`}</Text>
      )}
      <TrustTables sent={sent} />
      {printing && <PrintFigures title={title} sent={sent} onDone={() => setPrinting(false)} />}
      {reading === 0 && sent.length > 0 && shut.length > 0 && (
        <Text>{t`You are not let into the figures of ${names(shut)}: they are in nothing on this page.`}</Text>
      )}
    </Page>
  )
}
