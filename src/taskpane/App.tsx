import { t } from '../words/t.ts'
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { SchoolConfig } from '../config.ts'
import type { OfficeProgram } from '../host/office.ts'
import { KeepGoing } from '../ui/KeepGoing.tsx'
import { Later, Notice } from '../ui/Notice.tsx'
import { Bars } from '../ui/Bars.tsx'
import { type Services, ServicesProvider } from '../ui/services.tsx'
import { afterShown, useShownWhenQuiet } from '../ui/shown.ts'

const Minutes = lazy(async () => ({ default: (await import('./minutes/Minutes.tsx')).Minutes }))
const Workbook = lazy(async () => ({ default: (await import('./workbook/Workbook.tsx')).Workbook }))
// The half for the program comes first.
const ChecksInPane = lazy(
  afterShown(async () => ({ default: (await import('./ChecksInPane.tsx')).ChecksInPane })),
)
const SchoolSwitch = lazy(
  afterShown(async () => ({ default: (await import('./SchoolSwitch.tsx')).SchoolSwitch })),
)

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  school: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // As high as what comes in its place.
  named: { minHeight: '24px', alignContent: 'center' },
  coming: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
})

/** Beside the half for the program once it has come. */
const Shown = () => {
  useShownWhenQuiet()
  return null
}

/** Stands where the half for the program comes. */
const Coming = () => {
  const styles = useStyles()
  return (
    <div aria-busy="true" className={styles.coming}>
      <h1 className={styles.title}>{t`SEND`}</h1>
      <Later>{t`Opening`}</Later>
    </div>
  )
}

/** The task pane: the school where there are several, and the half for the program around it. */
export const App = ({
  program,
  schools,
  servicesOf,
}: {
  /** Word or Excel, once it has answered; null outside them. */
  program: Promise<OfficeProgram | null>
  schools: readonly SchoolConfig[]
  /** The same answer each time for the same school. */
  servicesOf: (school: SchoolConfig) => Services
}) => {
  const styles = useStyles()
  const [id, setId] = useState(schools[0]!.id)
  const [found, setFound] = useState<OfficeProgram | null>()
  const school = schools.find((one) => one.id === id) ?? schools[0]!
  useEffect(() => {
    document.title = 'SEND'
    // Where Office fails, whoever starts the page says so.
    void program.then(setFound, () => undefined)
  }, [program])
  return (
    <ServicesProvider value={servicesOf(school)}>
      <div className={styles.pane}>
        {schools.length > 1 && found !== null && (
          <header className={styles.school}>
            <span id="school">{t`School`}</span>
            <KeepGoing>
              <Suspense fallback={<span className={styles.named}>{school.name}</span>}>
                <SchoolSwitch label={t`school`} schools={schools} school={school} onSchool={setId} />
              </Suspense>
            </KeepGoing>
          </header>
        )}
        <Bars />
        <main className={styles.main} key={school.id}>
          <KeepGoing>
            <Suspense fallback={<Coming />}>
              {found === undefined && <Coming />}
              {found?.app === 'Word' && <Minutes />}
              {found?.app === 'Excel' && <Workbook />}
              {found !== undefined && <Shown />}
              {found === null && (
                <Notice
                  title={t`Open this in Word or Excel`}
                  todo={t`This page is the SEND task pane. In Word or Excel, choose SEND on the Home tab.`}
                />
              )}
            </Suspense>
          </KeepGoing>
          {found && (
            <KeepGoing>
              <Suspense fallback={null}>
                <ChecksInPane />
              </Suspense>
            </KeepGoing>
          )}
        </main>
      </div>
    </ServicesProvider>
  )
}
