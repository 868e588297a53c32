import { Dropdown, makeStyles, Option, Spinner, Text, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { SchoolConfig } from '../config.ts'
import type { OfficeProgram } from '../host/office.ts'
import { KeepGoing } from '../ui/KeepGoing.tsx'
import { Later, Notice } from '../ui/Loaded.tsx'
import { ReadOnlyBar } from '../ui/ReadOnlyBar.tsx'
import { SchemaBar } from '../ui/SchemaBar.tsx'
import { type Services, ServicesProvider } from '../ui/services.tsx'

const Minutes = lazy(async () => ({ default: (await import('./minutes/Minutes.tsx')).Minutes }))
const Workbook = lazy(async () => ({ default: (await import('./workbook/Workbook.tsx')).Workbook }))

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
  choose: { minWidth: 0, flexGrow: 1 },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
})

const SchoolSwitch = ({
  schools,
  school,
  onSchool,
}: {
  schools: readonly SchoolConfig[]
  school: SchoolConfig
  onSchool: (id: string) => void
}) => {
  const styles = useStyles()
  return (
    <header className={styles.school}>
      <Text id="school">School</Text>
      <Dropdown
        className={styles.choose}
        size="small"
        aria-labelledby="school"
        value={school.name}
        selectedOptions={[school.id]}
        onOptionSelect={(_, { optionValue }) => optionValue && onSchool(optionValue)}
      >
        {schools.map(({ id, name }) => (
          <Option key={id} value={id}>
            {name}
          </Option>
        ))}
      </Dropdown>
    </header>
  )
}

/** The task pane: the school where there are several, and the half for the program around it. */
export const App = ({
  app,
  schools,
  servicesOf,
}: {
  app: OfficeProgram['app'] | null
  schools: readonly SchoolConfig[]
  /** The same answer each time for the same school. */
  servicesOf: (school: SchoolConfig) => Services
}) => {
  const styles = useStyles()
  const [id, setId] = useState(schools[0]!.id)
  const school = schools.find((one) => one.id === id) ?? schools[0]!
  useEffect(() => {
    document.title = 'SEND'
  }, [])
  return (
    <ServicesProvider value={servicesOf(school)}>
      <div className={styles.pane}>
        {schools.length > 1 && app && <SchoolSwitch schools={schools} school={school} onSchool={setId} />}
        <SchemaBar />
        <ReadOnlyBar />
        <main className={styles.main} key={school.id}>
          <KeepGoing>
            <Suspense
              fallback={
                <Later>
                  <Spinner label="Opening" style={{ padding: 48 }} />
                </Later>
              }
            >
              {app === 'Word' && <Minutes />}
              {app === 'Excel' && <Workbook />}
              {app === null && (
                <Notice
                  title="Open this in Word or Excel"
                  todo="This page is the SEND task pane. In Word or Excel, choose SEND on the Home tab."
                />
              )}
            </Suspense>
          </KeepGoing>
        </main>
      </div>
    </ServicesProvider>
  )
}
